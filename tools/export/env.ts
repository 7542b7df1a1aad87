/** What an environment gives a name: a text, or `null` where something else decides that is not in the file. */
export type Variables = ReadonlyMap<string, string | null>;

/** Begins as a file of variables does, comments aside. */
export function looksLikeEnv(text: string): boolean {
	return /^(?:[^\S\n]*(?:#[^\n]*)?\r?\n)*[^\S\n]*(?:export\s+)?[A-Za-z_][\w.-]*[^\S\n]*=/.test(text);
}

const LINE = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[^\S\n]*(.*)$/;

/**
 * Lines of `NAME=value`, as a shell, Docker and Compose read them where they agree: a text in quotes may have several lines, `#` begins a
 * comment after a space. Node's own parser does not say where a value holds `$`, which Compose fills in and Docker does not.
 */
export function readEnv(text: string): Variables {
	const found = new Map<string, string | null>();
	const lines = text.split(/\r?\n/);
	for (let at = 0; at < lines.length; at++) {
		const [, name, rest] = LINE.exec(lines[at] ?? '') ?? [];
		if (name === undefined || rest === undefined) {
			continue;
		}
		const quote = /^["'`]/.exec(rest)?.[0];
		const end = quote === undefined ? -1 : lineOfClosing(lines, at, quote, rest);
		if (quote === undefined || end === -1) {
			found.set(name, filledIn(rest.replace(/(?:^|\s)#.*$/, '').trim()));
			continue;
		}
		const [, inside = ''] = quoted(quote).exec([rest, ...lines.slice(at + 1, end + 1)].join('\n')) ?? [];
		found.set(name, quote === '"' ? filledIn(inside.replace(/\\n/g, '\n').replace(/\\(["\\])/g, '$1')) : inside);
		at = end;
	}
	return found;
}

/** A value that refers to another is known only where both are. */
export function filledIn(value: string): string | null {
	return /\$/.test(value) ? null : value;
}

/** A setting has some lines at most: what is not closed within these was no quote. */
const MOST_LINES = 500;

function lineOfClosing(lines: readonly string[], at: number, quote: string, rest: string): number {
	const isClosed = (line: string): boolean => (quote === '"' ? /(?:^|[^\\])(?:\\\\)*"/.test(line) : line.includes(quote));
	if (isClosed(rest.slice(1))) {
		return at;
	}
	const found = lines.slice(at + 1, at + MOST_LINES).findIndex(isClosed);
	return found === -1 ? -1 : at + 1 + found;
}

function quoted(quote: string): RegExp {
	return quote === '"' ? /^"((?:[^"\\]|\\[^])*)"/ : new RegExp(`^${quote}([^${quote}]*)${quote}`);
}
