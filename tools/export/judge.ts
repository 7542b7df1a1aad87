import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';

import manifest from '../../app.json';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import type { AppSettings } from '../../src/settings/stated';
import { readAppSettings } from '../../src/workspace/read-app-settings';
import { readSettings } from '../../src/workspace/read-settings';
import { workspaceOf } from '../../src/workspace/read-workspace';
import type { Signals } from '../../src/workspace/signals';
import { readingOf } from '../host/reading';
import type { Workspace } from '../host/types';

/** Milliseconds after which a read counts as hanging: every other is answered before any time passes. */
const LIMIT = 1;

export interface Judged {
	readonly own: AppSettings;
	readonly signals: Signals;
	readonly posture: Posture;
}

/** What the app reads and concludes of a workspace, without an engine: everything between the server's answers and the doors is the app's own. */
export async function judgeWorkspace(workspace: Workspace, at: Date): Promise<Judged> {
	const permissions: IPermission[] = manifest.permissions;
	// The app reads these three of what the engine offers.
	const environment = readingOf(workspace, { id: manifest.id, permissions }) as unknown as IEnvironmentRead;
	const own = await readAppSettings(environment);
	const { signals } = workspaceOf(await readSettings(environment.getServerSettings(), LIMIT), own);
	return { own, signals, posture: judge(signals, at, manifest.version) };
}
