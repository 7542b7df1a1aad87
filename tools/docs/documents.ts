import * as z from 'zod';

import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import { reportSchema } from '../../src/show/as/report-schema';
import { APP_ID_DOCUMENTS } from './app-id';
import type { Document } from './document';
import { FLOWS_PAGE } from './flows-page';
import { SETTINGS_PAGE } from './settings-page';
import { gaps, translated, translationDocuments } from './translations';
import { TRANSLATORS_PAGE } from './translators-page';
import { VERSION_FILE } from './version';

/** The report's schema as it is published, and shipped for scripts: JSON Schema, draft 2020-12. */
function schemaFile(): string {
	const { $schema, ...schema } = z.toJSONSchema(reportSchema);
	return `${JSON.stringify({ $schema, $id: `urn:privacy-status:report:${SCHEMA_VERSION}`, title: 'Privacy Status report', ...schema }, null, 2)}\n`;
}

/** Every file that is made from the code, but for the index of the flows. */
export const DOCUMENTS: readonly Document[] = [
	VERSION_FILE,
	...translationDocuments(),
	{ name: 'docs/report.schema.json', refreshed: schemaFile },
	FLOWS_PAGE,
	SETTINGS_PAGE,
	TRANSLATORS_PAGE,
	...APP_ID_DOCUMENTS,
];

/** The translations that are gone since, a line for each language. */
export function lostLines(before: ReturnType<typeof translated>): string[] {
	const now = translated();
	return [...before].flatMap(([language, keys]) => {
		const lost = keys.filter((key) => now.get(language)?.includes(key) !== true);
		return lost.length === 0 ? [] : [`${language} lost ${String(lost.length)}: ${lost.join(', ')}`];
	});
}

/** How many texts each language lacks, in one line; null where none lacks any. */
export function gapCounts(): string | null {
	const counts = [...gaps()].map(([language, missing]) => `${language} ${String(missing.length)}`);
	return counts.length === 0 ? null : `Not translated yet, and told in English: ${counts.join(', ')}. \`npm run docs -- --gaps\` lists them.`;
}

/** What each language lacks, a line for each. */
export function gapLines(): string[] {
	return [...gaps()].map(([language, missing]) => `${language} lacks ${String(missing.length)}: ${missing.join(', ')}`);
}

export { translated };
