import { AppPermissions } from '@rocket.chat/apps-engine/server/permissions/AppPermissions';

import manifest from '../../app.json';
import { SERVER_LOOKUP_URL } from '../../src/catalogue/hosts';
import { readWorkspace } from '../../tools/host';
import { validateMessageBlocks } from '../../tools/workbench/validators';
import { TABLE } from '../posture/lookup-table';
import { installedOnce, lastTold, told, waitingFor, withApp } from './installed';

const plain = 'self-managed-registered';

describe('/server-lookup', () => {
	test.each(['member', 'admin'])('answers a %s in text alone: first line, why, whom to ask, official lookup', async (username) => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: username, text: '/server-lookup https://other.example.net/home' });
			const { text, roomId, sender, threadId } = lastTold(engine, username);
			expect({ roomId, sender, threadId }).toEqual({ roomId: 'GENERAL', sender: 'privacy-status.bot', threadId: undefined });
			expect(text).toMatch(/^Could not find out offline: `other\.example\.net` /);
			for (const part of ['domain of their own', '*Whom to ask:*', SERVER_LOOKUP_URL, 'cannot provide content or activity logs']) {
				expect(text).toContain(part);
			}
			expect(told(engine, username)).toHaveLength(1);
			expect(engine.server.interactions()).toEqual([]);
			expect(engine.server.files()).toEqual([]);
		});
	});

	describe('below an answer', () => {
		const shared = installedOnce(plain);

		test.each(['other.example.net', 'open.rocket.chat', 'gateway.rocket.chat', '10.0.0.1', 'chat.example.org', 'help'])('below the answer to "%s" one press opens the official lookup', async (typed) => {
			const engine = shared();
			await engine.command({ as: 'member', text: `/server-lookup ${typed}` });
			const { text, blocks } = lastTold(engine, 'member');
			expect(text).toContain(SERVER_LOOKUP_URL);
			expect(validateMessageBlocks(blocks ?? [])).toEqual([]);
			expect(JSON.stringify(blocks)).toContain(`"url":"${SERVER_LOOKUP_URL}"`);
			expect(JSON.stringify(blocks).match(/"type":"button"/g)).toHaveLength(1);
		});
	});

	test('what is no host leads nowhere', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'member', text: '/server-lookup nonsense@example.org' });
			expect(lastTold(engine, 'member').blocks ?? []).toEqual([]);
		});
	});

	test('answers in the thread in which it was asked', async () => {
		await withApp(plain, async (engine) => {
			const [parent] = engine.server.messages('member');
			await engine.command({ as: 'member', text: '/server-lookup open.rocket.chat', threadId: parent?.id ?? '' });
			expect(lastTold(engine, 'member').threadId).toBe(parent?.id);
			expect(lastTold(engine, 'member').text).toMatch(/^Hosted by Rocket\.Chat: `open\.rocket\.chat` is the Open Server\./);
		});
	});

	test('needs no trigger id', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'member', text: '/server-lookup acme.rocket.chat', triggerId: null });
			expect(lastTold(engine, 'member').text).toMatch(/^Hosted by Rocket\.Chat: likely/);
		});
	});

	describe('help', () => {
		const shared = installedOnce(plain);

		test.each(['', ' help', ' HELP'])('"/server-lookup%s" shows the help, and reads nothing for it', async (words) => {
			const engine = shared();
			engine.server.forgetReads();
			await engine.command({ as: 'member', text: `/server-lookup${words}` });
			expect(lastTold(engine, 'member').text).toContain('Example: `/server-lookup https://chat.example.org`');
			expect(engine.server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
		});
	});

	test('reads this workspace only where its own address is asked for', async () => {
		await withApp(plain, async (engine) => {
			engine.server.forgetReads();
			await engine.command({ as: 'member', text: '/server-lookup nonsense@example.org' });
			expect(engine.server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
			await engine.command({ as: 'member', text: '/server-lookup other.example.net' });
			expect(engine.server.readSettings().filter((id) => id !== 'Language')).toEqual(['Site_Url']);
			await engine.command({ as: 'member', text: '/server-lookup chat.example.org' });
			expect(engine.server.readSettings()).toContain('Cloud_Workspace_Client_Id');
		});
	});

	test('in the sandbox hosts are read as they are outside: Unicode, quotes, a Markdown link, user info', async () => {
		await withApp(plain, async (engine) => {
			const ask = async (typed: string): Promise<string> => {
				await engine.command({ as: 'member', text: `/server-lookup ${typed}` });
				return lastTold(engine, 'member').text ?? '';
			};
			expect(await ask('MÜNCHEN.example:3000/weg')).toMatch(/^Could not find out offline: `münchen\.example` \(`xn--mnchen-3ya\.example`\)/);
			expect(await ask('https://open.rоcket.chat')).toContain("looks like Rocket.Chat's address but is not");
			expect(await ask('"open.rocket.chat"')).toMatch(/^Hosted by Rocket\.Chat: /);
			expect(await ask('[a b](https://open.rocket.chat)')).toMatch(/^Hosted by Rocket\.Chat: /);
			expect(await ask('https://open.rocket.chat@evil.example')).toContain('the host is `evil.example`');
			expect(await ask('https://go.rocket.chat/invite?host=https%3A%2F%2Fother.example.net%3A3000&path=invite%2FAbC')).toMatch(/^Could not find out offline: `other\.example\.net` /);
			expect(await ask('rocketchat://auth?token=Hidden0&userId=Hidden0')).toMatch(/^Not a host: “rocketchat···auth” /);
			expect(await ask('http://rocketchat:3000')).toMatch(/^Could not find out offline: `rocketchat` /);
			expect(await ask('gateway.rocket.chat')).toMatch(/^Not a workspace: `gateway\.rocket\.chat` /);
			expect(await ask('fe80::1%eth0')).toMatch(/^Could not find out offline: `\[fe80::1\]` /);
			expect(await ask('256.1.1.1')).toMatch(/^Not a host: /);
			expect(await ask('*@all*`_x_`')).toMatch(/^Not a host: “[^*`_@]*” /);
			expect(await ask('x'.repeat(100_000))).toMatch(/^Not a host: /);
		});
	});
});

describe('of the own workspace everybody learns the verdict and whom to ask, no more', () => {
	test.each([
		['cloud-own-host', 'acme.rocket.chat', 'Rocket.Chat Cloud (likely, detected).', 'the admins of this workspace, or Rocket.Chat'],
		['cloud-custom-domain-declared', 'chat.acme.example', 'Rocket.Chat Cloud (declared, and no setting that was read contradicts it).', 'the admins of this workspace, or Rocket.Chat'],
		['open-server', 'open.rocket.chat', 'Rocket.Chat Open Server (likely, detected).', 'Rocket.Chat.'],
		['self-managed-registered', 'chat.example.org', 'Self-managed (likely, detected).', 'the admins of this workspace.'],
		['air-gapped-clean', 'chat.isolated.example', 'Air-gapped (declared, and no setting that was read contradicts it).', 'the admins of this workspace.'],
		['air-gapped-gateway-on', 'chat.isolated.example', 'could not find out what kind of deployment it is.', 'the admins of this workspace.'],
		['cloud-declared-unregistered', 'chat.acme.example', 'could not find out what kind of deployment it is.', 'the admins of this workspace.'],
		['rocket-chat-host-unregistered', 'lab.rocket.chat', 'could not find out what kind of deployment it is.', 'the admins of this workspace.'],
	])('%s', async (workspace, host, first, whom) => {
		await withApp(workspace, async (engine) => {
			await engine.command({ as: 'member', text: `/server-lookup https://${host.toUpperCase()}:443/home` });
			await engine.command({ as: 'admin', text: `/server-lookup ${host}` });
			const { text } = lastTold(engine, 'member');
			expect(text?.split('\n')[0]).toBe(`This is your own workspace, \`${host}\`: ${first}`);
			expect(text).toContain(`*Whom to ask:* ${whom}`);
			expect(text?.replace(first, '')).not.toMatch(/unclear|registered\b(?! on this server)|licen[cs]e|contradict|gateway|canary|Site_Url/);
			expect(lastTold(engine, 'admin').text).toBe(text);
		});
	});
});

describe('where little can be read', () => {
	test('the answer comes all the same, and says that the own address could not be checked', async () => {
		await withApp('nothing-readable', async (engine) => {
			await engine.command({ as: 'member', text: '/server-lookup chat.example.org' });
			const { text } = lastTold(engine, 'member');
			expect(text).toMatch(/^Could not find out offline: `chat\.example\.org` /);
			expect(text).toContain('Whether this is the workspace you are in could not be checked.');
		});
	});

	test('the answer comes in time although every read hangs', async () => {
		await withApp('nothing-answers', async (engine) => {
			const hanging = await waitingFor(() => engine.command({ as: 'member', text: '/server-lookup acme.rocket.chat' }));
			expect(lastTold(engine, 'member').text).toMatch(/^Hosted by Rocket\.Chat: likely/);
			engine.server.setFault('*', null);
			// Less than the life of a trigger id, however slow the machine is with the rest.
			expect(hanging - (await waitingFor(() => engine.command({ as: 'member', text: '/server-lookup acme.rocket.chat' })))).toBeLessThan(4500);
		});
	});

	test('an own address that is no text is an address that could not be checked', async () => {
		const workspace = readWorkspace(plain);
		await withApp(workspace, async (engine) => {
			engine.server.setSetting('Site_Url', 17);
			await engine.command({ as: 'member', text: '/server-lookup chat.example.org' });
			expect(lastTold(engine, 'member').text).toContain('could not be checked');
		});
	});
});

test('the app asks for no network', () => {
	const names = manifest.permissions.map(({ name }) => name);
	expect(names).not.toContain(AppPermissions.networking.default.name);
});

test('answers the whole table in the real engine as it does by itself', async () => {
	// Quotes and line breaks are taken away by Rocket.Chat before an app sees what was typed.
	const typable = TABLE.filter(([typed]) => !/["'\n\r\t]/.test(typed) && typed.trim() !== '');
	expect(typable.length).toBeGreaterThanOrEqual(60);
	await withApp(plain, async (engine) => {
		for (const [typed, first, ...words] of typable) {
			await engine.command({ as: 'member', text: `/server-lookup ${typed}` });
			const { text } = lastTold(engine, 'member');
			expect({ typed, first: text.slice(0, first.length), missing: words.filter((word) => !text.includes(word)) }).toEqual({ typed, first, missing: [] });
		}
	});
});
