import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

import AdmZip from 'adm-zip';
import ts from 'typescript';
import { AppPackageParser } from '@rocket.chat/apps-engine/server/compiler';

import { SANDBOX_MODULES, packWithCli, zip } from '../../tools/package/package';
import type { Entries } from '../../tools/package/package';
import { sourcePackage } from '../../tools/release/source';
import { submissionPackage } from '../../tools/release/submission';
import { loadInSandbox } from '../package/sandbox';

const ROOT = path.resolve(__dirname, '../..');
const CLASS = 'PrivacyStatusApp';
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'app.json'), 'utf8')) as { requiredApiVersion: string; implements: string[] };

let submission: Buffer;
let entries: Entries;
let code: string;

beforeAll(async () => {
	submission = await submissionPackage(ROOT);
	entries = new Map(new AdmZip(submission).getEntries().map((entry) => [entry.entryName, entry.getData()]));
	code = String(entries.get(`${CLASS}.ts`));
});

test('it holds the generated class, the sources, and what a compiler and a reviewer need, and nothing else', () => {
	const languages = readdirSync(path.join(ROOT, 'i18n')).map((file) => `i18n/${file}`);
	expect([...entries.keys()].sort()).toEqual(
		['.rcappsconfig', 'LICENSE.txt', `${CLASS}.ts`, 'README.md', 'THIRD-PARTY-LICENSES.txt', 'app.json', ...languages, 'icon.png', 'package.json', 'sources.zip'].sort(),
	);
});

test('it is the same, byte for byte, when it is made again', async () => {
	expect((await submissionPackage(ROOT)).equals(submission)).toBe(true);
});

test('the sources in it are the source package', () => {
	expect(entries.get('sources.zip')?.equals(sourcePackage(ROOT))).toBe(true);
});

test('its manifest differs from that of the repository by the place of the class only', () => {
	expect(JSON.parse(String(entries.get('app.json')))).toEqual({ ...manifest, classFile: `${CLASS}.ts` });
});

test('its package.json names what a compiler looks for, and no engine lower than the manifest asks for', () => {
	const { devDependencies, ...rest } = JSON.parse(String(entries.get('package.json'))) as { devDependencies: Record<string, string> };
	expect(rest).not.toHaveProperty('dependencies');
	expect(Object.keys(devDependencies).sort()).toEqual(['@rocket.chat/apps-engine', '@types/node', 'typescript']);
	expect(devDependencies['@rocket.chat/apps-engine']).toMatch(new RegExp(`^>=${manifest.requiredApiVersion.replace('^', '')} <=`));
});

test('its README names every file, and what it says to run is there', () => {
	const readme = String(entries.get('README.md'));
	for (const name of [...entries.keys()].filter((each) => !each.startsWith('i18n/') && each !== 'README.md')) {
		expect(readme).toContain(`\`${name}\``);
	}
	const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
	expect([...readme.matchAll(/npm run (\w+)/g)].map(([, name]) => scripts[name ?? ''] !== undefined)).toEqual([true, true]);
});

