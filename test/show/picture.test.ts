import { value } from '../../src/language/spans';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import type { FlowFinding, FoundRecipient, Posture } from '../../src/posture/posture';
import { toFile } from '../../src/show/formats';
import { attributesOf, elementsOf, only, textOf } from './documents';
import type { Element } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');
const CLEAN = postureOf('air-gapped, declared, without contradiction');

/** All that is drawn in a document. */
function pictureIn(posture: Posture, translate = english): Element[] {
	const figure = elementsOf(toFile('html', posture, NOTHING_STATED, translate).content).find(({ tagName }) => tagName === 'figure');
	return figure === undefined ? [] : elementsOf(figure);
}

function svgOf(picture: readonly Element[]): Record<string, string> {
	return attributesOf(only(picture, (_element, { role }) => role === 'img'));
}

function descriptionOf(picture: readonly Element[]): string {
	return textOf(only(picture, ({ tagName }) => tagName === 'desc'));
}

interface Box {
	readonly name: string;
	readonly text: string;
	readonly line: string;
	readonly x: number;
}

/** Its boxes, the workspace first. */
function boxesOf(picture: readonly Element[]): Box[] {
	return picture.filter(({ tagName }) => tagName === 'svg').slice(1).map((box) => {
		const inside = elementsOf(box);
		const words = inside.filter(({ tagName }) => tagName === 'text');
		return {
			name: words.filter((each) => attributesOf(each)['font-size'] === '10').map(textOf).join(' '),
			text: words.map(textOf).join(' '),
			line: attributesOf(only(inside, ({ tagName }) => tagName === 'rect'))['class'] ?? '',
			x: Number(attributesOf(box)['x']),
		};
	});
}

/** A flow that is on, to one recipient. */
function flowTo(name: string, changed: Partial<FoundRecipient> = {}, more: Partial<FlowFinding> = {}): FlowFinding {
	const [flow] = CLEAN.flows;
	if (flow === undefined) {
		throw new Error('There is no flow.');
	}
	return { ...flow, state: 'on', effect: 'sent', carries: [{ category: 'usage-data', exposure: 'yes' }], recipients: [{ name: say('flows_names', { flows: [value(name)] }), party: 'third-parties', host: null, reach: 'public', isKnown: true, isBlocked: false, ...changed }], ...more };
}

function withFlows(...flows: FlowFinding[]): Posture {
	return { ...CLEAN, flows };
}

describe.each(Object.keys(POSTURES))('the picture of a workspace that is %s', (name) => {
	const posture = postureOf(name);
	const picture = pictureIn(posture);

	test('has the workspace, and at most fifteen around it, each of them in its words too', () => {
		const [workspace, ...boxes] = boxesOf(picture);
		expect(workspace?.text).toContain('this workspace');
		expect(boxes.length).toBeGreaterThan(0);
		expect(boxes.length).toBeLessThanOrEqual(15);
		// A name is cut where there is no room for it; in words it is whole.
		expect(boxes.filter(({ name: told }) => !descriptionOf(picture).includes(told.split('…')[0] ?? told)).map(({ name: told }) => told)).toEqual([]);
		expect(svgOf(picture)).toMatchObject({ 'aria-labelledby': 'picture-title', 'aria-describedby': 'picture-description' });
	});

	test('names whoever receives by a flow that is on, or counts them', () => {
		const receivers = posture.flows.filter(({ state }) => state === 'on').flatMap(({ recipients }) => recipients.map((recipient) => english(recipient.party === 'rocket-chat' ? 'party_rocket-chat' : recipient.name)));
		const missing = [...new Set(receivers)].filter((receiver) => !descriptionOf(picture).includes(receiver));
		expect(missing.length === 0 || descriptionOf(picture).includes(`${missing.length} more`)).toBe(true);
	});
});

test('a line is dashed only where every flow to that recipient is only attempted', () => {
	const posture = withFlows(
		flowTo('tried', { isBlocked: true }, { effect: 'attempted' }),
		flowTo('tried and sent', { isBlocked: true }, { effect: 'attempted' }),
		flowTo('tried and sent'),
		flowTo('handed on', { isBlocked: true }, { effect: 'sent' }),
	);
	expect(boxesOf(pictureIn(posture)).slice(1).map(({ text, line }) => [text, line])).toEqual([
		['tried and sent usage data', 'sent'],
		['tried usage data', 'attempted'],
		['handed on usage data', 'attempted'],
	]);
});

