import * as fs from 'node:fs';

const processes = new Set<number>();
const folders = new Set<string>();

function clear(): void {
	for (const pid of processes) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// Already gone.
		}
	}
	for (const folder of folders) {
		fs.rmSync(folder, { recursive: true, force: true });
	}
	processes.clear();
	folders.clear();
}

function onSignal(signal: NodeJS.Signals): void {
	clear();
	// A listener takes away the signal's own effect. Where nobody else wants to handle it, give it back.
	if (process.listenerCount(signal) === 1) {
		process.removeListener(signal, onSignal);
		process.kill(process.pid, signal);
	}
}

function watch(): void {
	process.once('exit', clear);
	process.on('SIGINT', onSignal);
	process.on('SIGTERM', onSignal);
}

function unwatch(): void {
	process.removeListener('exit', clear);
	process.removeListener('SIGINT', onSignal);
	process.removeListener('SIGTERM', onSignal);
}

function change(apply: () => void): void {
	const before = processes.size + folders.size;
	apply();
	const after = processes.size + folders.size;
	if (before === 0 && after > 0) {
		watch();
	}
	if (before > 0 && after === 0) {
		unwatch();
	}
}

/**
 * What has to go when this process ends before the engine was stopped. Jest hands its tests a copy of `process` whose events never
 * come; there the sandbox ends by itself, because its standard input closes.
 */
export const leftovers = {
	addProcess: (pid: number): void => change(() => processes.add(pid)),
	processEnded: (pid: number): void => change(() => processes.delete(pid)),
	addFolder: (folder: string): void => change(() => folders.add(folder)),
	folderRemoved: (folder: string): void => change(() => folders.delete(folder)),
};
