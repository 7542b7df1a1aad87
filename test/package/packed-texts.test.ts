import { compileFunction } from 'node:vm';
import { TRANSLATED } from '../../src/language/translated';
import { packedModule, packTexts, sizeOfPacked } from '../../tools/package/translations';

type Reading = Readonly<Record<string, () => Readonly<Record<string, string>>>>;

/** The module as code that is run. */
function loaded(code: string): Reading {
	const module: { exports: Reading } = { exports: {} };
	Reflect.apply(compileFunction(code.replace('export const TRANSLATED =', 'module.exports ='), ['module']), undefined, [module]);
	return module.exports;
}

const languages = new Map(Object.entries(TRANSLATED).map(([language, texts]) => [language, texts() as Readonly<Record<string, string>>]));

test('every text of every language comes out as it went in, once it is asked for', () => {
	const reading = loaded(packedModule(packTexts(languages), JSON.stringify));
	expect(Object.keys(reading)).toEqual([...languages.keys()]);
	for (const [language, texts] of languages) {
		expect(reading[language]?.()).toEqual(texts);
		expect(reading[language]?.()).toBe(reading[language]?.());
	}
});

test('a text that a language lacks is lacking, and one of two lines has two', () => {
	const reading = loaded(packedModule(packTexts(new Map<string, Readonly<Record<string, string>>>([['de', { one: 'eins', two: 'zwei\nZeilen' }], ['fr', { two: 'deux' }]])), JSON.stringify));
	expect(reading['de']?.()).toEqual({ one: 'eins', two: 'zwei\nZeilen' });
	expect(reading['fr']?.()).toEqual({ two: 'deux' });
});

test('is smaller than the texts with their keys', () => {
	const withKeys = [...languages.values()].reduce((sum, texts) => sum + Buffer.byteLength(JSON.stringify(texts)), 0);
	expect(sizeOfPacked(packTexts(languages)) / withKeys).toBeLessThan(0.85);
});

test('a text that holds the sign for the end of a line is refused by its name', () => {
	expect(() => packTexts(new Map([['de', { one: 'a ¦ b' }]]))).toThrow('these texts hold it: de one');
});
