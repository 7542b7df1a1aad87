/** A text with its holes and marks, read once. */
export type Template = readonly Segment[];

export type Segment =
	| { readonly kind: 'text' | 'link'; readonly text: string }
	/** `{name}` */
	| { readonly kind: 'hole'; readonly name: string; readonly source: string }
	/** `{name, plural, one {# day} other {# days}}`, the form of ICU; the forms by CLDR's names for them. */
	| { readonly kind: 'plural'; readonly name: string; readonly forms: ReadonlyMap<string, string>; readonly source: string }
	| { readonly kind: 'code' | 'bold'; readonly parts: Template };

/** The marks that texts are written with: code, bold words, a hole (with forms for a number), a web address. */
const MARKS = /`([^`]+)`|\*(?=\S)([^*]*[^*\s])\*|(\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\})|(https?:\/\/[^\s<>"'`*{}\u0080-\uFFFF]*[^\s<>"'`*{}\u0080-\uFFFF.,;:!?)])/g;

/** Reads a text. Total: what is no mark is text. */
export function readTemplate(text: string): Template {
	const segments: Segment[] = [];
	let end = 0;
	for (const match of text.matchAll(MARKS)) {
		if (match.index > end) {
			segments.push({ kind: 'text', text: text.slice(end, match.index) });
		}
		segments.push(segmentOf(match));
		end = match.index + match[0].length;
	}
	return end < text.length ? [...segments, { kind: 'text', text: text.slice(end) }] : segments;
}

function segmentOf([whole, code, bold, hole, name = '', forms]: RegExpMatchArray): Segment {
	if (code !== undefined) {
		return { kind: 'code', parts: readTemplate(code) };
	}
	if (bold !== undefined) {
		return { kind: 'bold', parts: readTemplate(bold) };
	}
	if (hole === undefined) {
		return { kind: 'link', text: whole };
	}
	return forms === undefined ? { kind: 'hole', name, source: hole } : { kind: 'plural', name, forms: readForms(forms), source: hole };
}

function readForms(forms: string): ReadonlyMap<string, string> {
	return new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, form = '', text = '']) => [form, text]));
}

/** A hole of a text: its name, and the plural forms that it has for a number. */
export interface Hole {
	readonly name: string;
	readonly forms: readonly string[] | null;
}

/** The holes of a text, in their order: for checking that a translation has the same. */
export function holesOf(template: Template): Hole[] {
	return template.flatMap((segment): Hole[] => {
		switch (segment.kind) {
			case 'hole':
				return [{ name: segment.name, forms: null }];
			case 'plural':
				return [{ name: segment.name, forms: [...segment.forms.keys()] }];
			case 'code':
			case 'bold':
				return holesOf(segment.parts);
			default:
				return [];
		}
	});
}
