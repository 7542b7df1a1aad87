/** How a language tells times, days and numbers of things. */
export interface Formats {
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

/** What says the same everywhere: ISO 8601, the form for any number. */
export const PLAIN: Formats = {
	time: (time) => time.toISOString().slice(0, 16).replace('T', ' '),
	day: (day) => day,
	plural: () => 'other',
};

/** Ids, versions and counts stand in Latin digits beside the dates, so the dates have them too. */
function makeFormats(language: string): Formats {
	try {
		// The English is British, so its dates are.
		const locale = language === 'en' ? 'en-GB' : language;
		// A medium Arabic date is figures between slashes, which need direction marks to stay in order.
		const time = new Intl.DateTimeFormat(locale, { dateStyle: language === 'ar' ? 'long' : 'medium', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23', numberingSystem: 'latn' });
		const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn' });
		const plural = new Intl.PluralRules(language);
		return {
			time: (moment) => legible(time.format(moment)),
			day: (iso) => legible(day.format(new Date(`${iso}T00:00:00Z`))),
			plural: (count) => plural.select(count),
		};
	} catch {
		return PLAIN;
	}
}

/** Without direction marks: a whole line is in one direction, and in the documents a mark is told as what it may be elsewhere, a trick. */
function legible(text: string): string {
	return text.replace(/[\u061C\u200E\u200F]/g, '');
}
