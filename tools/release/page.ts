/**
 * The README as one HTML file that needs nothing else: for reading before the install, on a machine without network.
 *
 * The documents that it links to follow in the same file. Pictures are inside; nothing is loaded and nothing runs.
 */
import { Marked } from 'marked';
import { createHash } from 'node:crypto';
import path from 'node:path';

import { STYLE } from '../../src/show/as/html-style';

/** The style sheet of the HTML report, and what a README has beyond a report. */
const SHEET = `${STYLE}
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
pre { padding: 0.75rem; border: 1px solid var(--line); border-radius: 3px; background: var(--shade); white-space: pre-wrap; }
pre code { padding: 0; background: none; overflow-wrap: anywhere; }
ol { padding-inline-start: 1.5rem; }
h4 { margin-block: 1.25rem 0.5rem; font-size: 1rem; }
p, ul, ol { margin-block: 0.6rem; }
@media print { img { max-height: 9cm; } pre { break-inside: avoid; } }
`;

/** Nothing may be loaded, run or sent; only the one style sheet counts, told by its hash, and the pictures inside. */
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(SHEET).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A file of the repository; undefined if there is none. */
export type ReadFile = (name: string) => Buffer | undefined;

export interface Page {
	html: string;
	/** Files of the repository that the page links to: they must lie beside it under the same names. */
	attached: string[];
}

/**
 * @param start the Markdown document that the page begins with, by its path in the repository
 * @param read finds documents, pictures and other linked files
 * @param title of the page
 * @throws Error when a link leads to nothing, or a document holds HTML of its own
 */
export function pageOf(start: string, read: ReadFile, title: string): Page {
	const parts: Part[] = [];
	const attached = new Set<string>();
	const pages = [start];
	// Grows while documents name further documents.
	for (const name of pages) {
		parts.push(
			render(name, textOf(name, read), {
				depth: name === start ? 0 : 1,
				anchors: name === start ? '' : `${slug(name)}--`,
				picture: (target) => dataUrl(target, textFrom(target, read(target), name)),
				link: (target, fragment) => {
					if (/\.md$/.test(target) && target !== 'CHANGELOG.md') {
						if (!pages.includes(target)) {
							pages.push(target);
						}
						return `#${target === start ? fragment : `${slug(target)}--${fragment}`}`;
					}
					textFrom(target, read(target), name);
					attached.add(target);
					return `${target}${fragment === '' ? '' : `#${fragment}`}`;
				},
			}),
		);
	}
	const headings = parts.flatMap(({ headings: found }) => found).filter(({ level }) => level === 2);
	// The contents follow what stands before the first section.
	const text = parts.map((part) => part.html).join('\n');
	const [lead = ''] = text.split('<h2 ', 1);
	const rest = text.slice(lead.length);
	const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${SHEET}</style>
</head>
<body>
<main>
${lead}<nav aria-label="Contents">
<ul>
${headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('\n')}
</ul>
</nav>
${rest}</main>
</body>
</html>
`;
	const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
	const lost = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id ?? '').filter((id) => !ids.has(id));
	if (lost.length > 0) {
		throw new Error(`Links of ${start}, or of what it links to, lead to no heading: ${lost.join(', ')}.`);
	}
	return { html, attached: [...attached].sort() };
}

interface Heading {
	id: string;
	/** As HTML. */
	text: string;
	level: number;
}

interface Part {
	html: string;
	headings: Heading[];
}

interface Rules {
	/** By how many levels headings go down. */
	depth: number;
	/** What stands before the ids of this document's headings. */
	anchors: string;
	/** The address of a picture of the repository. */
	picture: (target: string) => string;
	/** The address of a document or file of the repository. */
	link: (target: string, fragment: string) => string;
}

function render(name: string, markdown: string, { depth, anchors, picture, link }: Rules): Part {
	const headings: Heading[] = [];
	const seen = new Map<string, number>();
	/** As GitHub names a heading, so that the links of the Markdown fit. */
	const idOf = (raw: string): string => {
		const id = slug(raw);
		const before = seen.get(id) ?? 0;
		seen.set(id, before + 1);
		return `${anchors}${before === 0 ? id : `${id}-${before}`}`;
	};
	const inRepository = (target: string): string => path.posix.join(path.posix.dirname(name), target).replace(/\/$/, '');
	const marked = new Marked({
		gfm: true,
		renderer: {
			heading(text, level, raw) {
				const first = headings.length === 0 && depth > 0;
				const heading = { id: first ? anchors : idOf(raw), text, level: level + depth };
				headings.push(heading);
				return `<h${heading.level} id="${heading.id}">${text}</h${heading.level}>\n`;
			},
			link(href, _title, text) {
				if (/^https:\/\//.test(href)) {
					return `<a href="${escaped(href)}" rel="noreferrer">${text}</a>`;
				}
				if (/^\w+:/.test(href)) {
					throw new Error(`${name} links to ${href}: only https and files of the repository are meant.`);
				}
				const [target = '', fragment = ''] = href.split('#');
				return `<a href="${escaped(target === '' ? `#${anchors}${fragment}` : link(inRepository(target), fragment))}">${text}</a>`;
			},
			image(href, _title, text) {
				return `<img src="${picture(inRepository(href))}" alt="${escaped(text)}">`;
			},
			table(header, body) {
				// What does not fit a narrow screen can be scrolled to, by the keyboard too.
				const label = headings.at(-1)?.text.replace(/<[^>]*>/g, '') ?? name;
				return `<div class="wide" role="group" tabindex="0" aria-label="Table: ${label}">\n<table>\n<thead>\n${header}</thead>\n<tbody>\n${body}</tbody>\n</table>\n</div>\n`;
			},
			tablecell(content, { header }) {
				return header ? `<th scope="col">${content}</th>\n` : `<td>${content}</td>\n`;
			},
			html(html) {
				if (!/^\s*<!--[^]*-->\s*$/.test(html)) {
					throw new Error(`${name} holds HTML of its own, which its page does not take over: ${html.trim()}`);
				}
				return '';
			},
		},
	});
	const html = marked.parse(markdown, { async: false });
	if (typeof html !== 'string') {
		throw new Error('marked answered later than asked.');
	}
	return { html, headings };
}

function textOf(name: string, read: ReadFile): string {
	return textFrom(name, read(name), '').toString('utf8');
}

function textFrom(name: string, content: Buffer | undefined, from: string): Buffer {
	if (content === undefined) {
		throw new Error(`${name} is not there${from === '' ? '' : `; ${from} links to it`}.`);
	}
	return content;
}

function dataUrl(name: string, content: Buffer): string {
	if (!name.endsWith('.png')) {
		throw new Error(`${name} is no PNG picture.`);
	}
	return `data:image/png;base64,${content.toString('base64')}`;
}

/** As GitHub makes the anchor of a heading. */
function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
