import { id } from '../../app.json';

/** The app's addresses, and the environment variables that state something for it, are named after it. */
export const APP_ID = id;

/**
 * The only environment names that a server hands to an app, besides three of its own,
 * start with RC_APPS_ and the app's id in capitals (Rocket.Chat 7.7.1, app/apps/server/bridges/environmental.ts).
 */
export const APP_VARIABLE_PREFIX = `RC_APPS_${APP_ID.toUpperCase().replace(/-/g, '_')}_`;

/** The variable that declares the deployment. */
export const DEPLOYMENT_VARIABLE = `${APP_VARIABLE_PREFIX}DEPLOYMENT`;

/** The variable that gives tokens for scripts, by their hashes. */
export const TOKEN_VARIABLE = `${APP_VARIABLE_PREFIX}TOKEN_SHA256`;

/**
 * The app's own settings in the administration, below the workspace's address. The client looks an uploaded app up
 * among the private ones alone, and one from the marketplace among the installed ones alone (client/views/marketplace/routes.tsx,
 * `/:context?/:page?/:id?/:version?/:tab?`, and hooks/useApps.ts). As long as this app is not in the marketplace, it is uploaded.
 *
 * @param version the app's
 */
export function appSettingsPath(version: string): string {
	return `/marketplace/private/info/${APP_ID}/${version}/settings`;
}

/** The version of the report's contract: raised when a field changes its meaning or goes. */
export const SCHEMA_VERSION = '2';
