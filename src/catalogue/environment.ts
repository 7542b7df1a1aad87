/**
 * Variables of the server's environment that can switch a flow or lead it elsewhere. An app sees none of them, so no flow that one of
 * them can switch on is off for certain (Rocket.Chat's environment schema and the callers that each flow names).
 */
export const VARIABLES = [
	'MAIL_URL',
	'RC_DISABLE_STATISTICS_REPORTING',
	'OVERWRITE_INTERNAL_RELEASE_URL',
	'OVERWRITE_INTERNAL_MARKETPLACE_URL',
	'CLOUD_SUPPORTED_VERSIONS',
	'REG_TOKEN',
	'HOMESERVER_CONFIG_DNS_SERVERS',
] as const;
export type Variable = (typeof VARIABLES)[number];
