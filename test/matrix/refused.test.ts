import { readFileSync } from 'node:fs';

import manifest from '../../app.json';
import { buildPackage } from '../../tools/package/package';
import { told, unhurried } from '../doors/installed';
import { callDoor, codeOf, makeToken } from '../doors/scripts';
import { settled, statusShown } from '../doors/status-shown';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine, Workspace } from '../../tools/host';
import { BUTTONS, COMMANDS, expectAnswer, expectButtons, knockEverywhere, offered } from './ways-in';

const plain = readWorkspace('self-managed-registered');
const FAILED = /^Privacy Status could not finish this\. Please try again/;
const NO_FILE = /^It could not be sent to you as a file: (?:the workspace did not take the upload|no direct message from this app could be opened)\./;

async function ask(engine: Engine, text: string, as = 'admin'): Promise<string[]> {
	const before = told(engine, as).length;
	await engine.command({ as, text });
	return told(engine, as)
		.slice(before)
		.map((message) => message.text);
}

/** No file came, the first words say so, and the answer itself stands in text behind them. */
async function expectTextInsteadOfFile(engine: Engine): Promise<void> {
	const texts = (await ask(engine, '/privacy-status export json')).filter((text) => !text.startsWith('Good to know'));
	expect(texts[0]).toMatch(NO_FILE);
	expect(texts.join('\n')).toContain('*Deployment:* Self-managed — likely, detected');
	expect(texts.join('\n')).not.toContain('is in your direct messages');
	expect(engine.server.files()).toEqual([]);
}

async function expectFile(engine: Engine): Promise<void> {
	expect((await ask(engine, '/privacy-status export json')).at(-1)).toContain('is in your direct messages');
	expect(engine.server.files()).toHaveLength(1);
}

interface Refusal {
	permission: string;
	/** What is lost, and what is left. */
	title: string;
	workspace?: Workspace;
	/** Whether `/privacy-status` tells its verdict all the same. */
	tells?: false;
	check(engine: Engine): Promise<void>;
}

