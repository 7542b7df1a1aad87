import type { Lifespan } from './versions';

/** How a setting of the server is read, what may be told of it, and which servers have it. */
export interface ServerSetting extends Lifespan {
	readonly type: 'boolean' | 'string' | 'number';
	/**
	 * What any output may tell of the setting:
	 * - `value`: the value itself (a switch, a choice, a number);
	 * - `host`: scheme and host of the address, without user info, path or query;
	 * - `set`: only whether it is set. This is the choice for everything that could hold a credential,
	 *   an address of a person or a free text.
	 */
	readonly shown: 'value' | 'host' | 'set';
}

/** The settings of the server that a judgement needs or several flows read. What one flow alone reads is declared in it. */
export const SHARED_SETTINGS = {
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
	FileUpload_ProtectFiles: { type: 'boolean', shown: 'value' },
	SMTP_Host: { type: 'string', shown: 'set' },
	LDAP_Enable: { type: 'boolean', shown: 'value' },
	LDAP_Encryption: { type: 'string', shown: 'value' },
	E2E_Enable: { type: 'boolean', shown: 'value' },
	E2E_Enabled_Default_DirectRooms: { type: 'boolean', shown: 'value' },
	E2E_Enabled_Default_PrivateRooms: { type: 'boolean', shown: 'value' },
	E2E_Allow_Unencrypted_Messages: { type: 'boolean', shown: 'value' },
	E2E_Enable_Encrypt_Files: { type: 'boolean', shown: 'value' },
	RetentionPolicy_TTL_Channels: { type: 'number', shown: 'value' },
	RetentionPolicy_Enabled: { type: 'boolean', shown: 'value' },
	RetentionPolicy_FilesOnly: { type: 'boolean', shown: 'value' },
	RetentionPolicy_AppliesToChannels: { type: 'boolean', shown: 'value' },
	RetentionPolicy_AppliesToGroups: { type: 'boolean', shown: 'value' },
	RetentionPolicy_AppliesToDMs: { type: 'boolean', shown: 'value' },
	RetentionPolicy_TTL_Groups: { type: 'number', shown: 'value' },
	RetentionPolicy_TTL_DMs: { type: 'number', shown: 'value' },
	RetentionPolicy_DoNotPrunePinned: { type: 'boolean', shown: 'value' },
	RetentionPolicy_DoNotPruneDiscussion: { type: 'boolean', shown: 'value' },
	RetentionPolicy_DoNotPruneThreads: { type: 'boolean', shown: 'value' },
	Message_ErasureType: { type: 'string', shown: 'value' },
	Message_KeepHistory: { type: 'boolean', shown: 'value' },
	Message_Read_Receipt_Enabled: { type: 'boolean', shown: 'value' },
	Message_Read_Receipt_Store_Users: { type: 'boolean', shown: 'value' },
	Troubleshoot_Disable_Sessions_Monitor: { type: 'boolean', shown: 'value' },
	Block_Multiple_Failed_Logins_Enabled: { type: 'boolean', shown: 'value' },
	Login_Logs_Enabled: { type: 'boolean', shown: 'value' },
	Layout_Privacy_Policy: { type: 'string', shown: 'set' },
	Layout_Terms_of_Service: { type: 'string', shown: 'set' },
	VoIP_Enabled: { type: 'boolean', shown: 'value', until: '8.0' },
	API_Use_REST_For_DDP_Calls: { type: 'boolean', shown: 'value', until: '8.0' },
	Log_View_Limit: { type: 'number', shown: 'value', until: '8.0' },
	CROWD_Enable: { type: 'boolean', shown: 'value', until: '9.0' },
	Accounts_AllowAnonymousWrite: { type: 'boolean', shown: 'value', until: '9.0' },
	FEDERATION_Discovery_Method: { type: 'string', shown: 'value', until: '7.11' },
	Federation_Service_Enabled: { type: 'boolean', shown: 'value', since: '7.11' },
	Federation_Service_Domain: { type: 'string', shown: 'set', since: '7.11' },
	Accounts_Default_User_Preferences_desktopNotificationVoiceCalls: { type: 'boolean', shown: 'value', since: '7.13' },
	API_EmbedTimeout: { type: 'number', shown: 'value', since: '8.1' },
	Federation_Service_Validate_User_Domain: { type: 'boolean', shown: 'value', since: '8.2' },
	Message_Read_Receipt_Archive_Enabled: { type: 'boolean', shown: 'value', since: '8.4' },
	FileUpload_GoogleStorage_URLExpiryTimeSpan: { type: 'number', shown: 'value', since: '8.5' },
	Use_RC_SDK: { type: 'boolean', shown: 'value', since: '8.5' },
	AutoTranslate_LibreTranslateAPIURL: { type: 'string', shown: 'host', since: '8.6' },
	E2E_Force_Encryption_For_Private_Rooms: { type: 'boolean', shown: 'value', since: '8.8' },
	Push_show_message: { type: 'boolean', shown: 'value' },
	Push_request_content_from_server: { type: 'boolean', shown: 'value' },
	Push_show_username_room: { type: 'boolean', shown: 'value' },
	VideoConf_Mobile_Ringing: { type: 'boolean', shown: 'value' },
	// Pull request 39386, merged in spring 2026; read in 8.6.1.
	VoIP_TeamCollab_Mobile_Ringing_Enabled: { type: 'boolean', shown: 'value', since: '8.4' },
	Livechat_enabled: { type: 'boolean', shown: 'value' },
	Livechat_Allow_collect_and_store_HTTP_header_informations: { type: 'boolean', shown: 'value' },
	Livechat_display_offline_form: { type: 'boolean', shown: 'value' },
	Enable_CSP: { type: 'boolean', shown: 'value' },
	Analytics_features_messages: { type: 'boolean', shown: 'value' },
	Analytics_features_rooms: { type: 'boolean', shown: 'value' },
	Analytics_features_users: { type: 'boolean', shown: 'value' },
	Outlook_Calendar_Enabled: { type: 'boolean', shown: 'value' },
	VoIP_TeamCollab_SIP_Integration_Enabled: { type: 'boolean', shown: 'value', since: '8.0' },
	VoIP_TeamCollab_Enabled: { type: 'boolean', shown: 'value', until: '8.0' },
	Accounts_OAuth_Use_Modern_Flow: { type: 'boolean', shown: 'value', since: '8.7', until: '9.0' },
	VideoConf_LiveKit_Enabled: { type: 'boolean', shown: 'value', since: '9.0' },
	Exchange_Mode: { type: 'string', shown: 'value', since: '9.1' },
	AI_Intelligent_Search_Enabled: { type: 'boolean', shown: 'value', since: '8.7' },
	AI_Intelligent_Search_Pipeline_Base_URL: { type: 'string', shown: 'host', since: '8.7' },
	AI_Intelligent_Search_Pipeline_ID: { type: 'string', shown: 'set', since: '8.7' },
	AI_LLM_OpenAI_Base_URL: { type: 'string', shown: 'host', since: '8.7' },
	FEDERATION_Enabled: { type: 'boolean', shown: 'value', until: '9.0' },
} as const satisfies Record<string, ServerSetting>;

export type SharedSettingId = keyof typeof SHARED_SETTINGS;
