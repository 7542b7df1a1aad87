import type { Activity } from '../catalogue/activities';
import type { Category, LegalCategory } from '../catalogue/categories';
import type { FlowId } from '../catalogue/flows';
import type { LegalRoute } from '../catalogue/legal';
import type { SettingId } from '../catalogue/server-settings';
import type { UnseenId } from '../catalogue/unseen';
import type {
	Basis,
	Confidence,
	ConflictId,
	Connection,
	DeclarableModel,
	DeploymentModel,
	ExposureState,
	FlowEffect,
	FlowKeeping,
	FlowState,
	LicenceKind,
	Party,
	PolicyStanding,
	Reach,
	RegistrationState,
	ReportingState,
} from '../catalogue/vocabulary';
import type { Release } from '../catalogue/versions';
import type { Statement } from '../language/statement';

import type { Kept } from './keeping';
import type { Difference } from './snapshot';

/** The releases among which the server is; null where there is no bound. */
export interface ServerVersions {
	readonly atLeast: Release | null;
	readonly below: Release | null;
}

/** Where a piece of evidence was read. */
export type EvidenceSource = `setting:${SettingId}` | `env:${string}` | 'declared';

export interface Evidence {
	readonly source: EvidenceSource;
	/** What was read, as far as it may be shown. */
	readonly observed: Statement;
	/** What that proves, or does not. */
	readonly statement: Statement;
}

export interface Conflict {
	readonly id: ConflictId;
	/** The flow that contradicts, where it is one. */
	readonly flow: FlowId | null;
	/** What people call it. */
	readonly name: Statement;
	readonly statement: Statement;
	readonly sources: readonly EvidenceSource[];
}

export interface Deployment {
	readonly model: DeploymentModel;
	readonly basis: Basis;
	readonly confidence: Confidence;
	readonly declared: DeclarableModel | null;
	readonly registration: { readonly state: RegistrationState; readonly confidence: Confidence };
	readonly licence: { readonly kind: LicenceKind };
	readonly reporting: { readonly state: ReportingState; readonly daysLeft: number | null };
	readonly evidence: readonly Evidence[];
	readonly conflicts: readonly Conflict[];
	/** Settings that bear on the verdict and could not be read. */
	readonly unread: readonly SettingId[];
}

/** Why a cell of the matrix stands as it does: the baseline of the model, or a flow. */
export interface Because {
	readonly source: 'baseline' | 'declared' | `flow:${FlowId}`;
	readonly statement: Statement;
}

export interface ExposureCell {
	readonly category: Category;
	readonly legalCategory: LegalCategory | null;
	readonly party: Party;
	readonly state: ExposureState;
	readonly condition: Statement | null;
	readonly because: readonly Because[];
}

/** One who receives. */
export interface FoundRecipient {
	readonly name: Statement;
	/** Null for a host inside the organisation's own network: that is nobody else. */
	readonly party: Party | null;
	/** One host, where one is known and may be shown. */
	readonly host: string | null;
	readonly reach: Reach;
	/** False where a setting that would tell who it is could not be read, or holds no address. */
	readonly isKnown: boolean;
	/** An isolated network stops what goes there. */
	readonly isBlocked: boolean;
}

/** That somebody agreed to a flow. */
export interface AcceptedFlow {
	readonly reason: string;
	/** The last day on which it holds, ISO 8601; null where it has no end. */
	readonly until: string | null;
	/** Id of the admin; null where it was the policy. */
	readonly by: string | null;
	/** ISO 8601, UTC; null where it was the policy. */
	readonly at: string | null;
	readonly isExpired: boolean;
}

/** A flow, held against the organisation's policy. */
export interface PolicyFinding {
	readonly flow: string;
	readonly standing: PolicyStanding;
	/** The last day of what was accepted; null where that has no end, and for any other standing. */
	readonly until: string | null;
}

/** One way in which data can leave, as it stands in this workspace. */
export interface FlowFinding {
	readonly id: FlowId;
	/** What people call it. */
	readonly name: Statement;
	readonly activity: Activity;
	readonly state: FlowState;
	readonly effect: FlowEffect | null;
	readonly reason: Statement;
	readonly decidedBy: readonly SettingId[];
	readonly unreadable: readonly SettingId[];
	readonly caveat: Statement | null;
	readonly recipients: readonly [FoundRecipient, ...FoundRecipient[]];
	/** Who may open a connection for it. */
	readonly connects: readonly Connection[];
	/** What it carries, and how far that raises the cell of its party. */
	readonly carries: readonly { readonly category: Category; readonly exposure: 'limited' | 'yes' }[];
	readonly settings: readonly { readonly id: SettingId; readonly readable: boolean; readonly shown: Statement }[];
	readonly purpose: Statement;
	readonly sends: readonly Statement[];
	readonly kept: FlowKeeping;
	readonly optional: boolean;
	/** Without it an admin may not get in any more. */
	readonly isForLogin: boolean;
	readonly turnOff: Statement;
	/** The settings, each with its value, that together switch it off; empty where no setting does that alone. */
	readonly offBy: readonly { readonly setting: SettingId; readonly value: boolean | string }[];
	/** The page of the administration with its switch, below the workspace's address; null where there is none. */
	readonly adminPage: string | null;
	readonly whatStops: Statement;
	readonly licenceNote: Statement | null;
	readonly source: string;
	/** Null where nobody agreed to it, as far as that could be read. */
	readonly accepted: AcceptedFlow | null;
}

export interface LegalAnswer extends LegalRoute {
	readonly category: LegalCategory;
}

/** What earlier looks that were kept say of this one. */
export interface Memory {
	/** False where they could not be read, at all or in time. */
	readonly isReadable: boolean;
	/** How many of them are broken, or of a newer version of the app. */
	readonly unusable: number;
	/** What differs from the last one that differed, or from the one that was asked for; null for nothing. */
	readonly difference: Difference | null;
}

/** Everything that the app says of a workspace; every view, message and export is made from this one value. */
export interface Posture {
	readonly catalogueVersion: string;
	/** ISO 8601, UTC. */
	readonly generatedAt: string;
	readonly appVersion: string;
	readonly workspaceHost: string | null;
	/** Where the workspace's pages are, without a slash at the end: `https://chat.example.org`; null where that could not be read, or is no web address. */
	readonly workspaceOrigin: string | null;
	/** How many settings of the server were asked for. */
	readonly settingsAsked: number;
	/** Not a single one of them was answered, at most some too late: so it is where the app lacks the permission. A refusal has another cause. */
	readonly isPermissionMissing: boolean;
	/** What the organisation stated about itself in the app's settings. */
	readonly stated: { readonly contact: boolean; readonly host: boolean };
	readonly server: ServerVersions & {
		/** Whether the app's facts were checked for every version among these. */
		readonly verified: boolean;
		readonly evidence: readonly Evidence[];
	};
	readonly deployment: Deployment;
	readonly exposure: readonly ExposureCell[];
	readonly flows: readonly FlowFinding[];
	/** What was agreed; of each flow it is with the flow. */
	readonly agreed: {
		/** False where it could not be read what admins accepted. */
		readonly isRead: boolean;
		/** How many records of that are kept and cannot be used: broken, or of a newer version. */
		readonly unusable: number;
		/** Null where no policy is stated. */
		readonly policy: readonly PolicyFinding[] | null;
	};
	readonly legal: readonly LegalAnswer[];
	/** What the workspace itself keeps; told in the legal view. */
	readonly keeping: readonly Kept[];
	readonly unseen: readonly UnseenId[];
	/** Null where earlier looks were not asked for. */
	readonly memory: Memory | null;
}
