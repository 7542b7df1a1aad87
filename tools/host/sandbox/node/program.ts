import * as path from 'node:path';

import { buildSync } from 'esbuild';

import { keep, kept } from '../cache';
import { NODE_MODULES } from '../places';

const PROGRAM = path.join(NODE_MODULES, '.cache', 'apps-host', 'node-sandbox.js');

/** Writes the program that runs in the sandbox where it is missing or stale, in plain JavaScript: under the permission model nothing can translate it. */
export function ensureProgram(): string {
	const [built] = buildSync({
		entryPoints: [path.join(__dirname, 'inside', 'main.ts')],
		bundle: true,
		write: false,
		packages: 'external',
		platform: 'node',
		format: 'cjs',
		target: 'node20',
	}).outputFiles;
	const wanted = built?.text ?? '';
	if (kept(PROGRAM) !== wanted) {
		keep(PROGRAM, wanted);
	}
	return PROGRAM;
}
