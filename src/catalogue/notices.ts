import { LAW_ENFORCEMENT_GUIDELINES } from './legal';

/** The privacy notices that the app can show, one for each kind of deployment, and one for when that cannot be told. */
export const NOTICE_IDS = ['air-gapped', 'self-managed-registered', 'self-managed-unregistered', 'cloud', 'open-server', 'cannot-be-told'] as const;
export type NoticeId = (typeof NOTICE_IDS)[number];

/** Documents from which notices are told, or which name whom to ask. The name of each is the text `notice-source_<id>`. */
export type NoticeSourceId = 'air-gapped' | 'air-gapped-published' | 'privacy-policy' | 'cloud' | 'open-server' | 'law-enforcement';

/** A document of Rocket.Chat's from which a notice is told. */
export interface NoticeSource {
	readonly id: NoticeSourceId;
	/** Shown, never called. */
	readonly link: string;
	/** ISO date that the document gives, and what it calls it. */
	readonly date: string;
	readonly dated: 'effective' | 'updated';
}

/** Whom Rocket.Chat names for questions, and where that was read. */
export interface NoticeContact {
	readonly address: string;
	/** A document other than the notice's own sources; null where one of those names the address itself. */
	readonly namedBy: { readonly id: NoticeSourceId; readonly link: string } | null;
}

/** One notice: facts of Rocket.Chat's documents in this app's words, a statement each. */
export interface Notice<Key extends string> {
	readonly id: NoticeId;
	/** The keys of its texts, in the order in which they are told. */
	readonly statements: readonly Key[];
	/** The first one is what the notice summarises; none where the text is this app's own advice. */
	readonly sources: readonly NoticeSource[];
	readonly contact: NoticeContact | null;
	/** Raised whenever a text or a source changes; a test holds it to the content's hash. */
	readonly version: number;
}

/** Declares a notice; each of its statements has its text under `notice_<notice>_<statement>`. */
function notice<const Id extends NoticeId, const Name extends string>(
	id: Id,
	statements: readonly Name[],
	rest: Pick<Notice<string>, 'sources' | 'contact' | 'version'>,
): Notice<`notice_${Id}_${Name}`> {
	return { id, statements: statements.map((name) => `notice_${id}_${name}` as const), ...rest };
}

/** Its page ends with how long versions are supported: the footer of every page of that documentation, and no part of the notice. */
const AIR_GAPPED_NOTICE: NoticeSource = {
	id: 'air-gapped',
	link: 'https://docs.rocket.chat/customer-center/legal-center/privacy-policy/privacy-notice-for-air-gapped-workspaces',
	date: '2023-12-09',
	dated: 'effective',
};

/** The policy's first appendix says the same of who accesses content, and why. */
const CLOUD_NOTICE: NoticeSource = {
	id: 'cloud',
	link: 'https://github.com/RocketChat/docs/blob/main/customer-center/legal-center/privacy-policy/privacy-notice-for-the-cloud-hosting-services.md',
	date: '2023-10-20',
	dated: 'effective',
};

/** Its table tells self-hosted and cloud-hosted workspaces apart. */
const PRIVACY_POLICY: NoticeSource = {
	id: 'privacy-policy',
	link: 'https://docs.rocket.chat/customer-center/legal-center/privacy-policy',
	date: '2023-10-20',
	dated: 'effective',
};

const OPEN_SERVER_NOTICE: NoticeSource = {
	id: 'open-server',
	link: 'https://github.com/RocketChat/docs/blob/main/customer-center/legal-center/privacy-policy/privacy-notice-for-the-open-server.md',
	date: '2023-10-20',
	dated: 'effective',
};

const GUIDELINES: NoticeSource = {
	id: 'law-enforcement',
	link: LAW_ENFORCEMENT_GUIDELINES.link,
	date: LAW_ENFORCEMENT_GUIDELINES.updated,
	dated: 'updated',
};

const DATA_PROTECTION_OFFICER = 'privacy@rocket.chat';

/** The policy itself names the address. */
const BY_POLICY: NoticeContact = { address: DATA_PROTECTION_OFFICER, namedBy: null };

export const NOTICES = {
	'air-gapped': notice(
		'air-gapped',
		// That Rocket.Chat may change its notices is said once for all of them, beside the date of each.
		['definition', 'no-registration', 'not-collected', 'missing-services', 'registering', 'contact', 'further-information'],
		{
			// What the notice says of registering, "outlined here", is a link to the policy's table.
			sources: [AIR_GAPPED_NOTICE, PRIVACY_POLICY],
			// The copy that this summary was made from ends before the address; the published file of the same notice has it.
			contact: {
				address: DATA_PROTECTION_OFFICER,
				namedBy: {
					id: 'air-gapped-published',
					link: 'https://github.com/RocketChat/docs/blob/main/customer-center/legal-center/privacy-policy/privacy-notice-for-air-gapped-workspaces.md',
				},
			},
			version: 3,
		},
	),
	'self-managed-registered': notice(
		'self-managed-registered',
		['access', 'collected', 'user-content', 'tracking', 'server-sends'],
		{ sources: [PRIVACY_POLICY, GUIDELINES], contact: BY_POLICY, version: 3 },
	),
	'self-managed-unregistered': notice('self-managed-unregistered', ['access', 'no-registration', 'server-sends', 'third-parties'], {
		sources: [PRIVACY_POLICY, GUIDELINES],
		contact: BY_POLICY,
		version: 3,
	}),
	'cloud': notice('cloud', ['processor', 'collected', 'user-content', 'tracking'], {
		sources: [CLOUD_NOTICE, PRIVACY_POLICY, GUIDELINES],
		contact: BY_POLICY,
		version: 3,
	}),
	'open-server': notice('open-server', ['operator', 'collected', 'user-content', 'tracking', 'deletion'], {
		sources: [OPEN_SERVER_NOTICE, PRIVACY_POLICY, GUIDELINES],
		contact: BY_POLICY,
		version: 3,
	}),
	'cannot-be-told': notice('cannot-be-told', ['differ', 'may-send', 'ask'], { sources: [], contact: null, version: 3 }),
} as const satisfies Readonly<Record<NoticeId, Notice<string>>>;

/** The key of a statement of a notice. */
export type NoticeKey = (typeof NOTICES)[NoticeId]['statements'][number];
