/**
 * The Markdown that the app writes, as a tree. Two dialects: that of messages and UIKit texts, where `*one star*` is
 * bold, and GFM, which the settings page renders, where it is emphasis and tables exist.
 */
export type Dialect = 'message' | 'gfm';

export type Inline =
	| { type: 'text'; text: string }
	| { type: 'code'; text: string }
	| { type: 'bold' | 'italic' | 'strike'; inside: Inline[] }
	| { type: 'link'; href: string; inside: Inline[] };

export type Block =
	| { type: 'paragraph'; lines: Inline[][] }
	| { type: 'heading'; level: number; inside: Inline[] }
	| { type: 'list'; ordered: boolean; start: number; items: Inline[][] }
	| { type: 'quote'; blocks: Block[] }
	| { type: 'code'; text: string }
	| { type: 'table'; head: Inline[][]; rows: Inline[][][] };

const bullet = /^\s*[-*+•] +(.*)$/;
const numbered = /^\s*(\d{1,9})[.)] +(.*)$/;
const quoted = /^> ?(.*)$/;
const heading = /^(#{1,6}) +(.+)$/;
const fence = /^\s*```/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/;

export function parseMarkdown(text: string, dialect: Dialect = 'message'): Block[] {
	const lines = text.split(/\r?\n/);
	const inline = (line: string) => parseInline(line, dialect);
	const blocks: Block[] = [];
	let paragraph: Inline[][] = [];
	let at = 0;

	const flush = () => {
		if (paragraph.length > 0) {
			blocks.push({ type: 'paragraph', lines: paragraph });
			paragraph = [];
		}
	};
	/** Takes lines as long as the form fits them. */
	const run = (form: RegExp): RegExpExecArray[] => {
		const found: RegExpExecArray[] = [];
		for (let match = form.exec(lines[at] ?? ''); at < lines.length && match !== null; match = form.exec(lines[at] ?? '')) {
			found.push(match);
			at++;
		}
		return found;
	};

	while (at < lines.length) {
		const line = lines[at] ?? '';
		const title = heading.exec(line);
		if (fence.test(line)) {
			flush();
			const rest = lines.slice(at + 1);
			const close = rest.findIndex((candidate) => fence.test(candidate));
			const inside = close === -1 ? rest : rest.slice(0, close);
			blocks.push({ type: 'code', text: inside.join('\n') });
			at += inside.length + 2;
		} else if (title !== null) {
			flush();
			blocks.push({ type: 'heading', level: title[1]?.length ?? 1, inside: inline(title[2] ?? '') });
			at++;
		} else if (bullet.test(line)) {
			flush();
			blocks.push({ type: 'list', ordered: false, start: 1, items: run(bullet).map((match) => inline(match[1] ?? '')) });
		} else if (numbered.test(line)) {
			flush();
			const items = run(numbered);
			blocks.push({
				type: 'list',
				ordered: true,
				start: Number(items[0]?.[1] ?? 1),
				items: items.map((match) => inline(match[2] ?? '')),
			});
		} else if (quoted.test(line)) {
			flush();
			const inside = run(quoted).map((match) => match[1] ?? '');
			blocks.push({ type: 'quote', blocks: parseMarkdown(inside.join('\n'), dialect) });
		} else if (dialect === 'gfm' && line.includes('|') && tableRule.test(lines[at + 1] ?? '')) {
			flush();
			at += 2;
			const rows = run(/^(.*\|.*)$/).map((match) => cells(match[1] ?? '').map(inline));
			blocks.push({ type: 'table', head: cells(line).map(inline), rows });
		} else if (line.trim() === '') {
			flush();
			at++;
		} else {
			paragraph.push(inline(line));
			at++;
		}
	}
	flush();
	return blocks;
}

function cells(row: string): string[] {
	return row
		.trim()
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());
}

/** Marks around text: what opens and closes it, and what it means. The longer mark is tried first. */
const marks: Record<Dialect, { mark: string; type: 'bold' | 'italic' | 'strike' }[]> = {
	message: [
		{ mark: '**', type: 'bold' },
		{ mark: '*', type: 'bold' },
		{ mark: '__', type: 'italic' },
		{ mark: '_', type: 'italic' },
		{ mark: '~~', type: 'strike' },
		{ mark: '~', type: 'strike' },
	],
	gfm: [
		{ mark: '**', type: 'bold' },
		{ mark: '__', type: 'bold' },
		{ mark: '*', type: 'italic' },
		{ mark: '_', type: 'italic' },
		{ mark: '~~', type: 'strike' },
	],
};

const code = /^`([^`]+)`/;
const link = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)/;
const bareLink = /^https?:\/\/[^\s<>|"'`]*[^\s<>|"'`.,;:!?)\]*_~]/;

export function parseInline(text: string, dialect: Dialect = 'message'): Inline[] {
	const found: Inline[] = [];
	let plain = '';
	let at = 0;

	const take = (node: Inline, length: number) => {
		if (plain !== '') {
			found.push({ type: 'text', text: plain });
			plain = '';
		}
		found.push(node);
		at += length;
	};

	while (at < text.length) {
		const rest = text.slice(at);
		const before = text[at - 1] ?? ' ';
		const codeMatch = code.exec(rest);
		const linkMatch = link.exec(rest);
		const bareMatch = /\w/.test(before) ? null : bareLink.exec(rest);
		const marked = /\w/.test(before) ? null : markedAt(rest, dialect);
		if (codeMatch !== null) {
			take({ type: 'code', text: codeMatch[1] ?? '' }, codeMatch[0].length);
		} else if (linkMatch !== null) {
			take({ type: 'link', href: linkMatch[2] ?? '', inside: parseInline(linkMatch[1] ?? '', dialect) }, linkMatch[0].length);
		} else if (bareMatch !== null) {
			take({ type: 'link', href: bareMatch[0], inside: [{ type: 'text', text: bareMatch[0] }] }, bareMatch[0].length);
		} else if (marked !== null) {
			take({ type: marked.type, inside: parseInline(marked.inside, dialect) }, marked.length);
		} else {
			plain += text[at] ?? '';
			at++;
		}
	}
	return plain === '' ? found : [...found, { type: 'text', text: plain }];
}

/** A marked stretch at the start of the text: closed, not empty, without space at its edges, and not inside a word. */
function markedAt(rest: string, dialect: Dialect): { type: 'bold' | 'italic' | 'strike'; inside: string; length: number } | null {
	for (const { mark, type } of marks[dialect]) {
		if (!rest.startsWith(mark)) {
			continue;
		}
		for (let end = rest.indexOf(mark, mark.length + 1); end !== -1; end = rest.indexOf(mark, end + 1)) {
			const inside = rest.slice(mark.length, end);
			const after = rest[end + mark.length] ?? ' ';
			if (!/^\s|\s$/.test(inside) && !/\w/.test(after) && !inside.startsWith(mark.charAt(0))) {
				return { type, inside, length: end + mark.length };
			}
		}
	}
	return null;
}
