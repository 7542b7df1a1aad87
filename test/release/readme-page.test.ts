import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { pageOf } from '../../tools/release/page';
import { attributesOf, elementsOf, only, textOf } from '../show/documents';

const ROOT = path.resolve(__dirname, '../..');

function fromRepository(name: string): Buffer | undefined {
	const file = path.join(ROOT, name);
	return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : undefined;
}

/** Reads from these texts instead of from the repository. */
const from = (files: Record<string, string>) => (name: string): Buffer | undefined => (name in files ? Buffer.from(files[name] ?? '') : undefined);

describe('the README as a page', () => {
	const { html, attached } = pageOf('README.md', fromRepository, 'Privacy Status');
	const elements = elementsOf(html);
	const attributes = elements.flatMap((element) => Object.entries(attributesOf(element)).map(([attribute, value]) => ({ tag: element.tagName, attribute, value })));
	const values = (name: string): string[] => attributes.filter(({ attribute }) => attribute === name).map(({ value }) => value);

	test('runs nothing and loads nothing', () => {
		const active = ['script', 'link', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'video', 'audio', 'svg', 'base', 'template', 'noscript'];
		expect(elements.filter(({ tagName }) => active.includes(tagName)).map(({ tagName }) => tagName)).toEqual([]);
		expect(attributes.filter(({ attribute }) => attribute.startsWith('on') || ['style', 'srcset', 'background', 'ping'].includes(attribute))).toEqual([]);
		expect(html).not.toMatch(/url\(|@import|javascript:/i);
	});

	test('has every picture inside, each with words for who does not see it', () => {
		const pictures = elements.filter(({ tagName }) => tagName === 'img').map(attributesOf);
		expect(pictures.length).toBeGreaterThan(3);
		for (const { src = '', alt = '' } of pictures) {
			expect(src.slice(0, 22)).toBe('data:image/png;base64,');
			expect(alt).not.toBe('');
		}
		expect(values('src')).toHaveLength(pictures.length);
	});

	test('has a policy that lets its one style sheet and its own pictures count, before anything else', () => {
		const style = only(elements, ({ tagName }) => tagName === 'style');
		const hash = createHash('sha256').update(textOf(style)).digest('base64');
		const policy = only(elements, (_element, { 'http-equiv': header }) => header === 'Content-Security-Policy');
		expect(attributesOf(policy)['content']).toBe(`default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
		expect(elements.slice(0, elements.indexOf(policy)).map(({ tagName }) => tagName)).toEqual(['html', 'head', 'meta']);
	});

	test('links to what is in it, to files beside it, and outside by https only', () => {
		const ids = values('id');
		expect(new Set(ids).size).toBe(ids.length);
		const links = values('href');
		const lost = links.filter((link) => (link.startsWith('#') ? !ids.includes(link.slice(1)) : !link.startsWith('https://') && !attached.includes(link)));
		expect(lost).toEqual([]);
		expect(links.some((link) => link.startsWith('#docsair-gapmd'))).toBe(true);
		expect(attached).toContain('docs/report.schema.json');
		expect(attached.filter((name) => fromRepository(name) === undefined)).toEqual([]);
	});

	test('holds the guides that the README links to', () => {
		const headings = elements.filter(({ tagName }) => tagName === 'h2').map(textOf);
		expect(headings).toEqual(expect.arrayContaining([
				'Install',
				'Permissions, and why',
				'Into an air-gapped workspace, step by step',
				'Compatibility',
				'How a verdict is reached',
				'The ways in which data can leave',
				'The settings of the app',
				'Reading the report by a script',
				'Contributing',
				'Releases',
			]));
	});

	test('has one h1, and no heading that skips a level', () => {
		const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName.slice(1))] : []));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
	});

	test('has columns with a scope, and tables that the keyboard can scroll', () => {
		const tables = elements.filter(({ tagName }) => tagName === 'table');
		const frames = elements.map(attributesOf).filter(({ class: name }) => name === 'wide');
		expect(tables.length).toBeGreaterThan(5);
		expect(frames.map(({ tabindex, role }) => ({ tabindex, role }))).toEqual(tables.map(() => ({ tabindex: '0', role: 'group' })));
		expect(elements.filter((element) => element.tagName === 'th' && attributesOf(element)['scope'] !== 'col')).toEqual([]);
	});
});

describe('a page', () => {
	test('takes the documents that it links to into itself, and leads back from them', () => {
		const { html, attached } = pageOf(
			'README.md',
			from({
				'README.md': '# One\n\n[guide](docs/guide.md#first-step), [licence](LICENSE)\n\n## Back here\n',
				'docs/guide.md': '# Guide\n\n## First step\n\n[back](../README.md#back-here) [self](#first-step) [data](data.json)\n',
				'docs/data.json': '{}',
				'LICENSE': 'MIT',
			}),
			'One & two',
		);
		expect(html).toContain('<title>One &amp; two</title>');
		expect(html).toContain('<a href="#docsguidemd--first-step">guide</a>');
		expect(html).toContain('<h2 id="docsguidemd--">Guide</h2>');
		expect(html).toContain('<h3 id="docsguidemd--first-step">First step</h3>');
		expect(html).toContain('<a href="#back-here">back</a> <a href="#docsguidemd--first-step">self</a>');
		expect(attached).toEqual(['LICENSE', 'docs/data.json']);
	});

	test.each([
		['a picture that is not there', '![x](x.png)', 'x.png is not there; README.md links to it.'],
		['a document that is not there', '[x](docs/x.md)', 'docs/x.md is not there.'],
		['a file that is not there', '[x](x.json)', 'x.json is not there; README.md links to it.'],
		['a heading that is not there', '[x](#nowhere)', 'lead to no heading: nowhere.'],
		['an address without encryption', '[x](http://example.org)', 'only https and files of the repository are meant'],
		['a script', 'a <script>alert(1)</script>', 'holds HTML of its own'],
		['an address that runs', '[x](javascript:alert)', 'only https and files of the repository are meant'],
	])('refuses %s, in one sentence', (_what, markdown, reason) => {
		expect(() => pageOf('README.md', from({ 'README.md': `# One\n\n${markdown}\n` }), 'One')).toThrow(reason);
	});
});
