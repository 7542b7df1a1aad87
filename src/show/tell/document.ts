import type { FlowId } from '../../catalogue/flows';
import type { ExposureState } from '../../catalogue/vocabulary';
import type { Span } from '../../language/spans';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';

/** A piece of a line of a document. */
export type DocumentSpan =
	| Span
	/** A flow, by its id, which leads to where it is told. */
	| { readonly kind: 'flow'; readonly text: FlowId }
	/** A state, in words; its tone is decoration. */
	| { readonly kind: 'state'; readonly text: string; readonly tone: ExposureState };

export type DocumentLine = readonly DocumentSpan[];

/** A document, before it is one of any format: what is told, in which order, under which headings. */
export interface Outline {
	readonly title: DocumentLine;
	/** The verdict in one line. */
	readonly lead: DocumentLine;
	/** When and with what it was made. */
	readonly facts: readonly Fact[];
	readonly sections: readonly Section[];
	/** What the document is; its last part. */
	readonly closing: Section;
}

export interface Section {
	/** The same in every language, and once in a document. */
	readonly id: string;
	readonly heading: DocumentLine;
	readonly blocks: readonly Block[];
	readonly parts?: readonly Section[];
}

export type Block =
	| { readonly kind: 'paragraphs' | 'list'; readonly lines: readonly DocumentLine[] }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	| { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** Something with a label; without lines there is nothing to tell. */
export interface Fact {
	readonly label: string;
	readonly lines: readonly DocumentLine[];
}

/** The first cell names the row. */
export interface TableRow {
	readonly name: DocumentLine;
	readonly cells: readonly (readonly DocumentLine[])[];
}

/** How a document for one reader is written. */
export interface Writer {
	/** A sentence, its marks read. */
	readonly sentence: (statement: Statement) => DocumentLine;
	/** A heading, a column or a label. */
	readonly label: (statement: Statement | WholeKey) => string;
	readonly heading: (statement: Statement | WholeKey) => DocumentLine;
	readonly fact: (label: WholeKey, ...lines: readonly DocumentLine[]) => Fact;
	readonly table: (caption: Statement | WholeKey, columns: readonly WholeKey[], rows: readonly TableRow[]) => Block;
}

export function writerFor(translate: Translate): Writer {
	const label = (statement: Statement | WholeKey): string => translate(statement);
	return {
		sentence: (statement) => translate.spans(statement),
		label,
		heading: (statement) => words(label(statement)),
		fact: (key, ...lines) => ({ label: label(key), lines }),
		table: (caption, columns, rows) => ({ kind: 'table', caption: label(caption), columns: columns.map((column) => label(column)), rows }),
	};
}

/** Plain words, no sign of which counts as a mark. */
export function words(text: string): DocumentLine {
	return [{ kind: 'text', text }];
}

export function codeLine(text: string): DocumentLine {
	return [{ kind: 'code', text }];
}

export function facts(all: readonly Fact[]): Block {
	return { kind: 'facts', facts: all.filter(({ lines }) => lines.length > 0) };
}

export function paragraphs(...lines: readonly DocumentLine[]): Block {
	return { kind: 'paragraphs', lines };
}

export function list(lines: readonly DocumentLine[]): Block {
	return { kind: 'list', lines };
}
