import type { Dialect, Inline } from './parse';

/** What stands at the start of a text, and how many of its characters that takes. */
export interface Span {
	node: Inline;
	length: number;
}

type Inside = (words: string) => Inline[];

interface Mark {
	mark: string;
	type: 'bold' | 'italic' | 'strike';
}

/** Marks around text: what opens and closes it, and what it means. The longer mark is tried first. */
const marks: readonly Mark[] = [
	{ mark: '**', type: 'bold' },
	{ mark: '*', type: 'bold' },
	{ mark: '__', type: 'italic' },
	{ mark: '_', type: 'italic' },
	{ mark: '~~', type: 'strike' },
	{ mark: '~', type: 'strike' },
];

/** GFM takes a mark that stands after a backslash for itself. */
export function escapedIn(rest: string, dialect: Dialect): Span | null {
	const match = dialect === 'gfm' ? /^\\([!-/:-@[-`{-~])/.exec(rest) : null;
	return match === null ? null : { node: { type: 'text', text: match[1] ?? '' }, length: 2 };
}

/** Code between backticks; in GFM as many of them as stand at its start. */
export function codeIn(rest: string, dialect: Dialect): Span | null {
	if (dialect === 'message') {
		const match = /^`([^`]+)`/.exec(rest);
		return match === null ? null : { node: { type: 'code', text: match[1] ?? '' }, length: match[0].length };
	}
	const ticks = /^`+/.exec(rest)?.[0];
	if (ticks === undefined) {
		return null;
	}
	const match = /^(`+)([^`]|[^`].*?[^`])\1(?!`)/.exec(rest);
	if (match === null) {
		return { node: { type: 'text', text: ticks }, length: ticks.length };
	}
	const inside = match[2] ?? '';
	return { node: { type: 'code', text: /^ .*[^ ].* $/.test(inside) ? inside.slice(1, -1) : inside }, length: match[0].length };
}

export function linkIn(rest: string, inside: Inside): Span | null {
	const match = /^\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)/.exec(rest);
	return match === null ? null : { node: { type: 'link', href: match[2] ?? '', inside: inside(match[1] ?? '') }, length: match[0].length };
}

/** An address that stands there as it is; GFM also knows mail addresses and those that begin with `www.`. */
export function bareLinkIn(rest: string, before: string, dialect: Dialect): Span | null {
	if (/\w/.test(before)) {
		return null;
	}
	const web = /^(?:https?:\/\/|www\.)[^\s<>|"'`\u3000-\u303F\uFF00-\uFFEF]*[^\s<>|"'`.,;:!?)\]*_~\u3000-\u303F\uFF00-\uFFEF]/.exec(rest)?.[0];
	if (web !== undefined && (dialect === 'gfm' || !web.startsWith('www.'))) {
		return { node: { type: 'link', href: web.startsWith('www.') ? `http://${web}` : web, inside: [{ type: 'text', text: web }] }, length: web.length };
	}
	const mail = dialect === 'gfm' ? /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]*[a-z\d])+/i.exec(rest)?.[0] : undefined;
	return mail === undefined ? null : { node: { type: 'link', href: `mailto:${mail}`, inside: [{ type: 'text', text: mail }] }, length: mail.length };
}

/** A marked stretch: closed, not empty, without space at its edges, and not inside a word. */
export function markedIn(rest: string, before: string, dialect: Dialect, inside: Inside): Span | null {
	for (const { mark, type } of marks) {
		// GFM lets a star stand inside a word.
		const inWord = dialect === 'gfm' && mark.startsWith('*');
		if (!rest.startsWith(mark) || (!inWord && /\w/.test(before))) {
			continue;
		}
		for (let end = rest.indexOf(mark, mark.length + 1); end !== -1; end = rest.indexOf(mark, end + 1)) {
			const words = rest.slice(mark.length, end);
			const after = rest[end + mark.length] ?? ' ';
			if (!/^\s|\s$/.test(words) && (inWord || !/\w/.test(after)) && !words.startsWith(mark.charAt(0))) {
				return { node: { type, inside: inside(words) }, length: end + mark.length };
			}
		}
	}
	return null;
}
