import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { Block, DocumentLine, DocumentSpan, Fact, Outline, Section } from '../tell/document';
import { mayBeFollowed } from './links';
import { legible, visible } from './legible';

/**
 * An outline in the Markdown that GitHub and Rocket.Chat read alike: headings, flat lists, `**bold**`, code, bare addresses.
 * Rocket.Chat knows no tables, so a table is a list with an item for each row.
 */
export function toMarkdown({ title, lead, facts, summary, sections, closing }: Outline, translate: Translate): string {
	const colon = translate(say('report_label', { label: '' }));
	const chunks = [`# ${inline(title)}`, inline(lead), block({ kind: 'facts', facts }, colon), ...[...summary, ...sections, closing].flatMap((section) => chunksOf(section, '##', colon))];
	return `${chunks.join('\n\n')}\n`;
}

function chunksOf({ heading, blocks, parts = [] }: Section, mark: string, colon: string): string[] {
	const told = blocks.map((each) => block(each, colon)).filter((text) => text !== '');
	return told.length + parts.length === 0 ? [] : [`${mark} ${inline(heading)}`, ...told, ...parts.flatMap((part) => chunksOf(part, `${mark}#`, colon))];
}

function block(content: Block, colon: string): string {
	switch (content.kind) {
		case 'paragraphs':
			return content.lines.map(inline).join('\n\n');
		case 'list':
			return content.lines.map((line) => `- ${inline(line)}`).join('\n');
		case 'facts':
			return content.facts.map((fact) => `- ${labelled(fact, '**', colon)}`).join('\n');
		case 'picture':
		case 'blanks':
			return '';
		case 'table':
			return content.rows.map(({ name, cells }) => `- ${rowName(name, colon)} ${cellsOf(content.columns, cells, colon)}`).join('\n');
	}
}

function labelled({ label, lines }: Fact, mark: string, colon: string): string {
	return `${mark}${escaped(label)}${colon}${mark} ${joined(lines.map(inline))}`;
}

function rowName(name: DocumentLine, colon: string): string {
	const [first, ...rest] = name;
	if (first?.kind !== 'text' && first?.kind !== 'flow') {
		return `${inline(name)}${colon}`;
	}
	const told = escaped(first.text);
	return rest.length === 0 ? `**${told}${colon}**` : `**${told}**${inline(rest)}${colon}`;
}

function cellsOf([, ...columns]: readonly string[], cells: readonly (readonly DocumentLine[])[], colon: string): string {
	const told = columns.map((label, at): Fact => ({ label, lines: cells[at] ?? [] })).filter(({ lines }) => lines.length > 0);
	return joined(told.map((fact) => labelled(fact, '', colon)));
}

/** Whole sentences follow one another; phrases are set apart. */
function joined(pieces: readonly string[]): string {
	return pieces.reduce((before, piece) => (before === '' ? piece : `${before}${/[.!?。！？؟।]$/.test(before) ? '' : ';'} ${piece}`), '');
}

function inline(line: DocumentLine): string {
	// Two code spans that touch would be one with other delimiters.
	return line.map(span).join('').replace(/``/g, '` `');
}

function span(each: DocumentSpan): string {
	switch (each.kind) {
		case 'text':
		case 'flow':
			return escaped(each.text);
		case 'state':
			return `**${escaped(each.text)}**`;
		case 'bold':
			return `**${inline(each.spans)}**`;
		case 'english':
		case 'note':
			return inline(each.spans);
		case 'code':
		case 'value':
			return codeSpan(each.text);
		case 'link':
			return mayBeFollowed(each.text) ? each.text : codeSpan(each.text);
	}
}

/** The one form in which neither reader acts on anything; a backtick, which would end it, is told by its code point. */
function codeSpan(text: string): string {
	return text === '' ? '' : `\`${legible(text).replace(/`/g, visible)}\``;
}

/** Both readers know a backslash only before some signs; the others, which one of them acts on, become code. */
function escaped(text: string): string {
	return legible(text).replace(/[*_~]/g, '\\$&').replace(/(?:[<[\]|@`]|\\(?![*_~])|&(?=#?\w+;))+/g, codeSpan);
}
