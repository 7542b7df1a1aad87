/**
 * What an organisation states itself about its workspace, in the app's settings: shown beside the notices of this app,
 * marked as the organisation's own. What is null is not stated.
 */
export interface Organisation {
	/** Its own text, in Markdown. */
	readonly organisationNotice: string | null;
	/** True where the text was longer than the app shows. */
	readonly organisationNoticeIsCut: boolean;
	/** A web address under which the organisation publishes its own notice. */
	readonly noticeSourceUrl: string | null;
	readonly contactEmail: string | null;
	/** `self` stands for the organisation itself. */
	readonly hostingProvider: string | null;
	readonly hostingLocation: string | null;
}

/** Settings whose value may be of no use and is then ignored. */
export type IgnorableSetting = 'notice_source_url' | 'contact_email';

/** The word in `hosting_provider` for an organisation that runs its own machines on its own premises. */
export const SELF_HOSTED = 'self';

/** Characters of the organisation's own text that are shown: with its heading it fits one message. */
export const ORGANISATION_NOTICE_LIMIT = 4000;

/** Characters of the hosting provider's name and of the place of the machines. */
export const STATED_LINE_LIMIT = 200;

/** Characters of the address of the organisation's own notice. */
export const NOTICE_LINK_LIMIT = 500;
