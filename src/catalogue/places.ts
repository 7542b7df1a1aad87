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

/** A page of the settings, or a section of one. */
export type PlaceOf<Name extends string> = Name | `${Name}/${Name}`;
