/**
 * Makes the zip that is uploaded to a workspace.
 *
 * `rc-apps package` cannot bundle what comes from npm (zod), and it type-checks and packs whatever lies beside the app.
 * So the app is bundled into one file first, and rc-apps packs a staging folder that holds nothing but what ships.
 *
 *     npm run package              the deliverable, at dist/
 *     npm run package -- --fast    the same bundle, zipped without rc-apps, for a quick look
 *     npm run package -- --fresh   leaves the cache aside
 */
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata';
import AdmZip from 'adm-zip';
import type { Plugin } from 'esbuild';
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';

import type * as PlatformTexts from './platform-texts';
import { pseudo } from './pseudo';

const ROOT = path.resolve(__dirname, '..', '..');
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'privacy-status');
const CLASS = 'PrivacyStatusApp';
const ENTRY = `src/${CLASS}.ts`;

/** Whatever changes the package, and nothing else: the name of a cached package is a hash of these. */
const INGREDIENTS = [
	'src',
	'i18n',
	'app.json',
	'icon.png',
	'LICENSE',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'docs/report.schema.json',
	'tools/package',
];

/** Node modules that both the sandbox and the test-load of rc-apps hand to an app, under exactly these names. */
export const SANDBOX_MODULES = ['buffer', 'crypto', 'path', 'url'];

/** The parts of app.json that packaging reads or writes; the rest is passed through. */
interface Manifest {
	name: string;
	nameSlug: string;
	version: string;
	description: string;
	classFile: string;
	iconFile: string;
	requiredApiVersion: string;
	implements: string[];
	[other: string]: unknown;
}

/** File name inside the zip → content. */
type Entries = Map<string, Buffer>;

export interface PackageOptions {
	/**
	 * Zip directly instead of through rc-apps: about 0.3 s instead of 5 s, same code. PRIVACY_STATUS_PACKAGE=fast in the
	 * environment makes it the default, for working on something that needs the app again and again.
	 */
	fast?: boolean;
	/** Build even when a package of the same sources is at hand. */
	fresh?: boolean;
	/** With the pseudo-language in the place of English, to see what does not come from `i18n/`. Never for release. */
	inPseudo?: boolean;
}

/**
 * Packages the app and returns the path of the zip. The zip lies in a cache under a name made from its ingredients, so
 * that asking again costs nothing and two processes may ask at the same time.
 */
export async function buildPackage({
	fast = process.env['PRIVACY_STATUS_PACKAGE'] === 'fast',
	fresh = false,
	inPseudo = false,
}: PackageOptions = {}): Promise<string> {
	const target = path.join(CACHE, `${fast ? 'fast' : 'full'}${inPseudo ? '-pseudo' : ''}-${await hashOfIngredients()}.zip`);
	if (!fresh && (await exists(target))) {
		return target;
	}
	const shipped = await collect(inPseudo);
	const entries = fast ? await assemble(shipped) : await packWithCli(shipped);

	// Written aside and renamed: whoever reads at the same moment sees a whole file, old or new.
	const draft = path.join(CACHE, `${randomUUID()}.tmp`);
	await fs.mkdir(CACHE, { recursive: true });
	await fs.writeFile(draft, zip(entries));
	await fs.rename(draft, target);
	return target;
}

/** What goes into the package, before anybody has packed it. */
interface Shipped {
	manifest: Manifest;
	/** The bundle: a script that leaves the app's exports in a variable named `bundle`. */
	bundle: string;
	/** The interfaces that the class declares; the host registers its listeners from them. */
	interfaces: string[];
	/** Everything beside the code and the manifest. */
	files: Entries;
}

/** @param inPseudo whether the pseudo-language takes the place of English */
async function collect(inPseudo: boolean): Promise<Shipped> {
	const repositoryManifest = JSON.parse(await read('app.json')) as Manifest;
	const { version } = JSON.parse(await read('package.json')) as { version: string };
	if (repositoryManifest.version !== version) {
		throw new Error(`app.json says version ${repositoryManifest.version}, package.json says ${version}.`);
	}
	const manifest = { ...repositoryManifest, classFile: `${CLASS}.ts` };
	const { code, licences } = await bundleApp(inPseudo);
	const files: Entries = new Map([
		[manifest.iconFile, await fs.readFile(path.join(ROOT, manifest.iconFile))],
		['LICENSE.txt', await fs.readFile(path.join(ROOT, 'LICENSE'))],
		['THIRD-PARTY-LICENSES.txt', Buffer.from(licences)],
		['package.json', Buffer.from(packageJsonFor(manifest))],
	]);
	for (const [language, texts] of await platformTexts()) {
		const told = Object.entries(texts).map(([key, text]) => [key, inPseudo && language === 'en' ? pseudo(text) : text]);
		files.set(`i18n/${language}.json`, Buffer.from(`${JSON.stringify(Object.fromEntries(told), null, 4)}\n`));
	}
	return { manifest, bundle: code, interfaces: await declaredInterfaces(), files };
}

