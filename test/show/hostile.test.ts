import fc from 'fast-check';

import type { Organisation } from '../../src/settings/organisation';
import { value as valueSpan } from '../../src/language/spans';
import { translator } from '../../src/language/translate';
import type { Posture } from '../../src/posture/posture';
import { toFile } from '../../src/show/formats';
import { attributesOf, elementsOf, kindsByRocketChat, readByGitHub, readByRocketChat, readCsv, readRegister, textOf, tokensByGitHub } from './documents';
import { NOTHING_STATED, postureOf } from './postures';

const english = translator('en');
const HARMLESS = 'harmless';

/** One flow of each state, so that many runs take little time; the rest is whole. */
const SMALL = ((): Posture => {
	const { flows, ...rest } = postureOf('half of it unreadable');
	const ofState = (state: string): Posture['flows'] => flows.filter((flow) => flow.state === state).slice(0, 2);
	return { ...rest, flows: ['on', 'off', 'unknown', 'not-applicable'].flatMap(ofState) };
})();

/** A posture with a text in every place that may hold something of the workspace. */
function withText(posture: Posture, text: string): Posture {
	const { flows, ...rest } = replaced(posture, text) as Posture;
	return { ...rest, workspaceHost: text, appVersion: text, flows: flows.map((flow) => ({ ...flow, recipients: [{ ...flow.recipients[0], host: text }] })) };
}

/** Whatever was read stands in a hole of `observed_value`, deep in other sentences too. */
function replaced(value: unknown, text: string): unknown {
	if (Array.isArray(value)) {
		return value.map((item) => replaced(item, text));
	}
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	return 'key' in value && value.key === 'observed_value' ? { key: value.key, params: { value: [valueSpan(text), valueSpan(text)] } } : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, text)]));
}

function statedAs(text: string): Organisation {
	return { ...NOTHING_STATED, contactEmail: text, hostingProvider: text, hostingLocation: text };
}

function contentOf(format: Parameters<typeof toFile>[0], text: string, posture = SMALL): string {
	return toFile(format, withText(posture, text), statedAs(text), english).content;
}

const ATTACKS = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</style><style>*{display:none}</style>',
	'</title></head><body onload=alert(1)>',
	'<!-- --><![CDATA[',
	'&lt;b&gt;&#60;',
	'=cmd()',
	"=HYPERLINK(\"http://evil.example\")",
	'+1',
	'-1',
	'@all',
	'@here',
	'＝cmd()',
	'＋1',
	'－1',
	'＠SUM(1)',
	'\t=cmd()',
	'\r\n=cmd()',
	'`',
	'``',
	'`x` @all `',
	'*bold* **bold** _it_ ~gone~ ~~gone~~',
	'[x](https://evil.example)',
	'![x](https://evil.example/x.png)',
	'<https://evil.example>',
	'https://evil.example/path',
	'https://docs.rocket.chat',
	'www.evil.example',
	'\n# Heading\n\n- item\n\n> quote\n\n```\ncode\n```',
	'| a | b |\n|---|---|',
	'---',
	'\\',
	'\\`',
	':smile: #general',
	'a","b',
	'";"',
	'\u202Egnp.exe',
	'\u2066x\u2069\u061C\u200E\u200F',
	'\u0000\u0007\u001B[31m\u0085\u2028\u2029',
	'\uE000x\uE001 \uE002',
	'\uD800',
	'{host} {value} $& $1 %s',
	'__proto__',
	'',
	' ',
];

/** What cannot be seen, or turns the text around, must be told by its code point. */
const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uE000-\uE002]/u;

/** The elements of a document with their attributes, without what they say; of a picture without its measures, which the length of a text decides. */
function skeleton(html: string): string[] {
	return elementsOf(html)
		.map((element) => {
			const attributes = JSON.stringify(attributesOf(element));
			return `${element.tagName} ${element.namespaceURI.endsWith('svg') ? attributes.replace(/-?\d+(?:\.\d+)?/g, '#') : attributes}`;
		})
		.filter((element) => !/^text \{(?:"direction":"ltr",)?"x":"#","y":"#","font-size":"#"\}$/.test(element));
}

const READ = { csv: readCsv, register: readRegister };
const EXPECTED_CSV = { csv: readCsv(contentOf('csv', HARMLESS)), register: readRegister(contentOf('register', HARMLESS)) };
const EXPECTED_HTML = { 'html': skeleton(contentOf('html', HARMLESS)), 'register-html': skeleton(contentOf('register-html', HARMLESS)) };
const expectedMarkdown = readByGitHub(contentOf('markdown', HARMLESS)).map(({ kind }) => kind);
const expectedLinks = tokensByGitHub(contentOf('markdown', HARMLESS)).links;
const expectedMentions = kindsByRocketChat(contentOf('markdown', HARMLESS)).filter(isActive);

function isActive(kind: string): boolean {
	return !['HEADING', 'LINE_BREAK', 'PARAGRAPH', 'UNORDERED_LIST', 'LIST_ITEM', 'PLAIN_TEXT', 'BOLD', 'INLINE_CODE'].includes(kind);
}

function checkHtml(format: 'html' | 'register-html', text: string, posture = SMALL): void {
	const html = contentOf(format, text, posture);
	expect(html.replace(/\n/g, '')).not.toMatch(HIDDEN);
	expect(skeleton(html)).toEqual(posture === SMALL ? EXPECTED_HTML[format] : skeleton(contentOf(format, HARMLESS, posture)));
}

