import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const ENGINE = '@rocket.chat/apps-engine/definition/accessors';

/** A file that imports something, and the rule that should object; none where the import is fine. */
type Case = [what: string, file: string, text: string, rule?: string];

const ARROWS = 'house/room-arrows';

const LIMITS = 'house/limited-calls';

const lending = "import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';\nimport { appUser } from '../../workspace/accounts';\nimport { limited } from '../../workspace/timeout';\nexport const known = [appUser, limited];\n";

const CASES: Case[] = [
	['a door reads everything', 'src/doors/status/command.ts', uses('../../show/as/panel', '../../posture/assess', ENGINE)],
	['posture reads the catalogue', 'src/posture/assess.ts', uses('../catalogue/server-settings', './host')],
	['posture takes the types of signals', 'src/posture/assess.ts', typesOf('../workspace/signals')],
	['posture does not read a workspace', 'src/posture/assess.ts', uses('../workspace/read-workspace'), ARROWS],
	['posture does not show', 'src/posture/assess.ts', uses('../show/as/panel'), ARROWS],
	['posture does not know the types of what is shown', 'src/posture/assess.ts', typesOf('../show/as/panel'), ARROWS],
	['posture does not know the types of the engine', 'src/posture/assess.ts', typesOf(ENGINE), ARROWS],
	['what is shown takes types of the engine', 'src/show/as/panel.ts', typesOf('@rocket.chat/apps-engine/definition/uikit')],
	['what is shown runs without the engine', 'src/show/as/panel.ts', uses('@rocket.chat/apps-engine/definition/uikit'), ARROWS],
	['what is shown does not re-export from the engine', 'src/show/as/panel.ts', `export * from '${ENGINE}';`, ARROWS],
	['a form knows what is told', 'src/show/as/markdown.ts', uses('../tell/outline', '../formats')],
	['what is told knows no form', 'src/show/tell/outline.ts', uses('../as/html'), ARROWS],
	['what is told does not know a workspace', 'src/show/tell/outline.ts', typesOf('../../workspace/signals'), ARROWS],
	['the common ground of the doors knows none of them', 'src/doors/asking/answer.ts', uses('../status/panel'), ARROWS],
	['a door knows the common ground', 'src/doors/lookup/command.ts', uses('../asking/answer')],
	['a door does not know another one', 'src/doors/lookup/command.ts', uses('../status/panel'), ARROWS],
	['a new room within the doors must be declared', 'src/doors/attic/box.ts', uses('../asking/answer'), ARROWS],
	['the catalogue knows no language', 'src/catalogue/notices.ts', typesOf('../language/statement'), ARROWS],
	['the workspace does not decide', 'src/workspace/read-settings.ts', uses('../posture/assess'), ARROWS],
	['the catalogue reads nothing that decides', 'src/catalogue/flows/push.ts', uses('../../posture/condition'), ARROWS],
	['a catalogue file named like a room is no room', 'src/catalogue/flows/push.ts', uses('../settings')],
	['nobody opens a door from inside', 'src/store/snapshots.ts', uses('../doors/status/command'), ARROWS],
	['nobody reaches back to the front door', 'src/show/as/panel.ts', uses('../../PrivacyStatusApp'), ARROWS],
	['a late import is an import', 'src/posture/assess.ts', "void import('../doors/status/command');", ARROWS],
	['a new room must be declared', 'src/attic/box.ts', uses('../catalogue/server-settings'), ARROWS],
	['only where the platform calls the app, it is lent something', 'src/doors/notice/menu.ts', "import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';\nexport type Used = IHttp;\n", LIMITS],
	['what is lent has no limit yet', 'src/doors/daily/jobs.ts', `${lending}export const job = async (read: IRead): Promise<unknown> => read.getUserReader().getAppUser();\n`, LIMITS],
	['what is lent is not handed on without one', 'src/doors/daily/jobs.ts', `${lending}export const job = async (read: IRead): Promise<unknown> => appUser({ ...read });\n`, LIMITS],
	['what is lent gets its limit first', 'src/doors/daily/jobs.ts', `${lending}export const job = async (read: IRead): Promise<unknown> => appUser(limited(read));\n`],
	['a room has a name', 'src/utils/text.ts', 'export {};', 'house/named-rooms'],
	['a file has a name', 'test/posture/helpers.ts', 'export {};', 'house/named-rooms'],
	['the app asks no network', 'src/doors/status/command.ts', "void fetch('https://example.org');", 'no-restricted-globals'],
	['the app opens no connection', 'src/doors/status/command.ts', uses('net'), '@typescript-eslint/no-restricted-imports'],
	['zod is imported in its small form', 'src/show/as/report-schema.ts', uses('zod'), '@typescript-eslint/no-restricted-imports'],
	['zod/mini may be imported', 'src/show/as/report-schema.ts', uses('zod/mini')],
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

describe('every arrow that is allowed', () => {
	/** What rooms import of one another now: `from to`, and with a room within a room `room/from room/to`. */
	const arrows = new Set(
		readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.flatMap((file) => {
				const own = path.dirname(file).split(path.sep);
				return [...readFileSync(path.join(ROOT, 'src', file), 'utf8').matchAll(/ from '(\.[^']*)'/g)].flatMap(([, specifier = '']) => {
					const other = path.join(path.dirname(file), specifier).split(path.sep);
					return own[0] === other[0] ? [`${own.slice(0, 2).join('/')} ${other.slice(0, 2).join('/')}`] : [`${own[0] ?? ''} ${other[0] ?? ''}`];
				});
			}),
	);

	test('is used', () => {
		const { ROOMS, INNER_ROOMS } = JSON.parse(
			spawnSync(process.execPath, ['--input-type=module', '-e', "import { ROOMS, INNER_ROOMS } from './tools/lint/house-rules.mjs'; console.log(JSON.stringify({ ROOMS, INNER_ROOMS }));"], {
				cwd: ROOT,
				encoding: 'utf8',
			}).stdout,
		) as { ROOMS: Record<string, { reads: string[]; types?: string[] }>; INNER_ROOMS: Record<string, Record<string, string[]>> };
		const allowed = [
			...Object.entries(ROOMS).flatMap(([from, { reads, types = [] }]) => [...reads, ...types].map((to) => `${from} ${to}`)),
			...Object.entries(INNER_ROOMS).flatMap(([room, inner]) => Object.entries(inner).flatMap(([from, reads]) => reads.map((to) => `${room}/${from} ${room}/${to}`))),
		];
		expect(allowed.length).toBeGreaterThan(20);
		expect(allowed.filter((arrow) => !arrows.has(arrow))).toEqual([]);
	});
});
