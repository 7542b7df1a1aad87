import { TEXTS } from './texts';
import type { MessageKey } from './texts';
import { TRANSLATED } from './translated';

export type Language = 'en' | keyof typeof TRANSLATED;

export const FALLBACK = 'en' satisfies Language;

/** Every language that the app speaks. */
export const LANGUAGES: readonly Language[] = [FALLBACK, ...(Object.keys(TRANSLATED) as (keyof typeof TRANSLATED)[])];

/** The texts of a language that are translated, by key: for English there are none. */
export function translationsOf(language: Language): Readonly<Record<string, string>> {
	return language === FALLBACK ? {} : TRANSLATED[language]();
}

/** The text of a key in a language, and the language that it is in: English where there is no translation. */
export function textIn(language: Language, key: MessageKey): { readonly text: string; readonly spoken: Language } {
	const translated = translationsOf(language)[key];
	return translated === undefined ? { text: TEXTS.get(key) ?? key, spoken: FALLBACK } : { text: translated, spoken: language };
}

/** The direction in which a language is written; its own file says so. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
	return textIn(language, 'language_direction').text === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * The language that answers to a code. A region that the app does not speak falls back to the language (`de-AT` → `de`),
 * a language to the region that it does speak (`pt` → `pt-BR`).
 *
 * @param code letter case does not matter, `_` counts as `-`
 * @returns undefined for a language that the app does not speak
 */
export function knownLanguage(code: string | undefined): Language | undefined {
	const given = (code ?? '').replace(/_/g, '-').toLowerCase();
	const [base] = given.split('-');
	return (
		LANGUAGES.find((name) => name.toLowerCase() === given) ?? LANGUAGES.find((name) => name === base) ?? LANGUAGES.find((name) => name.split('-')[0] === base)
	);
}

/**
 * The first of the wanted languages that the app speaks.
 *
 * @param wanted language codes, best first
 * @returns English as the last resort
 */
export function chooseLanguage(wanted: readonly (string | undefined)[]): Language {
	return wanted.map(knownLanguage).find((language) => language !== undefined) ?? FALLBACK;
}