/**
 * Bundles the app with its npm dependencies. The engine itself is left out: the host provides it.
 *
 * ES2017 is what rc-apps emits in any case; aiming there leaves it nothing to rewrite. It is minified,
 * which keeps the code below 300 kB; who wants to read what was installed finds the sources in the repository.
 */
async function bundleApp(inPseudo: boolean): Promise<{ code: string; licences: string }> {
	const esbuild = await import('esbuild');
	const result = await esbuild.build({
		absWorkingDir: ROOT,
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		metafile: true,
		format: 'iife',
		globalName: 'bundle',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2017',
		charset: 'utf8',
		minify: true,
		external: ['@rocket.chat/apps-engine/*', ...SANDBOX_MODULES],
		legalComments: 'none',
		logLevel: 'silent',
		plugins: [textsAsData(), ...(inPseudo ? [inPseudoLanguage()] : [])],
	});
	const [output] = result.outputFiles;
	if (!output) {
		throw new Error('esbuild wrote nothing.');
	}
	return { code: output.text, licences: await licencesOf(Object.keys(result.metafile.inputs)) };
}

/** Texts that the platform alone looks up, in its own copies of the files, and those of which packaging makes such texts. */
function isForPlatform(key: string): boolean {
	return /^(?:ps_(?:command|section)_|ps_.*_description$|settings_|matrix_)/.test(key);
}

/** What the app itself says in a language. */
export function shippedTexts(json: string): string {
	const texts = Object.entries(JSON.parse(json) as Record<string, string>);
	return JSON.stringify(Object.fromEntries(texts.filter(([key]) => !isForPlatform(key))));
}


/** The platform's texts, as the sources are now: whoever packages again has not loaded them anew. */
async function platformTexts(): Promise<ReturnType<typeof PlatformTexts.platformTexts>> {
	const esbuild = await import('esbuild');
	const { outputFiles } = await esbuild.build({
		absWorkingDir: ROOT,
		entryPoints: ['tools/package/platform-texts.ts'],
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'node',
		external: ['@rocket.chat/apps-engine/*'],
		logLevel: 'silent',
	});
	const loaded: { exports: Partial<typeof PlatformTexts> } = { exports: {} };
	const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require']);
	Reflect.apply(run, undefined, [loaded, loaded.exports, createRequire(path.join(ROOT, 'package.json'))]);
	if (loaded.exports.platformTexts === undefined) {
		throw new Error('The texts of the platform were not made.');
	}
	return loaded.exports.platformTexts();
}

/** Texts as data in the code: a string that is parsed when the app starts is read many times faster than an object literal. */
function textsAsData(): Plugin {
	return {
		name: 'texts-as-data',
		setup(build) {
			build.onLoad({ filter: /[\\/](?:i18n[\\/][\w-]+|report\.schema)\.json$/ }, async ({ path: file }) => {
				const json = await fs.readFile(file, 'utf8');
				const content = file.includes('i18n') ? shippedTexts(json) : JSON.stringify(JSON.parse(json));
				return { contents: `export default JSON.parse(${JSON.stringify(content)});`, loader: 'js' };
			});
			// Of English too what the app itself says, and no notes, which are for translators.
			build.onLoad({ filter: /[\\/]language[\\/]english\.ts$/ }, async ({ path: file }) => {
				const { code } = await build.esbuild.transform(await fs.readFile(file, 'utf8'), { loader: 'ts', format: 'cjs' });
				const loaded: { exports: { ENGLISH?: Record<string, string | { text: string }> } } = { exports: {} };
				Reflect.apply(compileFunction(code, ['module', 'exports']), undefined, [loaded, loaded.exports]);
				const texts = Object.entries(loaded.exports.ENGLISH ?? {}).map(([key, text]) => [key, typeof text === 'string' ? text : text.text]);
				return { contents: `export const ENGLISH = JSON.parse(${JSON.stringify(shippedTexts(JSON.stringify(Object.fromEntries(texts))))});`, loader: 'js' };
			});
		},
	};
}

/** Every English text between the marks of the pseudo-language. */
function inPseudoLanguage(): Plugin {
	return {
		name: 'pseudo-language',
		setup(build) {
			build.onLoad({ filter: /[\\/]language[\\/]texts\.ts$/ }, async ({ path: file }) => {
				const source = await fs.readFile(file, 'utf8');
				return { contents: `${source}\nfor (const [key, text] of TEXTS) if (!key.startsWith('language_')) (TEXTS as Map<string, string>).set(key, (${pseudo.toString()})(text));`, loader: 'ts' };
			});
		},
	};
}

