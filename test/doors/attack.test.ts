import { readFileSync } from 'node:fs';

import { ROWS } from '../../src/settings/app-settings';
import type { AppSettingId } from '../../src/settings/app-settings';
import { ACCEPT_ACTION, ASK_ACTION, PANEL_ACTIONS, ROOM_MENU_ACTION } from '../../src/show/as/panel-actions';
import { WORDS } from '../../src/doors/status/words';
import { buildPackage } from '../../tools/package/package';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine, Workspace } from '../../tools/host';
import { ASKED, METHODS, PATHS, PRESSES, SILENT } from './entry-points';
import { lastTold, told, unhurried, withApp } from './installed';
import { callDoor, makeToken } from './scripts';
import { settled, statusShown } from './status-shown';

const REFUSAL = 'You have no role that may see the privacy status of this workspace.';

/** Accounts of every kind that may not ask, and one that may until it is taken from it. */
const OUTSIDERS: Readonly<Record<string, readonly string[]>> = {
	member: ['user'],
	nobody: [],
	guest: ['guest'],
	anonymous: ['anonymous'],
	bot: ['bot'],
	integration: ['app'],
	agent: ['livechat-agent', 'livechat-manager', 'livechat-monitor', 'owner', 'moderator', 'leader'],
	custom: ['6c1f0a9be3d24c6d8'],
	alike: ['Admin', 'ADMIN', 'admin ', ' admin', 'admin\u200B', '\u0430dmin', 'administrator', 'admin,user', 'a', ''],
	odd: ['__proto__', 'constructor', 'toString', '*', 'null', 'undefined', '[object Object]', 'true'],
};

const plain = readWorkspace('self-managed-registered');
const WORKSPACE: Workspace = {
	...plain,
	// No job looks at the workspace while it is watched who does.
	permissionsRefused: ['scheduler'],
	users: [
		{ username: 'admin', name: 'Alex Admin', roles: ['admin', 'user'] },
		{ username: 'leaver', name: 'Lee Leaver', roles: ['admin', 'user'] },
		...Object.entries(OUTSIDERS).map(([username, roles]) => ({ username, name: username, roles: [...roles] })),
	],
};

/** What the app opened for that person, as the client got it: the trigger is the client's own. */
const opened = (engine: Engine, username: string): string[] => engine.server.interactions().filter(({ forUser, type }) => forUser === username && type.endsWith('.open')).map(({ payload }) => JSON.stringify({ ...Object(payload), triggerId: '' }));

interface Panel {
	readonly viewId: string;
	readonly messageId: string;
	readonly form: Record<string, unknown>;
}

/** Something of an admin's for others to press: a panel, a message with buttons, and the form in which a flow is accepted. */
async function adminsOwn(engine: Engine): Promise<Panel> {
	await engine.command({ as: 'admin', text: '/privacy-status' });
	const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
	const messageId = lastTold(engine, 'admin').id;
	await engine.command({ as: 'admin', text: '/privacy-status explain gravatar' });
	await engine.blockAction({ as: 'admin', actionId: ACCEPT_ACTION, messageId: lastTold(engine, 'admin').id });
	const form = engine.server.surfaces('admin').find(({ kind }) => kind === 'modal');
	return { viewId, messageId, form: { ...form?.view } };
}

/** With it every kind of account tries everything; else each a sixth, and the kinds together all. */
const IS_FULL = process.env['WHOLE_ATTACK'] !== undefined;

/**
 * Tries every way in for that person; of words, presses and addresses every `step`th from `from` on.
 *
 * @param answer whether it is refused, or, where nobody could read that, not answered at all
 */
