/** What somebody typed, short and without signs that Markdown, mentions or channels would act on. */
export function quoted(typed: string): string {
	// What follows may be a login that was pasted with an address.
	const [start = ''] = typed.split('?', 1);
	const plain = [...start].slice(0, 30).join('').replace(/[^\p{L}\p{N} ._-]/gu, '·');
	return `“${plain}”`;
}
