import { createHash } from 'crypto';

import type { Translate } from '../../language/translate';
import { STYLE } from './html-style';
import { plain } from '../tell/document';
import type { Block, DocumentLine, DocumentSpan, Fact, Outline, Section } from '../tell/document';
import { mayBeFollowed } from './links';
import { escaped } from './markup';
import { toSvg } from './svg';

/** Nothing may be loaded, run or sent; only the one style sheet counts, told by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** An outline as one HTML file that needs nothing else, for reading, printing and keeping. */
export function toHtml({ title, lead, facts, summary, sections, closing }: Outline, translate: Translate): string {
	const told = (section: Section): string => `<section ${named(section)}>\n${content(section, 2)}\n</section>`;
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
<title>${escaped(plain(title))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#report">${escaped(translate('report_skip'))}</a>
<header>
<h1>${inline(title)}</h1>
<p>${inline(lead)}</p>
${block({ kind: 'facts', facts }, '')}
</header>
<main id="report" tabindex="-1">
${summary.length === 0 ? '' : `<div class="summary">\n${summary.map(told).join('\n')}\n</div>`}
<nav aria-labelledby="contents">
<h2 id="contents">${escaped(translate('report_contents'))}</h2>
<ul>
${contents}
</ul>
</nav>
${sections.map(told).join('\n')}
</main>
<footer>
${content(closing, 2)}
</footer>
</body>
</html>
`;
}

/** The style knows sections by the first word of their ids. */
function named({ id }: Section): string {
	return `class="${escaped(id.replace(/-.*/, ''))}" aria-labelledby="${escaped(id)}"`;
}

function content({ id, heading, blocks, parts = [] }: Section, level: number): string {
	return [
		`<h${level} id="${escaped(id)}">${inline(heading)}</h${level}>`,
		...blocks.map((each, at) => block(each, `${id}-${at}`)),
		...parts.map((part) => `<article ${named(part)}>\n${content(part, level + 1)}\n</article>`),
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
			return each.facts.length === 0 ? '' : `<dl>\n${each.facts.map(fact).join('\n')}\n</dl>`;
		case 'picture':
			return `<figure>\n${toSvg(each.picture)}\n<figcaption>${inline(each.picture.legend)}</figcaption>\n</figure>`;
		case 'blanks':
			return `<div class="blanks">${each.labels.map((label) => `<p>${escaped(label)}</p>`).join('')}</div>`;
		case 'table':
			return table(each, id);
	}
}

/** Where there is no room for columns each cell says which one it is of. */
function table({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, id: string): string {
	const cell = (lines: readonly DocumentLine[], at: number): string => `<td data-label="${escaped(columns[at + 1] ?? '')}">${several(lines)}</td>`;
	return `<table id="${escaped(id)}">
<caption>${escaped(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(({ name, cells }) => `<tr><th scope="row">${inline(name)}</th>${cells.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table>`;
}

function fact({ label, lines }: Fact): string {
	return `<div><dt>${escaped(label)}</dt><dd>${several(lines)}</dd></div>`;
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
		case 'note':
			return `<small>${inline(each.spans)}</small>`;
		case 'flow':
			return `<a href="#flow-${escaped(each.id)}">${escaped(each.text)}</a>`;
		case 'link':
			return mayBeFollowed(each.text) ? `<a href="${escaped(each.text)}" rel="noreferrer">${escaped(each.text)}</a>` : code(each.text);
		case 'state':
			return `<b class="${each.tone}">${escaped(each.text)}</b>`;
	}
}

function code(text: string): string {
	return `<code dir="ltr">${escaped(text)}</code>`;
}
