import de from '../../i18n/de.json';
import { chooseLanguage, directionOf, LANGUAGES } from '../../src/language/languages';
import { code, link, marked, unmarked, value } from '../../src/language/spans';
import { say } from '../../src/language/statement';
import { readTemplate } from '../../src/language/template';
import { TEXTS } from '../../src/language/texts';
import { translator } from '../../src/language/translate';

const english = translator('en');

test('holes are filled with words, numbers, statements, lists and times', () => {
	expect(english(say('conflict_report-accepted', { days: 9 }))).toContain('(9 of 10 days left)');
	expect(english(say('verdict_line', { model: say('model_cloud'), confidence: say('confidence_with-basis', { confidence: say('confidence_likely'), basis: say('basis_detected') }) }))).toBe(
		'*Deployment:* Rocket.Chat Cloud — likely, detected',
	);
	expect(english(say('exposure_group', { state: say('exposure_yes'), categories: [say('category_account-data'), 'more', say('category_tracking')] }))).toBe(
		'yes (account data, more, tracking)',
	);
	expect(english(say('panel_read-at', { host: 'x', time: new Date('2026-11-22T03:05:00Z') }))).toBe('x, read at 22 Nov 2026, 03:05 UTC');
});

test('a number is told in the form that it needs', () => {
	const limits = (count: number): string => english(say('status_limits', { count }));
	expect(limits(1)).toMatch(/ 1 further thing,/);
	expect(limits(2)).toMatch(/ 2 further things,/);
});

test('what fills a hole is never read as a hole or a mark itself', () => {
	expect(english(say('panel_read-at', { host: '{time}', time: 'now' }))).toBe('{time}, read at now');
	expect(english.spans(say('panel_read-at', { host: '*x* `y` https://rocket.chat', time: 'now' }))).toEqual([{ kind: 'text', text: '*x* `y` https://rocket.chat, read at now' }]);
});

test.each(['ja', 'zh', 'ar', 'de'])('%s joins a list in its own way', (language) => {
	const separators: Readonly<Record<string, string>> = { ja: '、', zh: '、', ar: '، ', de: ', ' };
	expect(translator(language)(say('condition_flows', { flows: [code('a'), code('b')] })).replace(/[\u2066\u2069]/g, '')).toContain(`\`a\`${separators[language] ?? ''}\`b\``);
});

describe('the pieces of a sentence', () => {
	test('are its marks and what fills its holes', () => {
		expect(english.spans(say('setting_shown', { id: 'Push_gateway', shown: say('observed_value', { value: [value('http://a`b*c'), value('d')] }) }))).toEqual([
			{ kind: 'code', text: 'Push_gateway' },
			{ kind: 'text', text: ' (' },
			{ kind: 'value', text: 'http://a`b*c' },
			{ kind: 'text', text: ', ' },
			{ kind: 'value', text: 'd' },
			{ kind: 'text', text: ')' },
		]);
		expect(english.spans(say('lookup_link', { lookup: link('https://rocket.chat/server-lookup') }))).toEqual([
			{ kind: 'bold', spans: [{ kind: 'text', text: 'Official lookup:' }] },
			{ kind: 'text', text: ' ' },
			{ kind: 'link', text: 'https://rocket.chat/server-lookup' },
		]);
	});

	test.each([
		['no mark', [['text', 'no mark']]],
		['on, by `Push_enable`.', [['text', 'on, by '], ['code', 'Push_enable'], ['text', '.']]],
		['*Good:* yes', [['bold', 'Good:'], ['text', ' yes']]],
		['2 * 3 * 4', [['text', '2 * 3 * 4']]],
		['Look (https://rocket.chat/server-lookup), then.', [['text', 'Look ('], ['link', 'https://rocket.chat/server-lookup'], ['text', '), then.']]],
		['http://rocket.chat', [['link', 'http://rocket.chat']]],
		['', []],
	])('a text %j is read as such', (text, expected) => {
		expect(readTemplate(text).map((segment) => [segment.kind, 'parts' in segment ? segment.parts.map((part) => ('text' in part ? part.text : '')).join('') : 'text' in segment ? segment.text : ''])).toEqual(expected);
	});

	test('among words from the right, a command keeps its own direction, and is copied without what keeps it', () => {
		expect(translator('ar')(say('accept_done', { effect: say('flow-state_on'), command: code('/privacy-status flows on') }))).toContain('\u2066`/privacy-status flows on`\u2069');
		expect(translator('de')(say('accept_done', { effect: say('flow-state_on'), command: code('/privacy-status flows on') }))).not.toMatch(/[\u2066-\u2069]/);
	});

	test('written with their marks they are the text again, in every language', () => {
		for (const language of LANGUAGES) {
			const translate = translator(language);
			const wrong = [...TEXTS.keys()].filter((key) => {
				const line = translate.spans({ key: key as Parameters<typeof say>[0] });
				return line.some(({ kind }) => kind === 'english') ? false : marked(line) !== translate({ key: key as Parameters<typeof say>[0] }).replace(/[\u2066\u2069]/g, '');
			});
			expect(wrong).toEqual([]);
		}
		expect(unmarked(english.spans(say('explain_heading', { name: 'cdn', state: 'on' })))).toBe('cdn: on');
	});
});

