/** The public community server that Rocket.Chat runs itself (guidelines for law enforcement requests, March 5th, 2026). */
export const OPEN_SERVER_HOST = 'open.rocket.chat';

/** Rocket.Chat's own domain: its Cloud workspaces and its services live under it. */
export const ROCKET_CHAT_DOMAIN = 'rocket.chat';

/** Where a person can ask Rocket.Chat whether it hosts a workspace. Shown, never called. */
export const SERVER_LOOKUP_URL = 'https://rocket.chat/server-lookup';
