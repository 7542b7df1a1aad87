import { unmarked } from '../../src/language/spans';
import { quoted, statedLine } from '../../src/show/tell/quoted';

test.each([
	['plain words', '“plain words”'],
	['RC_DISABLE_STATISTICS_REPORTING', '“RC_DISABLE_STATISTICS_REPORTING”'],
	['w'.repeat(40), `“${'w'.repeat(40)}”`],
	['w'.repeat(10_000), `“${'w'.repeat(40)}…”`],
	['𝒲'.repeat(41), `“${'𝒲'.repeat(40)}…”`],
	['*@all* #general `x`', '“··all· ·general ·x·”'],
	['a\u202Eb', '“a·b”'],
	['x?token=secret', '“x”'],
	['', '“”'],
])('what was typed is repeated as is fit, case %#', (typed, shown) => {
	expect(quoted(typed)).toBe(shown);
});

test('what admins stated keeps its joiners and loses what is acted on or not seen', () => {
	expect(unmarked([statedLine('می\u200Cخواهم *b* \u202Ec\u0007')])).toBe('می\u200Cخواهم ·b· c');
});
