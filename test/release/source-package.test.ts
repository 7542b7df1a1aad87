import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import AdmZip from 'adm-zip';
import ts from 'typescript';

import { buildPackage, readableFolder } from '../../tools/package/package';
import { SOURCES, sourcePackage } from '../../tools/release/source';

const ROOT = path.resolve(__dirname, '../..');
const source = sourcePackage(ROOT);
const names = new AdmZip(source).getEntries().map(({ entryName }) => entryName);

test('it holds all of the app, what makes the package, and what a reviewer reads', () => {
	const inRepository = ['src', 'i18n'].flatMap((folder) =>
		readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => statSync(path.join(ROOT, folder, name)).isFile())
			.map((name) => `${folder}/${name.split(path.sep).join('/')}`),
	);
	expect(inRepository.filter((name) => !names.includes(name))).toEqual([]);
	expect(inRepository.length).toBeGreaterThan(50);
	for (const needed of ['app.json', 'icon.png', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.app.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'tools/package/package.ts']) {
		expect(names).toContain(needed);
	}
});

test('it holds no tests, no pictures but the icon, nothing built and no dot file', () => {
	expect(names.filter((name) => /(?:^|\/)(?:\.|test\/|dist\/|node_modules\/)|\.test\.ts$/.test(name))).toEqual([]);
	expect(names.filter((name) => /\.(?:png|jpe?g|gif|zip)$/.test(name))).toEqual(['icon.png']);
	// Most of it are the texts of twelve languages, with their keys.
	expect(source.length).toBeLessThan(1_500_000);
});

test('it holds every document of docs/', () => {
	const documents = readdirSync(path.join(ROOT, 'docs')).filter((name) => /\.(?:md|json)$/.test(name));
	expect(documents.filter((name) => !names.includes(`docs/${name}`))).toEqual([]);
});

test('what the repository lacks is told in one sentence', () => {
	const empty = mkdtempSync(path.join(os.tmpdir(), 'privacy-status-empty-'));
	try {
		expect(() => sourcePackage(empty)).toThrow(`The source package needs ${SOURCES[0] ?? ''}, which is not there.`);
	} finally {
		rmSync(empty, { recursive: true });
	}
});

describe('unpacked elsewhere, with the packages that its lock file names', () => {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'privacy-status-source-'));
	const run = async (script: string, ...args: string[]): Promise<void> => {
		await promisify(execFile)(process.execPath, [path.join(folder, 'node_modules', script), ...args], { cwd: folder }).catch((error: unknown) => {
			throw new Error(String((error as { stdout?: string }).stdout ?? error));
		});
	};

	beforeAll(() => {
		for (const entry of new AdmZip(source).getEntries()) {
			const file = path.join(folder, entry.entryName);
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, entry.getData());
		}
		// The packages one by one, so that the cache of the repository's own package stays out of sight.
		mkdirSync(path.join(folder, 'node_modules'));
		for (const name of readdirSync(path.join(ROOT, 'node_modules')).filter((each) => each !== '.cache')) {
			symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
		}
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	test('it makes the same package, byte for byte', async () => {
		await run('tsx/dist/cli.mjs', 'tools/package/package.ts');
		const zip = readdirSync(path.join(folder, 'dist')).find((name) => name.endsWith('.zip'));
		const made = readFileSync(path.join(folder, 'dist', zip ?? ''));
		expect(made.equals(readFileSync(await buildPackage({ fast: false })))).toBe(true);
	});

	test('it makes the same generated class, byte for byte', async () => {
		await run('tsx/dist/cli.mjs', 'tools/package/package.ts', '--class');
		const made = readFileSync(path.join(folder, 'dist', 'PrivacyStatusApp.ts'));
		expect((await readableFolder()).get('PrivacyStatusApp.ts')?.equals(made)).toBe(true);
	});

	// `npm run types` checks them by this configuration.
	test('it holds what the strict type check of its sources reads', () => {
		const read = ts.readConfigFile(path.join(folder, 'tsconfig.app.json'), (file) => readFileSync(file, 'utf8'));
		const { fileNames, errors } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
		expect(errors).toEqual([]);
		const inRepository = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT).fileNames;
		expect(fileNames.map((name) => path.relative(folder, name)).sort()).toEqual(inRepository.map((name) => path.relative(ROOT, name)).sort());
	});
});
