import type { Category } from './categories';
import type { SentWord } from './flows';

/** Whose data an activity is about beside that of members and guests; each has its text under `subject_<name>`. */
type Subject = 'invitees' | 'visitors' | 'outsiders' | 'registrant';

interface ActivityFacts {
	/** The kinds of data that the workspace itself stores for it; absent where it only passes data on. */
	readonly stores?: readonly Category[];
	readonly also?: Subject;
}

const ACTIVITY_FACTS = {
	'messages': { stores: ['user-content'] },
	'accounts': { stores: ['account-data'], also: 'invitees' },
	'security': { stores: ['usage-data'] },
	'notifications': { also: 'invitees' },
	'livechat': { stores: ['account-data', 'usage-data', 'user-content'], also: 'visitors' },
	'calls': { also: 'outsiders' },
	'search': {},
	'connections': { also: 'outsiders' },
	'pages': {},
	'analytics': {},
	'rocket-chat': { also: 'registrant' },
	'monitoring': {},
} as const satisfies Readonly<Record<string, ActivityFacts>>;

/** Why personal data is processed, as a record of processing activities tells it. Each flow belongs to one activity; each has its text under `activity_<name>`. */
export type Activity = keyof typeof ACTIVITY_FACTS;

/** The activities, in the order in which they are told. */
export const ACTIVITIES: readonly (ActivityFacts & { readonly id: Activity })[] = (Object.keys(ACTIVITY_FACTS) as Activity[]).map((id) => ({ id, ...ACTIVITY_FACTS[id] }));

/** What is sent of servers and organisations, and says nothing of a person. Everything else counts as personal data. */
export const NOT_PERSONAL: readonly SentWord[] = [
	'active-users',
	'app-counts',
	'app-names',
	'cloud-token',
	'department-ids',
	'federation-domains',
	'metrics',
	'monthly-contacts',
	'organisation-facts',
	'organisation-names',
	'server-facts',
	'server-request',
	'service-names',
	'site-address',
	'usage-counts',
	'workspace-ids',
];
