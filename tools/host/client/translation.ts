/** i18next's order for a language with a region: itself, the language alone, English. */
function candidates(language: string): string[] {
	const wanted = language.toLowerCase();
	return [...new Set([wanted, wanted.split('-')[0] ?? wanted, 'en'])];
}

/** An app's language files by language, as the engine reads them from the package: language names in lower case. */
export type LanguageContent = Readonly<Record<string, object>>;

/** The client's look-up of an app's key: the wanted language, then English, then the key itself. */
export function translate(content: LanguageContent, key: string, language: string): string {
	for (const candidate of candidates(language)) {
		const text: unknown = Reflect.get(content[candidate] ?? {}, key);
		if (typeof text === 'string' && text !== '') {
			return text;
		}
	}
	return key;
}
