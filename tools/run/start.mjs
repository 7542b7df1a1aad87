/**
 * `npm start`: the workbench. It runs in this very process, so that Ctrl-C reaches it without a go-between.
 */
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import './ensure-installed.mjs';

// npm passes a Ctrl-C on to what it runs, which has had it from the terminal already, unless a shell stands between them.
// The second one would cut short what the first has begun to tidy up, so for a moment it is not heard.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		if (process.listenerCount(signal) === 0) {
			process.exit(128 + constants.signals[signal]);
		}
		const deaf = () => undefined;
		process.on(signal, deaf);
		setTimeout(() => process.off(signal, deaf), 500).unref();
	});
}

// A SIGTERM, on the other hand, ends npm and the shell, and the shell tells nobody. Whoever was started by npm ends when it
// is left alone: a workbench in the background would keep its port and its sandbox.
if (process.env['npm_lifecycle_event']) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid !== parent) {
			clearInterval(watch);
			process.kill(process.pid, 'SIGTERM');
		}
	}, 500).unref();
}

const require = createRequire(import.meta.url);
/** @type {typeof import('tsx/cjs/api')} */
const tsx = require('tsx/cjs/api');
tsx.register();
require('../workbench/start.ts');
