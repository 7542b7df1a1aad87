import { bareLinkIn, codeIn, escapedIn, linkIn, markedIn } from './spans';

/**
 * The Markdown that the app writes, as a tree. Two dialects: that of messages and UIKit texts, where a line is a line; and
 * GFM as Rocket.Chat's settings page renders it, with tables, nested lists and lines that run on. In both one star is
 * bold: the page changes GFM there. It also escapes `>` beforehand, so that it knows no quotes
 * (`client/components/MarkdownText.tsx`).
 */
export type Dialect = 'message' | 'gfm';

export type Inline =
	| { type: 'text'; text: string }
	| { type: 'code'; text: string }
	| { type: 'bold' | 'italic' | 'strike'; inside: Inline[] }
	| { type: 'link'; href: string; inside: Inline[] };

export interface Item {
	lines: Inline[][];
	/** What stands below the item's own words: further lists, code. */
	nested: Block[];
}

export type Block =
	| { type: 'paragraph'; lines: Inline[][] }
	| { type: 'heading'; level: number; inside: Inline[] }
	| { type: 'list'; ordered: boolean; start: number; items: Item[] }
	| { type: 'quote'; blocks: Block[] }
	| { type: 'code'; text: string }
	| { type: 'table'; head: Inline[][]; rows: Inline[][][] };

