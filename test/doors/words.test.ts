import { closest } from '../../src/doors/asking/closest';
import { USAGE, WORDS, unknown } from '../../src/doors/status/words';
import { translator } from '../../src/language/translate';
import { asMessages } from '../../src/show/as/chat';
import { processorTime } from '../posture/processor-time';

const english = translator('en');

/** What is made of words: what is wanted, or the first line of what is answered instead. */
function understood([first = '', ...rest]: readonly string[]): unknown {
	const word = WORDS.find((row) => row.word === first.toLowerCase());
	const parsed = word?.parse(rest) ?? { answer: unknown(first) };
	return 'answer' in parsed ? asMessages(parsed.answer, english)[0]?.split('\n')[0] : { [word?.word ?? '']: parsed.wanted };
}

test.each([
	[['help'], { help: null }],
	[['HELP', 'me'], { help: null }],
	[['flows'], { flows: null }],
	[['flows', 'ON'], { flows: 'on' }],
	[['flows', 'not-applicable'], '“not-applicable” is not a part of the list. Use `/privacy-status flows`, alone or followed by `on`, `off` or `unknown`.'],
	[['explain', 'Gravatar'], { explain: 'Gravatar' }],
	[['explain', 'mail', 'server'], { explain: 'mail server' }],
	[['explain'], { explain: '' }],
	[['text'], { text: null }],
	[['export', 'json'], { export: 'json' }],
	[['Export', 'JSON', 'now'], { export: 'json' }],
	[['export'], expect.stringMatching(/^Which format\? Available: `\/privacy-status export json`/)],
	[['export', 'pdf'], expect.stringMatching(/^There is no format “pdf”\./)],
	[['plan', 'Air-Gapped', 'now'], { plan: 'air-gapped' }],
	[['plan'], expect.stringMatching(/^Which goal\? Available: `\/privacy-status plan air-gapped`/)],
	[['plan', 'air-gaped'], 'There is no goal “air-gaped”. Did you mean `/privacy-status plan air-gapped`?'],
	[['plan', 'x'.repeat(10_000)], expect.stringMatching(/^There is no goal “x{40}…”\. Available: /)],
	[['export', 'plan', 'nothing-open'], { export: { plan: 'nothing-open' } }],
	[['export', 'plan'], expect.stringMatching(/^Which goal\?/)],
	[['token', 'list'], { token: { kind: 'list' } }],
	[['accept', 'LIST', 'all'], { accept: { kind: 'list' } }],
	[['accept', 'end', 'push', 'notifications'], { accept: { kind: 'end', words: ['push', 'notifications'] } }],
	[['accept', 'gravatar', 'Agreed'], { accept: { kind: 'accept', words: ['gravatar', 'Agreed'] } }],
	...[['accept'], ['accept', 'end']].map((words): [string[], unknown] => [words, 'Accept what? `/privacy-status accept <flow> until <YYYY-MM-DD> <reason>`, `/privacy-status accept <flow> <reason>`, `/privacy-status accept list`, `/privacy-status accept end <flow>`.']),
	[['policy'], { policy: null }],
	[['hepl'], 'There is no command “hepl”. Did you mean `/privacy-status help`?'],
	[['xyzzy'], 'There is no command “xyzzy”.'],
	[['constructor'], 'There is no command “constructor”.'],
])('%j', (words, expected: unknown) => {
	expect(understood(words)).toEqual(expected);
});

test('the list of commands shows every word, with what may follow it', () => {
	expect(USAGE).toBe('text | flows [on|off|unknown] | explain <flow, host, setting or recipient> | plan air-gapped|nothing-to-rocket-chat|nothing-to-third-parties|no-content-outside|nothing-open | changes [since <day>] | monitor on|off | legal | accept <flow> [until <date>] <reason>|list|end <flow> | policy | export json|markdown|csv|html|register|register-html|egress|egress-hosts | token create|list|revoke | help');
});

test('no word and no line of help is there twice', () => {
	expect(new Set(WORDS.map(({ word }) => word)).size).toBe(WORDS.length);
	expect(new Set(WORDS.map(({ help }) => english(help))).size).toBe(WORDS.length);
});

test('absurd words are answered at once', () => {
	const spent = processorTime(() => {
		expect(closest('x'.repeat(1_000_000), ['help'])).toBeNull();
		expect(understood(Array<string>(100_000).fill('help'))).toEqual({ help: null });
	});
	expect(spent).toBeLessThan(500);
});
