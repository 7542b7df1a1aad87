import en from '../../i18n/en.json';

export type MessageKey = keyof typeof en;

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
	readonly language: string;
	/** The direction in which it is written. */
	readonly direction: 'ltr' | 'rtl';
}

type Messages = Readonly<Record<MessageKey, string>>;

const LANGUAGES: Readonly<Record<string, Messages>> = { en };
const FALLBACK = 'en';
const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** Makes a statement. */
export function say(key: MessageKey, params?: Statement['params']): Statement {
	return params ? { key, params } : { key };
}

/**
 * The translator for a reader.
 *
 * @param wanted language codes, best first; those that the app does not speak are passed over, the last resort is English
 */
export function translator(...wanted: readonly (string | undefined)[]): Translate {
	const language = chooseLanguage(wanted);
	const messages = LANGUAGES[language] ?? en;
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
			return tellTime(param, language);
		}
		if (isList(param)) {
			return joinWords(param.map(fill), language);
		}
		return 'day' in param ? tellDay(param, language) : translate(param);
	};
	return Object.assign(translate, { language, direction: RIGHT_TO_LEFT.includes(language) ? ('rtl' as const) : ('ltr' as const) });
}

/** A hole, `{name}`, or one that depends on a number, in the form of ICU: `{name, plural, one {# day} other {# days}}`. */
const HOLE = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;

function inPlural(count: number, forms: string, language: string): string {
	const texts = new Map([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, form = '', text = '']) => [form, text]));
	return (texts.get(formatsOf(language).plural.select(count)) ?? texts.get('other') ?? '#').replace('#', String(count));
}

/** The first of the wanted languages that the app speaks, region by region (`de-AT` → `de`), else English. */
export function chooseLanguage(wanted: readonly (string | undefined)[]): string {
	for (const code of wanted) {
		const base = code?.split(/[-_]/)[0]?.toLowerCase();
		const match = [code, base].find((candidate) => candidate !== undefined && Object.prototype.hasOwnProperty.call(LANGUAGES, candidate));
		if (match !== undefined) {
			return match;
		}
	}
	return FALLBACK;
}

/** Universal time, and said so: an app does not know the reader's zone by name. */
function tellTime(time: Date, language: string): string {
	return `${formatsOf(language).time.format(time)} UTC`;
}

function tellDay({ day }: Day, language: string): string {
	return formatsOf(language).day.format(new Date(`${day}T00:00:00Z`));
}

function joinWords(words: string[], language: string): string {
	return formatsOf(language).list.format(words);
}

interface Formats {
	readonly list: Intl.ListFormat;
	readonly time: Intl.DateTimeFormat;
	readonly day: Intl.DateTimeFormat;
	readonly plural: Intl.PluralRules;
}

/** Making a format costs a hundred times its use. */
const formats = new Map<string, Formats>();

function formatsOf(language: string): Formats {
	const made = formats.get(language) ?? {
		list: new Intl.ListFormat(language, { style: 'short', type: 'unit' }),
		time: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' }),
		day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
		plural: new Intl.PluralRules(language),
	};
	formats.set(language, made);
	return made;
}

function isList(param: Param): param is readonly (string | Statement)[] {
	return Array.isArray(param);
}
