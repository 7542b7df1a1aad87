/** What somebody typed, short and without signs that Markdown, mentions or channels would act on. */
export function quoted(typed: string): string {
	const plain = [...typed].slice(0, 30).join('').replace(/[^\p{L}\p{N} ._-]/gu, '·');
	return `“${plain}”`;
}
