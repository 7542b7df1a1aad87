import type * as FormatsModule from '../../src/language/formats';
import { LANGUAGES } from '../../src/language/languages';

const MOMENT = new Date('2026-11-22T03:05:00Z');

/** The module afresh: it remembers the formats that it made. */
function formatsIn(language: string): FormatsModule.Formats {
	let formats: typeof FormatsModule | undefined;
	jest.isolateModules(() => {
		formats = require('../../src/language/formats') as typeof FormatsModule;
	});
	if (formats === undefined) {
		throw new Error('The module was not loaded.');
	}
	return formats.formatsOf(language);
}

test.each([
	['en', '22 Nov 2026, 03:05', '5 March 2026'],
	['de', '22.11.2026, 03:05', '5. März 2026'],
	['ja', '2026/11/22 3:05', '2026年3月5日'],
	['ar', '22 نوفمبر 2026 في 03:05', '5 مارس 2026'],
	['ru', '22 нояб. 2026 г., 03:05', '5 марта 2026 г.'],
])('%s tells times and days its own way', (language, time, day) => {
	const formats = formatsIn(language);
	expect([formats.time(MOMENT), formats.day('2026-03-05')]).toEqual([time, day]);
});

test.each(LANGUAGES)('times and days of %s have Latin digits and no direction marks', (language) => {
	const { time, day } = formatsIn(language);
	expect(`${time(MOMENT)} ${day('2026-03-05')}`).toMatch(/^[^\u061C\u200E\u200F\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]*2026[^\u061C\u200E\u200F\u0660-\u0669]*$/);
});

test('plurals follow the language', () => {
	expect([1, 2, 5, 22].map((count) => formatsIn('ru').plural(count))).toEqual(['one', 'few', 'many', 'few']);
	expect([0, 1, 2].map((count) => formatsIn('ja').plural(count))).toEqual(['other', 'other', 'other']);
});

test.each(['PluralRules', 'DateTimeFormat'] as const)('where the runtime has no Intl.%s, everything is told in a form that every language can read', (missing) => {
	const { [missing]: whole } = Intl;
	try {
		Reflect.deleteProperty(Intl, missing);
		const formats = formatsIn('de');
		expect([formats.time(MOMENT), formats.day('2026-03-05'), formats.plural(1)]).toEqual(['2026-11-22 03:05', '2026-03-05', 'other']);
	} finally {
		Object.defineProperty(Intl, missing, { value: whole, configurable: true, writable: true });
	}
});
