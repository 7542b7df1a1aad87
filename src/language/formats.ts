/** How a language tells lists, times, days and numbers of things. */
export interface Formats {
	list(words: readonly string[]): string;
	/** In universal time. */
	time(time: Date): string;
	/** @param day ISO 8601, such as `2026-03-05` */
	day(day: string): string;
	/** The plural form for a number, as CLDR names it. */
	plural(count: number): string;
}

/** Making a format costs a hundred times its use. */
const made = new Map<string, Formats>();

/** The formats of a language: times, days and plurals by `Intl` where the runtime has it, else plain ones that every language can read. */
export function formatsOf(language: string): Formats {
	const formats = made.get(language) ?? makeFormats(language);
	made.set(language, formats);
	return formats;
}

/** What says the same everywhere: commas, ISO 8601, the form for any number. */
export const PLAIN: Formats = {
	list: (words) => words.join(', '),
	time: (time) => time.toISOString().slice(0, 16).replace('T', ' '),
	day: (day) => day,
	plural: () => 'other',
};

/** Between the parts of a list, where it is no comma and a space: `Intl.ListFormat` puts nothing at all between Chinese ids. */
const SEPARATORS: ReadonlyMap<string, string> = new Map([
	['ar', '، '],
	['ja', '、'],
	['zh', '、'],
]);

/** Ids, versions and counts stand in Latin digits beside the dates, so the dates have them too. */
function makeFormats(language: string): Formats {
	const list = (words: readonly string[]): string => words.join(SEPARATORS.get(language) ?? ', ');
	try {
		// A medium Arabic date is figures between slashes, which need direction marks to stay in order.
		const time = new Intl.DateTimeFormat(language, { dateStyle: language === 'ar' ? 'long' : 'medium', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23', numberingSystem: 'latn' });
		const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn' });
		const plural = new Intl.PluralRules(language);
		return {
			list,
			time: (moment) => legible(time.format(moment)),
			day: (iso) => legible(day.format(new Date(`${iso}T00:00:00Z`))),
			plural: (count) => plural.select(count),
		};
	} catch {
		return { ...PLAIN, list };
	}
}

/** Without direction marks: a whole line is in one direction, and in the documents a mark is told as what it may be elsewhere, a trick. */
function legible(text: string): string {
	return text.replace(/[\u061C\u200E\u200F]/g, '');
}
