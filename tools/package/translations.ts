/**
 * The translations as the package holds them: the keys once, and of each language its texts in that order, one in a line. Somebody who
 * speaks a language has it read, once. A file of JSON per language has the keys eleven times, and is read when the app starts.
 */
export interface PackedTexts {
	readonly keys: readonly string[];
	/** Texts by language, in the order of the keys; an empty one is missing. */
	readonly languages: ReadonlyMap<string, readonly string[]>;
}

/** Stands for the end of a line within a text. */
const BREAK = '¦';

/**
 * @param languages for each language the texts that the app itself says, by key
 * @throws if a text holds the sign that stands for the end of a line
 */
export function packTexts(languages: ReadonlyMap<string, Readonly<Record<string, string>>>): PackedTexts {
	const keys = [...new Set([...languages.values()].flatMap((texts) => Object.keys(texts)))];
	const wrong = [...languages].flatMap(([language, texts]) => keys.filter((key) => texts[key]?.includes(BREAK)).map((key) => `${language} ${key}`));
	if (wrong.length > 0) {
		throw new Error(`Packaging writes ends of lines as ${BREAK}; these texts hold it: ${wrong.join(', ')}.`);
	}
	return { keys, languages: new Map([...languages].map(([language, texts]) => [language, keys.map((key) => (texts[key] ?? '').replaceAll('\n', BREAK))])) };
}

/** Bytes of the texts, and of the keys. */
export function sizeOfPacked({ keys, languages }: PackedTexts): number {
	return [keys, ...languages.values()].reduce((sum, lines) => sum + Buffer.byteLength(lines.join('\n')), 0);
}

/**
 * The code that takes the place of src/language/translated.ts.
 *
 * @param literal how a text of many lines is written as a string
 */
export function packedModule({ keys, languages }: PackedTexts, literal: (text: string) => string): string {
	const members = [...languages].map(([language, texts]) => `${JSON.stringify(language)}: readOnce(${literal(texts.join('\n'))})`);
	return `const keys = ${literal(keys.join('\n'))};
function readOnce(lines) {
	let texts;
	return () => {
		if (texts === undefined) {
			const told = lines.split('\\n');
			texts = Object.fromEntries(keys.split('\\n').map((key, at) => [key, told[at].replace(/${BREAK}/g, '\\n')]).filter(([, text]) => text !== ''));
		}
		return texts;
	};
}
export const TRANSLATED = { ${members.join(', ')} };
`;
}
