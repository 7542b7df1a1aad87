import { translator } from '../../src/language/translate';
import { toHtml } from '../../src/show/as/html';
import { FORMATS, toFile } from '../../src/show/formats';
import type { DocumentLine, DocumentSpan } from '../../src/show/tell/document';
import { toReport } from '../../src/show/as/report';
import { reportSchema } from '../../src/show/as/report-schema';
import { readByGitHub } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');

test.each([
	['json', 'privacy-status-2026-11-22.json', 'application/json'],
	['markdown', 'privacy-status-2026-11-22.md', 'text/markdown'],
	['csv', 'privacy-status-2026-11-22.csv', 'text/csv'],
	['html', 'privacy-status-2026-11-22.html', 'text/html'],
	['register', 'privacy-status-register-2026-11-22.csv', 'text/csv'],
	['register-html', 'privacy-status-register-2026-11-22.html', 'text/html'],
	['egress', 'privacy-status-egress-2026-11-22.csv', 'text/csv'],
	['egress-hosts', 'privacy-status-egress-2026-11-22.txt', 'text/plain'],
] as const)('%s comes as %s', (format, name, type) => {
	const file = toFile(format, postureOf('every switch on'), NOTHING_STATED, english);
	expect([file.name, file.type]).toEqual([name, type]);
	expect(file.content.endsWith('\n')).toBe(true);
});

test.each(Object.keys(POSTURES))('the JSON document of a workspace that is %s is the report itself, with nothing added for other formats', (name) => {
	const { content } = toFile('json', postureOf(name), NOTHING_STATED, english);
	expect(content).toBe(`${JSON.stringify(toReport(postureOf(name), english), null, 2)}\n`);
	expect(reportSchema.safeParse(JSON.parse(content)).success).toBe(true);
});

test.each(FORMATS.map(({ id }) => id))('the same workspace gives the same %s, whoever asks again', (format) => {
	const once = toFile(format, postureOf('half of it unreadable'), NOTHING_STATED, english);
	expect(toFile(format, postureOf('half of it unreadable'), NOTHING_STATED, english)).toEqual(once);
	expect(once.content).not.toMatch(/[\uE000-\uE002]/);
	expect(once.content).not.toMatch(/\{\w+\}/);
});

test.each(Object.keys(POSTURES))('in the Markdown of a workspace that is %s no mark stands around nothing', (name) => {
	expect(toFile('markdown', postureOf(name), NOTHING_STATED, english).content).not.toMatch(/\*{3,}/);
});

test.each([
	['nothing readable', 'could not find out'],
	['self-managed, not registered', 'no sign of it: no declaration and no setting that we read shows it'],
	['in Rocket.Chat Cloud', 'no; likely, detected'],
] as const)('of a workspace that is %s the report says of an air gap: %s', (name, says) => {
	expect(readByGitHub(toFile('markdown', postureOf(name), NOTHING_STATED, english).content)).toContainEqual({ kind: 'item', text: `Air gap: ${says}` });
});

test('the Markdown begins with the headline and the verdict', () => {
	const blocks = readByGitHub(toFile('markdown', postureOf('air-gapped, declared, without contradiction'), NOTHING_STATED, english).content);
	expect(blocks.slice(0, 6)).toEqual([
		{ kind: 'heading 1', text: 'Privacy status report of chat.example.org' },
		{ kind: 'paragraph', text: '🟢 Nothing gets out; your network stops 10 tries; 4 more to check' },
		{ kind: 'item', text: 'Deployment: Air-gapped; declared, and no setting that was read contradicts it' },
		{ kind: 'item', text: 'Registration with Rocket.Chat: not registered; certain' },
		{ kind: 'item', text: 'Air gap: declared, and no setting that was read contradicts it' },
		{ kind: 'item', text: 'Read at: 22 Nov 2026, 03:00 UTC' },
	]);
	expect(blocks.filter(({ kind }) => kind === 'heading 2').slice(0, 6).map(({ text }) => text)).toEqual(['What to do first', 'Who can see what', 'What leaves, or is open here', 'All steps', 'Verdict', 'Why, party by party']);
});

test('a workspace whose address could not be read has a title without one', () => {
	expect(readByGitHub(toFile('markdown', postureOf('nothing readable'), NOTHING_STATED, english).content)[0]?.text).toBe('Privacy status report of this workspace');
});

describe('in a document', () => {
	const written = (kind: DocumentSpan['kind'], text: string): string => {
		const line = [{ kind, text }] as DocumentLine;
		const outline = { title: line, lead: [], facts: [], summary: [], sections: [], closing: { id: 'end', heading: [], blocks: [] } };
		return /<h1>([^]*)<\/h1>/.exec(toHtml(outline, english))?.[1] ?? '';
	};

	test.each([
		['link', 'https://rocket.chat/server-lookup', '<a href="https://rocket.chat/server-lookup" rel="noreferrer">https://rocket.chat/server-lookup</a>'],
		['link', 'https://rocket.chat.evil.example/x', '<code dir="ltr">https://rocket.chat.evil.example/x</code>'],
		['link', 'http://rocket.chat', '<code dir="ltr">http://rocket.chat</code>'],
		['value', 'a`b*c<d>', '<code dir="ltr">a`b*c&lt;d&gt;</code>'],
		['code', 'a\u202Eb', '<code dir="ltr">a&lt;U+202E&gt;b</code>'],
		['text', '*a* `b`', '*a* `b`'],
	] as const)('%s %j is written as %s', (kind, text, html) => {
		expect(written(kind, text)).toBe(html);
	});

	test('a sentence for which there is no translation says that it is English', () => {
		const line: DocumentLine = [{ kind: 'english', spans: [{ kind: 'text', text: 'Not yet translated.' }] }];
		const outline = { title: line, lead: [], facts: [], summary: [], sections: [], closing: { id: 'end', heading: [], blocks: [] } };
		expect(toHtml(outline, translator('ar'))).toContain('<h1><span lang="en" dir="ltr">Not yet translated.</span></h1>');
	});
});
