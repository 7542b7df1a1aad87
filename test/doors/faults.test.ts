import { readFileSync } from 'node:fs';

import AdmZip from 'adm-zip';

import { ROOM_MENU_ACTION, USER_MENU_ACTION } from '../../src/show/as/panel-actions';
import { readWorkspace, startEngine } from '../../tools/host';
import type { CallFault, Engine } from '../../tools/host';
import { buildPackage } from '../../tools/package/package';
import { told, unhurried } from './installed';
import { callDoor, makeToken } from './scripts';

/** Limits that pass sooner, so that what hangs for ever is given up while a test waits, and no sooner than a busy machine answers. The order among them stays. */
async function hurried(): Promise<Buffer> {
	const zip = new AdmZip(readFileSync(await buildPackage()));
	const entry = zip.getEntries().find(({ entryName }) => entryName === 'PrivacyStatusApp.js');
	const code = entry?.getData().toString('utf8') ?? '';
	const shorter = code.replace(/\b[1237]e3\b/g, (milliseconds) => String(Number(milliseconds) / 4));
	expect([...code.matchAll(/\b7e3\b/g)].length).toBeGreaterThan(0);
	entry?.setData(Buffer.from(shorter));
	return zip.toBuffer();
}

interface Way {
	readonly name: string;
	ask(engine: Engine): Promise<unknown>;
	readonly as: string;
	/** Whether it comes without a room: then a surface is the only way to answer. */
	readonly isRoomless?: true;
}

const command = (text: string, as = 'admin'): Way => ({ name: text, as, ask: (engine) => engine.command({ as, text }) });

const press = (actionId: string, value: string): Way => ({ name: `press ${actionId} ${value}`, as: 'admin', isRoomless: true, ask: (engine) => engine.blockAction({ as: 'admin', actionId, value, viewId: 'made-up' }) });

/** Tried where the whole of it is asked for: WHOLE_ATTACK=1. */
const OTHERS: readonly Way[] = [
	...['text', 'flows', 'legal', 'changes', 'policy', 'plan air-gapped', 'explain Push_enable', 'monitor', 'token list', 'token revoke nightly', 'accept maps Agreed', 'accept list', 'accept end maps', 'export html', 'export plan air-gapped', 'help', 'nonsense'].map((words) =>
		command(`/privacy-status ${words}`),
	),
	command('/privacy-status', 'member'),
	command('/privacy-notice text', 'member'),
	command('/server-lookup chat.example.org', 'member'),
	press('refresh', 'refresh'),
	press('show', 'legal'),
	press('export', 'html'),
	{ name: 'the room menu', as: 'admin', ask: (engine) => engine.actionButton({ as: 'admin', actionId: ROOM_MENU_ACTION, context: 'roomAction' }) },
	{ name: 'the user menu', as: 'member', isRoomless: true, ask: (engine) => engine.actionButton({ as: 'member', actionId: USER_MENU_ACTION, context: 'userDropdownAction' }) },
];

const WAYS: readonly Way[] = [
	command('/privacy-status'),
	command('/privacy-status export csv'),
	command('/privacy-status token create faulty'),
	command('/privacy-notice', 'member'),
	...(process.env['WHOLE_ATTACK'] === '1' ? OTHERS : []),
];

const FAULTS: readonly CallFault[] = ['throws', 'hangs', 'undefined', 'null', 'loses the answer'];

/** The one way to say something, and what runs for a whole app. */
const ASIDE = /^(?:MessageBridge\.notifyUser|ServerSettingBridge\.getOneById)$/;

/** What the engine answers too when all is well: nobody can know that nothing was opened. */
const SILENT = new Set(['UiInteractionBridge.notifyUser undefined', 'UiInteractionBridge.notifyUser null']);

/** What claims that something was done. */
const DONE = /created\. Copy it now|revoked\. It|is in your direct messages|accepted (?:until|:)|no longer accepted|you get a direct message|sends you no direct message/;

const AT_ONCE = FAULTS.filter((fault) => fault !== 'hangs');