test('what stays in the own network is within a ring with the workspace, and only that', () => {
	const picture = pictureIn(withFlows(flowTo('outside'), flowTo('inside', { party: null, reach: 'inside' }, { effect: 'inside' })));
	const rings = (of: readonly Element[]): number => of.filter((element) => attributesOf(element)['class'] === 'ring').length;
	const [workspace, inside, outside] = boxesOf(picture);
	expect([inside?.text, inside?.line, inside?.x]).toEqual(['inside usage data', 'inside', workspace?.x]);
	expect(outside?.x).not.toBe(workspace?.x);
	expect(rings(picture)).toBe(1);
	expect(rings(pictureIn(withFlows(flowTo('outside'))))).toBe(0);
});

test('what could not be found out is one box of its own, however much that is', () => {
	const posture = withFlows(...Array.from({ length: 30 }, (_one, at) => flowTo(`unread ${at}`, {}, { state: 'unknown', effect: null })));
	expect(boxesOf(pictureIn(posture)).slice(1).map(({ text, line }) => [text, line])).toEqual([['Could not find out: 30 usage data', 'unknown']]);
});

test('forty recipients are no more than fifteen boxes, those who get content first, the rest counted', () => {
	const flows = Array.from({ length: 40 }, (_one, at) => flowTo(`recipient ${at}`, at % 4 === 0 ? { party: null, reach: 'inside' } : {}, at === 39 ? { carries: [{ category: 'user-content', exposure: 'yes' }] } : {}));
	const boxes = boxesOf(pictureIn(withFlows(...flows, flowTo('unread', {}, { state: 'unknown', effect: null })))).slice(1);
	expect(boxes).toHaveLength(15);
	expect(boxes.map(({ text }) => text)).toContain('recipient 39 user content');
	expect(boxes.map(({ text }) => text).filter((text) => text.includes('more'))).toEqual(['8 more usage data', '20 more usage data']);
});

test('with no flow on, and none unknown, there is a sentence in place of a picture', () => {
	const { content } = toFile('html', withFlows(flowTo('off', {}, { state: 'off', effect: null })), NOTHING_STATED, english);
	expect(elementsOf(content).filter(({ tagName }) => tagName === 'figure')).toEqual([]);
	expect(textOf(only(elementsOf(content), (_element, { class: name }) => name === 'picture'))).toContain('None that this app knows of.');
});

test('in a language that is read from right to left the first is at the right', () => {
	const posture = withFlows(flowTo('first'), flowTo('second'));
	const [left, right] = [boxesOf(pictureIn(posture)), boxesOf(pictureIn(posture, translator('ar')))].map(([workspace, first, second]) => [first?.x ?? 0, workspace?.x ?? 0, second?.x ?? 0]);
	expect(left).toEqual([...(left ?? [])].sort((one, other) => one - other));
	expect(right).toEqual([...(left ?? [])].reverse());
});

test.each([
	['markup', '<b>x</b> "&', '<b>x</b> "&'],
	['direction marks', 'good\u202Eevil', 'good<U+202E>evil'],
	['a lone half of a pair', 'x\uD800', 'x<U+D800>'],
])('%s in a name is told letter by letter', (_what, name, told) => {
	const [, box] = boxesOf(pictureIn(withFlows(flowTo(name))));
	expect(box?.text.replace(/\s/g, '')).toBe(`${told} usage data`.replace(/\s/g, ''));
});

test.each([
	['one word', 'w'.repeat(10_000)],
	['many words', 'word '.repeat(2_000)],
	['pairs of code units', '😀'.repeat(5_000)],
	['signs that become longer', '\u202E'.repeat(10_000)],
])('a name of 10,000 characters, %s, is cut to three lines that end with an ellipsis', (_what, name) => {
	const picture = pictureIn({ ...withFlows(flowTo(name)), workspaceHost: name });
	for (const { text } of boxesOf(picture)) {
		expect(text).toMatch(/…/);
		expect(text.length).toBeLessThan(120);
		expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
	}
	expect(Number(svgOf(picture)['viewBox']?.split(' ')[3])).toBeLessThan(250);
});
