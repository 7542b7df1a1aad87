import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildPackage } from '../../tools/package/package';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine, SeenMessage, Workspace } from '../../tools/host';

/** Runs the packaged app in the real engine on a workspace (its name, or the thing itself), and ends the engine whatever happens. */
export async function withApp<T>(workspace: string | Workspace, work: (engine: Engine) => Promise<T>): Promise<T> {
	const engine = await startEngine(typeof workspace === 'string' ? readWorkspace(workspace) : workspace);
	try {
		await engine.install(readFileSync(await buildPackage()));
		return await work(engine);
	} finally {
		await engine.stop();
	}
}

/** The version before this one, as it was released. */
export const PREVIOUS = path.join(__dirname, '..', 'package', 'releases', 'privacy-status_0.1.0.zip');

/** The same after an upgrade from the previous version, in which the workspace's settings of the app were saved. */
export async function withUpgrade<T>(workspace: Workspace, work: (engine: Engine) => Promise<T>): Promise<T> {
	const engine = await startEngine(workspace);
	try {
		await engine.install(readFileSync(PREVIOUS));
		await engine.update(readFileSync(await buildPackage()));
		return await work(engine);
	} finally {
		await engine.stop();
	}
}

/** What the app said to that person alone, oldest first. */
export function told(engine: Engine, username: string): SeenMessage[] {
	return engine.server.messages(username).filter(({ kind }) => kind === 'ephemeral');
}

/** The last thing that the app said to that person alone. */
export function lastTold(engine: Engine, username: string): SeenMessage {
	const last = told(engine, username).at(-1);
	if (last === undefined) {
		throw new Error(`The app said nothing to ${username}.`);
	}
	return last;
}
