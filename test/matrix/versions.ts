import { version } from '@rocket.chat/apps-engine/package.json';

import { runtime } from '../host/runtime';

/** The engine that this process runs, as its own manifest says. */
export const ENGINE_VERSION: string = version;

/** The same, and in what its sandbox runs. */
export const ENGINE_AND_SANDBOX = `Apps-Engine ${version} with a sandbox in ${runtime === 'node' ? 'Node' : 'Deno'}`;

/**
 * Before 1.57 the engine stored the whole app with each of its settings, and with it the status from its installation or from the server's
 * start (AppSettingsManager.updateAppSetting, 1.53.1). An app that was enabled since counts as not enabled at the next start or update.
 */
export const FORGETS_STATUS: boolean = Number(version.split('.')[1]) < 57;
