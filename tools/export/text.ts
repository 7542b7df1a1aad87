import { TextDecoder } from 'node:util';

/** The text of a file, by its byte order mark: Windows writes UTF-16 where it redirects an answer into a file. Without one it is UTF-8. */
export function decode(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}

/** Without the mark that some programs put in front. */
export function withoutMark(text: string): string {
	return text.replace(/^\uFEFF/, '');
}

/** Enough of the beginning to tell text from bytes. */
const LOOKED_AT = 100_000;

/** Whether it is something else than text: an archive, a database, a picture. */
export function isBinary(text: string): boolean {
	const beginning = text.slice(0, LOOKED_AT);
	// A file of settings holds no control characters but line ends and tabs; a bad character now and then is still text.
	// eslint-disable-next-line no-control-regex
	const odd = beginning.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\uFFFD]/g)?.length ?? 0;
	return text.includes('\u0000') || odd > beginning.length / 50;
}
