/**
 * A language for finding what is still hard-coded: every text of the app stands between ⟦ and ⟧, so whatever a reader sees
 * outside of them does not come from `i18n/`.
 */
export const PSEUDO = { begins: '⟦', ends: '⟧' } as const;

/** A text in the pseudo-language; the marks that a list or a heading needs at its beginning stay there. */
export function pseudo(text: string): string {
	const [, mark = '', rest = ''] = /^(- |)([^]*)$/.exec(text) ?? [];
	return `${mark}${PSEUDO.begins}${rest}${PSEUDO.ends}`;
}

/** A language's file in the pseudo-language. */
export function pseudoTexts(json: string): string {
	const texts = Object.entries(JSON.parse(json) as Record<string, string>);
	return JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)])), null, 4);
}
