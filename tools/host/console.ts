import * as path from 'node:path';
import { format } from 'node:util';

import { ENGINE } from './sandbox/places';

const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;

/** The caller of the console: below this module's own function and the message of the error itself. */
function calledByEngine(): boolean {
	return new Error().stack?.split('\n')[3]?.includes(ENGINE + path.sep) ?? false;
}

/**
 * The engine talks to the console: refused permissions, errors of an app that it swallows. Its lines go to `onLine`, everybody else's
 * pass. Returns a function that gives the console back.
 */
export function captureEngineConsole(onLine: (text: string) => void, quiet: boolean): () => void {
	const originals = METHODS.map((method) => ({ method, original: console[method] }));
	for (const { method, original } of originals) {
		console[method] = (...args: unknown[]): void => {
			const isEngine = calledByEngine();
			if (isEngine) {
				onLine(format(...args));
			}
			if (!isEngine || !quiet) {
				original.apply(console, args);
			}
		};
	}
	return () => {
		for (const { method, original } of originals) {
			console[method] = original;
		}
	};
}