/** The licence texts of all npm packages that ended up in the bundle. */
async function licencesOf(inputs: string[]): Promise<string> {
	const names = new Set<string>();
	for (const input of inputs) {
		const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
		if (name) {
			names.add(name);
		}
	}
	const texts = await Promise.all(
		[...names].sort().map(async (name) => {
			const folder = path.join(ROOT, 'node_modules', name);
			const { version } = JSON.parse(await fs.readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
			const file = (await fs.readdir(folder)).find((candidate) => /^licen[cs]e(\.\w+)?$/i.test(candidate));
			if (!file) {
				throw new Error(`${name} is bundled, but has no licence file.`);
			}
			return `${name} ${version}\n\n${(await fs.readFile(path.join(folder, file), 'utf8')).trim()}\n`;
		}),
	);
	return ['This package contains code of the following projects.\n', ...texts].join('\n----\n\n');
}

/** The `implements` list of the app's class, as rc-apps would read it: from the text. */
async function declaredInterfaces(): Promise<string[]> {
	const source = await read(ENTRY);
	const head = new RegExp(`^export (?:default )?class ${CLASS}\\b([^{]*)\\{`, 'm').exec(source)?.[1];
	if (head === undefined) {
		throw new Error(`${ENTRY} exports no class ${CLASS}.`);
	}
	return (/\bimplements\b([\s\S]*)/.exec(head)?.[1] ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

/**
 * rc-apps compares the engine version named here with the manifest's, and rewrites the manifest when they differ. It
 * installs nothing from it, and neither does the host.
 */
function packageJsonFor({ nameSlug, version, description, requiredApiVersion }: Manifest): string {
	const content = {
		name: nameSlug,
		version,
		description,
		license: 'MIT',
		devDependencies: { '@rocket.chat/apps-engine': requiredApiVersion.replace(/^[^\d]*/, '') },
	};
	return `${JSON.stringify(content, null, 4)}\n`;
}

/** The package without rc-apps: what it would make of the same files. */
async function assemble({ manifest, bundle, interfaces, files }: Shipped): Promise<Entries> {
	const known = new Set<string>(Object.keys(AppInterface));
	const packed = { ...manifest, implements: interfaces.filter((name) => known.has(name)) };
	const code = `"use strict";\n${bundle}exports.${CLASS} = class ${CLASS} extends bundle.${CLASS} {};\n`;
	return new Map([
		...files,
		['.packagedby', Buffer.from(JSON.stringify({ tool: `${manifest.nameSlug}/tools/package/package.ts` }))],
		['app.json', Buffer.from(JSON.stringify(packed, null, 4))],
		[`${CLASS}.js`, Buffer.from(code)],
	]);
}

async function packWithCli(shipped: Shipped): Promise<Entries> {
	const stage = await makeStage(shipped);
	try {
		const { nameSlug, version } = shipped.manifest;
		const output = await runCli(stage);
		const packed = path.join(stage, 'dist', `${nameSlug}_${version}.zip`);
		if (!(await exists(packed))) {
			throw new Error(`rc-apps made no package.\n${output}`);
		}
		const entries: Entries = new Map(
			new AdmZip(packed)
				.getEntries()
				.filter((entry) => !entry.isDirectory)
				.map((entry) => [entry.entryName, entry.getData()]),
		);
		const expected = [...shipped.files.keys(), '.packagedby', 'app.json', `${CLASS}.js`];
		if (expected.sort().join() !== [...entries.keys()].sort().join()) {
			throw new Error(`rc-apps packed ${[...entries.keys()].sort().join(', ')}; expected were ${expected.join(', ')}.`);
		}
		entries.set('.packagedby', withoutTime(entries.get('.packagedby')));
		return entries;
	} finally {
		await fs.rm(stage, { recursive: true, force: true });
	}
}

/** rc-apps notes when it ran; the same sources must give the same package. */
function withoutTime(packagedBy: Buffer | undefined): Buffer {
	const { tool, version } = JSON.parse(String(packagedBy)) as { tool: string; version: string };
	return Buffer.from(JSON.stringify({ tool, version }));
}

/** A folder that holds what ships, and the three things that rc-apps looks for in an app's node_modules. */
async function makeStage({ manifest, bundle, interfaces, files }: Shipped): Promise<string> {
	// The real path, since rc-apps cuts file names off by the length of the folder that it was started in.
	const stage = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'privacy-status-package-')));
	if (/node_modules|\.git|[\\/]dist[\\/]/.test(stage)) {
		throw new Error(`rc-apps skips files below ${stage}. Set TMPDIR to a path without node_modules, .git and dist.`);
	}
	const list = interfaces.length > 0 ? ` implements ${interfaces.join(', ')}` : '';
	// The sources have been checked by our own, stricter compiler settings.
	const code = `// @ts-nocheck\n${bundle}export class ${CLASS} extends bundle.${CLASS}${list} {}\n`;
	const staged: Entries = new Map([
		...files,
		[`${CLASS}.ts`, Buffer.from(code)],
		['app.json', Buffer.from(JSON.stringify(manifest, null, 4))],
		// rc-apps demands the types of Node and fails on today's; nothing here needs them.
		['node_modules/@types/node/index.d.ts', Buffer.from('export {};\n')],
		['node_modules/@types/node/package.json', Buffer.from('{"name":"@types/node","version":"0.0.0","types":"index.d.ts"}')],
	]);
	for (const [name, content] of staged) {
		const file = path.join(stage, name);
		await fs.mkdir(path.dirname(file), { recursive: true });
		await fs.writeFile(file, content);
	}
	await fs.mkdir(path.join(stage, 'node_modules', '@rocket.chat'));
	for (const name of ['@rocket.chat/apps-engine', 'typescript']) {
		await fs.symlink(path.join(ROOT, 'node_modules', name), path.join(stage, 'node_modules', name), 'junction');
	}
	return stage;
}

