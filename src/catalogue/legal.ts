import type { LegalCategory } from './categories';
import type { DeploymentModel } from './vocabulary';

/**
 * Who holds what and whom a request must go to, by deployment model: the guidelines for law enforcement requests
 * (March 5th, 2026). The words stand under `legal_holder_<holder>`, `legal_ask_<addressee>`, `legal_process_<process>`.
 */
export interface LegalRoute {
	readonly heldBy: 'rocket-chat-and-admins' | 'rocket-chat-may-access' | 'availability-depends' | 'server-administrator' | 'rocket-chat-account' | 'not-told';
	readonly askWhom: 'rocket-chat-or-admins' | 'server-administrator' | 'rocket-chat' | 'find-out';
	readonly process: 'valid-legal-process' | 'law-of-the-administrator' | 'open-server-terms' | 'find-out';
}

type Routes = Readonly<Record<LegalCategory, LegalRoute>>;

const serverAdministrator: LegalRoute = {
	heldBy: 'server-administrator',
	askWhom: 'server-administrator',
	process: 'law-of-the-administrator',
};
const notTold: LegalRoute = { heldBy: 'not-told', askWhom: 'find-out', process: 'find-out' };
const everyCategory = (route: LegalRoute): Routes => ({
	'basic-subscriber-information': route,
	'non-content-records': route,
	'content': route,
});

export const LEGAL_ROUTES: Readonly<Record<DeploymentModel, Routes>> = {
	'cloud': {
		'basic-subscriber-information': { heldBy: 'rocket-chat-and-admins', askWhom: 'rocket-chat-or-admins', process: 'valid-legal-process' },
		'non-content-records': { heldBy: 'availability-depends', askWhom: 'rocket-chat-or-admins', process: 'valid-legal-process' },
		'content': { heldBy: 'rocket-chat-may-access', askWhom: 'rocket-chat-or-admins', process: 'valid-legal-process' },
	},
	'open-server': {
		'basic-subscriber-information': { heldBy: 'rocket-chat-account', askWhom: 'rocket-chat', process: 'open-server-terms' },
		'non-content-records': { heldBy: 'availability-depends', askWhom: 'rocket-chat', process: 'open-server-terms' },
		'content': { heldBy: 'availability-depends', askWhom: 'rocket-chat', process: 'open-server-terms' },
	},
	'self-managed': everyCategory(serverAdministrator),
	'air-gapped': everyCategory(serverAdministrator),
	'unknown': everyCategory(notTold),
};

/** The document from which the legal answers come. */
export const LAW_ENFORCEMENT_GUIDELINES = {
	/** ISO date of "Last updated: March 5th, 2026". */
	updated: '2026-03-05',
	link: 'https://docs.rocket.chat/v1/docs/law-enforcement',
} as const;
