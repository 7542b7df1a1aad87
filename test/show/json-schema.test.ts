import * as z from 'zod/mini';

import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import { reportSchema } from '../../src/show/as/report-schema';
import { PUBLISHED } from './schema-validator';

interface Node {
	readonly description?: string;
	readonly enum?: readonly string[];
	readonly properties?: Readonly<Record<string, Node>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean;
	readonly items?: Node;
	readonly anyOf?: readonly Node[];
}

/** Every place of a schema: properties and items by their names, choices by their numbers. */
function nodesOf(node: Node, place = 'report'): (readonly [place: string, node: Node])[] {
	return [
		[place, node],
		...Object.entries(node.properties ?? {}).flatMap(([name, property]) => nodesOf(property, `${place}.${name}`)),
		...(node.items ? nodesOf(node.items, `${place}[]`) : []),
		...(node.anyOf ?? []).flatMap((choice, index) => nodesOf(choice, `${place}|${index}`)),
	];
}

const schema = JSON.parse(PUBLISHED) as Node & Record<string, unknown>;
const nodes = nodesOf(schema);
const placesOf = (isWrong: (node: Node) => boolean): string[] => nodes.filter(([, node]) => isWrong(node)).map(([place]) => place);

test('it says which schema it is', () => {
	expect(schema).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: `urn:privacy-status:report:${SCHEMA_VERSION}`,
		title: 'Privacy Status report',
		type: 'object',
	});
});

test('but for its name it is what zod itself makes of the report’s schema', () => {
	const { $id: _id, title: _title, ...rest } = schema;
	expect(rest).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema))));
});

test('the report, each of its fields and each kind of item has a description', () => {
	expect(nodes.length).toBeGreaterThan(90);
	// A choice is described by the field that offers it.
	const undescribed = nodes.filter(([place, { description }]) => !/\|\d+$/.test(place) && (description ?? '').trim().length < 5);
	expect(undescribed.map(([place]) => place)).toEqual([]);
});

test('a field that may be null says when', () => {
	const mayBeNull = placesOf((node) => JSON.stringify([node.anyOf, (node as Record<string, unknown>)['type']]).includes('"null"') && node.description !== undefined);
	expect(mayBeNull.length).toBeGreaterThan(5);
	expect(mayBeNull.filter((place) => !/\bnull\b/.test(nodes.find(([other]) => other === place)?.[1].description ?? ''))).toEqual([]);
});

test('every word of an enumeration is explained, on a line of its own', () => {
	const unexplained = nodes.flatMap(([place, node]) => {
		const lines = (node.description ?? '').split('\n');
		return (node.enum ?? []).filter((word) => !lines.some((line) => line.startsWith(`${word}: `) && line.length > word.length + 5)).map((word) => `${place} ${word}`);
	});
	expect(placesOf((node) => node.enum !== undefined).length).toBeGreaterThan(15);
	expect(unexplained).toEqual([]);
});

test('no object takes fields that it does not name, and each that it names is required', () => {
	const objects = nodes.filter(([, node]) => node.properties !== undefined);
	expect(objects.length).toBeGreaterThan(15);
	for (const [place, { properties = {}, required, additionalProperties }] of objects) {
		expect({ place, required, additionalProperties }).toEqual({ place, required: Object.keys(properties), additionalProperties: false });
	}
});