describe('a text that a language lacks', () => {
	const { ['panel_title']: told, ...rest } = de;

	function withoutOne<T>(language: string, work: (translate: ReturnType<typeof translator>) => T): T {
		let result: T | undefined;
		jest.isolateModules(() => {
			jest.doMock(`../../i18n/${language}.json`, () => {
				const { panel_title: _, ...texts } = jest.requireActual<Record<string, string>>(`../../i18n/${language}.json`);
				return texts;
			});
			const module = require('../../src/language/translate') as { translator: typeof translator };
			result = work(module.translator(language));
		});
		jest.dontMock(`../../i18n/${language}.json`);
		if (result === undefined) {
			throw new Error('The module was not loaded.');
		}
		return result;
	}

	test('is told in English, and everything else in that language', () => {
		expect(told).not.toBe(TEXTS.get('panel_title'));
		withoutOne('de', (translate) => {
			expect(translate('panel_title')).toBe(TEXTS.get('panel_title'));
			expect(translate('button_back')).toBe(rest.button_back);
			return true;
		});
	});

	test('keeps its own direction among words from right to left', () => {
		withoutOne('ar', (translate) => {
			expect(translate.direction).toBe('rtl');
			expect(translate('panel_title')).toBe(`\u2066${TEXTS.get('panel_title') ?? ''}\u2069`);
			expect(translate.spans('panel_title')[0]?.kind).toBe('english');
			return true;
		});
	});

	test('tells dates, lists and numbers as English does, and what is within it in the language of the reader', () => {
		withoutOne('de', (translate) => {
			expect(translate({ key: 'panel_title', params: {} })).toBe(english('panel_title'));
			return true;
		});
	});
});

test.each([
	[['en'], 'en'],
	[['en-GB'], 'en'],
	[['xx', 'en_US'], 'en'],
	[[undefined, ''], 'en'],
	[['constructor', '__proto__', 'toString'], 'en'],
	[['de-AT'], 'de'],
	[['pt'], 'pt-BR'],
	[['pt_br'], 'pt-BR'],
	[['hi'], 'hi-IN'],
	[['zh-TW'], 'zh'],
	[['xx', 'ja'], 'ja'],
])('of %j the app speaks %s', (wanted, language) => {
	expect(chooseLanguage(wanted)).toBe(language);
});

test('each language says in which direction it is written', () => {
	expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});

test('every text is non-empty and has balanced brackets, backticks and asterisks', () => {
	for (const [key, text] of TEXTS) {
		const count = (sign: string): number => text.split(sign).length - 1;
		expect([key, text !== '' && (text.trim() === text || key === 'language_list-separator')]).toEqual([key, true]);
		// An asterisk inside code marks nothing.
		const marks = text.replace(/`[^`]*`/g, '').split('*').length - 1;
		expect([key, count('(') - count(')'), count('[') - count(']'), count('{') - count('}'), count('`') % 2, marks % 2]).toEqual([key, 0, 0, 0, 0, 0]);
	}
});

test('a command’s description is short enough for the clients’ list', () => {
	expect((TEXTS.get('ps_command_status_description') ?? '').length).toBeLessThanOrEqual(60);
});
