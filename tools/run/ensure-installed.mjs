/**
 * Installs the dependencies when they are missing or do not belong to package-lock.json, so that `npm start`,
 * `npm test` and the like work right after a clone. Runs before anything is installed: nothing but Node's own modules here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What a lock file names: that of the repository, or the one that npm leaves of the tree that it has installed.
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
	return existsSync(ROOT + file) ? JSON.parse(readFileSync(ROOT + file, 'utf8')).packages : {};
}

/** Whether somebody has run `npm ci` or `npm install` for this very lock file. */
function isInstalled() {
	const wanted = packagesOf('package-lock.json');
	const present = packagesOf('node_modules/.package-lock.json');
	// Packages for other platforms are locked, but not installed.
	return (
		Object.entries(wanted).every(([place, { version, optional, devOptional }]) =>
			place === '' || (present[place] ? present[place].version === version : Boolean(optional ?? devOptional)),
		) && Object.keys(present).every((place) => place in wanted)
	);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`Node 20 or newer is needed; this is ${process.version}.`);
	process.exit(1);
}
if (!isInstalled()) {
	console.error('Installing dependencies with npm ci, once; it takes about a minute.');
	// npm tells the scripts that it runs where it lies; that is surer than looking for it, on Windows above all.
	const npm = process.env['npm_execpath'];
	const [command, before] = npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
	// What npm says goes where it does not get into the answer of a script.
	const { status } = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: ROOT,
		shell: command === 'npm' && process.platform === 'win32',
		stdio: ['ignore', 2, 2],
	});
	if (status !== 0) {
		console.error('npm ci failed.');
		process.exit(1);
	}
}
