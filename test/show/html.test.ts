import { createHash } from 'node:crypto';

import { HtmlValidate } from 'html-validate';

import { translator } from '../../src/language/translate';
import type { Translate } from '../../src/language/translate';
import { toFile } from '../../src/show/formats';
import { attributesOf, elementsOf, only, textOf } from './documents';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const english = translator('en');
const fromRightToLeft = translator('ar');

function htmlOf(name: string, translate = english): string {
	return toFile('html', postureOf(name), NOTHING_STATED, translate).content;
}

/** Elements that run, load, ask or send something. */
const ACTIVE = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'video', 'audio', 'base', 'details', 'template', 'noscript'];

/** All that a picture is made of: nothing that loads, links or moves. */
const DRAWN = ['svg', 'title', 'desc', 'rect', 'path', 'text'];

/** The rules of the HTML standard, and those for accessibility. */
const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });

describe.each(Object.keys(POSTURES))('the HTML document of a workspace that is %s', (name) => {
	const html = htmlOf(name);
	const elements = elementsOf(html);
	const attributes = elements.flatMap((element) => Object.entries(attributesOf(element)).map(([attribute, value]) => ({ tag: element.tagName, attribute, value })));

	test('runs nothing, loads nothing and hides nothing', () => {
		expect(elements.filter(({ tagName }) => ACTIVE.includes(tagName)).map(({ tagName }) => tagName)).toEqual([]);
		expect(attributes.filter(({ attribute }) => attribute.startsWith('on') || ['style', 'src', 'srcset', 'hidden', 'background'].includes(attribute))).toEqual([]);
		expect(html).not.toMatch(/url\(|@import|javascript:/i);
	});

	test.each(['en', 'ar'])('is valid HTML in the language %s', async (language) => {
		const { results } = await validator.validateString(htmlOf(name, translator(language)));
		expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`))).toEqual([]);
	});

	test('draws with shapes and words only', () => {
		const drawings = elements.filter(({ namespaceURI }) => namespaceURI === 'http://www.w3.org/2000/svg');
		expect([...new Set(drawings.map(({ tagName }) => tagName))].filter((tag) => !DRAWN.includes(tag))).toEqual([]);
		expect(drawings.flatMap(({ attrs }) => attrs.filter(({ value }) => /url|:|\(/.test(value) || value === ''))).toEqual([]);
	});

	test('has a policy that lets only its one style sheet count', () => {
		const style = only(elements, ({ tagName }) => tagName === 'style');
		const hash = createHash('sha256').update(textOf(style)).digest('base64');
		const policy = only(elements, (_element, { 'http-equiv': header }) => header === 'Content-Security-Policy');
		expect(attributesOf(policy)['content']).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
		// What stands before a policy is not under it.
		const head = elements.map(({ tagName }) => tagName);
		expect(elements.indexOf(policy)).toBeLessThan(elements.indexOf(style));
		expect(head.slice(0, elements.indexOf(policy))).toEqual(['html', 'head', 'meta']);
	});

	test('links inside itself to what is there, and outside only to Rocket.Chat by https', () => {
		const ids = attributes.filter(({ attribute }) => attribute === 'id').map(({ value }) => value);
		expect(new Set(ids).size).toBe(ids.length);
		const links = attributes.filter(({ attribute }) => attribute === 'href').map(({ value }) => value);
		expect(links.length).toBeGreaterThan(0);
		const lost = links.filter((link) => (link.startsWith('#') ? !ids.includes(link.slice(1)) : !/^https:\/\/(?:[\w-]+\.)?rocket\.chat\//.test(link)));
		expect(lost).toEqual([]);
		const labels = attributes.filter(({ attribute }) => attribute === 'aria-labelledby').map(({ value }) => value);
		expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
	});

	test('has one h1, and no heading that skips a level', () => {
		const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName.slice(1))] : []));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		expect(levels[0]).toBe(1);
		expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
	});

	test('names its tables, their columns and their rows, and each cell by its column for where there is no room for columns', () => {
		const tables = elements.filter(({ tagName }) => tagName === 'table');
		expect(tables.length).toBeGreaterThan(5);
		for (const table of tables) {
			const inside = elementsOf(table);
			expect(textOf(only(inside, ({ tagName }) => tagName === 'caption'))).not.toBe('');
			expect(inside.filter(({ tagName }) => tagName === 'th').filter((head) => !['col', 'row'].includes(attributesOf(head)['scope'] ?? ''))).toEqual([]);
			const [head = [], ...rows] = inside.filter(({ tagName }) => tagName === 'tr').map((row) => elementsOf(row).filter(({ tagName }) => ['th', 'td'].includes(tagName)));
			for (const [, ...cells] of rows) {
				expect(cells.map((cell) => attributesOf(cell)['data-label'])).toEqual(head.slice(1).map(textOf));
			}
		}
	});

	test('has its landmarks, a table of contents and a way past it', () => {
		const tags = elements.map(({ tagName }) => tagName);
		for (const landmark of ['header', 'nav', 'main', 'footer']) {
			expect([landmark, tags.filter((tag) => tag === landmark).length]).toEqual([landmark, 1]);
		}
		const nav = only(elements, ({ tagName }) => tagName === 'nav');
		const contents = elementsOf(nav).filter(({ tagName }) => tagName === 'a').map(textOf);
		const headings = elements.filter(({ tagName }) => tagName === 'h2').map(textOf);
		const summary = ['What to do first', 'Who receives what', 'Who can see what', 'What leaves, or is open here', 'Checked'];
		expect(headings).toEqual([...summary, 'Contents', ...contents]);
		const main = only(elements, ({ tagName }) => tagName === 'main');
		const skip = only(elements, (_element, { class: name }) => name === 'skip');
		expect(attributesOf(skip)['href']).toBe(`#${attributesOf(main)['id'] ?? ''}`);
	});
});

test('the document says in which language and direction it is written', () => {
	const root = (translate: Translate): Record<string, string> => attributesOf(only(elementsOf(htmlOf('nothing readable', translate)), ({ tagName }) => tagName === 'html'));
	expect(root(english)).toEqual({ lang: 'en', dir: 'ltr' });
	expect(root(fromRightToLeft)).toEqual({ lang: 'ar', dir: 'rtl' });
});

test('the style sheet names no left and no right', () => {
	const style = textOf(only(elementsOf(htmlOf('nothing readable')), ({ tagName }) => tagName === 'style'));
	expect(style).not.toMatch(/\b(?:left|right)\b/);
});

test('no column says one sentence in each of several rows', () => {
	for (const name of Object.keys(POSTURES)) {
		const tables = elementsOf(htmlOf(name)).filter(({ tagName }) => tagName === 'table').map((table) => elementsOf(table).filter(({ tagName }) => tagName === 'tr').slice(1).map((row) => elementsOf(row).filter(({ tagName }) => tagName === 'td').map(textOf)));
		const columns = tables.flatMap((rows) => (rows[0] ?? []).map((_cell, at) => rows.map((row) => row[at] ?? '')));
		const isSentence = (cell: string): boolean => cell.split(' ').length > 5;
		expect([name, columns.filter((cells) => cells.length > 2 && new Set(cells).size === 1 && isSentence(cells[0] ?? '')).map(([cell]) => cell)]).toEqual([name, []]);
	}
});

test('ids and values keep their own direction in every language', () => {
	const codes = elementsOf(htmlOf('every switch on', fromRightToLeft)).filter(({ tagName }) => tagName === 'code');
	expect(codes.length).toBeGreaterThan(100);
	expect(codes.filter((code) => attributesOf(code)['dir'] !== 'ltr')).toEqual([]);
});
