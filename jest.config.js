const { findChromium } = require('./tools/run/chromium.cjs');

// Browser tests read where the browser is from here.
const browser = findChromium();
if (browser) {
	process.env['CHROME_PATH'] = browser;
}

/** Set by every common CI service: there, a skipped browser test would be a gap that nobody sees. */
const inCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';
if (!browser && !inCi) {
	console.error('Browser tests skipped: no Chromium or Chrome found. Install one, or set CHROME_PATH to its program.\n');
}

/** @type {import('jest').Config} */
const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
	transform: {
		// Types are checked by `npm run types`; here only what makes the sources run is taken off.
		'^.+\\.tsx?$': [
			'<rootDir>/tools/run/transpile.cjs',
			{ transpilation: true, diagnostics: false, tsconfig: { ...tsconfig(), module: 'CommonJS', moduleResolution: 'node10' } },
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** What needs the packaged app finds it made, and made of the sources as they are now: in watch mode too. */
const packaged = { ...shared, globalSetup: '<rootDir>/tools/package/for-tests.ts' };

/** The folders whose tests install the packaged app in the real engine. */
const ENGINE = ['doors', 'host', 'matrix', 'workbench'];

/** The folders whose tests package, lint, compile or ask npm: whole programs, seconds each. */
const PACKAGE = ['package', 'release'];

/** Tests that try very many texts, or read whole documents with the parsers of others: seconds each too, but in one process. */
const THOROUGH = ['*.property', 'hostile', 'statements', 'translations'];

/** Older engines, installed under these names. In their projects, every import of the engine in the host and the tests leads to them. */
const OLDER_ENGINES = ['1.53', '1.58'];

/** How the oldest of them refuses a name that is taken differs from how the newest does; those between do as one of the two. */
const OLDEST_ENGINE = OLDER_ENGINES[0];

/** @param {string[]} folders */
const testsIn = (folders) => folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`);

/** @type {import('jest').Config} */
module.exports = {
	// One more than the two cores this is made for: many tests wait for a sandbox or a browser. With more, what is tried by its time takes too long.
	maxWorkers: 3,
	// How long a test may take says nothing of the app, but how busy the machine is. It is there to end what hangs.
	testTimeout: 180_000,
	reporters: ['default', '<rootDir>/tools/run/tally-reporter.cjs'],
	projects: [
		{
			...shared,
			displayName: 'unit',
			testMatch: testsIn(['**']),
			testPathIgnorePatterns: [
				...[...ENGINE, ...PACKAGE, 'browser'].map((folder) => `<rootDir>/test/${folder}/`),
				...THOROUGH.map((name) => `/${name.replace('*.', '[^/]*[.]')}[.]test[.]ts$`),
			],
		},
		{ ...shared, displayName: 'thorough', testMatch: THOROUGH.map((name) => `<rootDir>/test/**/${name}.test.ts`) },
		{ ...packaged, displayName: 'package', testMatch: testsIn(PACKAGE) },
		{ ...packaged, displayName: 'engine', globals: { EXPECTED_ENGINE: '1.62', RUNTIME: process.env['SANDBOX'] ?? 'deno' }, testMatch: testsIn(ENGINE) },
		{
			...packaged,
			displayName: 'node-sandbox',
			globals: { EXPECTED_ENGINE: '1.62', RUNTIME: 'node' },
			// What differs between the sandboxes, differs in all tests: every way in once is enough. With SANDBOX=node in the environment, `engine` runs all of doors and matrix so.
			testMatch: ['host/life', 'host/sandbox', 'matrix/life', 'doors/verdicts'].map((name) => `<rootDir>/test/${name}.test.ts`),
		},
		...OLDER_ENGINES.map((version) => ({
			...packaged,
			displayName: `engine-${version}`,
			globals: { EXPECTED_ENGINE: version, RUNTIME: 'deno' },
			// What is refused one at a time is refused by the same code in all of them.
			testMatch: ['life', ...(version === OLDEST_ENGINE ? ['taken-names'] : [])].map((name) => `<rootDir>/test/matrix/${name}.test.ts`),
			moduleNameMapper: { '^@rocket\\.chat/apps-engine/(.*)$': `<rootDir>/node_modules/apps-engine-${version}/$1` },
		})),
		...(browser || inCi ? [{ ...packaged, displayName: 'browser', testMatch: testsIn(['browser']) }] : []),
	],
};

/** The compiler options of tsconfig.json, as data. */
function tsconfig() {
	return require('./tsconfig.json').compilerOptions;
}
