import { REPORT_FORMATS } from '../../src/catalogue/words';
import { say, translator } from '../../src/language/translate';
import { toFile } from '../../src/report/formats';
import { markingValues } from '../../src/report/marked-values';
import { toReport } from '../../src/report/report';
import { reportSchema } from '../../src/report/schema';
import { code, plain, sentence } from '../../src/report/spans';
import { readByGitHub } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');

test.each([
	['json', 'privacy-status-2026-11-22.json', 'application/json'],
	['markdown', 'privacy-status-2026-11-22.md', 'text/markdown'],
	['csv', 'privacy-status-2026-11-22.csv', 'text/csv'],
	['html', 'privacy-status-2026-11-22.html', 'text/html'],
	['register', 'privacy-status-register-2026-11-22.csv', 'text/csv'],
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

test.each(REPORT_FORMATS)('the same workspace gives the same %s, whoever asks again', (format) => {
	const once = toFile(format, postureOf('half of it unreadable'), NOTHING_STATED, english);
	expect(toFile(format, postureOf('half of it unreadable'), NOTHING_STATED, english)).toEqual(once);
	expect(once.content).not.toMatch(/[\uE000-\uE002]/);
	expect(once.content).not.toMatch(/\{\w+\}/);
});

test('the Markdown begins with the verdict', () => {
	const blocks = readByGitHub(toFile('markdown', postureOf('air-gapped, declared, without contradiction'), NOTHING_STATED, english).content);
	expect(blocks.slice(0, 3)).toEqual([
		{ kind: 'heading 1', text: 'Privacy status report of chat.example.org' },
		{ kind: 'paragraph', text: 'Deployment: Air-gapped — certain, declared' },
		{ kind: 'item', text: 'Read at: Nov 22, 2026, 03:00 UTC' },
	]);
	expect(blocks.filter(({ kind }) => kind === 'heading 2').slice(0, 4).map(({ text }) => text)).toEqual(['Verdict', 'What contradicts this', 'Evidence', 'Who can get at which data']);
});

test('a workspace whose address could not be read has a title without one', () => {
	expect(readByGitHub(toFile('markdown', postureOf('nothing readable'), NOTHING_STATED, english).content)[0]?.text).toBe('Privacy status report of this workspace');
});

describe('the marks of a sentence', () => {
	test.each([
		['no mark', [['text', 'no mark']]],
		['on, by `Push_enable`.', [['text', 'on, by '], ['code', 'Push_enable'], ['text', '.']]],
		['*Good:* yes', [['bold', 'Good:'], ['text', ' yes']]],
		['2 * 3 * 4', [['text', '2 * 3 * 4']]],
		['Look (https://rocket.chat/server-lookup), then.', [['text', 'Look ('], ['link', 'https://rocket.chat/server-lookup'], ['text', '), then.']]],
		['See https://docs.rocket.chat/v1/docs/law-enforcement', [['text', 'See '], ['link', 'https://docs.rocket.chat/v1/docs/law-enforcement']]],
		['See https://rocket.chat.evil.example/x.', [['text', 'See '], ['code', 'https://rocket.chat.evil.example/x'], ['text', '.']]],
		['http://rocket.chat', [['code', 'http://rocket.chat']]],
		['', []],
	])('%j', (text, expected) => {
		expect(sentence(text).map((span) => [span.kind, span.text])).toEqual(expected);
	});

	test('a value in it is told letter by letter, even where it looks like a mark', () => {
		const told = markingValues(english)(say('setting_shown', { id: 'Push_gateway', shown: say('observed_value', { value: ['http://a`b*c', '\uE000x\uE001'] }) }));
		expect(sentence(told).map((span) => [span.kind, span.text])).toEqual([
			['code', 'Push_gateway'],
			['text', ' ('],
			['code', 'http://a`b*c'],
			['text', ', '],
			['code', '<U+E000>x<U+E001>'],
			['text', ')'],
		]);
		expect(plain(told)).toBe('`Push_gateway` (http://a`b*c, <U+E000>x<U+E001>)');
	});

	test('what is no value is marked nowhere', () => {
		const statement = say('verdict_line', { model: say('model_cloud'), confidence: say('confidence_likely'), basis: 'by hand' });
		expect(markingValues(english)(statement)).toBe(english(statement));
		expect(markingValues(english)('model_cloud')).toBe(english('model_cloud'));
	});

	test('an id is code, whatever it holds', () => {
		expect(code('a`b')).toEqual([{ kind: 'code', text: 'a`b' }]);
	});
});
