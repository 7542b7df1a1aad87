import type { FlowId } from './flows';

/** Recipients of several flows, and services that a setting chooses; each has its text under `recipient_<name>`. What one flow alone reaches is declared in it. */
export const RECIPIENT_NAMES = [
	'apple-and-google',
	'own-address',
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

/**
 * Recipients whose companies have their seat in the United States, each by the key of its name. That is common knowledge and says nothing
 * of where data is processed, so that what is made of it is always to be checked. Those of Rocket.Chat's are known by their party.
 */
export const IN_THE_UNITED_STATES: readonly (`recipient_${SharedRecipientName}` | `flow_${FlowId}_recipient`)[] = [
	'recipient_apple-and-google',
	'recipient_microsoft',
	'recipient_google',
	'recipient_amazon',
	'recipient_twilio',
	'flow_google-analytics_recipient',
	'flow_google-tag-manager_recipient',
	'flow_maps_recipient',
	'flow_gravatar_recipient',
	'flow_bugsnag_recipient',
	'flow_slack-bridge_recipient',
];
