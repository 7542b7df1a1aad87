/** What a text of JSON holds, or the line that is none. */
export type JsonRead = { readonly values: readonly unknown[] } | { readonly brokenLine: number; readonly why: 'no JSON' | 'no end' | 'too many' };

/** A server has a thousand settings; more values than this, one behind the other, are something else. */
const MOST_VALUES = 50_000;

/** Begins as objects and arrays do, comments aside. */
export function looksLikeJson(text: string): boolean {
	return /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*[[{]/.test(text);
}

/**
 * Every object and array of a text: one, one a line as `mongoexport` writes them, or several answers one behind the other. Comments and
 * a comma before a closing bracket, which JSON has not, but its editors let people write, are passed over.
 */
export function readJson(text: string): JsonRead {
	const whole = parsed(text);
	if (whole !== undefined) {
		return { values: [whole] };
	}
	const values: unknown[] = [];
	for (const { content, line, isWhole } of topLevel(text)) {
		const value = isWhole ? parsed(content) : undefined;
		if (value === undefined || values.length >= MOST_VALUES) {
			return { brokenLine: line, why: !isWhole ? 'no end' : value === undefined ? 'no JSON' : 'too many' };
		}
		values.push(value);
	}
	return { values };
}

/** Undefined for what is no JSON: what the parser says repeats the text, so it is not kept. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

interface Piece {
	readonly content: string;
	/** The line where it begins. */
	readonly line: number;
	/** Whether its last bracket is there. */
	readonly isWhole: boolean;
}

/** What ends a run of anything else, outside of texts. */
const MARK = /[[\]{},"\n]|\/[/*]/g;
const CLOSING = new Set([']', '}']);
const OPENING = new Set(['[', '{']);

/** Cut between the values, and without what JSON does not have. By hand, so that a text of any length and kind is gone through once. */
function* topLevel(text: string): Generator<Piece> {
	let depth = 0;
	let line = 1;
	let begun = 1;
	let kept: string[] = [];
	/** A comma that counts only if something else than a closing bracket follows. */
	let comma = '';
	for (let at = 0; at < text.length; ) {
		const end = endOfToken(text, at);
		const token = text.slice(at, end);
		at = end;
		if (token === '\n' || token.startsWith('//') || token.startsWith('/*') || token.trim() === '') {
			line += token === '\n' ? 1 : token.split('\n').length - 1;
			continue;
		}
		if (token === ',') {
			if (comma !== '') {
				kept.push(comma);
			}
			comma = depth === 0 ? '' : token;
			continue;
		}
		if (depth === 0) {
			begun = line;
			if (!OPENING.has(token)) {
				yield { content: token, line, isWhole: true };
				return;
			}
		}
		if (comma !== '' && !CLOSING.has(token)) {
			kept.push(comma);
		}
		comma = '';
		kept.push(token);
		depth += OPENING.has(token) ? 1 : CLOSING.has(token) ? -1 : 0;
		if (depth === 0) {
			yield { content: kept.join(''), line: begun, isWhole: true };
			kept = [];
		}
	}
	if (depth > 0) {
		yield { content: '', line: begun, isWhole: false };
	}
}

/** Where the text, comment, mark or run of anything else ends that begins here. */
function endOfToken(text: string, at: number): number {
	switch (text.charAt(at)) {
		case '"':
			return endOfString(text, at);
		case '[':
		case ']':
		case '{':
		case '}':
		case ',':
		case '\n':
			return at + 1;
		case '/':
			if (text.startsWith('//', at)) {
				return orEnd(text, text.indexOf('\n', at), 0);
			}
			if (text.startsWith('/*', at)) {
				return orEnd(text, text.indexOf('*/', at + 2), 2);
			}
	}
	MARK.lastIndex = at + 1;
	return orEnd(text, MARK.exec(text)?.index ?? -1, 0);
}

function endOfString(text: string, at: number): number {
	for (let next = at + 1; next < text.length; next++) {
		const char = text.charCodeAt(next);
		if (char === QUOTE) {
			return next + 1;
		}
		next += char === BACKSLASH ? 1 : 0;
	}
	return text.length;
}

const QUOTE = 34;
const BACKSLASH = 92;

function orEnd(text: string, found: number, length: number): number {
	return found === -1 ? text.length : found + length;
}
