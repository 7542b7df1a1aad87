/**
 * The field's own words, each once. Every type, label, schema and table of the app derives from these lists.
 */

export const DEPLOYMENT_MODELS = ['cloud', 'open-server', 'self-managed', 'air-gapped', 'unknown'] as const;
export type DeploymentModel = (typeof DEPLOYMENT_MODELS)[number];

/** What an operator can declare: everything but `unknown`. */
export const DECLARABLE_MODELS = ['cloud', 'open-server', 'self-managed', 'air-gapped'] as const satisfies readonly DeploymentModel[];
export type DeclarableModel = (typeof DECLARABLE_MODELS)[number];

export const REGISTRATION_STATES = ['registered', 'unregistered', 'unknown'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const CONFIDENCES = ['certain', 'likely', 'unclear'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const BASES = ['declared', 'detected'] as const;
export type Basis = (typeof BASES)[number];

export const LICENCE_KINDS = ['offline', 'online', 'none', 'unknown'] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

export const REPORTING_STATES = ['accepted', 'failing', 'restricted', 'not-visible', 'unknown'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

export const EXPOSURE_STATES = ['no', 'limited', 'yes', 'unknown'] as const;
export type ExposureState = (typeof EXPOSURE_STATES)[number];

export const PARTIES = ['rocket-chat', 'workspace-admins', 'hosting-provider', 'third-parties', 'anyone'] as const;
export type Party = (typeof PARTIES)[number];

/** Who is neither an admin of the workspace nor runs its machines. */
export const OUTSIDE_PARTIES = ['rocket-chat', 'third-parties', 'anyone'] as const satisfies readonly Party[];
export type OutsideParty = (typeof OUTSIDE_PARTIES)[number];

export const FLOW_STATES = ['on', 'off', 'unknown', 'not-applicable'] as const;
export type FlowState = (typeof FLOW_STATES)[number];

export const FLOW_EFFECTS = ['sent', 'attempted', 'inside'] as const;
export type FlowEffect = (typeof FLOW_EFFECTS)[number];

/**
 * How far a recipient is away: `public`, a service on the internet; `own`, a host that is no known public service; `inside`, a host in
 * the organisation's own network; `unknown`, nothing tells.
 */
export const REACHES = ['public', 'own', 'inside', 'unknown'] as const;
export type Reach = (typeof REACHES)[number];

/** Who opens a connection: the server, the programs of its users, or somebody towards the server. */
export type Connection = 'server' | 'clients' | 'in';

export const FLOW_KEEPINGS = ['stored', 'relayed', 'unknown'] as const;
export type FlowKeeping = (typeof FLOW_KEEPINGS)[number];

export const CONFLICT_IDS = [
	'registered',
	'push-gateway-on',
	'report-accepted',
	'third-party-flow-on',
	'unregistered',
	'offline-licence',
	'rocket-chat-host',
	'other-host',
] as const;
export type ConflictId = (typeof CONFLICT_IDS)[number];

/** What members may read beside the notice: nothing of the workspace's settings, or also who can read and how long it is kept. */
export const MEMBERS_MAY_READ = ['notice', 'notice-and-keeping'] as const;
export type MembersMayRead = (typeof MEMBERS_MAY_READ)[number];

/** What an admin may want of a workspace, and can have a plan for. */
export const GOALS = ['air-gapped', 'nothing-to-rocket-chat', 'nothing-to-third-parties', 'no-content-outside', 'nothing-open'] as const;
export type Goal = (typeof GOALS)[number];

/** What becomes of a flow that a policy is about: as it asks; not so; not so, and somebody agreed to it; or nobody can say. */
export const POLICY_STANDINGS = ['conforms', 'deviates', 'accepted', 'unknown'] as const;
export type PolicyStanding = (typeof POLICY_STANDINGS)[number];

/** How often the app looks by itself. */
export const MONITORING = ['off', 'daily'] as const;
export type Monitoring = (typeof MONITORING)[number];

/** Why a setting could not be read. A hidden, an absent and a broken setting give an app the same refusal. */
export const UNREADABLE_REASONS = ['refused', 'no-answer', 'timed-out', 'wrong-type'] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];
