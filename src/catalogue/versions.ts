import type { SettingId } from './server-settings';

/** A version of Rocket.Chat, `major.minor`. */
export type ServerVersion = `${number}.${number}`;

/** The releases that the app knows of, in their order. Below the first one the manifest's engine does not exist. */
export const RELEASES = [
	'7.7', '7.8', '7.9', '7.10', '7.11', '7.12', '7.13',
	'8.0', '8.1', '8.2', '8.3', '8.4', '8.5', '8.6', '8.7', '8.8', '8.9',
	'9.0', '9.1',
] as const satisfies readonly ServerVersion[];

/** One of the releases that the app knows of. */
export type Release = (typeof RELEASES)[number];

/** The newest release for which the facts were checked. */
export const NEWEST_RELEASE = '9.1' satisfies Release;

/** From which release on something is there, and from which on no more. */
export interface Lifespan {
	/** First release that has it; absent: it was there before the first that the app knows. */
	readonly since?: Release;
	/** First release that no longer has it; absent: the newest one still has it. */
	readonly until?: Release;
}

/** Always there and neither hidden nor secret: where it cannot be read, the absence of other settings proves nothing. */
export const CONTROL = 'Site_Url' satisfies SettingId;

/**
 * Settings that came with a release and are neither hidden nor secret: whoever reads one is on that release or a newer one
 * (Rocket.Chat's changelogs of 7.11 to 8.6, its pages of 9.0.0 and 9.1.0-rc.0, pull requests 40890, 41095 and 41943). Several of one
 * release, so that hiding one hides no release; some are registered with a licence module only, and prove nothing by their absence.
 */
export const CAME = [
	{ ids: ['Federation_Service_Enabled', 'Federation_Service_Domain'], since: '7.11' },
	{ ids: ['Accounts_Default_User_Preferences_desktopNotificationVoiceCalls'], since: '7.13' },
	{ ids: ['API_EmbedTimeout'], since: '8.1' },
	{ ids: ['Federation_Service_Validate_User_Domain'], since: '8.2' },
	{ ids: ['Message_Read_Receipt_Archive_Enabled'], since: '8.4' },
	{ ids: ['FileUpload_GoogleStorage_URLExpiryTimeSpan', 'Use_RC_SDK'], since: '8.5' },
	{ ids: ['AutoTranslate_LibreTranslateAPIURL'], since: '8.6' },
	{
		ids: ['AI_Intelligent_Search_Enabled', 'AI_Intelligent_Search_Pipeline_Base_URL', 'AI_Intelligent_Search_Pipeline_ID', 'AI_Intelligent_Search_Answer_Enabled', 'AI_LLM_OpenAI_Base_URL', 'Accounts_OAuth_Use_Modern_Flow'],
		since: '8.7',
	},
	{ ids: ['E2E_Force_Encryption_For_Private_Rooms'], since: '8.8' },
	{ ids: ['VideoConf_LiveKit_Enabled', 'VideoConf_LiveKit_Url'], since: '9.0' },
	{ ids: ['Exchange_Mode', 'Exchange_Sync_Provider', 'Exchange_Graph_Host', 'Exchange_EWS_Url'], since: '9.1' },
] as const satisfies readonly { ids: readonly SettingId[]; since: Release }[];

/**
 * Settings of the same age and of several features, registered without a condition. Where all of a group are missing the server is
 * older: one admin may hide a feature, hardly two that have nothing to do with each other.
 */
export const CAME_TOGETHER = [
	{ ids: ['FileUpload_GoogleStorage_URLExpiryTimeSpan', 'Use_RC_SDK'], since: '8.5' },
	// The last one went again with 9.0, so the group says something only of a server that is older than that.
	{ ids: ['AI_Intelligent_Search_Enabled', 'AI_LLM_OpenAI_Base_URL', 'Accounts_OAuth_Use_Modern_Flow'], since: '8.7', before: '9.0' },
] as const satisfies readonly { ids: readonly SettingId[]; since: Release; before?: Release }[];

/**
 * Settings that went with a release. Whoever reads one is on an older release: a migration deletes them (320, 324 and 325 for 8.0;
 * 338, 341 and 342 for 9.0), and 7.11 hides the first one. Where all of a group are missing and what came before (`after`) reads,
 * the server is that release or a newer one.
 */
export const WENT = [
	{ ids: ['FEDERATION_Discovery_Method'], until: '7.11', after: null },
	{ ids: ['VoIP_Enabled', 'API_Use_REST_For_DDP_Calls', 'Log_View_Limit'], until: '8.0', after: '7.11' },
	{ ids: ['CROWD_Enable', 'Accounts_AllowAnonymousWrite', 'FEDERATION_Enabled'], until: '9.0', after: '8.7' },
] as const satisfies readonly { ids: readonly SettingId[]; until: Release; after: Release | null }[];
