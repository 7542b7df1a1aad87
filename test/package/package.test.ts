import AdmZip from 'adm-zip';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { AppPackageParser } from '@rocket.chat/apps-engine/server/compiler';
import { AppPermissions } from '@rocket.chat/apps-engine/server/permissions/AppPermissions';
import { LANGUAGES } from '../../src/language/languages';
import { TEXTS } from '../../src/language/texts';
import { APP_SETTINGS } from '../../src/settings/app-settings';
import { buildPackage, shippedTexts, sizeOfTexts } from '../../tools/package/package';
import { reachOf } from './reach';
import type { Reach } from './reach';
import { loadInSandbox } from './sandbox';

const ROOT = path.resolve(__dirname, '../..');
const CLASS = 'PrivacyStatusApp';
/** Kilobytes of code that the package may hold, unpacked. The English sentences count: they are about half of it. */
const LIMIT = 425;

/** Of what JavaScript has, and of what Node has beside it, all that the app may use. `globalThis` is an object of its own there (src/sandbox.ts). */
const HARMLESS = [
	...['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'WeakMap', 'WeakSet'],
	...['Infinity', 'NaN', 'decodeURIComponent', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined'],
	...['Buffer', 'clearTimeout', 'setTimeout'],
	...['exports', 'globalThis', 'module', 'require'],
];

interface Manifest {
	version: string;
	classFile: string;
	implements: string[];
	permissions: { name: string; hiddenSettings?: string[] }[];
}

const fromRepository = (name: string): Buffer => readFileSync(path.join(ROOT, name));
const json = (content: Buffer | string): unknown => JSON.parse(String(content));

describe('the package', () => {
	const appJsonBefore = fromRepository('app.json');
	let zip: Buffer;
	let entries: Map<string, Buffer>;
	let manifest: Manifest;

	const entry = (name: string): Buffer => {
		const content = entries.get(name);
		if (!content) {
			throw new Error(`The package has no ${name}.`);
		}
		return content;
	};

	beforeAll(async () => {
		zip = readFileSync(await buildPackage({ fast: false }));
		entries = new Map(new AdmZip(zip).getEntries().map((each) => [each.entryName, each.getData()]));
		manifest = json(entry('app.json')) as Manifest;
	});

	test('holds what the app needs and nothing else', () => {
		const languages = readdirSync(path.join(ROOT, 'i18n')).map((file) => `i18n/${file}`);
		expect([...entries.keys()].sort()).toEqual(
			[
				'.packagedby',
				'LICENSE.txt',
				`${CLASS}.js`,
				'THIRD-PARTY-LICENSES.txt',
				'app.json',
				...languages,
				'icon.png',
				'package.json',
			].sort(),
		);
	});

	test('was made by rc-apps', () => {
		expect(json(entry('.packagedby'))).toMatchObject({ tool: '@rocket.chat/apps-cli' });
	});

	test(`has less than ${LIMIT} kB of code, the texts of its languages apart`, async () => {
		const texts = await sizeOfTexts();
		expect(texts).toBeGreaterThan(50_000);
		expect(entry(`${CLASS}.js`).length - texts).toBeLessThan(LIMIT * 1000);
	});

	test('leaves out the texts that only the platform shows, and says none of them itself', () => {
		const code = String(entry(`${CLASS}.js`));
		expect(code.match(/["'`](?:settings_|matrix_)/g)).toBeNull();
		const shipped = JSON.parse(shippedTexts(JSON.stringify(Object.fromEntries(TEXTS)))) as object;
		const leftOut = [...TEXTS.keys()].filter((key) => !(key in shipped));
		expect(leftOut.length).toBeGreaterThan(20);
		// A command names its texts to the platform; everything else that names one would say it.
		const saying = code.replace(/i18n(?:Description|ParamsExample) ?= ?"ps_command_\w+"/g, '');
		expect(leftOut.filter((key) => saying.includes(`"${key}"`))).toEqual([]);
		expect(code).not.toContain(TEXTS.get('ps_own_domains_description'));
		expect(code).not.toContain(TEXTS.get('settings_none-unread'));
		expect(code).toContain(TEXTS.get('ps_own_domains'));
		const english = json(entry('i18n/en.json')) as Record<string, string>;
		expect(english['ps_own_domains_description']).toBe(TEXTS.get('ps_own_domains_description'));
		expect(english['ps_status_none-unread']).toBe(TEXTS.get('settings_none-unread'));
	});

	test('has in every language the label, description and options of each setting', () => {
		const wanted = APP_SETTINGS.flatMap(({ section, i18nLabel, i18nDescription, values }) => [section, i18nLabel, i18nDescription, ...(values ?? []).map((value) => value.i18nLabel)]);
		for (const language of LANGUAGES) {
			const texts = json(entry(`i18n/${language}.json`)) as Record<string, string>;
			expect(wanted.filter((key) => key !== undefined && (texts[key] ?? '') === '')).toEqual([]);
		}
	});

	test('is the same, byte for byte, when it is made again', async () => {
		const again = readFileSync(await buildPackage({ fast: false, fresh: true }));
		expect(again.equals(zip)).toBe(true);
	});

	test('leaves the app.json of the repository as it is', () => {
		expect(fromRepository('app.json').equals(appJsonBefore)).toBe(true);
	});

	test('names no folder of the machine it was made on', () => {
		const folders = [ROOT, os.homedir(), os.tmpdir(), realpathSync(os.tmpdir())].filter((folder) => folder.length > 4);
		for (const [name, content] of entries) {
			// A path inside Rocket.Chat's source may go through a folder of the same name; the machine's own begins where a path begins.
			const text = content.toString('latin1');
			const found = folders.filter((folder) => text.split(`${folder}${path.sep}`).slice(0, -1).some((before) => !/\w$/.test(before)));
			expect({ name, found }).toEqual({ name, found: [] });
		}
		expect(String(entry(`${CLASS}.js`))).not.toContain('node_modules');
	});

	test('carries the licence of what is bundled', () => {
		expect(String(entry('THIRD-PARTY-LICENSES.txt'))).toMatch(/^zod \d+\.\d+\.\d+$/m);
	});

	test('is read by the server as it is meant', async () => {
		const parsed = await new AppPackageParser().unpackageApp(zip);
		expect(Object.keys(parsed.files)).toEqual([`${CLASS}.js`]);
		expect(parsed.info.iconFileContent).toMatch(/^data:image\/png;base64,/);
		expect(Object.keys(parsed.languageContent)).toContain('en');
		expect(Object.entries(parsed.implemented.toJSON()).filter(([, is]) => is).map(([name]) => name).sort()).toEqual(declared());
	});

	test('the quick package differs from the real one in how it was made only', async () => {
		const quick = new AdmZip(await buildPackage({ fast: true, fresh: true }));
		const differing = quick
			.getEntries()
			.filter((each) => !entries.get(each.entryName)?.equals(each.getData()))
			.map((each) => each.entryName);
		expect(quick.getEntries()).toHaveLength(entries.size);
		expect(differing.filter((name) => name !== '.packagedby' && name !== `${CLASS}.js`)).toEqual([]);
	});

	describe('its manifest', () => {
		test('differs from the one in the repository by the place of the class only', () => {
			expect(manifest).toEqual({ ...(json(appJsonBefore) as Manifest), classFile: `${CLASS}.ts` });
		});

		test('names a class file that is there', () => {
			const { classFile } = json(appJsonBefore) as Manifest;
			expect(existsSync(path.join(ROOT, classFile))).toBe(true);
		});

		test('lists the interfaces that the class declares', () => {
			expect([...manifest.implements].sort()).toEqual(declared());
		});

		test('has the version of package.json and of the newest entry of the changelog', () => {
			const newest = /^## \[?v?(\d+\.\d+\.\d+[^\]\s]*)/m.exec(String(fromRepository('CHANGELOG.md')))?.[1];
			const { version } = json(fromRepository('package.json')) as { version: string };
			expect({ manifest: manifest.version, changelog: newest }).toEqual({ manifest: version, changelog: version });
		});

		test('asks for permissions that the engine knows, each once', () => {
			const known = Object.values(AppPermissions).flatMap((scope) => Object.values(scope).map(({ name }) => name));
			const asked = manifest.permissions.map(({ name }) => name);
			// Without a list, an app gets thirty permissions.
			expect(asked.length).toBeGreaterThan(0);
			expect(asked.filter((name) => !known.includes(name))).toEqual([]);
			expect(asked).toEqual([...new Set(asked)]);
		});

		test('asks for no network and for no change of the server or its users', () => {
			const asked = manifest.permissions.map(({ name }) => name);
			expect(asked.filter((name) => /^networking|^server-setting\.write|^user\.write|^role\.write|^cloud\./.test(name))).toEqual([]);
		});

		test('every permission, and every hidden setting that it opens, is explained in the README', () => {
			const readme = String(fromRepository('README.md'));
			const asked = manifest.permissions.flatMap(({ name, hiddenSettings = [] }) => [name, ...hiddenSettings]);
			expect(asked.filter((word) => !readme.includes(`\`${word}\``))).toEqual([]);
		});
	});

	describe('its icon', () => {
		test('is a PNG of 256 by 256 without transparency', () => {
			const icon = entry('icon.png');
			expect(icon.subarray(1, 4).toString('latin1')).toBe('PNG');
			expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
			const RGB = 2;
			expect(icon[25]).toBe(RGB);
			expect(icon.includes('tRNS')).toBe(false);
		});
	});

	describe('its code', () => {
		let reach: Reach;

		beforeAll(() => {
			reach = reachOf(String(entry(`${CLASS}.js`)));
		});

		test('loads under the rules of the sandbox, and its first export is the app', async () => {
			const { exports } = await loadInSandbox(String(entry(`${CLASS}.js`)));
			const AppClass = Object.values(exports)[0] as new (info: unknown, logger: unknown) => { getName(): string; getID(): string };
			// Two arguments, the second a stand-in: that is how rc-apps tries it. A constructor must not need more.
			const app = new AppClass({ ...manifest, author: {} }, { debug: () => undefined });
			expect(app.getName()).toBe('Privacy Status');
			expect(app.getID()).toBe((json(appJsonBefore) as { id: string }).id);
		});

		test('makes no code from strings while it loads', async () => {
			const { codeFromStrings } = await loadInSandbox(String(entry(`${CLASS}.js`)));
			expect(codeFromStrings).toBe(0);
		});

		// reach.test.ts shows that the ways to a connection are found where they are.
		test('asks for the definitions of the engine and for two modules that open no connection, and for no other', async () => {
			expect(reach.modules.filter((name) => !name.startsWith('@rocket.chat/apps-engine/definition/'))).toEqual(['crypto', 'url']);
			// What was read is what happens; the sandbox itself asks for `buffer`.
			const { required } = await loadInSandbox(String(entry(`${CLASS}.js`)));
			expect([...new Set(required)].filter((name) => name !== 'buffer').sort()).toEqual(reach.modules);
		});

		test('uses of its surroundings only what opens no connection, starts nothing and makes no code', () => {
			const { names, objections } = reach;
			expect({ others: names.filter((name) => !HARMLESS.includes(name)), objections }).toEqual({ others: [], objections: [] });
		});

		test('is run as it is: servers change code that speaks of these', () => {
			// sanitizeDeprecatedUsage.ts, in the engine's runtimes.
			expect(String(entry(`${CLASS}.js`))).not.toMatch(/\.usernames\b|\.isOnline\(|\.createToken\(/);
		});

		test('the sandbox of these tests does notice a wrong import, a missing global and code from strings', async () => {
			await expect(loadInSandbox("require('child_process')")).rejects.toThrow('Module child_process is not allowed');
			await expect(loadInSandbox('globalThis.anything')).rejects.toThrow('undefined');
			const attempts = "for (const make of [Function, eval, (() => {}).constructor]) { try { make('1'); } catch {} }";
			expect((await loadInSandbox(attempts)).codeFromStrings).toBe(3);
		});
	});
});

/** The interfaces that the class declares, read by TypeScript, sorted. */
function declared(): string[] {
	const source = ts.createSourceFile('app.ts', String(fromRepository(`src/${CLASS}.ts`)), ts.ScriptTarget.Latest);
	const app = source.statements.find((node): node is ts.ClassDeclaration => ts.isClassDeclaration(node) && node.name?.text === CLASS);
	const clause = app?.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
	return (clause?.types ?? []).map(({ expression }) => expression.getText(source)).sort();
}

test('the cache of packages lies where npm ci clears it', async () => {
	const built = await buildPackage({ fast: true });
	expect(path.relative(ROOT, built).split(path.sep).slice(0, 3)).toEqual(['node_modules', '.cache', 'privacy-status']);
	expect(statSync(built).size).toBeGreaterThan(0);
});
