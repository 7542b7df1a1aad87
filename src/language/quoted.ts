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
