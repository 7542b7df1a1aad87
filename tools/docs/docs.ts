/**
 * What is made from the code: the index of the flows, the collected texts, the catalogue's version, the report's schema, pages
 * of `docs/`, and the app's id in those that are written by hand.
 *
 *     npm run docs               writes what is not up to date, and lists the translations that were lost by it
 *     npm run docs -- --check    fails when something is not up to date
 *     npm run docs -- --gaps     lists what each language lacks
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { presentFile, ROOT } from './document';
import type { Document } from './document';
import { FLOW_INDEX } from './flow-index';
import type * as DocumentsModule from './documents';

/** What is not as it should be: its name and its content as it should be. */
export function staleAmong(documents: readonly Document[]): { readonly name: string; readonly content: string }[] {
	return documents.flatMap(({ name, refreshed }) => {
		const present = presentFile(name);
		const content = refreshed(present);
		return content === present ? [] : [{ name, content }];
	});
}

function write(documents: readonly Document[]): string[] {
	return staleAmong(documents).map(({ name, content }) => {
		writeFileSync(path.join(ROOT, name), content);
		return name;
	});
}

function main(flags: readonly string[]): void {
	const isCheck = flags.includes('--check');
	const staleIndex = isCheck ? staleAmong([FLOW_INDEX]).map(({ name }) => name) : write([FLOW_INDEX]);
	// Everything else is made from the flows, so it is loaded when their index is right.
	const { DOCUMENTS, gapCounts, gapLines, lostLines, translated } = require('./documents') as typeof DocumentsModule;
	if (flags.includes('--gaps')) {
		console.log(gapLines().join('\n') || 'No language lacks a text.');
		return;
	}
	if (isCheck) {
		const stale = [...staleIndex, ...staleAmong(DOCUMENTS).map(({ name }) => name)];
		console.log(stale.length === 0 ? `Up to date: ${[FLOW_INDEX, ...DOCUMENTS].map(({ name }) => name).join(', ')}.` : `Not what the code says: ${stale.join(', ')}. Run: npm run docs`);
		process.exitCode = stale.length === 0 ? 0 : 1;
		return;
	}
	const before = translated();
	const updated = [...staleIndex, ...write(DOCUMENTS)];
	const lost = lostLines(before);
	const said = [
		updated.length === 0 ? 'Everything was up to date.' : `Updated: ${updated.join(', ')}.`,
		...(lost.length === 0 ? [] : ['Their English changed, so these translations are gone:', ...lost]),
		gapCounts() ?? [],
	];
	console.log(said.flat().join('\n'));
}

if (require.main === module) {
	main(process.argv.slice(2));
}
