import type { AppSettingValues } from './app-settings';

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

/** The part of the app's settings in which the organisation speaks for itself. */
export function organisationOf({ organisation_notice: notice, notice_source_url, contact_email, hosting_provider, hosting_location }: AppSettingValues): Organisation {
	return {
		organisationNotice: notice?.text ?? null,
		organisationNoticeIsCut: notice?.isCut ?? false,
		noticeSourceUrl: notice_source_url,
		contactEmail: contact_email,
		hostingProvider: hosting_provider,
		hostingLocation: hosting_location,
	};
}

/** The word in `hosting_provider` for an organisation that runs its own machines on its own premises. */
export const SELF_HOSTED = 'self';

/** Who runs the machines, as far as it is stated. */
export function hostingOf({ hosting_provider: provider }: Pick<AppSettingValues, 'hosting_provider'>): 'unstated' | 'self' | 'third-party' {
	return provider === null ? 'unstated' : provider.toLowerCase() === SELF_HOSTED ? 'self' : 'third-party';
}
