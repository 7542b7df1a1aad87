import { createHash } from 'node:crypto';

import { ANYONE_ROW, HOSTING_ROWS, ROCKET_CHAT_ROWS, THIRD_PARTIES_ROW, WORKSPACE_ADMINS_ROW } from '../../src/catalogue/baseline';
import { CATEGORY_ENTRIES } from '../../src/catalogue/categories';
import { FLOWS } from '../../src/catalogue/flows';
import { LAW_ENFORCEMENT_GUIDELINES, LEGAL_ROUTES } from '../../src/catalogue/legal';
import { NOTICES } from '../../src/catalogue/notices';
import { PUBLIC_SERVICE_DOMAINS } from '../../src/catalogue/public-services';
import { HIDDEN_SETTINGS, SERVER_SETTINGS } from '../../src/catalogue/server-settings';
import { UNSEEN_IDS } from '../../src/catalogue/unseen';
import { CAME, CAME_TOGETHER, WENT } from '../../src/catalogue/versions';
import type { Document } from './document';

/** Everything that the catalogue says of Rocket.Chat, without the sentences in which it is told. */
function facts(): unknown {
	const flows = FLOWS.map(({ words: _, caveats, ...flow }) => ({ ...flow, caveats: (caveats ?? []).map(({ text: __, ...caveat }) => caveat) }));
	const baseline = [ROCKET_CHAT_ROWS, WORKSPACE_ADMINS_ROW, HOSTING_ROWS, THIRD_PARTIES_ROW, ANYONE_ROW];
	return [flows, SERVER_SETTINGS, HIDDEN_SETTINGS, CAME, CAME_TOGETHER, WENT, baseline, CATEGORY_ENTRIES, LEGAL_ROUTES, LAW_ENFORCEMENT_GUIDELINES, NOTICES, PUBLIC_SERVICE_DOMAINS, UNSEEN_IDS];
}

/** `2026.11` becomes `2026.11.1`, that `2026.11.2`. */
export function raised(version: string): string {
	const [year = '', month = '', count = '0'] = version.split('.');
	return [year, month, Number(count) + 1].join('.');
}

/** The catalogue's version, raised where the facts are no longer those that it was given to. */
export const VERSION_FILE: Document = {
	name: 'src/catalogue/version.ts',
	refreshed: (present) => {
		const [, version = '2026.11'] = /CATALOGUE_VERSION = '([\d.]+)'/.exec(present ?? '') ?? [];
		const [, known] = /facts: ([0-9a-f]+)/.exec(present ?? '') ?? [];
		const hash = createHash('sha256').update(JSON.stringify(facts())).digest('hex').slice(0, 32);
		return [
			'/**',
			' * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.',
			' *',
			` * facts: ${hash}`,
			' */',
			`export const CATALOGUE_VERSION = '${known === undefined || known === hash ? version : raised(version)}';`,
			'',
		].join('\n');
	},
};
