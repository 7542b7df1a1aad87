/** What a text of JSON holds, or the line that is none. */
export type JsonRead = { readonly values: readonly unknown[] } | { readonly brokenLine: number; readonly breaksOff: boolean };

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
		if (value === undefined) {
			return { brokenLine: line, breaksOff: !isWhole };
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
		const isComment = token.length > 1 && token.startsWith('/');
		const isSpace = token.trim() === '';
		if (depth === 0 && !isSpace && !isComment && token !== ',') {
			begun = line;
			if (token !== '[' && token !== '{') {
				yield { content: token, line, isWhole: true };
				return;
			}
		}
		if (token === ',') {
			kept.push(comma);
			comma = depth === 0 ? '' : token;
		} else if (!isSpace && !isComment) {
			kept.push(isClosing(token) ? '' : comma, token);
			comma = '';
		}
		if (token === '[' || token === '{') {
			depth++;
		} else if (isClosing(token)) {
			depth--;
			if (depth === 0) {
				yield { content: kept.join(''), line: begun, isWhole: true };
				kept = [];
			}
		}
		line += isSpace || isComment ? token.split('\n').length - 1 : 0;
		at = end;
	}
	if (depth > 0) {
		yield { content: '', line: begun, isWhole: false };
	}
}

function isClosing(token: string): boolean {
	return token === ']' || token === '}';
}

/** Where the text, comment, run of space, bracket or word ends that begins here. */
function endOfToken(text: string, at: number): number {
	const first = text.charAt(at);
	if (first === '"') {
		return endOfString(text, at);
	}
	if (text.startsWith('//', at)) {
		return orEnd(text, text.indexOf('\n', at), 0);
	}
	if (text.startsWith('/*', at)) {
		return orEnd(text, text.indexOf('*/', at + 2), 2);
	}
	if (/[[\]{},]/.test(first)) {
		return at + 1;
	}
	const kind = /\s/.test(first) ? /[^\s]/g : /[[\]{},"\s]|\/[/*]/g;
	kind.lastIndex = at + 1;
	return orEnd(text, kind.exec(text)?.index ?? -1, 0);
}

function endOfString(text: string, at: number): number {
	for (let next = at + 1; next < text.length; next++) {
		const char = text.charAt(next);
		if (char === '"') {
			return next + 1;
		}
		next += char === '\\' ? 1 : 0;
	}
	return text.length;
}

function orEnd(text: string, found: number, length: number): number {
	return found === -1 ? text.length : found + length;
}
