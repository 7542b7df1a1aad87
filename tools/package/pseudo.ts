/**
 * A language for finding what is still hard-coded: every text of the app is between ⟦ and ⟧, so whatever a reader sees
 * outside of them is no text of the app's.
 */
export const PSEUDO = { begins: '⟦', ends: '⟧' } as const;

/** A text in the pseudo-language; the marks that a list or a heading needs at its beginning stay there. Needs nothing around it: packaging puts it into the app. */
export function pseudo(text: string): string {
	const [, mark = '', rest = ''] = /^(- |)([^]*)$/.exec(text) ?? [];
	return `${mark}⟦${rest}⟧`;
}
