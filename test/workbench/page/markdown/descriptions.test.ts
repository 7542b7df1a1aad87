import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { APP_SETTINGS } from '../../../../src/settings/app-settings';
import { Markdown } from '../../../../tools/workbench/page/markdown/Markdown';

/**
 * Rocket.Chat's settings page hands the escaped description to `marked` and makes of one star bold, of two underscores
 * italic. What our own renderer makes of the same text must have the same structure.
 */
const marked = new Marked({
	gfm: true,
	walkTokens(token) {
		if (token.type === 'em' && /^\*{1,2}[^*]+\*{1,2}$/.test(token.raw)) {
			token.type = 'strong';
		} else if (token.type === 'strong' && /^__?\S/.test(token.raw)) {
			token.type = 'em';
		}
	},
	// What was escaped beforehand is not escaped twice.
	renderer: {
		code: (code) => `<pre><code>${code}</code></pre>`,
		codespan: (code) => `<code>${code.replace(/&amp;/g, '&')}</code>`,
	},
});

type Node = DefaultTreeAdapterMap['node'];

const kept = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'table', 'tr', 'th', 'td', 'a', 'code', 'pre', 'strong', 'em', 'del', 'br', 'blockquote']);

/** The elements that carry meaning, with their words. */
function outline(node: Node, parent = ''): string {
	if ('value' in node) {
		return node.value.replace(/\s+/g, ' ');
	}
	if (!('childNodes' in node)) {
		return '';
	}
	const attribute = (name: string) => ('attrs' in node ? (node.attrs.find((candidate) => candidate.name === name)?.value ?? '') : '');
	const tag = elementOf(node.nodeName, attribute('class'));
	const inside = node.childNodes.map((child) => outline(child, tag)).join('');
	// Code blocks are one element of ours; the page's list items have no paragraphs.
	if (parent === 'li' && tag === 'p') {
		return ` ${inside} `;
	}
	return !kept.has(tag) || (parent === 'pre' && tag === 'code') ? inside : `<${tag}${tag === 'a' ? ` ${attribute('href')}` : ''}${tag === 'ol' && attribute('start') !== '' ? ` ${attribute('start')}` : ''}>${inside.trim()}</${tag}>`;
}

function elementOf(name: string, className: string): string {
	const level = /heading-(\d)/.exec(className)?.[1];
	return level !== undefined ? `h${level}` : name === 's' ? 'del' : name;
}

const squeezed = (html: string): string => outline(parseFragment(html)).replace(/> +</g, '><').replace(/ +(?=<(?:ul|ol|pre|table|\/li))/g, '').replace(/ +/g, ' ').replace(/<li> /g, '<li>').trim();

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const theirs = (text: string): string => {
	const html = marked.parse(escaped(text));
	if (typeof html !== 'string') {
		throw new Error('marked answers later.');
	}
	return squeezed(html);
};
const ours = (text: string): string => squeezed(renderToStaticMarkup(createElement(Markdown, { text, dialect: 'gfm' }))).replace(/<ol 1>/g, '<ol>');

const folder = join(__dirname, '..', '..', '..', '..', 'i18n');
const languages = readdirSync(folder).map((file) => ({ language: file, texts: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string> }));
const descriptions = languages.flatMap(({ language, texts }) =>
	APP_SETTINGS.flatMap(({ id, i18nDescription }) => {
		const text = i18nDescription === undefined ? undefined : texts[i18nDescription];
		return text === undefined ? [] : [{ id, language, text }];
	}),
);

test('every setting has a description in English', () => {
	const shown = APP_SETTINGS.filter(({ hidden }) => hidden !== true).map(({ id }) => id);
	expect(descriptions.filter(({ language }) => language === 'en.json').map(({ id }) => id)).toEqual(expect.arrayContaining(shown));
});

test.each(descriptions)('the description of $id ($language) is drawn as Rocket.Chat draws it', ({ text }) => {
	expect(ours(text)).toBe(theirs(text));
});

test.each([
	['a table with code, links and bold in it', 'Intro:\n\n| Data | Who |\n|:--|--:|\n| `a` & **b** | [x](https://a.example/?q=1&r=2) |\n| c | |\n\nEnd.'],
	['a table right below a paragraph', 'Intro\n| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\nstill a row'],
	['a table of one column', '| a |\n|---|\n| 1 |'],
	['lists, nested and loose', '- a\n- b\n  - c\n  - d\n- e\n\n- f\n\n1. g\n2. h'],
	['a list right below a paragraph', 'These:\n- a\n- b\n\nand\n3. no list'],
	['lists that begin anew', '- a\n* b\n\n4. c\n5. d'],
	['an item that runs on', '- a\nb\n  c\n\n  d\n\ne'],
	['headings', '# A\n### B `c`\ntext'],
	['lines that run on, and hard breaks', 'one\ntwo  \nthree\\\nfour\n\nfive'],
	['emphasis', '*a* **b** _c_ __d__ ~e~ ~~f~~ snake_case_word 2*3*4 * g * \\*h\\*'],
	['code', '`<flow>` and ``a`b`` and\n\n```\n<x> & *y*\n```'],
	['addresses', 'See https://a.example/x?y=1. Or www.a.example, or (dpo@a.example).'],
	['what looks like HTML or a quote', '<b>a</b> & b\n\n> c'],
])('%s: the same structure', (_, text) => {
	expect(ours(text)).toBe(theirs(text));
});

test('the comparison sees a difference', () => {
	expect(theirs('| a |\n|---|')).toBe('<table><tr><th>a</th></tr></table>');
	expect(ours('- a')).not.toBe(theirs('1. a'));
	expect(ours('[a](https://a.example)')).not.toBe(theirs('[a](https://b.example)'));
});
