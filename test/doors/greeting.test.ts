import { readFileSync } from 'node:fs';

import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import type { AppFacts } from '../../src/doors/asking/request';
import { greet } from '../../src/doors/greeting/greet';
import { translator } from '../../src/language/translate';
import { variableOf } from '../../src/settings/app-settings';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine, SeenMessage, Workspace } from '../../tools/host';
import { buildPackage } from '../../tools/package/package';
import { validateMessageBlocks } from '../../tools/workbench/validators';
import { lastTold, told, unhurried } from './installed';

const plain = readWorkspace('self-managed-registered');
const SENDER = 'privacy-status.bot';

/** An engine in which that person installs the app. */
async function withInstaller(workspace: Workspace, by: string | null, work: (engine: Engine) => Promise<void>): Promise<void> {
	const engine = await startEngine(workspace, unhurried());
	try {
		await engine.install(readFileSync(await buildPackage()), by);
		await work(engine);
	} finally {
		await engine.stop();
	}
}

function greetings(engine: Engine): SeenMessage[] {
	return engine.server.messages().filter(({ sender }) => sender === SENDER);
}

/** The one greeting that there is. */
function greetingIn(engine: Engine): SeenMessage {
	const [only, ...more] = greetings(engine);
	expect(more).toEqual([]);
	if (only === undefined) {
		throw new Error('Nobody was greeted.');
	}
	return only;
}

describe('the person who installed the app', () => {
	test('is greeted in a direct message of three lines and two buttons', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			const { kind, roomId, text, blocks } = greetingIn(engine);
			expect(kind).toBe('stored');
			expect(engine.server.rooms().find(({ id }) => id === roomId)).toMatchObject({ type: 'd', usernames: expect.arrayContaining(['admin', SENDER]) as string[] });
			expect(text.split('\n')).toEqual([
				'*Privacy Status is installed.* It shows which data leaves this workspace, to whom, and what you can do about it.',
				'As soon as the app is enabled, type `/privacy-status` in any room.',
				'Everyone can read the privacy notice that applies here: `/privacy-notice`. The status is only for people with a role that may ask.',
			]);
			// A client that draws the blocks leaves the text out.
			expect(blocks[0]).toMatchObject({ type: 'section', text: { type: 'mrkdwn', text } });
			expect(blocks[1]).toMatchObject({ type: 'actions', elements: [{ actionId: 'open-status', text: { text: 'Privacy status' } }, { actionId: 'notice', text: { text: 'Privacy notice' } }] });
			expect(validateMessageBlocks(blocks)).toEqual([]);
		});
	});

	test('reads it in their own language', async () => {
		await withInstaller(plain, 'anja', async (engine) => {
			const german = translator('de');
			const { text, blocks, roomId } = greetingIn(engine);
			expect(text.split('\n')).toEqual((['greeting_what', 'greeting_start', 'greeting_members'] as const).map((key) => german(key)));
			expect(JSON.stringify(blocks)).toContain(german('ps_menu_notice'));
			expect(engine.server.rooms().find(({ id }) => id === roomId)?.usernames).toContain('anja');
		});
	});

	test('opens the status with the first button, and has the way to the text beside it', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			const { id, roomId } = greetingIn(engine);
			await engine.blockAction({ as: 'admin', actionId: 'open-status', messageId: id });
			expect(engine.server.interactions().map(({ type, accepted }) => ({ type, accepted }))).toEqual([{ type: 'contextual_bar.open', accepted: true }]);
			// A phone draws no panel.
			expect(lastTold(engine, 'admin')).toMatchObject({ roomId, sender: SENDER });
			expect(lastTold(engine, 'admin').text).toContain('press “Answer here”');
			await engine.blockAction({ as: 'admin', actionId: 'open-status', messageId: id });
			expect(engine.server.interactions().map(({ type }) => type)).toEqual(['contextual_bar.open', 'contextual_bar.open']);
		});
	});

	test('is led to the text where the trigger id is gone, and reads it where there was none', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			await engine.blockAction({ as: 'admin', actionId: 'open-status', messageId: greetingIn(engine).id, triggerId: 'gone' });
			expect(engine.server.surfaces('admin')).toEqual([]);
			expect(lastTold(engine, 'admin').text).toContain('press “Answer here”');
			await engine.command({ as: 'admin', text: '/privacy-status', triggerId: null });
			expect(lastTold(engine, 'admin').text).toContain('*Privacy status of chat.example.org*');
		});
	});

	test('opens the notice with the second', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			await engine.blockAction({ as: 'admin', actionId: 'notice', messageId: greetingIn(engine).id });
			expect(engine.server.surfaces('admin').map(({ kind }) => kind)).toEqual(['modal']);
		});
	});

	test('is greeted by the role that the environment names, and an admin then is not', async () => {
		const users = [...(plain.users ?? []), { username: 'admin', name: 'A', roles: ['admin'] }, { username: 'officer', name: 'O', roles: ['user', 'livechat-manager'] }];
		const officers = { ...plain, users, server: { ...plain.server, environment: { [variableOf('allowed_roles')]: 'livechat-manager' } } };
		await withInstaller(officers, 'officer', async (engine) => {
			expect(greetingIn(engine).text).toContain('/privacy-status');
		});
		await withInstaller(officers, 'admin', async (engine) => {
			expect(greetings(engine)).toEqual([]);
		});
	});
});

