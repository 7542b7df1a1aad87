import { probeZip } from './zip';
import { startEngine } from '../../../tools/host/index';

/** Started by a test in a process of its own, with the kind of its sandbox, to see what is left when that process ends: says the sandbox's process id and stays. */
async function stay(): Promise<void> {
	const engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1' } }, { runtime: process.argv[2] === 'node' ? 'node' : 'deno' });
	await engine.install(probeZip());
	process.stdout.write(`${engine.sandboxPid()}\n`);
}

void stay();
