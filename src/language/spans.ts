/** A piece of what is told. Whatever it becomes in a form, nothing in its `text` is ever taken for a mark. */
export type Span =
	/** Words of this app. */
	| { readonly kind: 'text'; readonly text: string }
	/** An id, a command: told letter by letter. */
	| { readonly kind: 'code'; readonly text: string }
	/** Something that was read from the workspace, told letter by letter. */
	| { readonly kind: 'value'; readonly text: string }
	/** A web address. */
	| { readonly kind: 'link'; readonly text: string }
	| { readonly kind: 'bold'; readonly spans: Line }
	/** A sentence in English, for lack of a translation. */
	| { readonly kind: 'english'; readonly spans: Line };

export type Line = readonly Span[];

/** An id or a command as a piece of a sentence. */
export function code(text: string): Span {
	return { kind: 'code', text };
}

/** Something that was read from the workspace as a piece of a sentence. */
export function value(text: string): Span {
	return { kind: 'value', text };
}

/** A web address as a piece of a sentence. */
export function link(text: string): Span {
	return { kind: 'link', text };
}

/**
 * A line as text, with the marks that chat clients read: `*bold*` and `` `code` ``.
 *
 * @param isolate what becomes of what is written from the left among words from the right: a sentence in English, an id, a command
 */
export function marked(line: Line, isolate: (fromLeft: string) => string = (fromLeft) => fromLeft): string {
	return line
		.map((span) => {
			switch (span.kind) {
				case 'code':
					return isolate(`\`${span.text}\``);
				case 'bold':
					return `*${marked(span.spans, isolate)}*`;
				case 'english':
					return isolate(marked(span.spans, isolate));
				default:
					return span.text;
			}
		})
		.join('');
}

/** A line without any mark. */
export function unmarked(line: Line): string {
	return line.map((span) => ('spans' in span ? unmarked(span.spans) : span.text)).join('');
}