describe('its class', () => {
	const file = (): ts.SourceFile => ts.createSourceFile(`${CLASS}.ts`, code, ts.ScriptTarget.Latest, true);

	/** Every module that the code names in `require(…)`, `import …` or `import(…)`; `?` where the name is no text. */
	function asked(source: ts.SourceFile): string[] {
		const names: string[] = [];
		const visit = (node: ts.Node): void => {
			if (ts.isImportDeclaration(node) || ts.isImportEqualsDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)) {
				names.push(`import: ${node.getText(source)}`);
			}
			if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(source) === 'require')) {
				const [name] = node.arguments;
				names.push(name !== undefined && ts.isStringLiteral(name) ? name.text : '?');
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
		return [...new Set(names)];
	}

	test('asks for the definitions of the engine and for modules that its sandbox allows, and for no other', () => {
		const names = asked(file());
		expect(names).toContain('@rocket.chat/apps-engine/definition/App');
		expect(names.filter((name) => !name.startsWith('@rocket.chat/apps-engine/definition/') && !SANDBOX_MODULES.includes(name))).toEqual([]);
		expect(asked(ts.createSourceFile('x.ts', 'import x from "zod"; require(x); import("a");', ts.ScriptTarget.Latest, true))).toHaveLength(3);
	});

	test('exports one thing: the class, with the interfaces that the manifest lists', () => {
		const exported = file().statements.filter((statement) => ts.isExportDeclaration(statement) || ts.isExportAssignment(statement) || (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)));
		expect(exported).toHaveLength(1);
		const [only] = exported;
		if (only === undefined || !ts.isClassDeclaration(only)) {
			throw new Error('What is exported is no class.');
		}
		expect(only.name?.text).toBe(CLASS);
		const implemented = only.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)?.types.map((type) => type.getText());
		expect(implemented).toEqual(manifest.implements);
	});

	test('can be read: a line with the path of each module, names as in the sources, one text in a line', () => {
		expect(code).toMatch(/^\/\/ @ts-nocheck\n/);
		const banners = [...code.matchAll(/^\/\/ (src\/\S+\.ts|i18n\/\S+\.json)$/gm)].map(([, name]) => name ?? '');
		expect(new Set(banners).size).toBeGreaterThan(150);
		expect(banners).toEqual(expect.arrayContaining(['src/posture/judge.ts', 'src/workspace/read-workspace.ts', 'src/doors/status/command.ts', 'src/language/translated.ts']));
		expect(code).toMatch(/^function judge\(/m);
		expect(code.split('\n').length).toBeGreaterThan(15_000);
		// The longest lines are texts.
		expect(code.split('\n').filter((line) => line.length > 1000 && !/^ *"/.test(line))).toEqual([]);
	});

	// The newer compilers (0.5.1, 0.7.0) try it so: in an empty realm, with what `exports` and `require` give; what their list lacks is undefined.
	test('can be made where there is nothing but the language, the engine’s definitions and a few modules', () => {
		const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.CommonJS } });
		const exports: Record<string, unknown> = {};
		const known = (name: string): unknown => (name.startsWith('@rocket.chat/apps-engine/definition/') || SANDBOX_MODULES.includes(name) ? (require(name) as unknown) : undefined);
		const last: unknown = vm.runInContext(outputText, vm.createContext({ exports, require: known }));
		expect(Object.keys(exports)).toEqual([CLASS]);
		// Of a module with one export they take the value of the last line.
		expect(last).toBe(exports[CLASS]);
		const AppClass = last as new (info: unknown, logger: unknown) => { getName(): string };
		expect(new AppClass({ name: 'Tried', requiredApiVersion: '', author: { name: '' } }, { debug: () => undefined }).getName()).toBe('Tried');
	});
});

test('a server refuses it, as it refuses the sources, and says what is missing', async () => {
	await expect(new AppPackageParser().unpackageApp(submission)).rejects.toThrow('Could not find the classFile');
});

test('rc-apps compiles it, the server reads it, and it loads in the sandbox', async () => {
	const compiled = await packWithCli(entries);
	const parsed = await new AppPackageParser().unpackageApp(zip(compiled));
	expect(Object.keys(parsed.files)).toEqual([`${CLASS}.js`]);
	expect(Object.entries(parsed.implemented.toJSON()).filter(([, is]) => is).map(([name]) => name)).toEqual(manifest.implements);
	expect(compiled.get('app.json')?.equals(entries.get('app.json') ?? Buffer.alloc(0))).toBe(true);
	const { exports, codeFromStrings } = await loadInSandbox(String(compiled.get(`${CLASS}.js`)));
	expect({ exported: Object.keys(exports), codeFromStrings }).toEqual({ exported: [CLASS], codeFromStrings: 0 });
});
