import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { DOCUMENTS } from '../../tools/docs/docs';

test.each(DOCUMENTS.map((document) => [document.name, document] as const))('%s is what the code says: npm run docs', (name, { refreshed }) => {
	const file = path.join(__dirname, '..', '..', name);
	expect(existsSync(file)).toBe(true);
	const present = readFileSync(file, 'utf8');
	expect(refreshed(present) === present).toBe(true);
});
