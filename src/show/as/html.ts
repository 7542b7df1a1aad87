import { createHash } from 'crypto';

import type { Translate } from '../../language/translate';
import { STYLE } from './html-style';
import { unmarked } from '../../language/spans';
import type { Block, DocumentLine, DocumentSpan, Fact, Outline, Section, TableRow } from '../tell/document';
import { legible } from './legible';
import { mayBeFollowed } from './links';

/** Nothing may be loaded, run or sent; only the one style sheet counts, told by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** An outline as one HTML file that needs nothing else, for reading, printing and keeping. */
export function toHtml({ title, lead, facts, sections, closing }: Outline, translate: Translate): string {
	const name = escaped(title.map((each) => ('spans' in each ? unmarked([each]) : each.text)).join(''));
	const contents = [...sections, closing].map(({ id, heading }) => `<li><a href="#${escaped(id)}">${inline(heading)}</a></li>`).join('\n');
	return `<!doctype html>
<html lang="${escaped(translate.language)}" dir="${translate.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#report">${escaped(translate('report_skip'))}</a>
<header>
<h1>${inline(title)}</h1>
<p>${inline(lead)}</p>
${block({ kind: 'facts', facts }, '')}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escaped(translate('report_contents'))}</h2>
<ul>
${contents}
</ul>
</nav>
<main id="report" tabindex="-1">
${sections.map((section) => `<section aria-labelledby="${section.id}">\n${content(section, 2)}\n</section>`).join('\n')}
</main>
<footer>
${content(closing, 2)}
</footer>
</body>
</html>
`;
}

function content({ id, heading, blocks, parts = [] }: Section, level: number): string {
	return [
		`<h${level} id="${escaped(id)}">${inline(heading)}</h${level}>`,
		...blocks.map((each, at) => block(each, `${id}-${at}`)),
		...parts.map((part) => `<article aria-labelledby="${escaped(part.id)}">\n${content(part, level + 1)}\n</article>`),
	].join('\n');
}

/** @param id names the block in the document */
function block(each: Block, id: string): string {
	switch (each.kind) {
		case 'paragraphs':
			return each.lines.map((line) => `<p>${inline(line)}</p>`).join('\n');
		case 'list':
			return list(each.lines);
		case 'facts':
			return `<dl>\n${each.facts.map(fact).join('\n')}\n</dl>`;
		case 'table':
			// What does not fit a narrow screen can be scrolled to, by the keyboard too.
			return `<div class="wide" role="region" tabindex="0" aria-labelledby="${escaped(id)}">
<table>
<caption id="${escaped(id)}">${escaped(each.caption)}</caption>
<thead><tr>${each.columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>
${each.rows.map(row).join('\n')}
</tbody>
</table>
</div>`;
	}
}

function fact({ label, lines }: Fact): string {
	return `<div><dt>${escaped(label)}</dt><dd>${several(lines)}</dd></div>`;
}

function row({ name, cells }: TableRow): string {
	return `<tr><th scope="row">${inline(name)}</th>${cells.map((lines) => `<td>${several(lines)}</td>`).join('')}</tr>`;
}

function several(lines: readonly DocumentLine[]): string {
	return lines.length > 1 ? list(lines) : lines.map(inline).join('');
}

function list(lines: readonly DocumentLine[]): string {
	return `<ul>${lines.map((line) => `<li>${inline(line)}</li>`).join('')}</ul>`;
}

function inline(line: DocumentLine): string {
	return line.map(span).join('');
}

function span(each: DocumentSpan): string {
	switch (each.kind) {
		case 'text':
			return escaped(each.text);
		case 'bold':
			return `<strong>${inline(each.spans)}</strong>`;
		case 'english':
			return `<span lang="en" dir="ltr">${inline(each.spans)}</span>`;
		case 'code':
		case 'value':
			return code(each.text);
		case 'flow':
			return `<a href="#flow-${escaped(each.text)}">${code(each.text)}</a>`;
		case 'link':
			return mayBeFollowed(each.text) ? `<a href="${escaped(each.text)}" rel="noreferrer">${escaped(each.text)}</a>` : code(each.text);
		case 'state':
			return `<b class="${each.tone}">${escaped(each.text)}</b>`;
	}
}

function code(text: string): string {
	return `<code dir="ltr">${escaped(text)}</code>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
	return legible(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
