/**
 * Installs the dependencies when they are missing or do not belong to package-lock.json, so that `npm start` and
 * `npm test` work right after a clone. Runs before anything is installed: nothing but Node's own modules here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const LOCK = path.join(ROOT, 'package-lock.json');
/** What npm notes about the tree that it has installed. */
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');
/** The hash of the lock file that node_modules was last found to belong to. */
const STAMP = path.join(ROOT, 'node_modules', '.privacy-status-installed');

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage */

/** Installs what is missing; returns at once when nothing is. Throws when npm fails. */
export function ensureInstalled() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 20) {
		throw new Error(`Node 20 or newer is needed; this is ${process.version}.`);
	}
	const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) {
		return;
	}
	if (!belongsToLock()) {
		install();
	}
	writeFileSync(STAMP, hash);
}

/** Whether somebody has already run `npm ci` or `npm install` for this very lock file. */
function belongsToLock() {
	if (!existsSync(INSTALLED)) {
		return false;
	}
	const wanted = packagesOf(LOCK);
	const present = packagesOf(INSTALLED);
	// Packages for other platforms are locked, but not installed.
	return (
		Object.entries(wanted).every(([place, { version, optional, devOptional }]) =>
			place === '' || (present[place] ? present[place].version === version : Boolean(optional ?? devOptional)),
		) && Object.keys(present).every((place) => place in wanted)
	);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function install() {
	const started = Date.now();
	process.stderr.write('Installing dependencies with npm ci (once, about a minute) … ');
	// npm tells the scripts that it runs where it lies; that is surer than looking for it, on Windows above all.
	const npm = process.env['npm_execpath'];
	const [command, before] = npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
	const { status, error, stdout, stderr } = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: ROOT,
		encoding: 'utf8',
		shell: command === 'npm' && process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	if (status !== 0) {
		console.error('failed.');
		throw new Error(`npm ci failed. ${error?.message ?? ''}\n${stdout}${stderr}`);
	}
	console.error(`done in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		ensureInstalled();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}
