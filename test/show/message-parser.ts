import { runInThisContext } from 'node:vm';

import type { parse as Parse } from '@rocket.chat/message-parser';
import { buildSync } from 'esbuild';

type Parsed = ReturnType<typeof Parse>;

/** Characters from which a text is a whole document. */
const LONG = 5000;

/** Rocket.Chat's own parser of messages. It comes as an ES module only, which Jest cannot load, so it is made into a script here. */
export const parseChat = remembering(load());

function load(): typeof Parse {
	const entry = "export { parse } from '@rocket.chat/message-parser';";
	const built = buildSync({ stdin: { contents: entry, resolveDir: __dirname }, bundle: true, format: 'iife', globalName: 'parser', write: false });
	const made: unknown = runInThisContext(`${built.outputFiles[0]?.text ?? ''};parser`);
	if (typeof made !== 'object' || made === null || !('parse' in made) || typeof made.parse !== 'function') {
		throw new Error('The message parser could not be loaded.');
	}
	return made.parse as typeof Parse;
}

/** Parsing takes most of the time of tests that look at the same texts in several ways. Of documents the last one is remembered. */
function remembering(parse: typeof Parse): (text: string) => Parsed {
	const texts = new Map<string, Parsed>();
	const documents = new Map<string, Parsed>();
	return (text) => {
		const known = texts.get(text) ?? documents.get(text);
		if (known !== undefined) {
			return known;
		}
		const parsed = parse(text);
		if (text.length >= LONG) {
			documents.clear();
		}
		(text.length < LONG ? texts : documents).set(text, parsed);
		return parsed;
	};
}
