import type { FlowId } from '../../catalogue/flows';
import type { ExposureState } from '../../catalogue/vocabulary';
import type { Line, Span } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';

/** A piece of a line of a document. */
export type DocumentSpan =
	| Exclude<Span, { readonly spans: unknown }>
	/** A note is said in small print: an id, of use to programs. */
	| { readonly kind: 'bold' | 'english' | 'note'; readonly spans: DocumentLine }
	/** The name of a flow, which leads to where it is told. */
	| { readonly kind: 'flow'; readonly id: FlowId; readonly text: string }
	/** A state, in words; its tone is decoration. */
	| { readonly kind: 'state'; readonly text: string; readonly tone: ExposureState };

export type DocumentLine = readonly DocumentSpan[];

/** A document, before it is one of any format: what is told, in which order, under which headings. */
export interface Outline {
	readonly title: DocumentLine;
	/** The whole answer in one line. */
	readonly lead: DocumentLine;
	/** The verdict, and when it was reached. */
	readonly facts: readonly Fact[];
	/** What fills the first page, for those who read no more: the first two side by side. */
	readonly summary: readonly Section[];
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
	/** Only where it can be drawn; it shows nothing that is not written elsewhere too. */
	| { readonly kind: 'picture'; readonly picture: Picture }
	/** Lines to be filled in by hand, only where there is paper. */
	| { readonly kind: 'blanks'; readonly labels: readonly string[] }
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

/** Who receives what, around the workspace. */
export interface Picture {
	readonly title: string;
	/** The picture in words. */
	readonly description: string;
	/** From where on it is read. */
	readonly direction: 'ltr' | 'rtl';
	/** What the lines mean. */
	readonly legend: DocumentLine;
	/** What stands in the middle: what it is, then its name. */
	readonly workspace: { readonly name: string; readonly note: string };
	/** The name of the ring around what stays inside. */
	readonly ring: string;
	readonly boxes: readonly PictureBox[];
}

/** One who receives. */
export interface PictureBox {
	readonly name: string;
	/** What is received. */
	readonly note: string;
	readonly line: 'sent' | 'attempted' | 'inside' | 'unknown';
	/** How much it matters what is received: how thick its line is. */
	readonly weight: 1 | 2 | 3;
}

/** How a document for one reader is written. */
export interface Writer {
	readonly direction: 'ltr' | 'rtl';
	/** A sentence, its marks read. */
	readonly sentence: (statement: Statement) => Line;
	/** A heading, a column or a label. */
	readonly label: (statement: Statement | WholeKey) => string;
	readonly heading: (statement: Statement | WholeKey) => DocumentLine;
	/** Names one after the other. */
	readonly names: (statements: readonly Statement[]) => string;
	readonly fact: (label: WholeKey, ...lines: readonly DocumentLine[]) => Fact;
	readonly table: (caption: Statement | WholeKey, columns: readonly WholeKey[], rows: readonly TableRow[]) => Block;
}

export function writerFor(translate: Translate): Writer {
	const label = (statement: Statement | WholeKey): string => plain(translate.spans(statement));
	return {
		direction: translate.direction,
		sentence: (statement) => translate.spans(statement),
		label,
		heading: (statement) => words(label(statement)),
		names: (statements) => label(say('flows_names', { flows: statements })),
		fact: (key, ...lines) => ({ label: label(key), lines }),
		table: (caption, columns, rows) => ({ kind: 'table', caption: label(caption), columns: columns.map((column) => label(column)), rows }),
	};
}

/** Plain words, no sign of which counts as a mark. */
export function words(text: string): DocumentLine {
	return [{ kind: 'text', text }];
}

/** A line without any mark. */
export function plain(line: DocumentLine): string {
	return line.map((span) => ('spans' in span ? plain(span.spans) : span.text)).join('');
}

/** Small print. */
export function note(...spans: DocumentLine): DocumentSpan {
	return { kind: 'note', spans };
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
