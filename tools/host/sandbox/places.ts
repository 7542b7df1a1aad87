import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..', '..');

export const NODE_MODULES = path.join(ROOT, 'node_modules');
export const SHIMS = path.resolve(__dirname, '..', 'shims');

/** The installed engine that this process runs: where several are installed, Jest's mapping of modules chooses (jest.config.js). */
export const ENGINE = path.dirname(require.resolve('@rocket.chat/apps-engine/package.json'));

/** The engine derives what the sandbox may read from the config's path: two folders up, and `node_modules` two further up. A shallower place would open the whole disk. */
export const DENO_CONFIG = path.join(NODE_MODULES, '.cache', `apps-host-${path.basename(ENGINE)}`, 'deno-runtime', 'deno.jsonc');
export const DENO_CACHE = path.join(NODE_MODULES, '.cache', 'apps-host', 'deno-dir');

/**
 * The folder of the real binary, not of the wrapper in `.bin`: killing a wrapper would leave the process behind that it started.
 * Packages that are installed without their scripts have the binary only in the platform's own package.
 */
export function denoFolder(): string {
	const name = process.platform === 'win32' ? 'deno.exe' : 'deno';
	const scope = path.join(NODE_MODULES, '@deno');
	const platforms = fs.existsSync(scope) ? fs.readdirSync(scope).map((platform) => path.join(scope, platform)) : [];
	const folder = [path.join(NODE_MODULES, 'deno'), ...platforms].find((candidate) => fs.existsSync(path.join(candidate, name)));
	if (folder === undefined) {
		throw new Error('The Deno binary is missing: the npm package "deno" is not installed for this platform.');
	}
	return folder;
}
