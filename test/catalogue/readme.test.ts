import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';

import { FLOWS } from '../../src/catalogue/flows';
import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { judge } from '../../src/posture/judge';
import { APP_SETTING_IDS, variableOf } from '../../src/settings/app-settings';
import { defaultSignals } from '../posture/signals';

const ROOT = path.join(__dirname, '..', '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** Every piece of a Markdown document, those within others too. */
function piecesOf(document: string): Token[] {
	const pieces: Token[] = [];
	const marked = new Marked();
	void marked.walkTokens(marked.lexer(read(document)), (token) => {
		pieces.push(token);
	});
	return pieces;
}

const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isLink = (token: Token): token is Tokens.Link | Tokens.Image => token.type === 'link' || token.type === 'image';
const isCode = (token: Token): token is Tokens.Codespan => token.type === 'codespan';

/** The rows of the one table of a document that has this column, each as its cells by the names of the columns. */
function rowsOf(document: string, column: string): Record<string, string>[] {
	const tables = piecesOf(document).filter(isTable).filter(({ header }) => header.some(({ text }) => text === column));
	expect(tables).toHaveLength(1);
	return tables.flatMap(({ header, rows }) => rows.map((cells) => Object.fromEntries(cells.map(({ text }, at) => [header[at]?.text ?? '', text]))));
}

describe('the page of the flows', () => {
	const COLUMN = 'On a fresh 7.7.1';
	const WORDS = { 'on': 'on', 'off': 'off', 'unknown': 'unknown', 'not-applicable': '–' } as const;
	const { flows } = judge(defaultSignals(), new Date(0), '0');

	test('has a row for every flow, in the order in which they are told', () => {
		expect(rowsOf('docs/flows.md', COLUMN).map((row) => row['Flow'])).toEqual(FLOWS.map(({ id }) => `\`${id}\``));
	});

	test('says of each what a fresh server gives', () => {
		const told = Object.fromEntries(rowsOf('docs/flows.md', COLUMN).map((row) => [row['Flow'] ?? '', row[COLUMN] ?? '']));
		expect(told).toEqual(Object.fromEntries(flows.map(({ id, state }) => [`\`${id}\``, WORDS[state]])));
		// All four states are there, so that a column which says the same of all would be noticed.
		expect(new Set(Object.values(told)).size).toBe(4);
	});

	test('names the flows that are on, and that no setting stops, before the table', () => {
		const [on, unstoppable, unknown] = piecesOf('docs/flows.md')
			.filter((token): token is Tokens.Paragraph => token.type === 'paragraph')
			.map(({ text }) => text.split('. '))
			.find(([first = '']) => first.includes('on a fresh default server')) ?? [];
		const named = (sentence: string | undefined): string[] => FLOWS.map(({ id }) => id).filter((id) => sentence?.includes(`\`${id}\``));
		expect(named(on)).toEqual(flows.filter(({ state }) => state === 'on').map(({ id }) => id));
		expect(named(unstoppable)).toEqual(flows.filter(({ state, decidedBy }) => state === 'on' && decidedBy.length === 0).map(({ id }) => id));
		expect(`${unstoppable ?? ''}${unknown ?? ''}`).not.toBe('');
	});
});

test('the README has at most 1,500 words', () => {
	const words = read('README.md').split(/\s+/).filter((word) => word !== '');
	expect(words.length).toBeGreaterThan(500);
	expect(words.length).toBeLessThanOrEqual(1500);
});

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)])('%s', (document) => {
	test('links only to files that are there', () => {
		const links = piecesOf(document).filter(isLink).map(({ href }) => href);
		const files = links.filter((href) => !/^(?:https:|#)/.test(href)).map((href) => path.join(path.dirname(document), href.split('#')[0] ?? ''));
		expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
	});
});

test('the page for scripts names only environment variables that there are', () => {
	const named = [...new Set(read('docs/scripts.md').match(/RC_APPS_\w+/g))];
	expect(named).toContain(TOKEN_VARIABLE);
	expect(named.length).toBeGreaterThan(2);
	expect(named.filter((name) => ![...APP_SETTING_IDS.map(variableOf), TOKEN_VARIABLE].includes(name))).toEqual([]);
});

test('CONTRIBUTING.md names only files and folders that are there', () => {
	const paths = piecesOf('CONTRIBUTING.md').filter(isCode).map(({ text }) => text).filter((text) => /^(?:src|test|tools|docs|i18n)\/[\w./-]+$/.test(text));
	expect(paths.length).toBeGreaterThan(20);
	expect(paths.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});
