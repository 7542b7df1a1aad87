import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';

import { keep, kept } from './cache';
import { DENO_CONFIG, ENGINE, NODE_MODULES, SHIMS } from './places';

/**
 * Where the runtime looks for the engine's own files. Older ones take the first `src/` out of whatever this gives (deno-runtime/lib/require.ts),
 * since there the stock map names sources; a repository below a folder `src` has to spare one.
 */
function engineFiles(): string {
	const url = pathToFileURL(ENGINE).href;
	const loader = fs.readFileSync(path.join(ENGINE, 'deno-runtime', 'lib', 'require.ts'), 'utf8');
	return loader.includes(".replace('src/', '')") ? url.replace('src/', 'src/src/') : url;
}

/**
 * The engine's own deno.jsonc points at registries and at its TypeScript sources, which the npm package does not ship.
 * This one points at the installed packages instead; the runtime itself stays untouched.
 */
function importMap(): string {
	const installed = (...segments: string[]): string => pathToFileURL(path.join(NODE_MODULES, ...segments)).href;
	const shim = (name: string): string => pathToFileURL(path.join(SHIMS, name)).href;
	const imports = {
		'@msgpack/msgpack': installed('@msgpack', 'msgpack', 'dist.es5+esm', 'index.mjs'),
		'@rocket.chat/apps-engine/': `${engineFiles()}/`,
		// The only `.ts` file of the engine that the runtime imports for its value and not for its types.
		'@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.ts': pathToFileURL(path.join(ENGINE, 'definition', 'exceptions', 'AppsEngineException.js')).href,
		'@rocket.chat/ui-kit': installed('@rocket.chat', 'ui-kit', 'dist', 'cjs', 'index.js'),
		'@std/cli/parse-args': shim('std-cli-parse-args.ts'),
		'@std/io': shim('std-io.ts'),
		'@std/streams': shim('std-streams.ts'),
		'acorn': installed('acorn', 'dist', 'acorn.mjs'),
		'acorn-walk': installed('acorn-walk', 'dist', 'walk.mjs'),
		'astring': installed('astring', 'dist', 'astring.mjs'),
		// Older engines take from Deno's own host what newer ones name `@std/io`.
		'https://deno.land/std@0.216.0/io/write_all.ts': shim('std-io.ts'),
		'jsonrpc-lite': installed('jsonrpc-lite', 'jsonrpc.js'),
		'stack-trace': installed('stack-trace', 'lib', 'stack-trace.js'),
		'uuid': installed('uuid', 'wrapper.mjs'),
	};
	return `${JSON.stringify({ imports, unstable: ['detect-cjs'], nodeModulesDir: 'none', lock: false }, null, '\t')}\n`;
}

/** Writes the map where it is missing or stale. */
export function ensureImportMap(): string {
	const wanted = importMap();
	if (kept(DENO_CONFIG) !== wanted) {
		keep(DENO_CONFIG, wanted);
	}
	return DENO_CONFIG;
}
