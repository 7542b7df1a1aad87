/** Why a value of the app's own settings is not saved. Each reason has its sentence under `rejected_<reason>`. */
export const REJECTION_REASONS = ['not-a-choice', 'not-an-email', 'not-a-link', 'too-long', 'no-such-role', 'not-a-text'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** A value that was not saved; the former one stayed. */
export interface Rejection {
	readonly setting: RejectableSetting;
	readonly reason: RejectionReason;
	/** What fills the sentence: the role that does not exist, or the limit that was passed. */
	readonly detail: string;
}

/** Settings whose value can be wrong. A longer text of one's own is not: the notice leaves its end out, and says so. */
export const REJECTABLE_SETTINGS = ['declared_deployment', 'hosting_provider', 'hosting_location', 'organisation_notice', 'notice_source_url', 'contact_email', 'allowed_roles'] as const;
export type RejectableSetting = (typeof REJECTABLE_SETTINGS)[number];
