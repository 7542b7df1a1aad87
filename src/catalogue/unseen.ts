/**
 * What no setting shows to an app. Each id has its sentence under `unseen_<id>`; the whole list stands in every report,
 * whatever this workspace is.
 */
export const UNSEEN_IDS = [
	'outgoing-integrations',
	'other-apps',
	'omnichannel-inboxes',
	'imports-and-urls',
	'avatar-urls',
	'incoming-sms-media',
	'custom-logins',
	'environment-variables',
	'environment-telemetry',
	'client-apps',
	'proxies-and-backups',
	'database-place',
	'egress-firewall',
	'disk-encryption',
	'licence-modules',
	'past-transfers',
	'unproven-functions',
] as const;
export type UnseenId = (typeof UNSEEN_IDS)[number];

/** Those of them by which something connects to somebody. */
export const UNSEEN_CONNECTIONS = UNSEEN_IDS.filter((id) => !['egress-firewall', 'disk-encryption', 'licence-modules', 'past-transfers'].includes(id));
