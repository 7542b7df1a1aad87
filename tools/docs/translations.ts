import { readdirSync } from 'node:fs';
import path from 'node:path';

import { TEXTS } from '../../src/language/texts';
import { presentFile, ROOT } from './document';
import type { Document } from './document';

type Texts = Readonly<Record<string, string>>;

const ENGLISH = 'i18n/en.json';

/** The files of the other languages. */
const TRANSLATIONS = readdirSync(path.join(ROOT, 'i18n'))
	.map((file) => `i18n/${file}`)
	.filter((name) => name.endsWith('.json') && name !== ENGLISH)
	.sort();

function toJson(texts: Texts): string {
	return `${JSON.stringify(texts, null, 4)}\n`;
}

function read(name: string): Texts {
	return JSON.parse(presentFile(name) ?? '{}') as Texts;
}

/** The English texts as they are collected from the code. */
function collected(): Texts {
	return Object.fromEntries(TEXTS);
}

/**
 * Translations of what English still says: without those whose English text changed since it was collected last or is gone,
 * in the order of the English ones.
 */
export function stillTrue(translations: Texts, before: Texts, now: Texts): Texts {
	return Object.fromEntries(
		Object.keys(now).flatMap((key) => {
			const translation = translations[key];
			const isSame = before[key] === undefined || before[key] === now[key];
			return translation !== undefined && isSame ? [[key, translation]] : [];
		}),
	);
}

/** The texts that a language lacks, by their keys, in the order in which they are collected. */
export function missingIn(translations: Texts, english: Texts = collected()): string[] {
	return Object.keys(english).filter((key) => !(key in translations));
}

/** The keys that each language has a translation of, as its file is now. */
export function translated(): Map<string, string[]> {
	return new Map(TRANSLATIONS.map((name) => [path.basename(name, '.json'), Object.keys(read(name))]));
}

/** What each language lacks; a language that lacks nothing is left out. */
export function gaps(): Map<string, string[]> {
	return new Map(TRANSLATIONS.map((name) => [path.basename(name, '.json'), missingIn(read(name))] as const).filter(([, missing]) => missing.length > 0));
}

/** The collected English texts, and the translations that are left. The English file is read before it is written, so it comes last. */
export function translationDocuments(): Document[] {
	const before = read(ENGLISH);
	return [
		...TRANSLATIONS.map((name) => ({ name, refreshed: (present: string | null) => toJson(stillTrue(JSON.parse(present ?? '{}') as Texts, before, collected())) })),
		{ name: ENGLISH, refreshed: () => toJson(collected()) },
	];
}
