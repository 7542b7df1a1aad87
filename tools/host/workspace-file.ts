import * as fs from 'node:fs';
import * as path from 'node:path';

import { z } from 'zod';

import type { SettingDefinition } from './server/definitions';
import { compareVersions, customDefinition, knownDefinition, LISTED_VERSIONS, OLDEST_VERSION } from './server/definitions';
import type { Workspace } from './types';

const fault = z.enum(['throws', 'hangs', 'undefined', 'null-record']);

const version = z
	.string()
	.regex(/^\d+\.\d+(\.\d+)?(-rc\.\d+)?$/, 'has to look like 7.7.1, 9.0 or 8.8.1-rc.0')
	.refine((given) => compareVersions(given, OLDEST_VERSION) >= 0, `is older than ${OLDEST_VERSION}, the oldest version that is known here`);

const status = z.enum(['Valid', 'Invalid']).exactOptional();

const schema = z.strictObject({
	description: z.string().min(1),
	server: z.strictObject({
		version,
		upgradedFrom: version.exactOptional(),
		absent: z.array(z.string()).exactOptional(),
		others: z.enum(['default', 'absent', 'unanswered']).exactOptional(),
		packageValues: z.record(z.string(), z.unknown()).exactOptional(),
		absentAnswers: z.enum(['throws', 'null']).exactOptional(),
		hiddenByEnvironment: z.array(z.string()).exactOptional(),
		commands: z.array(z.string()).exactOptional(),
		environment: z.record(z.string(), z.string()).exactOptional(),
	}),
	licence: z
		.union(
			[
				z.strictObject({ form: z.enum(['v3', 'v2']), offline: z.boolean(), status }),
				z.strictObject({ form: z.literal('v3'), payload: z.json(), status }),
				z.strictObject({ form: z.literal('text'), text: z.string(), status }),
			],
			'has to be of form v3 or v2 and say whether it is offline, or of form v3 with a payload, or of form text with a text',
		)
		.nullable()
		.exactOptional(),
	settings: z.record(z.string(), z.unknown()).exactOptional(),
	app: z.record(z.string(), z.unknown()).exactOptional(),
	faults: z.record(z.string(), fault).exactOptional(),
	permissionsRefused: z.array(z.string()).exactOptional(),
	uploads: z.enum(['on', 'off', 'fails', 'always']).exactOptional(),
	users: z
		.array(
			z.strictObject({
				username: z.string().min(1),
				name: z.string(),
				roles: z.array(z.string()),
				language: z.string().exactOptional(),
				utcOffset: z.number().exactOptional(),
			}),
		)
		.min(1)
		.exactOptional(),
});

/** JavaScript's kind of the values that a setting of that type holds; all other types hold text. */
const KINDS: Record<string, string> = { boolean: 'boolean', int: 'number', range: 'number', timespan: 'number', multiSelect: 'object', roomPick: 'object' };

function wrongKind({ type, default: standard }: SettingDefinition, value: unknown): string | undefined {
	const wanted = KINDS[type] ?? 'string';
	// Some defaults do not keep to their own type, and null is what a database may hold for any.
	const fits = value === null || typeof value === wanted || typeof value === typeof standard;
	return fits ? undefined : `is a ${typeof value} here, and a ${wanted} in Rocket.Chat (type ${type})`;
}

const UNKNOWN = `is in none of the lists of Rocket.Chat's settings that this project has (${LISTED_VERSIONS.join(', ')})`;

function* mistakes({ server, settings = {}, faults = {}, licence }: Workspace): Generator<string> {
	const known = (id: string): SettingDefinition | undefined => knownDefinition(id, server.version) ?? customDefinition(id);
	if (server.upgradedFrom !== undefined && compareVersions(server.upgradedFrom, server.version) >= 0) {
		yield `server.upgradedFrom: ${server.upgradedFrom} is not older than ${server.version}`;
	}
	const named = [...Object.keys(faults).filter((id) => id !== '*'), ...(server.absent ?? []), ...(server.hiddenByEnvironment ?? [])];
	for (const id of named) {
		if (known(id) === undefined) {
			yield `"${id}" ${UNKNOWN}`;
		}
	}
	for (const [id, value] of Object.entries(settings)) {
		const definition = known(id);
		const problem = definition === undefined ? UNKNOWN : server.absent?.includes(id) === true ? 'has a value here, and is absent by the list under server' : wrongKind(definition, value);
		if (problem !== undefined) {
			yield `settings: "${id}" ${problem}`;
		}
	}
	if (licence?.form === 'v2' && licence.offline) {
		yield 'licence: a licence of form v2 cannot say that it is offline';
	}
}

function locate(pathOrName: string): string {
	return /^[a-z0-9-]+(\.\d+)*$/i.test(pathOrName) ? path.resolve(__dirname, '..', '..', 'test', 'workspaces', `${pathOrName}.json`) : path.resolve(pathOrName);
}

function parseJson(text: string): { content: unknown } | { problem: string } {
	try {
		return { content: JSON.parse(text) };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/** Content of our own form, checked; or what is wrong with it, naming ids and keys but no value. */
export function checkWorkspace(content: unknown): { readonly workspace: Workspace } | { readonly problems: readonly string[] } {
	const parsed = schema.safeParse(content);
	if (!parsed.success) {
		return { problems: parsed.error.issues.map(({ path: place, message }) => (place.length === 0 ? message : `${place.map(String).join('.')}: ${message}`)) };
	}
	const problems = [...mistakes(parsed.data)];
	return problems.length === 0 ? { workspace: parsed.data } : { problems };
}

/** A bare name is one of `test/workspaces`; anything else is a path. */
export function readWorkspace(pathOrName: string): Workspace {
	const file = locate(pathOrName);
	if (!fs.existsSync(file)) {
		throw new Error(`There is no workspace file ${file}.`);
	}
	const json = parseJson(fs.readFileSync(file, 'utf8'));
	if ('problem' in json) {
		throw new Error(`The workspace file ${file} is not JSON: ${json.problem}`);
	}
	const checked = checkWorkspace(json.content);
	if ('problems' in checked) {
		throw new Error(`The workspace file ${file} cannot be used. ${checked.problems.join('; ')}.`);
	}
	return checked.workspace;
}
