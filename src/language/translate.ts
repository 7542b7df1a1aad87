import { LANGUAGES, RIGHT_TO_LEFT, chooseLanguage } from './languages';
import type { Language, MessageKey } from './languages';
import { formatsOf } from './formats';
import type { Holes } from './holes';

export type { MessageKey } from './languages';

/** One sentence that a person will read, not yet in anybody's language. */
export interface Statement {
	readonly key: MessageKey;
	readonly params?: Readonly<Record<string, Param>>;
}

/** What fills a hole of a sentence; a list is joined, a time is told, as the reader's language does it. */
export type Param = string | number | Date | Day | Statement | readonly (string | Statement)[];

/** A calendar day, told in its long form: ISO 8601, such as `2026-03-05`. */
export interface Day {
	readonly day: string;
}

/** Turns a statement into the reader's language. */
export interface Translate {
	(statement: Statement | MessageKey): string;
	/** The language that is spoken, as BCP 47 names it. */
	readonly language: Language;
	/** The direction in which it is written. */
	readonly direction: 'ltr' | 'rtl';
}

/** The names of the holes that a text has, or that one of several texts has. */
type HolesOf<Key extends MessageKey> = Key extends keyof Holes ? Holes[Key] : never;

/** A text without holes. */
export type WholeKey = Exclude<MessageKey, keyof Holes>;

/** What fills them; a text without holes takes nothing. */
export type Filling<Key extends MessageKey> = [HolesOf<Key>] extends [never] ? [] : [params: Readonly<Record<HolesOf<Key>, Param>>];

/** Makes a statement: a mistyped key, a hole that is not filled or one that is not there does not compile. */
export function say<const Key extends MessageKey>(key: Key, ...[params]: Filling<Key>): Statement {
	return params ? { key, params } : { key };
}

/**
 * The translator for a reader.
 *
 * @param wanted language codes, best first; those that the app does not speak are passed over, the last resort is English
 */
export function translator(...wanted: readonly (string | undefined)[]): Translate {
	const language = chooseLanguage(wanted);
	const messages = LANGUAGES[language];
	const translate = (statement: Statement | MessageKey): string => {
		const { key, params } = typeof statement === 'string' ? { key: statement, params: undefined } : statement;
		return messages[key].replace(HOLE, (hole, name: string, forms?: string) => {
			const param = params?.[name];
			if (param === undefined) {
				return hole;
			}
			return forms !== undefined && typeof param === 'number' ? inPlural(param, forms, language) : fill(param);
		});
	};
	const fill = (param: Param): string => {
		if (typeof param === 'string' || typeof param === 'number') {
			return String(param);
		}
		if (param instanceof Date) {
			// Universal time, and said so: an app does not know the reader's zone by name.
			return `${formatsOf(language).time(param)} UTC`;
		}
		if (isList(param)) {
			return formatsOf(language).list(param.map(fill));
		}
		return 'day' in param ? formatsOf(language).day(param.day) : translate(param);
	};
	return Object.assign(translate, { language, direction: RIGHT_TO_LEFT.includes(language) ? ('rtl' as const) : ('ltr' as const) });
}

/** A hole, `{name}`, or one that depends on a number, in the form of ICU: `{name, plural, one {# day} other {# days}}`. */
export const HOLE = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;

function inPlural(count: number, forms: string, language: Language): string {
	const texts = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, form = '', text = '']) => [form, text]));
	return (texts.get(formatsOf(language).plural(count)) ?? texts.get('other') ?? '#').replace('#', String(count));
}

function isList(param: Param): param is readonly (string | Statement)[] {
	return Array.isArray(param);
}
