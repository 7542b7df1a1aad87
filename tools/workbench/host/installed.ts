import { startEngine } from '../../host';
import type { Engine, Workspace } from '../../host/types';

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
