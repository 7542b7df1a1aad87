import { hostOf } from './host';

/**
 * The hosts of the whole web addresses that a text of CSS, HTML or JSON quotes: after a quotation mark, `=` or `(`. What it does not
 * load by itself is left out: comments, the document type, the names of XML, and what a link leads to. For judging only.
 *
 * @param text as an admin wrote it; takes no more time than it has characters
 */
export function quotedHosts(text: string): string[] {
	const loading = withoutComments(text, '/*', '*/')
		.replace(/<!doctype[^<>]*>/gi, '')
		.replace(/\sxmlns(?::\w+)?=(?:"[^"<>]*"|'[^'<>]*')/gi, '')
		.replace(/<(?:a|area)\s[^<>]*>/gi, (link) => link.replace(/\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/gi, ''));
	return [...withoutComments(loading, '<!--', '-->').matchAll(/(?:["'(=]|&quot;|&#39;)\s{0,9}((?:https?:)?\/\/[^\s"'()<>]+)/gi)].flatMap(([, address]) => hostOf((address ?? '').replace(/&(?:quot|#39);.*$/, '')) ?? []);
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
