import ar from '../../i18n/ar.json';
import de from '../../i18n/de.json';
import en from '../../i18n/en.json';
import es from '../../i18n/es.json';
import fr from '../../i18n/fr.json';
import hi from '../../i18n/hi-IN.json';
import it from '../../i18n/it.json';
import ja from '../../i18n/ja.json';
import pl from '../../i18n/pl.json';
import pt from '../../i18n/pt-BR.json';
import ru from '../../i18n/ru.json';
import zh from '../../i18n/zh.json';

/** The key of a sentence: what is written in English is what there is. */
export type MessageKey = keyof typeof en;

export type Messages = Readonly<Record<MessageKey, string>>;

/** The languages that the app speaks, by the names that Rocket.Chat gives them (packages/i18n, 7.7.1). */
export const LANGUAGES = { en, de, fr, es, 'pt-BR': pt, it, pl, ru, ja, ar, zh, 'hi-IN': hi } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;

export const FALLBACK: Language = 'en';

const NAMES = Object.keys(LANGUAGES) as Language[];

/** Languages that are written from right to left. */
export const RIGHT_TO_LEFT: readonly Language[] = ['ar'];

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
		NAMES.find((name) => name.toLowerCase() === given) ?? NAMES.find((name) => name === base) ?? NAMES.find((name) => name.split('-')[0] === base)
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
