import { parse as parseRows } from 'csv-parse/sync';
import { marked } from 'marked';
import type { Token } from 'marked';
import { parse as parseHtml } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

import { parseChat } from './message-parser';

/** One line of a Markdown document, without its marks. */
export interface MarkdownBlock {
	readonly kind: 'heading 1' | 'heading 2' | 'heading 3' | 'item' | 'paragraph' | `other: ${string}`;
	readonly text: string;
}

/** What GitHub's kind of Markdown makes of a document. */
export function readByGitHub(markdown: string): MarkdownBlock[] {
	return marked.lexer(markdown).flatMap((token): MarkdownBlock[] => {
		switch (token.type) {
			case 'space':
				return [];
			case 'heading':
			case 'paragraph':
				return [{ kind: token.type === 'heading' ? `heading ${String(token['depth'])}` as MarkdownBlock['kind'] : 'paragraph', text: markedText(token) }];
			case 'list':
				return (token['items'] as Token[]).map((item) => ({ kind: 'item', text: markedText(item) }));
			default:
				return [{ kind: `other: ${token.type}`, text: token.raw }];
		}
	});
}

function markedText(token: Token): string {
	const inner = 'tokens' in token ? token.tokens : undefined;
	return inner === undefined ? unescaped('text' in token ? String(token.text) : token.raw) : inner.map(markedText).join('');
}

function unescaped(text: string): string {
	const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
	return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => signs[entity] ?? entity);
}

/** The kinds of all tokens of a document, inner ones included, and where its links lead. */
export function tokensByGitHub(markdown: string): { kinds: string[]; links: string[] } {
	const kinds: string[] = [];
	const links: string[] = [];
	void marked.walkTokens(marked.lexer(markdown), (token) => {
		kinds.push(token.type);
		if (token.type === 'link') {
			links.push(String(token['href']));
		}
	});
	return { kinds, links };
}

interface ChatNode {
	readonly type: string;
	readonly level?: number;
	readonly value?: unknown;
}

/** What Rocket.Chat makes of a document. */
export function readByRocketChat(markdown: string): MarkdownBlock[] {
	return (parseChat(markdown) as ChatNode[]).flatMap((node): MarkdownBlock[] => {
		switch (node.type) {
			case 'LINE_BREAK':
				return [];
			case 'HEADING':
				return [{ kind: `heading ${String(node.level)}` as MarkdownBlock['kind'], text: chatText(node.value) }];
			case 'PARAGRAPH':
				return [{ kind: 'paragraph', text: chatText(node.value) }];
			case 'UNORDERED_LIST':
				return (node.value as ChatNode[]).map((item) => ({ kind: 'item', text: chatText(item.value) }));
			default:
				return [{ kind: `other: ${node.type}`, text: chatText(node.value) }];
		}
	});
}

function chatText(value: unknown): string {
	if (Array.isArray(value)) {
		return value.map(chatText).join('');
	}
	if (typeof value !== 'object' || value === null) {
		return String(value);
	}
	if ('unicode' in value) {
		return chatText(value.unicode);
	}
	return 'label' in value ? chatText(value.label) : 'value' in value ? chatText(value.value) : '';
}

/** The kinds of everything that Rocket.Chat found in a document. */
export function kindsByRocketChat(markdown: string): string[] {
	const kinds: string[] = [];
	JSON.stringify(parseChat(markdown), (key, value: unknown) => {
		if (key === 'type') {
			kinds.push(String(value));
		}
		return value;
	});
	return kinds;
}

/** A CSV file's header, and its rows by the names in it. */
export function readCsv(csv: string): { columns: string[]; rows: Record<string, string>[] } {
	const cells: string[][] = parseRows(csv, { bom: true, record_delimiter: '\r\n' });
	const [columns = [], ...rows] = cells;
	return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']))) };
}

/** A record of processing activities as a table: what comes before its header, without empty cells, then its header and its rows. */
export function readRegister(csv: string): { about: string[][] } & ReturnType<typeof readCsv> {
	const cells: string[][] = parseRows(csv, { bom: true, record_delimiter: '\r\n' });
	const empty = cells.findIndex((row) => row.every((cell) => cell === ''));
	const [columns = [], ...rows] = cells.slice(empty + 1);
	return {
		about: cells.slice(0, empty).map((row) => row.filter((cell) => cell !== '')),
		columns,
		rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '']))),
	};
}

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** All elements of an HTML document, in order. */
export function elementsOf(html: string | Node): Element[] {
	const node = typeof html === 'string' ? parseHtml(html) : html;
	const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
	return 'tagName' in node ? [node, ...below] : below;
}

export function attributesOf(element: Element): Record<string, string> {
	return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

/** The text of an element; what stands in blocks of their own is set apart. */
export function textOf(node: Node): string {
	if ('value' in node) {
		return node.value;
	}
	return 'childNodes' in node ? node.childNodes.map((child) => `${textOf(child)}${'tagName' in child && ['dt', 'dd', 'li', 'p', 'td', 'th'].includes(child.tagName) ? ' ' : ''}`).join('') : '';
}

/** The one element that passes. */
export function only(elements: readonly Element[], passes: (element: Element, attributes: Record<string, string>) => boolean): Element {
	const [found, ...more] = elements.filter((element) => passes(element, attributesOf(element)));
	if (found === undefined || more.length > 0) {
		throw new Error(`${found === undefined ? 'No' : 'More than one'} such element.`);
	}
	return found;
}
