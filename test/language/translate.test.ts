import en from '../../i18n/en.json';
import { chooseLanguage } from '../../src/language/languages';
import { say, translator } from '../../src/language/translate';

const english = translator('en');

test('holes are filled with words, numbers, statements, lists and times', () => {
	expect(english(say('conflict_report-accepted', { days: 9 }))).toContain('(9 of 10 days left)');
	expect(english(say('verdict_line', { model: say('model_cloud'), confidence: say('confidence_likely'), basis: say('basis_detected') }))).toBe(
		'*Deployment:* Rocket.Chat Cloud — likely, detected',
	);
	expect(english(say('exposure_group', { state: say('exposure_yes'), categories: [say('category_account-data'), 'more', say('category_tracking')] }))).toBe(
		'yes (account data, more, tracking)',
	);
	expect(english(say('panel_read-at', { host: 'x', time: new Date('2026-11-22T03:05:00Z') }))).toBe('x, read at Nov 22, 2026, 03:05 UTC');
});

test('what fills a hole is never read as a hole itself', () => {
	expect(english(say('panel_read-at', { host: '{time}', time: 'now' }))).toBe('{time}, read at now');
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

test('every text is non-empty and has balanced brackets, backticks and asterisks', () => {
	for (const [key, text] of Object.entries(en)) {
		const count = (sign: string): number => text.split(sign).length - 1;
		expect([key, text.trim() === text && text !== '']).toEqual([key, true]);
		expect([key, count('(') - count(')'), count('[') - count(']'), count('{') - count('}'), count('`') % 2, count('*') % 2]).toEqual([key, 0, 0, 0, 0, 0]);
	}
});

test('a command’s description is short enough for the clients’ list', () => {
	expect(en.ps_command_status_description.length).toBeLessThanOrEqual(60);
});
