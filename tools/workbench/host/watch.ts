import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { Part } from '../contract';

export interface Watch {
	close(): Promise<void>;
}

/** How long nothing may change before a change counts, in milliseconds: editors write a file in several steps, and a branch many. */
const quiet = 150;

/** What editors put beside the files that they have open. */
const passing = /^(?:\.|#)|(?:~|\.sw[a-z])$|^4913$/;

/** Tells of changes at or below the paths, once for each part and burst. What is there already is no change. */
export async function watchPaths(paths: Readonly<Record<Part, readonly string[]>>, onChange: (part: Part) => void, onError: (error: unknown) => void): Promise<Watch> {
	const timers = new Map<Part, NodeJS.Timeout>();
	const parts = ['app', 'page'] as const;
	const watchers = parts.map((part) => {
		const watched = paths[part];
		const watcher = watch([...watched], {
			ignoreInitial: true,
			ignored: (path) => !watched.includes(path) && passing.test(basename(path)),
		});
		watcher.on('error', onError);
		watcher.on('all', () => {
			clearTimeout(timers.get(part));
			timers.set(part, setTimeout(() => onChange(part), quiet));
		});
		return watcher;
	});
	await Promise.all(watchers.map((watcher) => new Promise<void>((resolve) => watcher.once('ready', resolve))));
	return {
		async close() {
			await Promise.all(watchers.map((watcher) => watcher.close()));
			timers.forEach((timer) => clearTimeout(timer));
		},
	};
}
