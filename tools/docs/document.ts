import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '..', '..');

/** A file that is made from the code, whole or in part. */
export interface Document {
	/** Its path in the repository. */
	readonly name: string;
	/** The file as it should be, made from the one that is there; null if there is none. */
	readonly refreshed: (present: string | null) => string;
}

/** The file as it is; null if there is none. */
export function presentFile(name: string): string | null {
	const file = path.join(ROOT, name);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** A table in Markdown; the first row names the columns. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n+/g, ' ')).join(' | ')} |`;
	return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A page of `docs/` that is made whole. */
export function page(...paragraphs: readonly string[]): string {
	return `<!-- Made by \`npm run docs\`. -->\n\n${paragraphs.join('\n\n')}\n`;
}
