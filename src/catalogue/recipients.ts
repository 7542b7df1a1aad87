/** Recipients of several flows, and services that a setting chooses; each has its text under `recipient_<name>`. What one flow alone reaches is declared in it. */
export const RECIPIENT_NAMES = [
	'apple-and-google',
	'anyone',
	'workspace-admins',
	'microsoft',
	'google',
	'deepl',
	'amazon',
	'twilio',
	'voxtelesys',
	'mail-providers',
	'xmpp-servers',
	'virtru-login',
	'mail-server',
] as const;
export type SharedRecipientName = (typeof RECIPIENT_NAMES)[number];
