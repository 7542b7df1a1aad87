import type { LegalCategory } from './categories';
import type { DeploymentModel } from './vocabulary';

/**
 * Who holds what and whom a request must go to, by deployment: the guidelines for law enforcement requests (March 5th, 2026).
 * The words stand under `legal_holder_<holder>`, `legal_ask_<addressee>`, `legal_process_<process>`.
 */
export interface LegalRoute {
	readonly heldBy: 'rocket-chat-and-admins' | 'rocket-chat-may-access' | 'availability-depends' | 'server-administrator' | 'server-administrator-and-account' | 'rocket-chat-account' | 'not-told';
	readonly askWhom: 'rocket-chat-or-admins' | 'server-administrator' | 'server-administrator-and-account' | 'rocket-chat' | 'find-out';
	readonly process: 'valid-legal-process' | 'not-stated' | 'law-of-the-administrator' | 'law-of-the-administrator-and-not-stated' | 'open-server-terms' | 'find-out';
}

type Routes = Readonly<Record<LegalCategory, LegalRoute>>;

/** An air gap is a self-managed server; without a registration and a licence Rocket.Chat has no account for one. */
export type LegalRow = Exclude<DeploymentModel, 'air-gapped'> | 'self-managed-without-account';

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

export const LEGAL_ROUTES: Readonly<Record<LegalRow, Routes>> = {
	// The guidelines name a process for content alone.
	'cloud': {
		'basic-subscriber-information': { heldBy: 'rocket-chat-and-admins', askWhom: 'rocket-chat-or-admins', process: 'not-stated' },
		'non-content-records': { heldBy: 'availability-depends', askWhom: 'rocket-chat-or-admins', process: 'not-stated' },
		'content': { heldBy: 'rocket-chat-may-access', askWhom: 'rocket-chat-or-admins', process: 'valid-legal-process' },
	},
	'open-server': {
		'basic-subscriber-information': { heldBy: 'rocket-chat-account', askWhom: 'rocket-chat', process: 'open-server-terms' },
		'non-content-records': { heldBy: 'availability-depends', askWhom: 'rocket-chat', process: 'open-server-terms' },
		'content': { heldBy: 'availability-depends', askWhom: 'rocket-chat', process: 'open-server-terms' },
	},
	// That Rocket.Chat cannot view or export users' data says nothing of its own customers, whose accounts and bills it has.
	'self-managed': {
		...everyCategory(serverAdministrator),
		'basic-subscriber-information': {
			heldBy: 'server-administrator-and-account',
			askWhom: 'server-administrator-and-account',
			process: 'law-of-the-administrator-and-not-stated',
		},
	},
	'self-managed-without-account': everyCategory(serverAdministrator),
	'unknown': everyCategory(notTold),
};

/** The document from which the legal answers come. */
export const LAW_ENFORCEMENT_GUIDELINES = {
	/** ISO date of "Last updated: March 5th, 2026". */
	updated: '2026-03-05',
	link: 'https://docs.rocket.chat/v1/docs/law-enforcement',
} as const;

/** Rocket.Chat's list of its infrastructure subprocessors, to which the guidelines refer. Shown, never called. */
export const SUBPROCESSORS_LINK = 'https://github.com/RocketChat/docs/blob/main/customer-center/legal-center/privacy-policy/subprocessors.md';
