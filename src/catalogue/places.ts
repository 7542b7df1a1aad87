/**
 * Pages and sections of Rocket.Chat's administration under which the switches of several flows are found. Each has its name, as
 * Rocket.Chat's own interface shows it in that language, under `place-name_<id>`. A page of one flow alone is declared in it.
 */
export const PLACE_NAMES = [
	'accounts',
	'ai-center',
	'analytics',
	'avatar',
	'conference-call',
	'connection',
	'email',
	'federation',
	'file-upload',
	'general',
	'intelligent-search',
	'layout',
	'livechat',
	'message',
	'oauth',
	'omnichannel',
	'outlook-calendar',
	'push',
	'registration',
	'rocket-chat-federation',
	'sms',
	'smtp',
	'team-voice-calls-voip',
] as const;
export type SharedPlaceName = (typeof PLACE_NAMES)[number];

/**
 * The groups of settings that these pages show: the administration opens one at `/admin/settings/<group>`
 * (client/views/admin/routes.tsx, `/settings/:group?`, 7.7 to 9.1; each setting's group is in its declaration). A section of a page has
 * no address of its own.
 */
export const PLACE_GROUPS: Readonly<Partial<Record<SharedPlaceName, string>>> = {
	'accounts': 'Accounts',
	'ai-center': 'AI_Center',
	'analytics': 'Analytics',
	'conference-call': 'Video_Conference',
	'email': 'Email',
	'federation': 'Federation',
	'file-upload': 'FileUpload',
	'general': 'General',
	'layout': 'Layout',
	'message': 'Message',
	'oauth': 'OAuth',
	'omnichannel': 'Omnichannel',
	'outlook-calendar': 'Outlook_Calendar',
	'push': 'Push',
	'sms': 'SMS',
	'team-voice-calls-voip': 'VoIP_TeamCollab',
};

/** The path of a page of the administration that shows a group of settings, below the workspace's address. */
export function groupPath(group: string): string {
	return `/admin/settings/${encodeURIComponent(group)}`;
}

/** A page of the settings, or a section of one. */
export type PlaceOf<Name extends string> = Name | `${Name}/${Name}`;
