import { runInThisContext } from 'node:vm';

import type { parse as Parse } from '@rocket.chat/message-parser';
import { buildSync } from 'esbuild';

/** Rocket.Chat's own parser of messages. It comes as an ES module only, which Jest cannot load, so it is made into a script here. */
export const parseChat = load();

function load(): typeof Parse {
	const entry = "export { parse } from '@rocket.chat/message-parser';";
	const built = buildSync({ stdin: { contents: entry, resolveDir: __dirname }, bundle: true, format: 'iife', globalName: 'parser', write: false });
	const made: unknown = runInThisContext(`${built.outputFiles[0]?.text ?? ''};parser`);
	if (typeof made !== 'object' || made === null || !('parse' in made) || typeof made.parse !== 'function') {
		throw new Error('The message parser could not be loaded.');
	}
	return made.parse as typeof Parse;
}
