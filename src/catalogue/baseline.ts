import type { Category } from './categories';
import type { DeploymentModel, ExposureState } from './vocabulary';

/**
 * The exposure matrix before any flow is looked at. Sources: Rocket.Chat's guidelines for law enforcement requests
 * (March 5th, 2026), its privacy notice for air-gapped workspaces (December 9th, 2023), the table "self-hosted / cloud hosted"
 * of its privacy policy and its notice for the Open Server (both October 2023).
 */
export interface BaselineCell {
	readonly state: ExposureState;
	/** Key suffix of the condition under which `limited` holds: `condition_<suffix>`. */
	readonly condition: BaselineCondition | null;
}

export const BASELINE_CONDITIONS = [
	'marketplace-apps',
	'processor',
	'consumed-services',
	'admins-content',
	'admins-tracking',
	'subprocessors',
	'hosting-third-party',
	'if-isolated',
	'registered-account',
	'if-self-managed',
] as const;
export type BaselineCondition = (typeof BASELINE_CONDITIONS)[number];

type Row = Readonly<Record<Category, BaselineCell>>;

const no: BaselineCell = { state: 'no', condition: null };
const yes: BaselineCell = { state: 'yes', condition: null };
const unknown: BaselineCell = { state: 'unknown', condition: null };
const limited = (condition: BaselineCondition): BaselineCell => ({ state: 'limited', condition });
const every = (cell: BaselineCell): Row => ({
	'account-data': cell,
	'usage-data': cell,
	'app-data': cell,
	'user-content': cell,
	'tracking': cell,
});

/** The rows towards the company Rocket.Chat, by what is known of the deployment. */
export const ROCKET_CHAT_ROWS = {
	'cloud': {
		'account-data': yes,
		'usage-data': yes,
		'app-data': limited('marketplace-apps'),
		'user-content': { state: 'yes', condition: 'processor' },
		'tracking': limited('consumed-services'),
	},
	'open-server': {
		'account-data': yes,
		'usage-data': yes,
		'app-data': limited('marketplace-apps'),
		'user-content': yes,
		'tracking': yes,
	},
	'self-managed-registered': {
		'account-data': yes,
		'usage-data': limited('consumed-services'),
		'app-data': limited('marketplace-apps'),
		// A Cloud workspace on a custom domain looks the same to an app; a declaration settles it.
		'user-content': { state: 'no', condition: 'if-self-managed' },
		'tracking': limited('consumed-services'),
	},
	'self-managed-unregistered': every(no),
	'self-managed-registration-unknown': every(unknown),
	'air-gapped-certain': every(no),
	'air-gapped-otherwise': every({ state: 'unknown', condition: 'if-isolated' }),
	// Whether it was done offline or online, somebody has an account with Rocket.Chat for it.
	'air-gapped-registered': { ...every({ state: 'unknown', condition: 'if-isolated' }), 'account-data': limited('registered-account') },
	'unknown': every(unknown),
} as const satisfies Record<string, Row>;
export type RocketChatRow = keyof typeof ROCKET_CHAT_ROWS;

/** The row towards those who administer the workspace, the same for every model. */
export const WORKSPACE_ADMINS_ROW: Row = {
	'account-data': yes,
	'usage-data': yes,
	'app-data': yes,
	'user-content': limited('admins-content'),
	'tracking': limited('admins-tracking'),
};

/** The rows towards whoever runs the machines. An app cannot see disk encryption. */
export const HOSTING_ROWS = {
	'rocket-chat-infrastructure': every(limited('subprocessors')),
	'unstated': every(unknown),
	'self': every(no),
	'third-party': every(limited('hosting-third-party')),
} as const satisfies Record<string, Row>;
export type HostingRow = keyof typeof HOSTING_ROWS;

/** The row towards everybody else: raised by flows alone. */
export const THIRD_PARTIES_ROW: Row = every(no);

/** The row towards everybody, with or without an account: raised by flows alone. */
export const ANYONE_ROW: Row = every(no);

/** Models whose machines are Rocket.Chat's, so that its infrastructure subprocessors host them. */
export const RUN_BY_ROCKET_CHAT: readonly DeploymentModel[] = ['cloud', 'open-server'];
