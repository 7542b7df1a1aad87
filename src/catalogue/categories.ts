/**
 * The five kinds of data of Rocket.Chat's privacy notice for air-gapped workspaces (effective December 9th, 2023),
 * each with its counterpart among the three of the guidelines for law enforcement requests (March 5th, 2026)
 * and its key in the fideslang taxonomy.
 */
export const LEGAL_CATEGORIES = ['basic-subscriber-information', 'non-content-records', 'content'] as const;
export type LegalCategory = (typeof LEGAL_CATEGORIES)[number];

export const CATEGORIES = ['account-data', 'usage-data', 'app-data', 'user-content', 'tracking'] as const;
export type Category = (typeof CATEGORIES)[number];

interface CategoryEntry {
	legal: LegalCategory | null;
	fideslang: string;
}

export const CATEGORY_ENTRIES: Readonly<Record<Category, CategoryEntry>> = {
	'account-data': { legal: 'basic-subscriber-information', fideslang: 'user.account' },
	'usage-data': { legal: 'non-content-records', fideslang: 'user.behavior' },
	'app-data': { legal: null, fideslang: 'system.operations' },
	'user-content': { legal: 'content', fideslang: 'user.content' },
	'tracking': { legal: null, fideslang: 'user.behavior.browsing_history' },
};