describe.each([
	['fails', AT_ONCE, async () => readFileSync(await buildPackage())],
	['hangs', ['hangs'], hurried],
] as const)('a call of the server that %s', (_title, faults, packaged) => {
	let engine: Engine;
	beforeAll(async () => {
		engine = await startEngine(readWorkspace('self-managed-registered'), unhurried());
		await engine.install(await packaged());
	});
	afterAll(() => engine.stop());

	/** What was said and what is open, by a name of its own: a modal takes the place of the one before. */
	const heard = (as: string): Map<string, string> =>
		new Map([...told(engine, as).map(({ text }, at) => [String(at), text] as const), ...engine.server.surfaces(as).map(({ viewId, view }) => [viewId, JSON.stringify(view.blocks)] as const)]);

	test.each(WAYS.map((way) => [way.name, way] as const))('leaves nobody without a true answer: %s', async (_, way) => {
		engine.server.forgetCalls();
		await way.ask(engine);
		await new Promise((resolve) => setTimeout(resolve, 100));
		const calls = engine.server.calls().filter((call) => !ASIDE.test(call));
		expect(calls.length).toBeGreaterThan(0);
		const wrong: string[] = [];
		let tried = 0;
		for (const call of calls) {
			for (const fault of faults) {
				if (SILENT.has(`${call} ${fault}`) || (way.isRoomless && call === 'UiInteractionBridge.notifyUser')) {
					continue;
				}
				tried += 1;
				const before = heard(way.as);
				engine.server.setCallFault(call, fault);
				const start = Date.now();
				await way.ask(engine).catch((thrown: unknown) => wrong.push(`${call} ${fault}: ${String(thrown)}`));
				engine.server.setCallFault(call, null);
				const said = [...heard(way.as)].filter(([name]) => !before.has(name)).map(([, text]) => text);
				if (said.length === 0 || Date.now() - start > 12_000) {
					wrong.push(`${call} ${fault}: ${said.length} answers after ${Date.now() - start} ms`);
				}
				if (said.some((text) => /nothing was changed/i.test(text) || (call === 'UploadBridge.createUpload' && text.includes('is in your direct messages')))) {
					wrong.push(`${call} ${fault}: ${said.join(' ')}`);
				}
			}
		}
		expect({ wrong, tried }).toEqual({ wrong: [], tried });
		expect(tried).toBeGreaterThan((calls.length - 2) * faults.length);
	});

	test.each(faults.filter((fault) => fault !== 'undefined' && fault !== 'null'))('what becomes of a write is not known where it %s', async (fault) => {
		const asked = async (text: string, call: string): Promise<string> => {
			engine.server.setCallFault(call, fault);
			const before = told(engine, 'admin').length;
			await engine.command({ as: 'admin', text });
			engine.server.setCallFault(call, null);
			return told(engine, 'admin').slice(before).map(({ text: said }) => said).join('\n');
		};
		const create = 'PersistenceBridge.createWithAssociations';
		const remove = 'PersistenceBridge.removeByAssociations';
		const name = `t-${fault.replaceAll(' ', '-')}`;
		const texts = [
			await asked(`/privacy-status token create ${name}`, create),
			await asked(`/privacy-status token revoke ${name}`, remove),
			await asked('/privacy-status accept maps Agreed', create),
			await asked('/privacy-status export csv', 'UploadBridge.createUpload'),
		];
		for (const text of texts) {
			expect(text).toContain('it is not known whether');
			expect(text).not.toMatch(DONE);
		}
		await engine.command({ as: 'admin', text: '/privacy-status accept end maps' });
		await engine.command({ as: 'admin', text: `/privacy-status token revoke ${name}` });
	});

	test.each([...faults])('a note of what was told costs no file: %s', async (fault) => {
		for (const call of ['PersistenceBridge.createWithAssociations', 'PersistenceBridge.removeByAssociations', 'PersistenceBridge.readByAssociations']) {
			const before = engine.server.files().length;
			engine.server.setCallFault(call, fault);
			await engine.command({ as: 'admin', text: '/privacy-status export csv' });
			engine.server.setCallFault(call, null);
			expect(engine.server.files()).toHaveLength(before + 1);
			expect(told(engine, 'admin').at(-1)?.text).toContain('is in your direct messages');
		}
	});

	test.each(faults.filter((fault) => fault !== 'loses the answer'))('the app is heard without its own user: %s', async (fault) => {
		const token = await makeToken(engine, `u-${fault}`);
		engine.server.setCallFault('UserBridge.getAppUser', fault);
		await engine.command({ as: 'admin', text: '/privacy-status text' });
		expect(told(engine, 'admin').at(-1)).toMatchObject({ sender: 'privacy-status.bot', text: expect.stringContaining('*Deployment:*') as unknown });
		expect((await callDoor(engine, token)).status).toBe(200);
		await engine.command({ as: 'admin', text: '/privacy-status export csv' });
		expect(told(engine, 'admin').map(({ text }) => text).join('\n')).toContain('no direct message from this app could be opened');
		engine.server.setCallFault('UserBridge.getAppUser', null);
	});
});
