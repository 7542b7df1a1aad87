import { LANGUAGES, translationsOf } from '../../src/language/languages';
import { holesOf, readTemplate } from '../../src/language/template';
import { TEXTS } from '../../src/language/texts';
import { parseChat } from '../show/message-parser';

const english: Readonly<Record<string, string>> = Object.fromEntries(TEXTS);

/** Signs that are between the parts of a list, or name a direction: no sentences. */
const NO_SENTENCES = ['language_direction', 'language_list-separator'];

/** A hole, with its forms where it depends on a number. */
const HOLE = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;

/** The names of the holes, sorted, each as often as it stands there. */
const holes = (text: string): string[] => holesOf(readTemplate(text)).map(({ name }) => name).sort();

/** Ids, commands and names in backticks; a setting's label, which a language translates, begins with a capital and has no underscore. */
const codes = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).filter((code) => !/[^ -~]/.test(code) && !/^[A-Z][^_]*$/.test(code)).sort();

const addresses = (text: string): string[] => [...text.matchAll(/https?:\/\/[!-~]+/g)].map(([address]) => address.replace(/[*`).,;:]+$/, '')).sort();

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Words of a text that are to be translated: in small letters, not code, not addresses, not what is in the place of a hole. */
const words = (text: string): string[] => text.replace(HOLE, ' ').replace(/`[^`]*`|https?:\S+/g, ' ').match(/(?<![\p{L}_.])\p{Ll}{2,}(?![\p{L}_.])/gu) ?? [];

/** Holes that a web address or a host may fill. */
const MAY_BE_ADDRESS = ['observed', 'shown', 'host', 'link', 'lookup', 'address', 'recipient', 'text', 'settings'];

/** What the chat client makes of a text: the addresses it links, how much it shows bold, and how much as code. */
function readByChat(text: string, filling: string): { links: string[]; bold: number; code: number } {
	const read = { links: [] as string[], bold: 0, code: 0 };
	const walk = (part: unknown): void => {
		if (typeof part !== 'object' || part === null) {
			return;
		}
		const type: unknown = Reflect.get(part, 'type');
		read.bold += type === 'BOLD' ? 1 : 0;
		read.code += type === 'INLINE_CODE' ? 1 : 0;
		if (type === 'LINK') {
			read.links.push(...(JSON.stringify(part).match(/https?:[^"\\\\]*/) ?? []));
		}
		Object.values(part).forEach(walk);
	};
	walk(parseChat(text.replace(HOLE, (_, name: string) => (MAY_BE_ADDRESS.includes(name) ? filling : 'x'))));
	return { ...read, links: read.links.sort() };
}

/** The addresses that the chat client links, with and without a scheme. */
function linked(part: unknown): string[] {
	if (typeof part !== 'object' || part === null) {
		return [];
	}
	const src: unknown = Reflect.get(part, 'type') === 'LINK' ? Reflect.get(Object(Reflect.get(part, 'value')) as object, 'src') : undefined;
	return [...(src === undefined ? [] : [String(Reflect.get(Object(src) as object, 'value'))]), ...Object.values(part).flatMap(linked)];
}

describe.each(LANGUAGES.filter((language) => language !== 'en').map((language) => [language, translationsOf(language)] as const))('in %s', (language, texts) => {
	/** What a language lacks is told in English, and the release asks for it; what is there has to be right. */
	const KEYS = Object.keys(texts).filter((key) => !NO_SENTENCES.includes(key));

	// A text whose English changed is told in English until it is translated anew.
	test('many texts are there, and none that English does not have', () => {
		expect(KEYS.length).toBeGreaterThan(TEXTS.size / 3);
		expect(Object.keys(texts).filter((key) => !TEXTS.has(key))).toEqual([]);
	});

	test('says its direction and what is between the parts of a list', () => {
		expect(['ltr', 'rtl']).toContain(texts['language_direction']);
		expect(texts['language_list-separator']).toMatch(/^\S ?$/);
	});

	test.each([
		['the same holes', holes],
		['the same codes', codes],
		['the same web addresses', addresses],
	])('a text has %s as the English one', (_, of) => {
		const wrong = KEYS.filter((key) => JSON.stringify(of(texts[key] ?? '')) !== JSON.stringify(of(english[key] ?? '')));
		expect(wrong.map((key) => ({ key, is: of(texts[key] ?? ''), be: of(english[key] ?? '') }))).toEqual([]);
	});

	test('plurals have exactly the forms that the language has', () => {
		const forms: string[] = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
		const told = KEYS.flatMap((key) => holesOf(readTemplate(texts[key] ?? '')).flatMap(({ forms: given }) => (given === null ? [] : [{ key, forms: [...given].sort() }])));
		const plural = KEYS.filter((key) => holesOf(readTemplate(english[key] ?? '')).some(({ forms: given }) => given !== null));
		expect([...new Set(told.map(({ key }) => key))]).toEqual(plural);
		expect(told.filter((each) => each.forms.join() !== forms.join())).toEqual([]);
	});

	test('texts are trimmed, balanced and without invisible signs', () => {
		const wrong = KEYS.filter((key) => {
			const text = texts[key] ?? '';
			return (
				text.trim() !== text ||
				text === '' ||
				count(text, '(') !== count(text, ')') ||
				count(text, '[') !== count(text, ']') ||
				count(text, '{') !== count(text, '}') ||
				count(text, '`') % 2 !== 0 ||
				count(text, '*') !== count(english[key] ?? '', '*') ||
				/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/.test(text)
			);
		});
		expect(wrong).toEqual([]);
	});

	test('texts are translated', () => {
		// What is holes and signs alone, or a name of Rocket.Chat's interface that it shows in English itself, has nothing to translate.
		const same = KEYS.filter((key) => texts[key] === english[key] && /\p{L}/u.test((english[key] ?? '').replace(HOLE, '')) && !key.startsWith('place-name_'));
		// Names, and words that two languages share, are short.
		expect(same.filter((key) => words(english[key] ?? '').length > 3 && !/^ps_command_\w+_params$|^place-name_/.test(key))).toEqual([]);
		expect(same.length).toBeLessThan(TEXTS.size / 20);
	});

	test('a command’s description is short enough for the clients’ list', () => {
		expect(KEYS.filter((key) => /^ps_command_\w+_description$/.test(key) && [...(texts[key] ?? '')].length > 70)).toEqual([]);
	});

	test('Rocket.Chat reads the addresses, the bold words and the code as in English', () => {
		const wrong = KEYS.filter((key) => !key.startsWith('ps_')).flatMap((key) => {
			const is = readByChat(texts[key] ?? '', 'x');
			const meant = readByChat(english[key] ?? '', 'x');
			return JSON.stringify(is) === JSON.stringify(meant) ? [] : [{ key, is, meant }];
		});
		expect(wrong).toEqual([]);
	});

	test('Rocket.Chat makes no address of the words before its name', () => {
		const wrong = KEYS.filter((key) => !key.startsWith('ps_')).filter((key) => linked(parseChat((texts[key] ?? '').replace(HOLE, 'x'))).some((address) => /[^\p{ASCII}]/u.test(address)));
		expect(wrong).toEqual([]);
	});

	test('Rocket.Chat draws no letter of the text into an address that fills a hole', () => {
		const filling = 'https://rocket.chat/x';
		const wrong = KEYS.filter((key) => !key.startsWith('ps_')).flatMap((key) => {
			const text = texts[key] ?? '';
			const links = readByChat(text, filling).links.filter((link) => link !== filling && !addresses(text).includes(link));
			return links.length === 0 ? [] : [{ key, links }];
		});
		expect(wrong).toEqual([]);
	});
});
