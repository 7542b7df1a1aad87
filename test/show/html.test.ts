import { createHash } from 'node:crypto';

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
const ACTIVE = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'video', 'audio', 'svg', 'base', 'details', 'template', 'noscript'];

describe.each(Object.keys(POSTURES))('the HTML document of a workspace that is %s', (name) => {
	const html = htmlOf(name);
	const elements = elementsOf(html);
	const attributes = elements.flatMap((element) => Object.entries(attributesOf(element)).map(([attribute, value]) => ({ tag: element.tagName, attribute, value })));

	test('runs nothing, loads nothing and hides nothing', () => {
		expect(elements.filter(({ tagName }) => ACTIVE.includes(tagName)).map(({ tagName }) => tagName)).toEqual([]);
		expect(attributes.filter(({ attribute }) => attribute.startsWith('on') || ['style', 'src', 'srcset', 'hidden', 'background'].includes(attribute))).toEqual([]);
		expect(html).not.toMatch(/url\(|@import|javascript:/i);
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

	test('names its tables, their columns and their rows, and lets the keyboard scroll them', () => {
		const tables = elements.filter(({ tagName }) => tagName === 'table');
		expect(tables.length).toBeGreaterThan(5);
		for (const table of tables) {
			const inside = elementsOf(table);
			expect(textOf(only(inside, ({ tagName }) => tagName === 'caption'))).not.toBe('');
			expect(inside.filter(({ tagName }) => tagName === 'th').filter((head) => !['col', 'row'].includes(attributesOf(head)['scope'] ?? ''))).toEqual([]);
			expect(attributesOf(table.parentNode as typeof table)).toMatchObject({ role: 'region', tabindex: '0' });
		}
	});

	test('has its landmarks, a table of contents and a way past it', () => {
		const tags = elements.map(({ tagName }) => tagName);
		for (const landmark of ['header', 'nav', 'main', 'footer']) {
			expect([landmark, tags.filter((tag) => tag === landmark).length]).toEqual([landmark, 1]);
		}
		const nav = only(elements, ({ tagName }) => tagName === 'nav');
		const contents = elementsOf(nav).filter(({ tagName }) => tagName === 'a').map(textOf);
		const sections = elements.filter(({ tagName }) => tagName === 'h2').map(textOf);
		expect(contents).toEqual(sections.slice(1));
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

test('ids and values keep their own direction in every language', () => {
	const codes = elementsOf(htmlOf('every switch on', fromRightToLeft)).filter(({ tagName }) => tagName === 'code');
	expect(codes.length).toBeGreaterThan(100);
	expect(codes.filter((code) => attributesOf(code)['dir'] !== 'ltr')).toEqual([]);
});
