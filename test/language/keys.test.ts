import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { ENGLISH } from '../../src/language/english';

const ROOT = path.join(__dirname, '..', '..', 'src');
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('english.ts'))
	.map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
	.join('\n');

/** Every literal and every beginning of a template that the sources hold: what a key can be named by. */
const literals = new Set([...sources.matchAll(/'([\w.+-]+)'/g)].map(([, text]) => text ?? ''));
const beginnings = [...sources.matchAll(/`([\w-]+_[\w.-]*)\$\{/g)].map(([, text]) => text ?? '');

test('no text is an orphan: each key is named in the sources, whole or by its beginning', () => {
	const orphans = Object.keys(ENGLISH).filter((key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
	expect(orphans).toEqual([]);
});