async function expectNothingFor(engine: Engine, as: string, { viewId, messageId, form }: Panel, answer: 'refused' | 'silent' = 'refused', from = 0, step = 1): Promise<void> {
	const { server } = engine;
	const some = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % step === from % step);
	const [words, presses, paths] = [some(ASKED), some(PRESSES), some(PATHS)];
	const kept = JSON.stringify(server.persistence());
	const files = server.files().length;
	const messages = server.messages('admin').filter(({ kind }) => kind === 'stored').length;
	server.forgetReads();

	let before = told(engine, as).length;
	const expectTold = (tries: number): void => {
		const texts = told(engine, as).slice(before).map(({ text }) => text);
		expect(texts.filter((text) => !text.startsWith(REFUSAL))).toEqual([]);
		expect(texts).toHaveLength(answer === 'refused' ? tries : 0);
		before += texts.length;
	};
	for (const [at, typed] of words.entries()) {
		await engine.command({ as, text: `/privacy-status ${typed}`, ...(at % 2 === 0 ? {} : { triggerId: null }) });
	}
	expectTold(words.length);
	for (const [actionId, value] of presses) {
		await engine.blockAction({ as, actionId, value, messageId });
	}
	expectTold(presses.length);
	await engine.actionButton({ as, actionId: ROOM_MENU_ACTION, context: 'roomAction' });
	expectTold(1);

	const shown = opened(engine, as).length;
	for (const [at, [actionId, value]] of presses.entries()) {
		await engine.blockAction({ as, actionId, value, ...(at % 2 === 0 ? { viewId } : { viewId: 'made-up', forged: { container: { type: 'view', id: viewId } } }) });
	}
	for (const sent of [form, { ...form, state: { reason: { reason: 'Agreed' } } }, { id: 'x GENERAL gravatar panel', state: { reason: { reason: 'Agreed' } } }]) {
		await engine.viewSubmit({ as, viewId: String(form['id']), forged: sent });
		await engine.viewClosed({ as, viewId: String(form['id']), forged: sent }).catch(() => undefined);
	}
	const surfaces = opened(engine, as).slice(shown);
	expect(surfaces.filter((content) => !content.includes(REFUSAL))).toEqual([]);
	expect(surfaces).toHaveLength(answer === 'refused' ? presses.length + 3 : 0);

	for (const path of paths) {
		for (const method of METHODS) {
			for (const call of method === 'get' ? [{}, { as }, { headers: { authorization: `Bearer ps_0123456789abcdef_${'0'.repeat(64)}` } }, { query: { access_token: 'x' } }] : [{ as }]) {
				const { status, content } = await engine.endpoint({ method, path, ...call });
				// The engine finds a method of every object behind that name, which no HTTP parser lets through.
				expect([path, method, status >= 400, JSON.stringify(content ?? '').includes('chat.example.org')]).toEqual([path, method, method !== 'constructor', false]);
			}
		}
	}

	for (const actionId of SILENT) {
		await engine.blockAction({ as, actionId, messageId });
	}
	await engine.actionButton({ as, actionId: 'no-such-button', context: 'roomAction' });
	expectTold(SILENT.length);
	expect(server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
	expect([JSON.stringify(server.persistence()), server.files().length, server.messages('admin').filter(({ kind }) => kind === 'stored').length]).toEqual([kept, files, messages]);
}

/** Texts that break what is not made for them. */
const HOSTILE: Readonly<Record<string, string>> = {
	'10,000 characters': 'x'.repeat(10_000),
	'10,000 words': '@all '.repeat(10_000),
	'emoji': '👩‍👩‍👧‍👦'.repeat(2000),
	'direction marks': '\u202Egnp.exe\u2066\u2069\u200F\u061C',
	'markup': '<b>*_~`[x](https://evil.example)`~_*</b>',
	'mentions': '@all @here #general :smile:',
	'NUL and controls': 'a\u0000b\u0007\u001B[31m\u0085\u2028c',
	'surrogates': 'a\uD800b\uDC00c',
	'__proto__': '__proto__',
	'constructor': 'constructor',
	'toString': 'toString',
	'quotes': '"\'`“”«» \\" \\',
	'holes': '{host} {count, plural, one {x} other {y}} $& $1 %s %n',
	'private use': '\uE000x\uE001\uE002',
	'brackets': '('.repeat(5000),
	'a path': '../../../../etc/passwd',
	'a formula': '=HYPERLINK("http://evil.example")',
};

const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uE000-\uE002]/u;

