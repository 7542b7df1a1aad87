import { parse } from 'csv-parse/sync';

import { toCsv } from '../../src/show/as/csv';

function read(csv: string): string[][] {
	const rows: string[][] = parse(csv, { bom: true, record_delimiter: '\r\n' });
	return rows;
}

test('every cell is quoted, every line ends with CR LF, and a byte order mark comes first', () => {
	expect(toCsv([['a', 'b'], ['', 'c d']])).toBe('\uFEFF"a","b"\r\n"","c d"\r\n');
});

test.each(['plain', '', 'a "quoted" word', 'a,b', 'a;b', 'two\nlines', 'a\r\nb', '“Ü” 漢字 😀', "it's"])('%j comes back as it was', (text) => {
	expect(read(toCsv([['first', text, 'last']]))).toEqual([['first', text, 'last']]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1', '\0=1'])('%j is no formula for a spreadsheet', (text) => {
	expect(read(toCsv([['x', text]]))).toEqual([['x', `'${text.replace('\0', '')}`]]);
});

test.each(["'=1", 'a=1', ' =1', '1-1'])('%j needs no apostrophe', (text) => {
	expect(read(toCsv([['x', text]]))).toEqual([['x', text]]);
});

test('no cell holds a NUL', () => {
	expect(toCsv([['a\0b', '\0']])).toBe('\uFEFF"ab",""\r\n');
});

describe('a cell is never longer than a spreadsheet takes', () => {
	const longest = 32_767;
	test.each([
		['as long as may be', 'x'.repeat(longest), 'x'.repeat(longest)],
		['one too long', 'x'.repeat(longest + 1), `${'x'.repeat(longest - 1)}…`],
		['a formula', `=${'x'.repeat(longest)}`, `'=${'x'.repeat(longest - 3)}…`],
		['full of quotes', '"'.repeat(longest + 1), `${'"'.repeat(longest - 1)}…`],
	])('%s', (_name, text, expected) => {
		expect(read(toCsv([[text]]))).toEqual([[expected]]);
	});

	test('and never ends within a pair of code units', () => {
		const pairs = `x${'😀'.repeat(longest)}`;
		for (const text of [pairs, pairs.slice(1)]) {
			const [[cell = ''] = []] = read(toCsv([[text]]));
			expect(cell.length).toBeLessThanOrEqual(longest);
			expect(cell).toMatch(/😀…$/u);
			expect(cell).not.toMatch(/\p{Cs}/u);
		}
	});
});
