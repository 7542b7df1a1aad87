import { readdirSync } from 'node:fs';
import path from 'node:path';

import { ORDER } from '../../src/catalogue/flows/order';
import { ROOT } from './document';
import type { Document } from './document';

const FOLDER = 'src/catalogue/flows';

/** Files of the folder that are no flow. */
const OTHERS: readonly string[] = ['all', 'flow', 'index', 'order'];

/** The ids of the flows that have a file. */
export function flowFiles(): string[] {
	return readdirSync(path.join(ROOT, FOLDER))
		.map((file) => path.basename(file, '.ts'))
		.filter((name) => !OTHERS.includes(name));
}

/** The name under which a flow's file exports it: its id in one word. */
export function exportedName(id: string): string {
	return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The list of all flows, made from the files of the folder in the order of order.ts.
 *
 * @throws Error that names a file without a place in the order, or an id of the order without a file
 */
export const FLOW_INDEX: Document = {
	name: `${FOLDER}/all.ts`,
	refreshed: () => {
		const files = flowFiles();
		const order: readonly string[] = ORDER;
		const problems = [
			...files.filter((id) => !order.includes(id)).map((id) => `${FOLDER}/${id}.ts has no place in ${FOLDER}/order.ts`),
			...order.filter((id) => !files.includes(id)).map((id) => `"${id}" in ${FOLDER}/order.ts has no file ${FOLDER}/${id}.ts`),
		];
		if (problems.length > 0) {
			throw new Error(`${problems.join('; ')}.`);
		}
		return [
			'// Made by `npm run docs` from the files of this folder, in the order of order.ts.',
			...order.map((id) => `import { ${exportedName(id)} } from './${id}';`),
			'',
			'export const ALL = [',
			...order.map((id) => `\t${exportedName(id)},`),
			'] as const;',
			'',
		].join('\n');
	},
};
