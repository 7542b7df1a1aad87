/** Fixed by the product; the environment variable that declares a deployment is named after the id. */
export const APP_ID = '37db6939-c1f0-40a3-8435-ca7c6efb164e';

/**
 * Raised whenever a fact in the catalogue changes, so that two reports can be compared.
 */
export const CATALOGUE_VERSION = '2026.11';

/**
 * The only environment names that a server hands to an app, besides three of its own,
 * start with RC_APPS_ and the app's id in capitals (Rocket.Chat 7.7.1, app/apps/server/bridges/environmental.ts).
 */
export const DEPLOYMENT_VARIABLE = `RC_APPS_${APP_ID.toUpperCase().replace(/-/g, '_')}_DEPLOYMENT`;
