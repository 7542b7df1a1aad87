/**
 * `npm test`: unit tests, tests in the engine and in older ones, then the browser tests if there is a browser. Arguments go to Jest:
 * `npm test -- posture`. The last line counts all tests together.
 *
 * The browser tests run by themselves, after the others: they measure waiting times, and two of everything at once
 * would make them wait for the processor instead of for the page.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);
/** @type {typeof import('./chromium.cjs')} */
const { findChromium } = require('./chromium.cjs');

/** Set by every common CI service: there, a skipped browser test would be a gap that nobody sees. */
const inCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';

/** @typedef {{ passed: number, failed: number, files: number }} Tally */

/**
 * @param {string[]} projects
 * @param {string[]} args
 * @param {string} scratch
 */
function runJest(projects, args, scratch) {
	const file = path.join(scratch, 'tally.json');
	rmSync(file, { force: true });
	const jest = path.join(path.dirname(require.resolve('jest/package.json')), 'bin', 'jest.js');
	const reporters = ['default', require.resolve('./tally-reporter.cjs')].map((name) => `--reporters=${name}`);
	const { status } = spawnSync(
		process.execPath,
		// A pattern may well fit tests of one kind only, so finding none is no failure here.
		[jest, '--selectProjects', ...projects, ...reporters, '--passWithNoTests', ...args],
		{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, PRIVACY_STATUS_TALLY: file } },
	);
	return { ok: status === 0, tally: readTally(file) };
}

/**
 * What Jest counted; one failure if it did not get that far.
 * @param {string} file
 * @returns {Tally}
 */
function readTally(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return { passed: 0, failed: 1, files: 0 };
	}
}

/** @param {string[]} args */
function main(args) {
	ensureInstalled();
	const scratch = mkdtempSync(path.join(os.tmpdir(), 'privacy-status-test-'));
	try {
		const runs = [runJest(['unit', 'engine', 'engine-1.53', 'engine-1.58'], args, scratch)];
		if (findChromium()) {
			runs.push(runJest(['browser'], [...args, '--maxWorkers=1'], scratch));
		} else {
			console.error('\nBrowser tests skipped: no Chromium or Chrome found. Install one, or set CHROME_PATH to its program.');
		}
		/** @param {keyof Tally} field */
		const sum = (field) => runs.reduce((total, { tally }) => total + tally[field], 0);
		const found = sum('files') > 0;
		if (!found) {
			console.error(`No test file fits: ${args.join(' ')}`);
		}
		console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
		return found && runs.every(({ ok }) => ok) && (runs.length > 1 || !inCi);
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

try {
	process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
