import { hostOf } from './host';

/**
 * The hosts of the whole web addresses that a text of CSS, HTML or JSON quotes: after a quotation mark, `=` or `(`. What it does not
 * load by itself is left out: comments, the document type, the names of XML, and what a link leads to. For judging only.
 *
 * @param text as an admin wrote it; takes no more time than it has characters
 */
export function quotedHosts(text: string): string[] {
	return [...withoutComments(loadingPart(text), '<!--', '-->').matchAll(/(?:["'(=,]|&quot;|&#39;)\s{0,99}((?:https?:)?\/\/[^\s"'()<>]+)/gi)].flatMap(([, address]) => hostOf((address ?? '').replace(/&(?:quot|#39);.*$/, '')) ?? []);
}

/**
 * Whether a text names an address to load, also in a form whose host cannot be told here: browsers read backslashes, entities and
 * missing slashes too, and not every comment is one to them. A web address in running text loads nothing; what
 * begins a comment within an attribute is taken for a comment.
 */
export function namesAddress(text: string): boolean {
	const tags = [...withoutNames(text).matchAll(/<[a-z][^<>]*>/gi)].map(([tag]) => tag).join('\n');
	return quotedHosts(text).length > 0 || /https?:|&#|(?:["'=(,\s])[\\/]{2}/i.test(tags);
}

/** A text without what names no address to load: the document type, the names of XML, and what a link leads to. */
function withoutNames(text: string): string {
	return text
		.replace(/<!doctype[^<>]*>/gi, '')
		.replace(/\sxmlns(?::\w+)?=(?:"[^"<>]*"|'[^'<>]*')/gi, '')
		.replace(/<(?:a|area)\s[^<>]*>/gi, (link) => link.replace(/\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/gi, ''));
}

/** The same without comments of style sheets. Where tags stand, what looks like one may be text. */
function loadingPart(text: string): string {
	const named = withoutNames(text);
	return /<[a-z!/]/i.test(named) ? named : withoutComments(named, '/*', '*/');
}

/** A comment for Outlook (`<!--[if mso]>`) is read by Outlook; one without an end is none. */
function withoutComments(text: string, opening: string, closing: string): string {
	const kept: string[] = [];
	let from = 0;
	for (;;) {
		const start = text.indexOf(opening, from);
		const end = start < 0 ? -1 : text.indexOf(closing, start + opening.length);
		if (end < 0) {
			return [...kept, text.slice(from)].join('');
		}
		const isRead = text.startsWith('[', start + opening.length);
		kept.push(text.slice(from, isRead ? end + closing.length : start));
		from = end + closing.length;
	}
}
