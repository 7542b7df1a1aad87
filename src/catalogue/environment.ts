import type { Lifespan } from './versions';

/**
 * Variables of the server's environment that can switch a flow or lead it elsewhere. An app sees none of them, so no flow that one of
 * them can switch on is off for certain (Rocket.Chat's environment schema and the callers that each flow names). `MAIL_URL` is not among
 * them: the server clears it while no mail host is set, and overwrites it otherwise.
 */
export const VARIABLES = [
	'RC_DISABLE_STATISTICS_REPORTING',
	'OVERWRITE_INTERNAL_RELEASE_URL',
	'OVERWRITE_INTERNAL_MARKETPLACE_URL',
	'CLOUD_SUPPORTED_VERSIONS_TOKEN',
	'REG_TOKEN',
	'HOMESERVER_CONFIG_DNS_SERVERS',
	'FREESWITCHIP',
	'BUGSNAG_CLIENT',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** Variables that not every server obeys. */
export const VARIABLE_LIFESPANS: Readonly<Partial<Record<Variable, Lifespan>>> = {
	// Pull request 38020, opened at the end of 2025; read in 8.6.1.
	RC_DISABLE_STATISTICS_REPORTING: { since: '8.0' },
	// Went with FreeSWITCH (pull request 37672).
	FREESWITCHIP: { until: '8.0' },
};
