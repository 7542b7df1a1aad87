import { value } from '../../language/spans';
import type { Span } from '../../language/spans';

/** A line that the admins stated, without signs that Markdown would act on, and without those that nobody sees or that turn the direction of writing. */
export function statedLine(text: string): Span {
	return value(text.replace(/[*_~`[\]<>|\\#@]/g, '·').replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu, ''));
}

/** Characters of what was typed that are repeated; most names of settings and variables have fewer. */
const LONGEST = 40;

/** What somebody typed, short and without signs that Markdown, mentions or channels would act on. */
export function quoted(typed: string): string {
	// What follows may be a login that was pasted with an address.
	const [start = ''] = typed.split('?', 1);
	const characters = [...start];
	const plain = characters.slice(0, LONGEST).join('').replace(/[^\p{L}\p{N} ._-]/gu, '·');
	return `“${plain}${characters.length > LONGEST ? '…' : ''}”`;
}
