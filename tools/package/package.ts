/**
 * Makes the zip that is uploaded to a workspace.
 *
 * `rc-apps package` cannot bundle what comes from npm (zod), and it type-checks and packs whatever lies beside the app.
 * So the app is bundled into one file first, and rc-apps packs a staging folder that holds nothing but what ships.
 *
 *     npm run package              the deliverable, at dist/
 *     npm run package -- --fast    the same bundle, zipped without rc-apps, for a quick look
 *     npm run package -- --fresh   leaves the cache aside
 *     npm run package -- --class   the bundle as one file that can be read, at dist/: what the marketplace compiles
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
import { packedModule, packTexts, sizeOfPacked } from './translations';
import type { PackedTexts } from './translations';

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
export type Entries = Map<string, Buffer>;

/** How the bundle is written: minified, or with its names, line by line, for who reads it. */
type Form = 'minified' | 'readable';

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
	const entries = fast ? await assemble(shipped) : await packWithCli(folderOf(shipped));

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
async function collect(inPseudo: boolean, form: Form = 'minified'): Promise<Shipped> {
	const repositoryManifest = JSON.parse(await read('app.json')) as Manifest;
	const { version, devDependencies } = JSON.parse(await read('package.json')) as { version: string; devDependencies: Tools };
	if (repositoryManifest.version !== version) {
		throw new Error(`app.json says version ${repositoryManifest.version}, package.json says ${version}.`);
	}
	const manifest = { ...repositoryManifest, classFile: `${CLASS}.ts` };
	const { code, licences } = await bundleApp(inPseudo, form);
	const files: Entries = new Map([
		[manifest.iconFile, await fs.readFile(path.join(ROOT, manifest.iconFile))],
		['LICENSE.txt', await fs.readFile(path.join(ROOT, 'LICENSE'))],
		['THIRD-PARTY-LICENSES.txt', Buffer.from(licences)],
		['package.json', Buffer.from(packageJsonFor(manifest, devDependencies))],
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
 * What is installed is in ES2017, which rc-apps emits in any case, so that it has nothing to rewrite, and minified, which keeps
 * the code small; who wants to read it finds the sources in the repository.
 */
async function bundleApp(inPseudo: boolean, form: Form): Promise<{ code: string; licences: string }> {
	const esbuild = await import('esbuild');
	const result = await esbuild.build({
		absWorkingDir: ROOT,
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		metafile: true,
		// What is to be read goes through a compiler, which rewrites what is newer.
		...(form === 'minified' ? { format: 'iife', globalName: 'bundle', target: 'es2017', minify: true } : { format: 'esm', target: 'es2020' }),
		platform: 'neutral',
		mainFields: ['module', 'main'],
		charset: 'utf8',
		external: ['@rocket.chat/apps-engine/*', ...SANDBOX_MODULES],
		legalComments: 'none',
		logLevel: 'silent',
		plugins: [textsAsData(form), ...(inPseudo ? [inPseudoLanguage()] : [])],
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
function textsAsData(form: Form): Plugin {
	const parsed = (json: string): string => `JSON.parse(${form === 'minified' ? JSON.stringify(json) : lineByLine(json)})`;

	return {
		name: 'texts-as-data',
		setup(build) {
			build.onLoad({ filter: /[\\/]report\.schema\.json$/ }, async ({ path: file }) => {
				const json = JSON.stringify(JSON.parse(await fs.readFile(file, 'utf8')));
				return { contents: `export default ${parsed(json)};`, loader: 'js' };
			});
			build.onLoad({ filter: /[\\/]language[\\/]translated\.ts$/ }, async () => {
				const literal = (text: string): string => (form === 'minified' ? JSON.stringify(text) : `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``);
				return { contents: packedModule(await packedTexts(), literal), loader: 'js' };
			});
			// Of English too what the app itself says, and no notes, which are for translators.
			build.onLoad({ filter: /[\\/]language[\\/]english\.ts$/ }, async ({ path: file }) => {
				const { code } = await build.esbuild.transform(await fs.readFile(file, 'utf8'), { loader: 'ts', format: 'cjs' });
				const loaded: { exports: { ENGLISH?: Record<string, string | { text: string }> } } = { exports: {} };
				Reflect.apply(compileFunction(code, ['module', 'exports']), undefined, [loaded, loaded.exports]);
				const texts = Object.entries(loaded.exports.ENGLISH ?? {}).map(([key, text]) => [key, typeof text === 'string' ? text : text.text]);
				return { contents: `export const ENGLISH = ${parsed(shippedTexts(JSON.stringify(Object.fromEntries(texts))))};`, loader: 'js' };
			});
		},
	};
}

/** JSON as a literal of a string, one text in a line. */
function lineByLine(json: string): string {
	return `\`${JSON.stringify(JSON.parse(json), null, 1).replace(/[\\`]|\$\{/g, '\\$&')}\``;
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

/** What of the repository's tools a compiler of apps looks for beside the app. */
type Tools = Readonly<Record<'@rocket.chat/apps-engine' | 'typescript', string>>;

/**
 * What compilers of apps need, and no more; the host installs nothing from it. rc-apps compares the lowest engine version
 * named here with the manifest's, and rewrites the manifest when they differ. The highest is the one that this repository
 * is made with: from 1.65.1 on, the published engine lacks the part in which rc-apps 1.9.0 looks permissions up. The types
 * of Node are some with which it compiles, unlike today's; nothing here is checked against them.
 */
function packageJsonFor({ nameSlug, version, description, requiredApiVersion }: Manifest, tools: Tools): string {
	const content = {
		name: nameSlug,
		version,
		description,
		license: 'MIT',
		devDependencies: {
			'@rocket.chat/apps-engine': `>=${requiredApiVersion.replace(/^[^\d]*/, '')} <=${tools['@rocket.chat/apps-engine']}`,
			'@types/node': '16.18.126',
			typescript: tools.typescript,
		},
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

/** What a compiler of apps is given: what ships, with the class in TypeScript. */
function folderOf({ manifest, bundle, interfaces, files }: Shipped): Entries {
	// The sources have been checked by our own, stricter compiler settings.
	const code = `// @ts-nocheck\n${bundle}export class ${CLASS} extends bundle.${CLASS}${implementing(interfaces)} {}\n`;
	return new Map([...files, [`${CLASS}.ts`, Buffer.from(code)], ['app.json', Buffer.from(JSON.stringify(manifest, null, 4))]]);
}

function implementing(interfaces: readonly string[]): string {
	return interfaces.length > 0 ? ` implements ${interfaces.join(', ')}` : '';
}

/**
 * The same with a class that can be read. Rocket.Chat's newer compilers take every `.ts` file for the app's own, resolve no
 * texts and nothing from npm, and run the app's modules one by one while they check them: one file has nothing of that.
 */
export async function readableFolder(): Promise<Entries> {
	const { manifest, bundle, interfaces, files } = await collect(false, 'readable');
	const { version } = JSON.parse(await read('node_modules/zod/package.json')) as { version: string };
	const head = [
		'// @ts-nocheck',
		'',
		`// ${manifest.name} ${manifest.version}: the whole app in one file. Made by a program, not written by hand.`,
		'//',
		`// It holds the modules of src/, the texts of i18n/ and zod ${version}, the only npm package in it, one after another, each below a line`,
		'// with its path. esbuild put them together: it took types and comments off, wrote the newest syntax in an older form, and gave a',
		'// number to names that two modules have. Nothing is shortened or hidden.',
		'//',
		'// The sources, with types and comments, are in sources.zip. `npm ci && npm run package -- --class` makes this file of them.',
		'',
		'',
	].join('\n');
	const declared = exchanged(bundle, new RegExp(`^var ${CLASS} = class extends (\\w+) \\{$`, 'gm'), `export class ${CLASS} extends $1${implementing(interfaces)} {`);
	const alone = exchanged(declared, new RegExp(`^export \\{\\n  ${CLASS}\\n\\};\\n`, 'gm'), '');
	// Where node_modules is linked from elsewhere, esbuild writes the way there.
	const placed = alone.replace(/^\/\/ (?:\.\.\/)+.*?(?=node_modules\/)/gm, '// ');
	// A compiler follows an import to the engine's types, and from them to packages that they need and do not name.
	const code = placed.replace(/^import \{ (.+) \} from ("[^"]+");$/gm, (_import, names: string, from: string) => `const { ${names.replace(/ as /g, ': ')} } = require(${from});`);
	if (/^import\b/m.test(code)) {
		throw new Error('esbuild wrote an import in a form that is not known here.');
	}
	return new Map([...files, [`${CLASS}.ts`, Buffer.from(head + code)], ['app.json', Buffer.from(JSON.stringify(manifest, null, 4))]]);
}

/** The code with one place changed: compilers look for a class that is exported where it is declared, which esbuild writes otherwise. */
function exchanged(code: string, place: RegExp, instead: string): string {
	if (code.match(place)?.length !== 1) {
		throw new Error(`esbuild wrote the class in a form that is not known here: ${String(place)} is not there once.`);
	}
	return code.replace(place, instead);
}

/**
 * What rc-apps makes of a folder.
 *
 * @param folder what lies in it, app.json among it
 */
export async function packWithCli(folder: Entries): Promise<Entries> {
	const stage = await makeStage(folder);
	try {
		const { nameSlug, version } = JSON.parse(String(folder.get('app.json'))) as Manifest;
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
		const taken = [...folder.keys()].filter((name) => name !== 'README.md' && !name.startsWith('.'));
		const expected = [...taken.map((name) => name.replace(/\.ts$/, '.js')), '.packagedby'];
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

/** A folder on the disk, with the three things that rc-apps looks for in an app's node_modules. */
async function makeStage(folder: Entries): Promise<string> {
	// The real path, since rc-apps cuts file names off by the length of the folder that it was started in.
	const stage = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'privacy-status-package-')));
	if (/node_modules|\.git|[\\/]dist[\\/]/.test(stage)) {
		throw new Error(`rc-apps skips files below ${stage}. Set TMPDIR to a path without node_modules, .git and dist.`);
	}
	const staged: Entries = new Map([
		...folder,
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

/** Milliseconds after which the packager is taken to hang. */
const PACKAGER_LIMIT = 300_000;

async function runCli(stage: string): Promise<string> {
	const cli = path.join(ROOT, 'node_modules', '@rocket.chat', 'apps-cli', 'bin', 'run');
	try {
		const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, 'package', '--verbose'], { cwd: stage, timeout: PACKAGER_LIMIT, killSignal: 'SIGKILL' });
		return `${stdout}${stderr}`;
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`rc-apps failed.\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
	}
}

/** Sorted, and with one time for all: the same entries always give the same bytes. */
export function zip(entries: Entries): Buffer {
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

/** The translations, in the order in which the app names its languages. */
async function packedTexts(): Promise<PackedTexts> {
	const source = await read('src/language/translated.ts');
	const languages = [...source.matchAll(/^\t'([\w-]+)': \(\) =>/gm)].map(([, language = '']) => language);
	return packTexts(new Map(await Promise.all(languages.map(async (language) => [language, JSON.parse(shippedTexts(await read(`i18n/${language}.json`))) as Record<string, string>] as const))));
}

/** Bytes of the code that are texts of the app, in all languages. */
export async function sizeOfTexts(): Promise<number> {
	return Buffer.byteLength(shippedTexts(await read('i18n/en.json'))) + sizeOfPacked(await packedTexts());
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

async function writeClass(): Promise<void> {
	const code = (await readableFolder()).get(`${CLASS}.ts`) ?? '';
	const target = path.join('dist', `${CLASS}.ts`);
	await fs.mkdir(path.join(ROOT, 'dist'), { recursive: true });
	await fs.writeFile(path.join(ROOT, target), code);
	console.log(`${target}: ${(code.length / 1000).toFixed(1)} kB`);
}

async function main(flags: string[]): Promise<void> {
	const unknown = flags.filter((flag) => !['--fast', '--fresh', '--class'].includes(flag));
	if (unknown.length > 0) {
		throw new Error(`Unknown: ${unknown.join(' ')}. There are --fast, --fresh and --class.`);
	}
	if (flags.includes('--class')) {
		await writeClass();
		return;
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