async function runCli(stage: string): Promise<string> {
	const cli = path.join(ROOT, 'node_modules', '@rocket.chat', 'apps-cli', 'bin', 'run');
	try {
		const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, 'package', '--verbose'], { cwd: stage });
		return `${stdout}${stderr}`;
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`rc-apps failed.\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
	}
}

/** Sorted, and with one time for all: the same entries always give the same bytes. */
function zip(entries: Entries): Buffer {
	const archive = new AdmZip();
	for (const [name, content] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const entry = archive.addFile(name, content, '', 0o644);
		// The earliest time that the format knows, in local time as the format has it.
		entry.header.time = new Date(1980, 0, 1);
	}
	return archive.toBuffer();
}

async function hashOfIngredients(): Promise<string> {
	const hash = createHash('sha256');
	for (const ingredient of INGREDIENTS) {
		for (const name of await listFiles(ingredient)) {
			hash.update(`${name}\0`).update(await fs.readFile(path.join(ROOT, name))).update('\0');
		}
	}
	return hash.digest('hex').slice(0, 20);
}

/** The files at or below a path of the repository, sorted, with forward slashes; none if there is nothing. */
async function listFiles(name: string): Promise<string[]> {
	const stat = await fs.stat(path.join(ROOT, name)).catch(() => undefined);
	if (!stat?.isDirectory()) {
		return stat ? [name] : [];
	}
	const children = (await fs.readdir(path.join(ROOT, name))).sort();
	return (await Promise.all(children.map((child) => listFiles(`${name}/${child}`)))).flat();
}

/** Bytes of the code that are texts of the app, in all languages. */
export async function sizeOfTexts(): Promise<number> {
	const files = await Promise.all((await listFiles('i18n')).map(read));
	return files.reduce((sum, file) => sum + Buffer.byteLength(shippedTexts(file)), 0);
}

async function read(name: string): Promise<string> {
	return fs.readFile(path.join(ROOT, name), 'utf8');
}

async function exists(file: string): Promise<boolean> {
	return fs.stat(file).then(
		() => true,
		() => false,
	);
}

async function main(flags: string[]): Promise<void> {
	const unknown = flags.filter((flag) => !['--fast', '--fresh'].includes(flag));
	if (unknown.length > 0) {
		throw new Error(`Unknown: ${unknown.join(' ')}. There are --fast and --fresh.`);
	}
	const fast = flags.includes('--fast');
	const built = await buildPackage({ fast, fresh: flags.includes('--fresh') });
	const archive = new AdmZip(built);
	const { nameSlug, version } = JSON.parse(archive.readAsText('app.json')) as Manifest;
	const target = path.join('dist', `${nameSlug}_${version}${fast ? '-fast' : ''}.zip`);
	await fs.mkdir(path.join(ROOT, 'dist'), { recursive: true });
	await fs.copyFile(built, path.join(ROOT, target));
	const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
	const code = archive.getEntry(`${CLASS}.js`)?.header.size ?? 0;
	const texts = await sizeOfTexts();
	console.log(`${target}: ${kilobytes((await fs.stat(built)).size)}; unpacked: code ${kilobytes(code - texts)}, texts in it ${kilobytes(texts)}`);
}

if (require.main === module) {
	main(process.argv.slice(2)).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
}
