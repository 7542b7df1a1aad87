import { startEngine } from '../../engine';
import type { Engine, Workspace } from '../../engine/types';

/** An engine with that workspace behind it and the app installed as a server installs it. */
export async function startInstalled(workspace: Workspace, zip: Buffer): Promise<Engine> {
	const engine = await startEngine(workspace);
	try {
		await engine.install(zip);
	} catch (error) {
		await engine.stop();
		throw error;
	}
	return engine;
}
