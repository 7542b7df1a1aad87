import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { TEXTS } from '../../src/language/texts';
import { translator } from '../../src/language/translate';
import { toFile } from '../../src/show/formats';
import { FLOWS_PAGE } from '../../tools/docs/flows-page';
import { SETTINGS_PAGE } from '../../tools/docs/settings-page';
import { TRANSLATORS_PAGE } from '../../tools/docs/translators-page';
import { NOTHING_STATED, POSTURES, postureOf } from '../show/postures';

/** Words that people stumble over, and what to say instead. */
interface Rule {
	readonly words: RegExp;
	readonly instead: string;
	/** Where the words are right all the same: what is around them, and why. */
	readonly but?: Readonly<Record<string, string>>;
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

const RULES: readonly Rule[] = [
	{ words: /\b(?:tells?|telling|told)\b/gi, instead: 'says, shows, explains, reports' },
	{ words: /\b(?:gets?|got|getting) at\b/gi, instead: 'sees, reads, reaches' },
	{ words: /\bwho(?:m|se|so)?ever\b/gi, instead: 'those who, everybody who' },
	{ words: /\bstands?\b(?!-)/gi, instead: 'is, is written' },
	{ words: /(?<!\bthere )\b(?:is|are|was|were) (?:none|no)\b(?! (?:longer|more)\b)/gi, instead: 'is not a …' },
	{ words: /\blimited\b/gi, instead: 'in some cases; only' },
	{ words: /\b(?:undeterminable|not determined|not be determined)\b/gi, instead: 'could not find out' },
	{ words: /\buser names?\b/gi, instead: 'username' },
	{ words: /\breceivers?\b/gi, instead: 'recipient' },
	{ words: /\bconflicts?\b/gi, instead: 'contradiction' },
	{
		words: /\badministrators?\b/gi,
		instead: 'admin',
		but: {
			'administrator of a self-managed server': "the guidelines' own word for those who run a server",
			'administrator of this server': "the guidelines' own word",
			'administrator of that server': "the guidelines' own word",
			'administrator of the server': "the guidelines' own word",
			'Its administrator:': "the guidelines' own word",
		},
	},
	{ words: /Administration > Marketplace/g, instead: 'Administration > Apps' },
	{ words: /\btakes? (?:itself|themselves) for\b/gi, instead: 'considers itself' },
	{ words: /\b(?:then this|default|from which it) holds\b/gi, instead: 'applies' },
	{ words: /\bI (?:do not know|found)\b/gi, instead: 'there is no …' },
	{ words: /\bas it (?:looks|stands)\b/gi, instead: 'as it seems, with these settings' },
	{ words: /\bright (?:is|are|would be)\b/gi, instead: 'give, enter' },
	{ words: /\bby (?:what (?:could be|was) read|the notice)\b/gi, instead: 'as far as could be read; according to' },
	{ words: /\bbears? on\b/gi, instead: 'matters for' },
	{ words: /\bfailed (?:try|tries)\b/gi, instead: 'failed attempt' },
	{ words: /\blately\b/gi, instead: 'recently' },
	{ words: /\bno contradiction (?:with|to)\b/gi, instead: 'does not contradict' },
	{ words: /\bsign(?:-?ins?|s? in|-on)\b/gi, instead: 'login, logs in' },
	{ words: /\bemails?\b/gi, instead: 'e-mail', but: { Email: 'the name of a page of the administration' } },
	{
		words: /\b(?:\w*organiz\w*|licenses?|colors?|centers?|behaviors?|catalogs?|\w*(?:recogni|customi|personali|synchroni|authori|summari|analy)z\w*)\b/gi,
		instead: 'the British spelling',
		but: { 'AI Center': 'the name of a page of the administration', 'Organization Info': 'the name of a part of such a page', 'Authorization: Bearer': 'the name of a header' },
	},
	{ words: new RegExp(`\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\b\\d{1,2}(?:st|nd|rd|th) (?:of )?${MONTH}`, 'g'), instead: 'the British form, 5 March 2026' },
];

/** As people read it: names, commands, addresses and paths are not sentences. */
function proseOf(text: string): string {
	return text.replace(/```[\s\S]*?```|`[^`]*`/g, '`…`').replace(/\]\([^)]*\)/g, ']').replace(/https?:\/\/\S+|\S*\/\S+\.[a-z]{2,4}\b/g, '…');
}

/** Where a phrase is in a text, in each of its places. */
function placesOf(phrase: string, text: string): number[] {
	return [...text.matchAll(new RegExp(phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(({ index }) => index);
}

function found(where: string, text: string): string[] {
	const prose = proseOf(text);
	return RULES.flatMap(({ words, instead, but = {} }) => {
		const allowed = Object.keys(but).flatMap((phrase) => placesOf(phrase, prose).map((start) => ({ start, end: start + phrase.length })));
		return [...prose.matchAll(words)]
			.map((match) => ({ start: match.index, end: match.index + match[0].length, said: match[0] }))
			.filter(({ start, end }) => !allowed.some((range) => range.start <= start && end <= range.end))
			.map(({ start, end, said }) => `${where}: “${said}” in “…${prose.slice(Math.max(0, start - 30), end + 30).replace(/\s+/g, ' ')}…”; say: ${instead}`);
	});
}

const ROOT = path.join(__dirname, '..', '..');

/** What is made from the code is looked at as the code makes it now; the page for translators quotes what is said to them alone. */
const MADE = new Map([FLOWS_PAGE, SETTINGS_PAGE].map(({ name, refreshed }) => [name, refreshed] as const));
const WRITTEN = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((name) => name.endsWith('.md') && !MADE.has(name) && name !== TRANSLATORS_PAGE.name);
const PAGES = [...MADE, ...WRITTEN.map((name) => [name, () => readFileSync(path.join(ROOT, name), 'utf8')] as const)];

describe('words that are hard to read', () => {
	test('are in no text', () => {
		expect([...TEXTS].flatMap(([key, text]) => found(key, text))).toEqual([]);
	});

	test.each(Object.keys(POSTURES))('nor come about where sentences are put together: %s', (name) => {
		const { content } = toFile('markdown', postureOf(name), NOTHING_STATED, translator('en'));
		expect(found(name, content)).toEqual([]);
	});

	test.each(PAGES)('nor are they in %s', (name, read) => {
		expect(found(name, read(''))).toEqual([]);
	});
});

test('no exception is kept that nothing needs', () => {
	const texts = [...TEXTS.values()].map(proseOf);
	expect(RULES.flatMap(({ but = {} }) => Object.keys(but)).filter((phrase) => !texts.some((text) => text.includes(phrase)))).toEqual([]);
});

test.each([
	['It is told by a setting.', 'told'],
	['Whoever asks', 'Whoever'],
	['That is no “no”.', 'is no'],
	['effective December 9th, 2023', 'December 9th, 2023'],
	['the organization', 'organization'],
])('the search finds what it is for: %s', (text, said) => {
	expect(found('x', text)).toEqual([expect.stringContaining(`x: “${said}”`)]);
});

test('the search leaves alone what is right', () => {
	expect(found('x', 'There is no token. It is no longer sent. `tell` it; the page Email; 5 March 2026, the organisation and its licence.')).toEqual([]);
});
