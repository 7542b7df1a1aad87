import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { house, PURE_ROOMS } from './tools/lint/house-rules.mjs';

export default defineConfig(
	{ ignores: ['dist/', 'coverage/', 'node_modules/'] },
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { house },
		rules: {
			'house/named-rooms': 'error',
			'eqeqeq': 'error',
			// TypeScript knows every name, of Node and of the browser.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/no-import-type-side-effects': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
			// A text spread into its characters is what is meant.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// The engine's interfaces ask for methods, and for promises, where there may be nothing to do or to wait for.
			'@typescript-eslint/no-empty-function': 'off',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'house/limited-calls': 'error',
			'house/room-arrows': 'error',
			'no-console': 'error',
			'no-restricted-globals': [
				'error',
				...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({ name, message: 'The app uses no network.' })),
				...['globalThis', 'Deno', 'process', 'window', 'document', 'localStorage', 'setInterval'].map((name) => ({
					name,
					message: 'The sandbox has none, or none for apps.',
				})),
			],
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: [
						{ name: 'zod', message: "Import from 'zod/mini': the whole of zod would be most of the package." },
						...['fs', 'http', 'https', 'net'].map((name) => ({ name, message: 'The app touches no file and no network.' })),
					],
				},
			],
		},
	},
	{
		// The one place that mends the sandbox's missing global object.
		files: ['src/sandbox.ts'],
		rules: { 'no-restricted-globals': 'off', 'no-global-assign': 'off', '@typescript-eslint/no-unnecessary-condition': 'off' },
	},
	{
		// Where the engine answers, nothing may come although its types promise a value.
		files: ['doors', 'settings', 'store', 'workspace'].map((room) => `src/${room}/**/*.ts`),
		rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
	},
	{
		files: PURE_ROOMS.map((room) => `src/${room}/**/*.ts`),
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as a parameter.' },
				{ selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time comes in as a parameter.' },
				{ selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Randomness comes in as a parameter.' },
			],
		},
	},
	{
		// CommonJS, and tests that load the package or a bundle made a moment before.
		files: ['**/*.{js,cjs}', 'test/**', 'tools/**'],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		// A stand-in for a server gets what the engine really sends, which is less than its types promise.
		files: ['test/**', 'tools/**'],
		rules: {
			'@typescript-eslint/no-deprecated': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/no-unsafe-enum-comparison': 'off',
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		// Plain scripts have their types in comments, where every parsed JSON and loaded module would need a cast.
		files: ['**/*.{js,cjs,mjs}'],
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
		},
	},
);