test('nobody is greeted again by an update, a restart, or a change of the settings', async () => {
	await withInstaller(plain, 'admin', async (engine) => {
		await engine.update(readFileSync(await buildPackage()));
		await engine.disable();
		await engine.enable();
		await engine.saveAppSettings({ contact_email: 'privacy@example.org' });
		greetingIn(engine);
	});
});

test.each([
	['is not known', null],
	['may not ask', 'member'],
])('nobody is greeted where the person who installed the app %s', async (_, by) => {
	await withInstaller(plain, by, async (engine) => {
		expect(greetings(engine)).toEqual([]);
		expect(engine.server.rooms().filter(({ type }) => type === 'd')).toEqual([]);
		expect(await engine.status()).toBe('manually_enabled');
		expect(engine.server.logs().filter(({ text }) => text.includes('greeting'))).toEqual([]);
	});
});

test.each(['message.write', 'room.write', 'room.read', 'role.read', 'env.read', 'server-setting.read'])('without the permission %s the app is installed all the same', async (permission) => {
	await withInstaller({ ...plain, permissionsRefused: [permission] }, 'admin', async (engine) => {
		expect(await engine.status()).toBe('manually_enabled');
		expect(greetings(engine).length).toBeLessThanOrEqual(1);
		await engine.command({ as: 'admin', text: '/server-lookup open.rocket.chat' });
	});
});

describe('an installation ends all the same, with a line in the log, where the greeting', () => {
	const admin = { id: '1', username: 'admin', roles: ['admin'], settings: { preferences: { language: 'en' } } } as unknown as IUser;
	const log: string[] = [];
	const app = { id: 'x', logger: { error: (line: string) => log.push(line) } } as unknown as AppFacts;

	/** The engine's accessors, of which asking for the app's own user does this. */
	const reading = (appUser: () => Promise<IUser>): IRead =>
		({
			getEnvironmentReader: () => ({ getSettings: () => ({ getValueById: async () => undefined }), getEnvironmentVariables: () => ({ getValueByName: async () => undefined }) }),
			getUserReader: () => ({ getAppUser: appUser }),
		}) as unknown as IRead;
	const greetWith = (appUser: () => Promise<IUser>): Promise<void> => greet(admin, reading(appUser), {} as IPersistence, {} as IModify, app);

	afterEach(() => {
		jest.useRealTimers();
		log.length = 0;
	});

	test('fails', async () => {
		await greetWith(() => Promise.reject(new Error('secret')));
		expect(log).toEqual([expect.stringMatching(/^the greeting failed: Error/)]);
		expect(log.join()).not.toContain('secret');
	});

	test('gets no answer', async () => {
		jest.useFakeTimers();
		const greeted = greetWith(() => new Promise(() => {}));
		await jest.advanceTimersByTimeAsync(10_000);
		await greeted;
		expect(log).toEqual([expect.stringMatching(/^the greeting failed: no answer in time/)]);
	});
});

describe('a press that nobody can have made in the greeting', () => {
	test('of the status by a member is refused, in the room, and opens nothing', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			engine.server.forgetReads();
			await engine.blockAction({ as: 'member', actionId: 'open-status', messageId: 'made-up' });
			expect(told(engine, 'member').map(({ text }) => text)).toEqual([translator('en')('refusal')]);
			expect(engine.server.surfaces('member')).toEqual([]);
			expect(engine.server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
		});
	});

	test('of the notice by a member opens the notice, as from the menu, without what is for admins', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			await engine.blockAction({ as: 'member', actionId: 'notice', messageId: 'made-up' });
			expect(engine.server.surfaces('member').map(({ kind }) => kind)).toEqual(['modal']);
			expect(JSON.stringify(engine.server.surfaces('member'))).not.toContain('For admins');
		});
	});

	test('of the status in a panel changes nothing there', async () => {
		await withInstaller(plain, 'admin', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			await engine.blockAction({ as: 'admin', actionId: 'open-status' });
			expect(engine.server.surfaces('admin').map(({ updates }) => updates)).toEqual([0]);
		});
	});
});
