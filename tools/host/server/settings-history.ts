/** One thing that is known of a version between two of the whole lists, or after the last. */
interface Change {
	/** The first version that answers so. */
	readonly version: string;
	readonly ids: RegExp;
	/** `as later`: it has these as the next list that knows them does, where it lacked them or had them otherwise. `gone`: it does not register them. */
	readonly is: 'as later' | 'gone';
	/** Where that was read: pull requests of RocketChat/Rocket.Chat, and the first release or changelog that names them. */
	readonly proof: string;
}

/**
 * What came, went or changed between the lists of settings. What is not here comes and goes with the list that first says so: of
 * `FileUpload_S3_SignatureVersion` it is only known that 8.6.1 has it no longer, and of the settings of Pexip only that 9.0 has them.
 */
export const CHANGES: readonly Change[] = [
	{ version: '7.8', ids: /^Outlook_Calendar_Url_Mapping$/, is: 'as later', proof: '#36153, CHANGELOG 7.8.0' },
	{
		version: '7.11',
		ids: /^Federation_Service_(Enabled|Domain|Allow_List|EDU_Process_(Typing|Presence)|Matrix_Signing_\w+|max_allowed_size_of_public_rooms_to_join)$/,
		is: 'as later',
		proof: '#36991, 7.11.0',
	},
	{ version: '7.11', ids: /^FEDERATION_(Status|Domain|Public_Key|Discovery_Method|Test_Setup)$/, is: 'as later', proof: '#36991, 7.11.0: hidden; FEDERATION_Enabled stays in sight' },
	{ version: '7.12', ids: /^Accounts_Default_User_Preferences_(masterVolume|notificationsSoundVolume|voipRingerVolume)$/, is: 'as later', proof: '#37038, 7.12.0: of type range' },
	{ version: '7.13', ids: /^Accounts_Default_User_Preferences_desktopNotificationVoiceCalls$/, is: 'as later', proof: '#37505, CHANGELOG 7.13.0' },
	{ version: '8.0', ids: /^(API_Use_REST_For_DDP_Calls|Log_View_Limit|ECDH_Enabled)$/, is: 'gone', proof: '#32590, #37114, #37123, CHANGELOG 8.0.0' },
	{ version: '8.0', ids: /^(Accounts_OAuth_Tokenpass(_\w+)?|API_Tokenpass_URL)$/, is: 'gone', proof: 'migration 322, between 320 and 325, which are of 8.0.0' },
	{
		version: '8.0',
		ids: /^VoIP_(Enabled|JWT_Secret|Retry_Count|Enable_Keep_Alive_For_Unstable_Networks|Server_\w+|Management_Server_\w+|TeamCollab_Enabled|TeamCollab_FreeSwitch_\w+)$/,
		is: 'gone',
		proof: '#37672, release 8.0.0; migrations 325, 327 and 329',
	},
	{ version: '8.0', ids: /^OTR_(Enable|Count)$/, is: 'gone', proof: '#36691, merged in August 2025' },
	{ version: '8.0', ids: /^VoIP_TeamCollab_(SIP_\w+|Drachtio_\w+)$/, is: 'as later', proof: '#36718, merged in September 2025' },
	{
		version: '8.0',
		ids: /^(ABAC_(Enabled|ShowAttributesInRooms)|Abac_Cache_Decision_Time_Seconds|LDAP_ABAC_AttributeMap|LDAP_Background_Sync_ABAC_\w+)$/,
		is: 'as later',
		proof: '#37091, 8.0.0',
	},
	// The pull request that removes them was merged after the first candidate of 8.0.0, and no changelog names it.
	{ version: '8.1', ids: /^WebRTC_(Enabled|Enable_\w+|Calls_Count|Servers)$/, is: 'gone', proof: '#37959, at the latest in 8.1.0; migration 334' },
	{ version: '8.1', ids: /^SMS_(Mobex|Voxtelesys)_\w+$/, is: 'gone', proof: 'migration 333, before 334' },
	{ version: '8.1', ids: /^API_EmbedTimeout$/, is: 'as later', proof: '#38151, CHANGELOG 8.1.0' },
	{ version: '8.1', ids: /^Accounts_Password_Policy_(Enabled|MinLength)$/, is: 'as later', proof: '#38032, 8.1.0: stricter defaults' },
	{ version: '8.2', ids: /^(SSRF_Allowlist|Federation_Service_Validate_User_Domain)$/, is: 'as later', proof: '#38044 and #38356, 8.2.0' },
	{ version: '8.3', ids: /^VoIP_TeamCollab_Screen_Sharing_Enabled$/, is: 'as later', proof: '#37922, 8.3.0' },
	{ version: '8.4', ids: /^Message_Read_Receipt_Archive_\w+$/, is: 'as later', proof: '#38623, 8.4.0' },
	{ version: '8.4', ids: /^ABAC_(PDP_Type|Virtru_(?!Attribute_Namespace)\w+)$/, is: 'as later', proof: '#39845, 8.4.0' },
	{ version: '8.5', ids: /^(FileUpload_GoogleStorage_URLExpiryTimeSpan|Use_RC_SDK)$/, is: 'as later', proof: '#40456 and #40430, 8.5.0' },
	{ version: '8.6', ids: /^AutoTranslate_LibreTranslateAPI(URL|Key)$/, is: 'as later', proof: '#40900, 8.6.0' },
	{ version: '8.6', ids: /^ABAC_(Attribute_Store|Virtru_Attribute_Namespace)$/, is: 'as later', proof: '#40634, 8.6.0' },
	{ version: '8.7', ids: /^AI_(Intelligent_Search|LLM_OpenAI)_\w+$/, is: 'as later', proof: '#40890, packages/ai-search/CHANGELOG' },
	{ version: '8.7', ids: /^Accounts_OAuth_(Use_Modern_Flow|Session_Secret)$/, is: 'as later', proof: '#40721 and #40876, 8.7.0-rc.0' },
	{ version: '8.8', ids: /^E2E_Force_Encryption_For_Private_Rooms$/, is: 'as later', proof: '#41095, 8.8.0-rc.0' },
	{ version: '8.8', ids: /^ABAC_Classification_Banners_\w+$/, is: 'as later', proof: '#41307, 8.8.0-rc.0' },
	{ version: '8.8', ids: /^MCP_\w+$/, is: 'as later', proof: 'server/settings/ai.ts, an alpha of 8.8' },
	{ version: '8.8', ids: /^Federation_XMPP_\w+$/, is: 'as later', proof: '#40758, merged between the first candidates of 8.7.0 and 8.8.0' },
	{ version: '9.1', ids: /^Exchange_\w+$/, is: 'as later', proof: '#41943, 9.1.0-rc.0; ee/server/settings/exchange.ts' },
];

