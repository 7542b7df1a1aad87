/** Finds a browser for the browser tests: Chromium, Chrome or Edge. */
const fs = require('node:fs');
const path = require('node:path');

/** Names on the PATH, most specific first. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

const { LOCALAPPDATA = '', PROGRAMFILES = 'C:\\Program Files', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '' } = process.env;

/** Where installers put it. */
const PLACES = {
	darwin: [
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		...[PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].map((base) => path.join(base, 'Google\\Chrome\\Application\\chrome.exe')),
		path.join(LOCALAPPDATA, 'Chromium\\Application\\chrome.exe'),
		path.join(PROGRAMFILES_X86, 'Microsoft\\Edge\\Application\\msedge.exe'),
	],
	linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
};

/**
 * The path of a browser, or undefined. The environment variable CHROME_PATH decides if it is set.
 * @returns {string | undefined}
 */
function findChromium() {
	const chosen = process.env['CHROME_PATH'];
	if (chosen) {
		return isProgram(chosen) ? chosen : undefined;
	}
	const folders = process.platform === 'win32' ? [] : (process.env['PATH'] ?? '').split(path.delimiter);
	const onPath = COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command)));
	/** @type {Record<string, string[]>} */
	const places = PLACES;
	return [...onPath, ...(places[process.platform] ?? [])].find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
	try {
		fs.accessSync(file, fs.constants.X_OK);
		return fs.statSync(file).isFile();
	} catch {
		return false;
	}
}

module.exports = { findChromium };
