import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../..');

/** A file that is not there, in the midst of the sources. */
const ASIDE = path.join(ROOT, 'src', 'aside.ts');

/** A project of the compiler with one more file, that holds this text. */
function programOf(config: string, text: string): ts.Program {
	const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
	const project = ts.getParsedCommandLineOfConfigFile(path.join(ROOT, config), undefined, host);
	if (project === undefined) {
		throw new Error(`${config} cannot be read.`);
	}
	const files = ts.createCompilerHost(project.options);
	return ts.createProgram({
		rootNames: [...project.fileNames, ASIDE],
		options: project.options,
		host: {
			...files,
			fileExists: (name) => name === ASIDE || files.fileExists(name),
			getSourceFile: (name, version) => (name === ASIDE ? ts.createSourceFile(name, text, version) : files.getSourceFile(name, version)),
		},
	});
}

function objections(program: ts.Program): string[] {
	return program.getSemanticDiagnostics(program.getSourceFile(ASIDE)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** `getBySipExtension` came after 1.62. */
const TEXT = `
import type { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
export const newer = (users: IUserRead) => users.getBySipExtension('1');
export const never = (users: IUserRead) => users.getByNothing();
`;

describe('`npm run types` checks the sources against the newest definitions', () => {
	const newest = programOf('tsconfig.newest.json', TEXT);

	test('which alone are behind every import of the engine', () => {
		const folders = newest.getSourceFiles().map(({ fileName }) => /node_modules\/((?:@rocket\.chat\/)?apps-engine[^/]*)\//.exec(fileName)?.[1]);
		expect([...new Set(folders)].filter((folder) => folder !== undefined)).toEqual(['apps-engine-1.66']);
	});

	test('knows what came with them, and objects to what they do not have', () => {
		expect(objections(newest)).toEqual(["Property 'getByNothing' does not exist on type 'IUserRead'."]);
		expect(objections(programOf('tsconfig.app.json', TEXT))).toHaveLength(2);
	});
});
