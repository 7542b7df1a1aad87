/**
 * The address of a link that this page opens, or null for one that it does not: nothing but the web may be opened from
 * here, no script, no file, no mail. Both parsers leave entities of HTML alone, so the browser's own reading of an address is what
 * is judged and what is opened.
 */
export function webAddress(text: string): string | null {
	// Rocket.Chat writes a bare domain without its scheme, and its pages are served by https.
	const absolute = text.startsWith('//') ? `https:${text}` : text;
	if (!/^https?:\/\//i.test(absolute)) {
		return null;
	}
	try {
		const { protocol, href } = new URL(absolute);
		return protocol === 'https:' || protocol === 'http:' ? href : null;
	} catch {
		return null;
	}
}
