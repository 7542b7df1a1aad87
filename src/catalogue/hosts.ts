/** The public community server that Rocket.Chat runs itself (guidelines for law enforcement requests, March 5th, 2026). */
export const OPEN_SERVER_HOST = 'open.rocket.chat';

/** Rocket.Chat's own domain: its Cloud workspaces and its services live under it. */
export const ROCKET_CHAT_DOMAIN = 'rocket.chat';

/** Where a person can ask Rocket.Chat whether it hosts a workspace. Shown, never called. */
export const SERVER_LOOKUP_URL = 'https://rocket.chat/server-lookup';

/** Through which Rocket.Chat's links lead to a room, an invitation or a login; the server that is meant is named in `host=` (developer.rocket.chat/docs/deep-linking). */
export const LINK_SERVICE_HOST = 'go.rocket.chat';

/**
 * Rocket.Chat's hosts that are services and no workspaces, with what each is for. Sources: the hosts that a workspace needs
 * (docs.rocket.chat/v1/docs/firewall-configuration), the addresses in Rocket.Chat's server and apps and in its own documents.
 * A host under Rocket.Chat's domain that is not named here can be a workspace or a service.
 */
export const ROCKET_CHAT_SERVICES = {
	// what workspaces and the people in them connect to
	'cloud.rocket.chat': 'cloud',
	'billing.rocket.chat': 'billing',
	'marketplace.rocket.chat': 'marketplace',
	'releases.rocket.chat': 'releases',
	'collector.rocket.chat': 'collector',
	'gateway.rocket.chat': 'gateway',
	'omni-gateway.rocket.chat': 'omni-gateway',
	'nps.rocket.chat': 'nps',
	'oauth-proxy.rocket.chat': 'oauth-proxy',
	'hub.rocket.chat': 'hub',
	'jitsi.rocket.chat': 'jitsi',
	[LINK_SERVICE_HOST]: 'links',
	// what people read and download
	[ROCKET_CHAT_DOMAIN]: 'website',
	'www.rocket.chat': 'website',
	'docs.rocket.chat': 'documentation',
	'developer.rocket.chat': 'documentation',
	'handbook.rocket.chat': 'documentation',
	'forums.rocket.chat': 'forums',
	'desk.rocket.chat': 'support',
	'status.rocket.chat': 'status',
	'download.rocket.chat': 'downloads',
	'cdn-download.rocket.chat': 'downloads',
	'registry.rocket.chat': 'downloads',
} as const;

/** What a service of Rocket.Chat's is for. */
export type RocketChatService = (typeof ROCKET_CHAT_SERVICES)[keyof typeof ROCKET_CHAT_SERVICES];

/**
 * The port of the hosts that the catalogue names: Rocket.Chat's server and clients reach them by https addresses without a port of their
 * own (in the sources that their flows name), and such an address means this one. Whatever a setting names may have another.
 */
export const HTTPS_PORT = 443;