const heading = /^(#{1,6}) +(.+)$/;
const fence = /^\s*```/;
const quoted = /^> ?(.*)$/;
const tableRule = /^ {0,3}\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const marker: Record<Dialect, RegExp> = {
	message: /^(\s*)(?:([-*+•])|(\d{1,9})[.)]) +(.*)$/,
	gfm: /^( {0,3})(?:([-*+])|(\d{1,9})[.)]) +(.*)$/,
};

export function parseMarkdown(text: string, dialect: Dialect = 'message'): Block[] {
	return new Reader(text.split(/\r?\n/), dialect).blocks();
}

export function parseInline(text: string, dialect: Dialect = 'message'): Inline[] {
	const found: Inline[] = [];
	let plain = '';
	let at = 0;

	while (at < text.length) {
		const rest = text.slice(at);
		const before = text[at - 1] ?? ' ';
		const inside = (words: string) => parseInline(words, dialect);
		const span =
			escapedIn(rest, dialect) ?? codeIn(rest, dialect) ?? linkIn(rest, inside) ?? bareLinkIn(rest, before, dialect) ?? markedIn(rest, before, dialect, inside);
		if (span === null) {
			plain += text[at] ?? '';
			at++;
		} else if (span.node.type === 'text') {
			plain += span.node.text;
			at += span.length;
		} else {
			if (plain !== '') {
				found.push({ type: 'text', text: plain });
				plain = '';
			}
			found.push(span.node);
			at += span.length;
		}
	}
	return plain === '' ? found : [...found, { type: 'text', text: plain }];
}

/** Goes through the lines once, block by block. */
class Reader {
	private at = 0;

	constructor(
		private readonly lines: readonly string[],
		private readonly dialect: Dialect,
	) {}

	blocks(): Block[] {
		const found: Block[] = [];
		let paragraph: string[] = [];
		const flush = () => {
			if (paragraph.length > 0) {
				found.push({ type: 'paragraph', lines: this.paragraph(paragraph) });
				paragraph = [];
			}
		};
		while (this.at < this.lines.length) {
			const line = this.line();
			const block = this.block(line, paragraph.length > 0);
			if (block !== null) {
				flush();
				found.push(block);
			} else {
				this.at++;
				if (line.trim() === '') {
					flush();
				} else {
					paragraph.push(line);
				}
			}
		}
		flush();
		return found;
	}

	/** The block that begins with this line, or null where a paragraph does, or goes on. */
	private block(line: string, inParagraph: boolean): Block | null {
		const title = heading.exec(line);
		if (fence.test(line)) {
			return this.code();
		}
		if (title !== null) {
			this.at++;
			return { type: 'heading', level: title[1]?.length ?? 1, inside: this.inline(title[2] ?? '') };
		}
		if (this.beginsList(line, inParagraph)) {
			return this.list();
		}
		if (this.dialect === 'message' && quoted.test(line)) {
			return this.quote();
		}
		if (this.beginsTable(line)) {
			return this.table();
		}
		return null;
	}

	private code(): Block {
		const rest = this.lines.slice(this.at + 1);
		const close = rest.findIndex((candidate) => fence.test(candidate));
		const inside = close === -1 ? rest : rest.slice(0, close);
		this.at += inside.length + 2;
		return { type: 'code', text: inside.join('\n') };
	}

	private quote(): Block {
		const inside: string[] = [];
		for (let match = quoted.exec(this.line()); this.at < this.lines.length && match !== null; match = quoted.exec(this.line())) {
			inside.push(match[1] ?? '');
			this.at++;
		}
		return { type: 'quote', blocks: parseMarkdown(inside.join('\n'), this.dialect) };
	}

	/** A number that begins a sentence begins no list within a paragraph of GFM, unless it is 1. */
	private beginsList(line: string, inParagraph: boolean): boolean {
		const match = marker[this.dialect].exec(line);
		return match !== null && (this.dialect === 'message' || !inParagraph || match[3] === undefined || match[3] === '1');
	}

	private list(): Block {
		const first = marker[this.dialect].exec(this.line());
		const kind = kindOf(first, this.dialect);
		const items: Item[] = [];
		for (let match = first; match !== null && kindOf(match, this.dialect) === kind; match = marker[this.dialect].exec(this.line())) {
			items.push(this.item(match));
		}
		return { type: 'list', ordered: kind === 'number', start: Number(first?.[3] ?? 1), items };
	}

	private item(match: RegExpExecArray): Item {
		const words = match[4] ?? '';
		this.at++;
		if (this.dialect === 'message') {
			return { lines: [this.inline(words)], nested: [] };
		}
		const inside = new Reader([words, ...this.belongingTo(match[0].length - words.length)], 'gfm').blocks();
		const [own] = inside;
		return own?.type === 'paragraph' ? { lines: own.lines, nested: inside.slice(1) } : { lines: [], nested: inside };
	}

	/** The lines after a list's marker that are indented as its words are, and those that a paragraph runs on into. */
	private belongingTo(indent: number): string[] {
		const found: string[] = [];
		for (; this.at < this.lines.length; this.at++) {
			const line = this.line();
			const after = this.lines.slice(this.at + 1).find((candidate) => candidate.trim() !== '') ?? '';
			const isInside = line.search(/\S/) >= indent;
			const runsOn = line.trim() !== '' && (found.at(-1) ?? 'a').trim() !== '' && !this.beginsBlock(line);
			if (!isInside && !runsOn && !(line.trim() === '' && after.search(/\S/) >= indent)) {
				break;
			}
			found.push(isInside ? line.slice(indent) : line);
		}
		// Items may stand apart from each other by one empty line.
		if (this.line().trim() === '' && marker.gfm.test(this.lines[this.at + 1] ?? '')) {
			this.at++;
		}
		return found;
	}

	private beginsBlock(line: string): boolean {
		return fence.test(line) || heading.test(line) || marker[this.dialect].test(line) || this.beginsTable(line);
	}

	private beginsTable(line: string): boolean {
		return this.dialect === 'gfm' && line.includes('|') && tableRule.test(this.lines[this.at + 1] ?? '');
	}

	private table(): Block {
		const head = cells(this.line());
		const rows: string[][] = [];
		for (this.at += 2; this.at < this.lines.length && this.line().trim() !== '' && !this.beginsBlock(this.line()); this.at++) {
			const row = cells(this.line());
			rows.push(head.map((_, column) => row[column] ?? ''));
		}
		const inline = (cell: string) => this.inline(cell);
		return { type: 'table', head: head.map(inline), rows: rows.map((row) => row.map(inline)) };
	}

	/** In GFM the lines of a paragraph run on, unless one ends with two spaces or a backslash. */
	private paragraph(lines: string[]): Inline[][] {
		if (this.dialect === 'message') {
			return lines.map((line) => this.inline(line));
		}
		return lines
			.map((line, index) => (index < lines.length - 1 ? line.trimStart() : line.trim()))
			.join('\n')
			.split(/(?: {2,}|\\)\n/)
			.map((line) => this.inline(line.replace(/ *\n/g, ' ')));
	}

	private inline(text: string): Inline[] {
		return parseInline(text, this.dialect);
	}

	private line(): string {
		return this.lines[this.at] ?? '';
	}
}

/** What holds the items of one list together: in GFM another bullet begins another list. */
function kindOf(match: RegExpExecArray | null, dialect: Dialect): string {
	return match?.[3] !== undefined ? 'number' : dialect === 'gfm' ? `bullet ${match?.[2] ?? ''}` : 'bullet';
}

function cells(row: string): string[] {
	return row
		.trim()
		.replace(/^\||(?<!\\)\|$/g, '')
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim().replace(/\\\|/g, '|'));
}
