const { findChromium } = require('./tools/run/chromium.cjs');

// Browser tests read where the browser is from here, also when Jest is started by hand.
const browser = findChromium();
if (browser) {
	process.env['CHROME_PATH'] = browser;
}

/** @type {import('jest').Config} */
const shared = {
	rootDir: __dirname,
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
	transform: {
		// Types are checked by `npm run types`; here only what makes the sources run is taken off.
		'^.+\\.tsx?$': [
			'ts-jest',
			{ transpilation: true, diagnostics: false, tsconfig: { ...tsconfig(), module: 'CommonJS', moduleResolution: 'node10' } },
		],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** The folders whose tests install the packaged app in the real engine. */
const ENGINE = ['doors', 'host', 'matrix', 'workbench'];

/** Older engines, installed under these names. In their projects, every import of the engine in the host and the tests leads to them. */
const OLDER_ENGINES = ['1.53', '1.58'];

/** @type {import('jest').Config} */
module.exports = {
	maxWorkers: 2,
	// Starting the engine's sandbox takes under a second, and several on a busy machine.
	testTimeout: 30_000,
	projects: [
		{
			...shared,
			displayName: 'unit',
			testMatch: ['<rootDir>/test/**/*.test.ts'],
			testPathIgnorePatterns: [...ENGINE, 'browser'].map((folder) => `<rootDir>/test/${folder}/`),
		},
		{
			...shared,
			displayName: 'engine',
			globals: { EXPECTED_ENGINE: '1.62' },
			testMatch: ENGINE.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
			globalSetup: '<rootDir>/tools/package/for-tests.ts',
		},
		...OLDER_ENGINES.map((version) => ({
			...shared,
			displayName: `engine-${version}`,
			globals: { EXPECTED_ENGINE: version },
			// What is refused one at a time is refused by the same code in all of them.
			testMatch: ['life', 'taken-names'].map((name) => `<rootDir>/test/matrix/${name}.test.ts`),
			moduleNameMapper: { '^@rocket\\.chat/apps-engine/(.*)$': `<rootDir>/node_modules/apps-engine-${version}/$1` },
			globalSetup: '<rootDir>/tools/package/for-tests.ts',
		})),
		{
			...shared,
			displayName: 'browser',
			testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
			globalSetup: '<rootDir>/tools/package/for-tests.ts',
		},
	],
};

/** The compiler options of tsconfig.json, as data. */
function tsconfig() {
	return require('./tsconfig.json').compilerOptions;
}