function checkMarkdown(text: string): void {
	const markdown = contentOf('markdown', text);
	expect(markdown.replace(/\n/g, '')).not.toMatch(HIDDEN);
	const { kinds, links } = tokensByGitHub(markdown);
	expect(kinds).not.toContain('html');
	expect(kinds).not.toContain('image');
	expect(links).toEqual(expectedLinks);
	expect(readByGitHub(markdown).map(({ kind }) => kind)).toEqual(expectedMarkdown);
	expect(readByRocketChat(markdown).map(({ kind }) => kind)).toEqual(expectedMarkdown);
	expect(kindsByRocketChat(markdown).filter(isActive)).toEqual(expectedMentions);
}

function checkCsv(format: 'csv' | 'register', text: string): void {
	const csv = contentOf(format, text);
	const harmless = EXPECTED_CSV[format];
	const { columns, rows } = READ[format](csv);
	expect(columns).toEqual(harmless.columns);
	expect(rows).toHaveLength(harmless.rows.length);
	const cells = [...rows.flatMap((row) => Object.values(row)), ...(format === 'register' ? readRegister(csv).about.flat() : [])];
	expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
	expect(cells.filter((cell) => HIDDEN.test(cell.replace(/\n/g, '')))).toEqual([]);
	expect(cells.filter((cell) => cell.length > 32_767)).toEqual([]);
}

/** Attacks by themselves, joined, and any text at all. */
const anyText = fc.oneof(
	fc.array(fc.constantFrom(...ATTACKS), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary' }),
	fc.array(fc.constantFrom('<', '>', '"', "'", '&', '`', '*', '_', '[', ']', '(', ')', '!', '|', '\\', '\n', ' ', '@', '#', 'a', '=', '~', '$'), { maxLength: 12 }).map((signs) => signs.join('')),
);

describe('a value from the workspace never gets out of its place', () => {
	test.each(ATTACKS)('%j', (text) => {
		checkHtml('html', text);
		checkHtml('register-html', text);
		checkMarkdown(text);
		checkCsv('csv', text);
		checkCsv('register', text);
	});

	test('whatever it is', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				checkHtml('html', text);
				checkHtml('register-html', text);
				checkMarkdown(text);
				checkCsv('csv', text);
				checkCsv('register', text);
			}),
			{ numRuns: 40 },
		);
	});

	test('however long it is', () => {
		const long = '<b>😀`=@all '.repeat(9000);
		expect(long.length).toBeGreaterThan(100_000);
		const posture = { ...SMALL, flows: SMALL.flows.slice(0, 1), exposure: SMALL.exposure.map((cell) => ({ ...cell, because: [] })) };
		checkHtml('html', long, posture);
		checkHtml('register-html', long, posture);
		checkCsv('csv', long);
		checkCsv('register', long);
		const { kinds, links } = tokensByGitHub(contentOf('markdown', long, posture));
		expect(kinds).not.toContain('html');
		expect(links).toEqual(expectedLinks);
	});
});

test('a value is told letter by letter, wherever it stands', () => {
	const text = 'a*b*c_d "e" <f> & [g](h) @i';
	const html = contentOf('html', text);
	const markdown = contentOf('markdown', text);
	const csv = readCsv(contentOf('csv', text)).rows;
	const count = (told: string): number => told.split(text).length - 1;
	const body = elementsOf(html).find(({ tagName }) => tagName === 'body');
	const inMarkdown = count(readByGitHub(markdown).map((block) => block.text).join('\n'));
	// The picture has the workspace, in lines; the Markdown has more of the flows that are off.
	const drawn = elementsOf(html).find(({ tagName }) => tagName === 'figure');
	const inHtml = count(body === undefined ? '' : textOf(body)) - count(drawn === undefined ? '' : textOf(drawn));
	expect(inHtml).toBeGreaterThan(20);
	expect(inMarkdown).toBeGreaterThan(inHtml);
	expect(count(readByRocketChat(markdown).map((block) => block.text).join('\n'))).toBe(inMarkdown);
	expect(csv.find(({ id }) => id === 'workspace.host')?.['value']).toBe(text);
});

test('every sign that HTML would act on is escaped', () => {
	const html = contentOf('html', '&<>"\'');
	expect(html).toContain('<title>Privacy status report of &amp;&lt;&gt;&quot;&#39;</title>');
	expect(html).toContain('<code dir="ltr">&amp;&lt;&gt;&quot;&#39;</code>');
});

test('what cannot be seen in a value is told by its code point', () => {
	const text = 'good\u202Eevil\u0000\n';
	const told = 'good<U+202E>evil<U+0000><U+000A>';
	expect(readCsv(contentOf('csv', text)).rows.find(({ id }) => id === 'workspace.host')?.['value']).toBe(told);
	expect(readRegister(contentOf('register', text)).rows[0]?.['(a) where applicable, the data protection officer']).toBe(`to be checked: ${told}`);
	const heading = elementsOf(contentOf('html', text)).find(({ tagName }) => tagName === 'h1');
	expect(heading === undefined ? '' : textOf(heading)).toBe(`Privacy status report of ${told}`);
	expect(readByGitHub(contentOf('markdown', text))[0]?.text).toBe(`Privacy status report of ${told}`);
});

test('the joiners that some scripts need stay', () => {
	const text = 'می\u200Cخواهم \u{1F468}\u200D\u{1F469}';
	expect(readCsv(contentOf('csv', text)).rows.find(({ id }) => id === 'workspace.host')?.['value']).toBe(text);
});