/** What is wrong with what somebody was told after hostile text; code is shown as it was typed. */
function faultsIn(text: string): string[] {
	const outsideOfCode = text.replace(/`[^`\n]*`/g, '');
	return [
		...(text.length > 5000 ? [`${text.length} characters`] : []),
		...(HIDDEN.test(text.replace(/\n/g, '')) ? [`a hidden sign: ${JSON.stringify(text.slice(0, 300))}`] : []),
		...(/@all|@here|<b>|\]\(https:\/\/evil/.test(outsideOfCode) ? [`markup: ${JSON.stringify(text.slice(0, 300))}`] : []),
		...(/\[object Object\]|undefined|NaN|native code/.test(text) ? [`a wrong text: ${JSON.stringify(text.slice(0, 300))}`] : []),
	];
}

/** Goes on as before: the sandbox is the one that it was, and answers. */
async function expectWell(engine: Engine, pid: number | undefined): Promise<void> {
	expect(engine.sandboxPid()).toBe(pid);
	await engine.command({ as: 'admin', text: '/privacy-status text' });
	expect(told(engine, 'admin').map(({ text }) => text).slice(-4).join('\n')).toContain('*Deployment:*');
}

describe('by no way in', () => {
	let engine: Engine;
	let own: Panel;

	beforeAll(async () => {
		engine = await startEngine(WORKSPACE, unhurried());
		await engine.install(readFileSync(await buildPackage()));
		own = await adminsOwn(engine);
	});

	afterAll(() => engine.stop());

	test.each(Object.keys(OUTSIDERS).map((as, at) => [as, at] as const))('does an account of the kind "%s" get anything but the refusal', async (as, at) => {
		await expectNothingFor(engine, as, own, 'refused', at, IS_FULL ? 1 : 6);
	});

	test('does an admin get more once the role was taken away', async () => {
		engine.server.changeUser('leaver', { roles: ['user'] });
		await expectNothingFor(engine, 'leaver', own);
		engine.server.changeUser('leaver', { roles: ['admin', 'user'] });
	});

	test('does an admin get more once the account is deactivated', async () => {
		engine.server.changeUser('leaver', { active: false });
		await expectNothingFor(engine, 'leaver', own, 'silent');
	});
});

test('an account that is deleted, or deactivated, while it is answered leaves the app well, and its token opens nothing', async () => {
	await withApp(WORKSPACE, async (engine) => {
		const pid = engine.sandboxPid();
		const token = await makeToken(engine, 'nightly', 'leaver');
		expect((await callDoor(engine, token)).status).toBe(200);
		engine.server.changeUser('leaver', { active: false });
		expect((await callDoor(engine, token)).status).toBe(403);
		engine.server.changeUser('leaver', { active: true });
		const asked = ['text', 'export json', 'accept gravatar Agreed', 'token create other'].map((words) => engine.command({ as: 'leaver', text: `/privacy-status ${words}` }));
		engine.server.changeUser('leaver', null);
		await Promise.all(asked);
		expect((await callDoor(engine, token)).status).toBe(403);
		await engine.command({ as: 'admin', text: '/privacy-status token list' });
		expect(lastTold(engine, 'admin').text).toContain('`nightly`');
		await engine.command({ as: 'admin', text: '/privacy-status accept list' });
		expect(faultsIn(lastTold(engine, 'admin').text)).toEqual([]);
		await expectWell(engine, pid);
	});
});

test('hostile text behind every word of every command, by admins and by members, is cut, escaped and answered', async () => {
	await withApp(WORKSPACE, async (engine) => {
		const pid = engine.sandboxPid();
		const faults: string[] = [];
		for (const [turn, [name, text]] of Object.entries(HOSTILE).entries()) {
			const all = [
				...['', ...WORDS.map(({ word }) => `${word} `), 'accept gravatar ', 'accept gravatar until ', 'accept end ', 'token create ', 'token create x ', 'token revoke ', 'changes since ', 'export plan '].map((words) => ['admin', `/privacy-status ${words}${text}`] as const),
				...['/privacy-notice', '/server-lookup', '/server-lookup https://'].map((command) => ['member', `${command} ${text}`] as const),
			];
			// Every text behind some words, and every word before some texts.
			for (const [as, said] of all.filter((_, at) => IS_FULL || (at + turn) % 3 === 0)) {
				const before = told(engine, as).length;
				await engine.command({ as, text: said });
				const answers = told(engine, as).slice(before);
				const shown = JSON.stringify(engine.server.surfaces(as).at(-1)?.view.blocks ?? '');
				faults.push(...(answers.length === 0 && !shown.includes('In short') ? [`${name}: ${said.slice(0, 40)} is not answered`] : []));
				faults.push(...answers.flatMap(({ text: answer }) => faultsIn(answer).map((fault) => `${name}: ${said.slice(0, 40)}: ${fault}`)));
			}
		}
		expect(faults).toEqual([]);
		for (const { data } of engine.server.persistence()) {
			expect(JSON.stringify(data).length).toBeLessThan(30_000);
		}
		await expectWell(engine, pid);
	});
});

/** What a client may send in place of anything. */
const WRONG: readonly unknown[] = [null, 0, -1, 1e308, true, '', ' ', '__proto__', 'constructor', 'x'.repeat(1_000_000), '\u202E\u0000', '🙂'.repeat(1000), [], [[]], ['gravatar'], {}, { constructor: 'x' }, { toString: 1 }, { id: {} }, { $gt: '' }];

test('forged presses and forms of an admin, with every field wrong in every way, change nothing and leave the app well', async () => {
	await withApp(WORKSPACE, async (engine) => {
		const pid = engine.sandboxPid();
		const { messageId, form } = await adminsOwn(engine);
		const kept = (): string => JSON.stringify(engine.server.persistence().filter(({ associations }) => !/^snapshots/.test(associations[0]?.id ?? '')));
		const before = kept();
		const faults: string[] = [];
		const tried = async (what: string, work: () => Promise<unknown>): Promise<void> => {
			// The engine itself refuses some of it.
			await work().catch((reason: unknown) => (/^Cannot read|undefined|not a function/.test(String(reason)) ? faults.push(`${what}: ${String(reason)}`) : undefined));
		};
		for (const [turn, wrong] of WRONG.entries()) {
			const at = JSON.stringify(wrong).slice(0, 40);
			for (const actionId of [...PANEL_ACTIONS, ASK_ACTION, ACCEPT_ACTION].filter((_, place) => IS_FULL || (place + turn) % 3 === 0)) {
				await tried(`${actionId} ${at}`, () => engine.blockAction({ as: 'admin', actionId, viewId: 'made-up', forged: { payload: { blockId: 'x', value: wrong } } }));
			}
			for (const field of ['actionId', 'container', 'payload', 'room', 'message', 'triggerId']) {
				await tried(`${field} ${at}`, () => engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', messageId, forged: { [field]: wrong } }));
			}
			for (const forged of [{ id: wrong }, { state: wrong }, { id: form['id'], state: { reason: wrong } }, { id: form['id'], state: { reason: { reason: wrong === null ? 5 : Array.isArray(wrong) || typeof wrong === 'object' ? wrong : '' }, until: { until: wrong } } }]) {
				await tried(`form ${at}`, () => engine.viewSubmit({ as: 'admin', viewId: String(form['id']), forged }));
			}
		}
		expect(faults).toEqual([]);
		expect(kept()).toBe(before);
		expect(engine.server.files().filter(({ name }) => !/^privacy-status-[\w-]+\.\w+$/.test(name))).toEqual([]);
		expect([...told(engine, 'admin').flatMap(({ text }) => faultsIn(text)), ...opened(engine, 'admin').flatMap((content) => (HIDDEN.test(content) ? [content.slice(0, 200)] : []))]).toEqual([]);
		await expectWell(engine, pid);
	});
});

test('hostile text in every setting of the app is objected to or shown escaped, in the page, the answers and the files', async () => {
	await withApp(WORKSPACE, async (engine) => {
		const pid = engine.sandboxPid();
		const ids = (Object.keys(ROWS) as AppSettingId[]).filter((id) => id !== 'allowed_roles');
		// In each round every setting has another text: all rounds try each in every setting, three try all somewhere.
		const texts = Object.values(HOSTILE);
		const rounds = IS_FULL ? texts.length : 3;
		for (let round = 0; round < rounds; round++) {
			const textAt = (at: number): string => texts[(at + round * Math.ceil(texts.length / rounds)) % texts.length] ?? '';
			await engine.saveAppSettings({ ...Object.fromEntries(ids.map((id, at) => [id, textAt(at)])), allowed_roles: `admin, ${textAt(ids.length).slice(0, 100)}` });
			await settled(engine);
			const page = Object.values(statusShown(engine)).filter((line) => HIDDEN.test(line.replace(/\n/g, '')) || /@all|<b>/.test(line));
			const from = { admin: told(engine, 'admin').length, member: told(engine, 'member').length };
			await engine.command({ as: 'admin', text: '/privacy-status text' });
			await engine.command({ as: 'admin', text: '/privacy-status legal' });
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			await engine.command({ as: 'admin', text: '/privacy-status export html' });
			const said = (['admin', 'member'] as const).flatMap((as) => told(engine, as).slice(from[as])).map((message) => message.text);
			// The organisation's own text is its own Markdown, and marks of one place are meant in text from the right.
			const wrong = said.filter((each) => each.length > 5000 || HIDDEN.test(each.replace(/[\n\u061C\u200E\u200F]/g, '')));
			const file = engine.server.files().at(-1)?.content.toString('utf8') ?? '';
			expect([round, page, wrong, /<b>|<script/.test(file), HIDDEN.test(file.replace(/\n/g, ''))]).toEqual([round, [], [], false, false]);
		}
		await engine.saveAppSettings({ allowed_roles: '' });
		await expectWell(engine, pid);
	});
});
