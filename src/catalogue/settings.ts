/**
 * The Rocket.Chat settings that this app reads, and no others: an explicit list, never a pattern.
 *
 * `shown` says what any output may tell of a setting:
 * - `value`: the value itself (a switch, a choice, a number);
 * - `host`: scheme and host of the address, without user info, path or query;
 * - `set`: only whether it is set. This is the choice for everything that could hold a credential,
 *   an address of a person or a free text.
 */
export interface ServerSetting {
	readonly type: 'boolean' | 'string' | 'number';
	readonly shown: 'value' | 'host' | 'set';
}

const SETTINGS = {
	Site_Url: { type: 'string', shown: 'host' },
	Language: { type: 'string', shown: 'value' },
	Cloud_Workspace_Client_Id: { type: 'string', shown: 'set' },
	Register_Server: { type: 'boolean', shown: 'value' },
	Cloud_Service_Agree_PrivacyTerms: { type: 'boolean', shown: 'value' },
	Enterprise_License: { type: 'string', shown: 'set' },
	Enterprise_License_Status: { type: 'string', shown: 'set' },
	Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: { type: 'number', shown: 'value' },
	Push_enable: { type: 'boolean', shown: 'value' },
	Push_enable_gateway: { type: 'boolean', shown: 'value' },
	Push_gateway: { type: 'string', shown: 'host' },
	FileUpload_Enabled: { type: 'boolean', shown: 'value' },
	DeepLink_Url: { type: 'string', shown: 'host' },
	SMTP_Host: { type: 'string', shown: 'set' },
	Offline_Message_Use_DeepLink: { type: 'boolean', shown: 'value' },
	Accounts_Registration_InviteUrlType: { type: 'string', shown: 'value' },
	E2E_Enable: { type: 'boolean', shown: 'value' },
	RetentionPolicy_TTL_Channels: { type: 'number', shown: 'value' },
	OTR_Enable: { type: 'boolean', shown: 'value' },
	WebRTC_Enabled: { type: 'boolean', shown: 'value' },
	VoIP_Enabled: { type: 'boolean', shown: 'value' },
} as const satisfies Record<string, ServerSetting>;

export type SettingId = keyof typeof SETTINGS;

export const SERVER_SETTINGS: Readonly<Record<SettingId, ServerSetting>> = SETTINGS;

export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

/**
 * Hidden settings that the manifest's `server-setting.read` permission names, because their emptiness is needed.
 * The consent dialog does not show this list, so the README does. Never a credential.
 */
export const HIDDEN_SETTINGS = ['Cloud_Workspace_Client_Id'] as const satisfies readonly SettingId[];

/**
 * Which settings exist where, as far as an app can tell (none of them hidden or secret):
 * the markers by which the server family is inferred.
 */
export const FAMILY_MARKERS = {
	from610: 'RetentionPolicy_TTL_Channels',
	from70: 'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days',
	goneIn80: ['OTR_Enable', 'WebRTC_Enabled', 'VoIP_Enabled'],
} as const satisfies { from610: SettingId; from70: SettingId; goneIn80: readonly SettingId[] };
