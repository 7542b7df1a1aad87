/** Excel cuts, or refuses, what is longer. */
const LONGEST_CELL = 32_767;

/** A spreadsheet takes a cell that begins so for a formula, in its full-width form too. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as a CSV file (RFC 4180): every cell quoted, lines ended by CR LF, a byte order mark so that spreadsheets read UTF-8.
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it; one that is too long for it ends with an ellipsis.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
	const clean = text.replace(/\0/g, '');
	const harmless = BEGINS_A_FORMULA.test(clean) ? `'${clean}` : clean;
	return `"${shortened(harmless).replace(/"/g, '""')}"`;
}

function shortened(text: string): string {
	// Never within a pair of code units.
	return text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
