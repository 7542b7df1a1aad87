import * as fs from 'node:fs';

const PROCESSES = new Set<number>();
const FOLDERS = new Set<string>();

function clear(): void {
	for (const pid of PROCESSES) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// Already gone.
		}
	}
	for (const folder of FOLDERS) {
		fs.rmSync(folder, { recursive: true, force: true });
	}
	PROCESSES.clear();
	FOLDERS.clear();
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
	const before = PROCESSES.size + FOLDERS.size;
	apply();
	const after = PROCESSES.size + FOLDERS.size;
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
	addProcess: (pid: number): void => change(() => PROCESSES.add(pid)),
	processEnded: (pid: number): void => change(() => PROCESSES.delete(pid)),
	addFolder: (folder: string): void => change(() => FOLDERS.add(folder)),
	folderRemoved: (folder: string): void => change(() => FOLDERS.delete(folder)),
};
