const { findChromium } = require('./scripts/chromium.cjs');

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
const ENGINE = ['doors', 'engine', 'workbench'];

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
			testMatch: ENGINE.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
			globalSetup: '<rootDir>/scripts/package-for-tests.ts',
		},
		{
			...shared,
			displayName: 'browser',
			testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
			globalSetup: '<rootDir>/scripts/package-for-tests.ts',
		},
	],
};

/** The compiler options of tsconfig.json, as data. */
function tsconfig() {
	return require('./tsconfig.json').compilerOptions;
}