/** One migration that deletes settings from the database. Nothing else does: `SettingsRegistry` only adds and updates. */
interface Deletion {
	/** The first version that runs it, as far as that was read. */
	readonly version: string;
	readonly ids: RegExp;
	readonly migration: number;
}

/**
 * `server/startup/migrations/v<number>.ts`. 336 or 337 is the one that deletes `FileUpload_S3_SignatureVersion`, by the branch. 341 as
 * stored lists only the six `FEDERATION_` ids; that it deletes those of the Matrix bridge too is said in the text of #41908 alone, so they stay here.
 */
export const DELETIONS: readonly Deletion[] = [
	{ version: '8.0', migration: 320, ids: /^API_Use_REST_For_DDP_Calls$/ },
	{ version: '8.0', migration: 322, ids: /^(Accounts_OAuth_Tokenpass(_\w+)?|API_Tokenpass_URL)$/ },
	{ version: '8.0', migration: 324, ids: /^Log_View_Limit$/ },
	{ version: '8.0', migration: 325, ids: /^VoIP_(Enabled|JWT_Secret|Retry_Count|Enable_Keep_Alive_For_Unstable_Networks|Server_\w+|Management_Server_\w+)$/ },
	{ version: '8.0', migration: 327, ids: /^VoIP_TeamCollab_FreeSwitch_\w+$/ },
	{ version: '8.0', migration: 329, ids: /^VoIP_TeamCollab_Enabled$/ },
	{ version: '8.0', migration: 330, ids: /^ECDH_Enabled$/ },
	{ version: '8.1', migration: 333, ids: /^SMS_(Mobex|Voxtelesys)_\w+$/ },
	{ version: '8.1', migration: 334, ids: /^WebRTC_(Enabled|Enable_\w+|Calls_Count|Servers)$/ },
	{ version: '8.1', migration: 335, ids: /^OTR_(Enable|Count)$/ },
	{ version: '9.0', migration: 337, ids: /^FileUpload_S3_SignatureVersion$/ },
	{ version: '9.0', migration: 338, ids: /^Accounts_AllowAnonymousWrite$/ },
	{ version: '9.0', migration: 339, ids: /^Troubleshoot_Disable_(Statistics_Generator|Workspace_Sync)$/ },
	{ version: '9.0', migration: 340, ids: /^(Push_UseLegacy|Push_gcm_\w+)$/ },
	{ version: '9.0', migration: 341, ids: /^FEDERATION_(Enabled|Status|Domain|Public_Key|Discovery_Method|Test_Setup)$/ },
	{ version: '9.0', migration: 342, ids: /^CROWD_/ },
	{
		version: '9.0',
		migration: 346,
		ids: /^(Accounts_OAuth_(Dolphin|Drupal|Facebook|GitHub_Enterprise|Linkedin|Meteor|Twitter|Wordpress)(_\w+)?|API_(Drupal|GitHub_Enterprise|Wordpress)_URL)$/,
	},
	{ version: '9.0', migration: 347, ids: /^Accounts_OAuth_(Proxy_host|Proxy_services|Use_Modern_Flow)$/ },
];
