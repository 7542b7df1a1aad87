import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const ENGINE = '@rocket.chat/apps-engine/definition/accessors';

/** A file that imports something, and the rule that should object; none where the import is fine. */
type Case = [what: string, file: string, text: string, rule?: string];

const ARROWS = 'house/room-arrows';

const CASES: Case[] = [
	['a door reads everything', 'src/doors/commands/status.ts', uses('../../views/panel', '../../posture/assess', ENGINE)],
	['posture reads the catalogue', 'src/posture/assess.ts', uses('../catalogue/settings', './host')],
	['posture takes the types of signals', 'src/posture/assess.ts', typesOf('../workspace/signals')],
	['posture does not read a workspace', 'src/posture/assess.ts', uses('../workspace/read-workspace'), ARROWS],
	['posture does not render', 'src/posture/assess.ts', uses('../views/panel'), ARROWS],
	['posture does not know the types of views', 'src/posture/assess.ts', typesOf('../views/panel'), ARROWS],
	['posture does not know the types of the engine', 'src/posture/assess.ts', typesOf(ENGINE), ARROWS],
	['a view takes types of the engine', 'src/views/panel.ts', typesOf('@rocket.chat/apps-engine/definition/uikit')],
	['a view runs without the engine', 'src/views/panel.ts', uses('@rocket.chat/apps-engine/definition/uikit'), ARROWS],
	['a view does not re-export from the engine', 'src/views/panel.ts', `export * from '${ENGINE}';`, ARROWS],
	['a report does not know views', 'src/report/markdown.ts', uses('../views/panel'), ARROWS],
	['a report does not know a workspace', 'src/report/markdown.ts', typesOf('../workspace/signals'), ARROWS],
	['the workspace does not decide', 'src/workspace/read-settings.ts', uses('../posture/assess'), ARROWS],
	['the catalogue reads nothing that decides', 'src/catalogue/flows/push.ts', uses('../../posture/condition'), ARROWS],
	['a catalogue file named like a room is no room', 'src/catalogue/flows/push.ts', uses('../settings')],
	['nobody opens a door from inside', 'src/store/snapshots.ts', uses('../doors/commands/status'), ARROWS],
	['nobody reaches back to the front door', 'src/views/panel.ts', uses('../PrivacyStatusApp'), ARROWS],
	['a late import is an import', 'src/posture/assess.ts', "void import('../doors/commands/status');", ARROWS],
	['a new room must be declared', 'src/attic/box.ts', uses('../catalogue/settings'), ARROWS],
	['a room has a name', 'src/utils/text.ts', 'export {};', 'house/named-rooms'],
	['a file has a name', 'test/posture/helpers.ts', 'export {};', 'house/named-rooms'],
	['the app asks no network', 'src/doors/commands/status.ts', "void fetch('https://example.org');", 'no-restricted-globals'],
	['the app opens no connection', 'src/doors/commands/status.ts', uses('net'), '@typescript-eslint/no-restricted-imports'],
	['zod is imported in its small form', 'src/report/schema.ts', uses('zod'), '@typescript-eslint/no-restricted-imports'],
	['zod/mini may be imported', 'src/report/schema.ts', uses('zod/mini')],
	['posture knows no clock', 'src/posture/assess.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
	['any is no type', 'src/posture/assess.ts', 'export const anything = (value: any) => value;', '@typescript-eslint/no-explicit-any'],
	[
		'nothing is asserted to be there',
		'src/posture/assess.ts',
		'export const first = (values: string[]) => values[0]!;',
		'@typescript-eslint/no-non-null-assertion',
	],
];

function uses(...specifiers: string[]): string {
	return specifiers.map((specifier, i) => `import * as part${i} from '${specifier}';\nexport const used${i} = part${i};\n`).join('');
}

function typesOf(specifier: string): string {
	return `import type { Thing } from '${specifier}';\nexport type Used = Thing;\n`;
}

describe('lint rules', () => {
	let answers: string[][];

	beforeAll(() => {
		const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, 'lint-texts.mjs')], {
			cwd: ROOT,
			encoding: 'utf8',
			input: JSON.stringify(CASES.map(([, file, text]) => ({ file: path.join(ROOT, file), text }))),
		});
		expect(stderr).toBe('');
		answers = JSON.parse(stdout) as string[][];
	});

	test.each(CASES.map((aCase, index) => ({ what: aCase[0], rule: aCase[3], index })))('$what', ({ rule, index }) => {
		expect(answers[index]).toEqual(rule ? [rule] : []);
	});
});