const REFUSALS: Refusal[] = [
	{
		permission: 'slashcommand',
		title: 'there are no commands, and the menus open what they name',
		tells: false,
		check: async (engine) => {
			expect(offered(engine)).toEqual({ commands: [], buttons: BUTTONS });
			await expectButtons(engine);
		},
	},
	{
		permission: 'server-setting.read',
		title: 'what settings decide is unknown, and nothing is said to be off',
		tells: false,
		check: async (engine) => {
			const [status = ''] = await ask(engine, '/privacy-status text');
			expect(status).toMatch(/^⚪ No setting could be read: most likely a permission was not granted\n\n\*Do this first\*\n\*1\. Let the app read the settings\*/);
			expect(status).not.toMatch(/not registered|: no\b(?! answer)|\boff\b/);
			const shown = statusShown(engine);
			expect(shown['status_summary']).toBe('⚪ No setting could be read: most likely a permission was not granted');
			expect(Object.values(shown).filter((label) => label === '' || /nobody|^no\b|not registered/i.test(label))).toEqual([]);
			// What no setting decides: no flow that the app knows carries app data to third parties.
			expect([shown['status_app-data'], shown['status_account-data']]).toEqual(['⚪ could not find out: Rocket.Chat', '⚪ could not find out: Rocket.Chat, third parties, anyone']);
			expect((await ask(engine, '/privacy-status flows off')).join('\n')).not.toMatch(/^- /m);
			expect((await ask(engine, '/privacy-notice text', 'member')).join('\n')).toContain('*We cannot yet say which privacy notice applies here*');
			expect((await ask(engine, '/server-lookup chat.example.org', 'member'))[0]).toMatch(/^Could not find out offline: /);
			await ask(engine, '/privacy-status export json');
			const report = JSON.parse(engine.server.files()[0]?.content.toString('utf8') ?? '') as { flows: { state: string }[]; exposure: { party: string; state: string }[] };
			expect(report.flows.filter(({ state }) => state === 'off')).toEqual([]);
			expect(report.exposure.filter(({ party, state }) => party === 'rocket-chat' && state === 'no')).toEqual([]);
		},
	},
	{
		permission: 'message.write',
		title: 'nothing can be told in a room, whatever is asked; the panel, the files and the settings page remain',
		tells: false,
		check: async (engine) => {
			await knockEverywhere(engine);
			await ask(engine, '/privacy-status export json');
			expect([...told(engine, 'admin'), ...told(engine, 'member')]).toEqual([]);
			expect(JSON.stringify(engine.server.surfaces('admin').map(({ view }) => view.blocks))).toContain('*Where it runs*\\nSelf-managed (likely)');
			expect(engine.server.files()).toHaveLength(1);
			expect(statusShown(engine)['status_summary']).toBe('Self-managed (likely, detected)');
		},
	},
	{
		permission: 'ui.interact',
		title: 'nothing opens, neither from a command nor from a menu, and the commands answer in text',
		check: async (engine) => {
			for (const command of COMMANDS) {
				await expectAnswer(engine, command);
			}
			await knockEverywhere(engine);
			expect([...engine.server.surfaces('admin'), ...engine.server.surfaces('member')]).toEqual([]);
		},
	},
	{
		permission: 'ui.registerButtons',
		title: 'the menus have no entry, and the commands answer',
		check: async (engine) => {
			expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: [] });
			for (const command of COMMANDS) {
				await expectAnswer(engine, command);
			}
		},
	},
	{
		permission: 'env.read',
		title: 'a declaration in the environment is not seen, and is not said to be absent',
		workspace: readWorkspace('air-gapped-by-environment'),
		tells: false,
		check: async (engine) => {
			const texts = (await ask(engine, '/privacy-status text')).join('\n');
			expect(texts).toContain('*Deployment:*');
			expect(texts).not.toMatch(/declared/i);
		},
	},
	{ permission: 'upload.write', title: 'no report comes as a file, which it says, and answers in text', check: expectTextInsteadOfFile },
	{ permission: 'room.read', title: 'no report comes as a file, which it says, and answers in text', check: expectTextInsteadOfFile },
	{ permission: 'room.write', title: 'no report comes as a file, which it says, and answers in text', check: expectTextInsteadOfFile },
	{
		permission: 'role.read',
		title: 'no role is called missing, and one that cannot be looked up lets nobody in',
		check: async (engine) => {
			await engine.saveAppSettings({ allowed_roles: 'admin, privacy-officers' });
			expect(engine.appSettings()['allowed_roles']?.value).toBe('admin, privacy-officers');
			await settled(engine);
			expect(statusShown(engine)['status_objections']).toBe('None.');
			expect((await ask(engine, '/privacy-status', 'member'))[0]).toMatch(/^You have no role that may see/);
			expect((await ask(engine, '/privacy-status text')).join('\n')).toContain('*Deployment:*');
		},
	},
	{
		permission: 'api',
		title: 'scripts find nothing, with a token or without',
		check: async (engine) => {
			const token = await makeToken(engine, 'nightly');
			expect([(await callDoor(engine, token)).status, (await callDoor(engine, null)).status]).toEqual([404, 404]);
		},
	},
	{
		permission: 'persistence',
		title: 'no token can be made, none is said not to exist, and reports come as files',
		check: async (engine) => {
			for (const words of ['create nightly', 'list', 'revoke nightly']) {
				expect(await ask(engine, `/privacy-status token ${words}`)).toEqual([expect.stringMatching(FAILED)]);
			}
			const answer = await callDoor(engine, null);
			expect([answer.status, codeOf(answer)]).toEqual([500, 'failed']);
			await expectFile(engine);
			expect(engine.server.persistence()).toEqual([]);
		},
	},
	{
		permission: 'user.read',
		title: 'no token opens, and no maker of one is said to be gone',
		check: async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const answer = await callDoor(engine, token);
			expect([answer.status, codeOf(answer)]).toEqual([500, 'failed']);
			const list = (await ask(engine, '/privacy-status token list')).join('\n');
			expect(list).toContain('`nightly`, created on ');
			expect(list).not.toContain('cannot be found');
			await expectFile(engine);
		},
	},
	{
		permission: 'scheduler',
		title: 'nobody looks daily, which the log says, and reports come as files',
		check: async (engine) => {
			await engine.saveAppSettings({ monitoring: 'daily' });
			await settled(engine);
			expect(engine.server.logs().map(({ text }) => text)).toContainEqual(expect.stringMatching(/lacks the following permissions:[^]*scheduler/));
			await expectFile(engine);
		},
	},
];

test('every permission of the manifest is refused once', () => {
	expect(REFUSALS.map(({ permission }) => permission).sort()).toEqual(manifest.permissions.map(({ name }) => name).sort());
});

test.each(REFUSALS)('without $permission, $title', async ({ permission, workspace = plain, tells = true, check }) => {
	const engine = await startEngine({ ...workspace, permissionsRefused: [permission] }, unhurried());
	try {
		await engine.install(readFileSync(await buildPackage()));
		expect(await engine.status()).toBe('manually_enabled');
		if (tells) {
			await expectAnswer(engine, 'privacy-status');
			expect((await ask(engine, '/privacy-status text')).join('\n')).toContain('*Deployment:* Self-managed — likely, detected');
		}
		await check(engine);
		// It went on to the end: the sandbox is the one that it was, and takes the next request.
		expect(await engine.status()).toBe('manually_enabled');
		expect(engine.server.logs().filter(({ method }) => method === 'runtime:restart')).toEqual([]);
	} finally {
		await engine.stop();
	}
});
