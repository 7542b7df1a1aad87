import { CATEGORIES } from '../../src/catalogue/categories';
import { PARTIES } from '../../src/catalogue/vocabulary';
import { reportSchema } from '../../src/show/as/report-schema';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import type { Engine } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { validateView } from '../../tools/workbench/validators';
import { installedOnce, lastTold, told, waitingFor, withApp } from './installed';

const plain = 'self-managed-registered';

function panelText(engine: Engine, username: string): string {
	return JSON.stringify(engine.server.surfaces(username).at(-1)?.view.blocks ?? []);
}

describe('/privacy-status', () => {
	test('opens the panel, with two lines in the room and the way to the whole answer there', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });

			const { text, id } = lastTold(engine, 'admin');
			expect(text).toMatch(/^🟠 Data leaves this workspace in \d+ ways; \d+ more to check\n+The rest opens beside this room; where it does not, press “Answer here”\.$/);
			await engine.blockAction({ as: 'admin', actionId: 'ask', value: 'text', messageId: id });
			expect(lastTold(engine, 'admin').text).toContain('*Privacy status of chat.example.org*');
			expect(told(engine, 'admin')).toHaveLength(2);
		});
	});

	test('answers an admin in text that is complete by itself, where they want it there', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status text' });

			const { text, roomId, sender, threadId } = lastTold(engine, 'admin');
			expect({ roomId, sender, threadId }).toEqual({ roomId: 'GENERAL', sender: 'privacy-status.bot', threadId: undefined });
			expect(text).toContain('*Privacy status of chat.example.org*');
			expect(text).toContain('*Deployment:* Self-managed — likely, detected');
			expect(text).toContain('*Registration with Rocket.Chat:* registered — likely');
			expect(text).toContain('A Rocket.Chat Cloud workspace on a custom domain looks the same to an app');
			for (const party of ['Rocket.Chat, the company', "This workspace's admins", 'Hosting provider', 'Third parties']) {
				expect(text).toContain(`*${party}:*`);
			}
			expect(text.length).toBeLessThan(MESSAGE_LIMIT);

			expect(engine.server.surfaces('admin')).toEqual([]);
			await engine.command({ as: 'admin', text: '/privacy-status' });
			const [surface] = engine.server.surfaces('admin');
			expect(surface?.kind).toBe('contextual_bar');
			expect(surface?.view.title).toEqual({ type: 'plain_text', text: 'Privacy status' });
			expect(validateView(surface?.view, 'contextual_bar')).toEqual([]);
			for (const part of ['*Where it runs*\\nSelf-managed (likely)', '*Registered*', '*Do this first*', '*Who can see what*', '*What is on: ', '*Documents*']) {
				expect(panelText(engine, 'admin')).toContain(part);
			}
			await engine.blockAction({ as: 'admin', actionId: 'show', value: 'how', viewId: surface?.viewId ?? '' });
			for (const part of ['*Deployment:*', '*What was read, and what it proves*', '*What this app cannot see*', 'Whether the disks are encrypted']) {
				expect(panelText(engine, 'admin')).toContain(part);
			}
			expect(validateView(engine.server.surfaces('admin').at(-1)?.view, 'contextual_bar')).toEqual([]);
		});
	});

	describe('the reasons', () => {
		const shared = installedOnce(plain);

		test.each(['rocket-chat', 'workspace-admins', 'hosting-provider', 'third-parties', 'anyone'])('says why %s can see what it can, and leads back at the top and at the end', async (party) => {
			const engine = shared();
			await engine.command({ as: 'admin', text: '/privacy-status' });
			await engine.blockAction({ as: 'admin', actionId: 'why', value: party, viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
			const view = engine.server.surfaces('admin').at(-1)?.view;
			expect(validateView(view, 'contextual_bar')).toEqual([]);
			for (const end of [view?.blocks[0], view?.blocks.at(-1)]) {
				expect(JSON.stringify(end)).toContain('"text":"Back"');
			}
		});
	});

	test('answers in the thread in which it was asked', async () => {
		await withApp(plain, async (engine) => {
			const [parent] = engine.server.messages('admin');
			await engine.command({ as: 'admin', text: '/privacy-status', threadId: parent?.id ?? '' });
			expect(lastTold(engine, 'admin').threadId).toBe(parent?.id);
		});
	});

	test('answers in text alone where no surface can be opened', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status', triggerId: null });
			expect(lastTold(engine, 'admin').text).toContain('*Deployment:*');
			expect(engine.server.interactions()).toEqual([]);
		});
	});

	test('opens the panel with one interaction, because a client takes a trigger id once', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(engine.server.interactions().map(({ type, accepted }) => ({ type, accepted }))).toEqual([{ type: 'contextual_bar.open', accepted: true }]);
		});
	});

	test('opens the panel in time although every read hangs, and says what could not be read', async () => {
		await withApp('nothing-answers', async (engine) => {
			const hanging = await waitingFor(() => engine.command({ as: 'admin', text: '/privacy-status' }));
			expect(engine.server.surfaces('admin')).toHaveLength(1);
			expect(panelText(engine, 'admin')).toContain('*Where it runs*\\ncould not find out');
			await engine.command({ as: 'admin', text: '/privacy-status text' });
			expect(lastTold(engine, 'admin').text).toContain('no answer in time');
			engine.server.setFault('*', null);
			// What hangs costs once what one read may take, however slow the machine is with the rest.
			expect(hanging - (await waitingFor(() => engine.command({ as: 'admin', text: '/privacy-status' })))).toBeLessThan(4000);
		});
	});

	test('asks again with what the workspace says now', async () => {
		await withApp('self-managed-unregistered', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(panelText(engine, 'admin')).toContain('not registered (certain)');
			engine.server.setSetting('Cloud_Workspace_Client_Id', 'given-a-moment-ago');
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(panelText(engine, 'admin')).toContain('registered (likely)');
			const ids = engine.server.interactions().map(({ payload }) => (payload as { view: { id: string } }).view.id);
			expect(new Set(ids).size).toBe(2);
		});
	});

	describe('help', () => {
		const engine = installedOnce(plain);

		test.each(['help', 'HELP', 'help me please'])('"%s" shows it', async (words) => {
			const before = told(engine(), 'admin').length;
			await engine().command({ as: 'admin', text: `/privacy-status ${words}` });
			expect(told(engine(), 'admin').length).toBeGreaterThan(before);
			expect(lastTold(engine(), 'admin').text).toContain('`/privacy-status export json|markdown|csv|html|register|register-html|egress|egress-hosts`');
			expect(engine().server.surfaces('admin')).toEqual([]);
		});
	});

	test('answers unknown words with what was typed, the closest word and the help', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status exprot json' });
			expect(lastTold(engine, 'admin').text).toContain('There is no command “exprot”. Did you mean `/privacy-status export`?');
			await engine.command({ as: 'admin', text: '/privacy-status export yaml' });
			expect(lastTold(engine, 'admin').text).toContain('There is no format “yaml”. Available: `/privacy-status export json`');
			await engine.command({ as: 'admin', text: '/privacy-status export' });
			expect(lastTold(engine, 'admin').text).toContain('Which format?');
			await engine.command({ as: 'admin', text: `/privacy-status "@all *x* [y](javascript:z) \`#general\` ${'ü'.repeat(5000)}"` });
			const { text } = lastTold(engine, 'admin');
			expect(text).toContain('There is no command “·all ·x· ·y··javascript·z· ··general· üü…”.');
			expect(text.length).toBeLessThan(MESSAGE_LIMIT);
		});
	});

	test('the room menu opens the same panel', async () => {
		await withApp(plain, async (engine) => {
			expect(engine.actionButtons().filter(({ context }) => context === 'roomAction')).toEqual([{ actionId: 'open-panel', context: 'roomAction', label: 'Privacy status', hasOneRole: ['admin'] }]);
			await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' });
			expect(engine.server.surfaces('admin').map(({ kind }) => kind)).toEqual(['contextual_bar']);
			expect(panelText(engine, 'admin')).toContain('*Where it runs*\\nSelf-managed (likely)');
		});
	});

	test('"Read again" opens the panel anew with what the workspace says now', async () => {
		await withApp('self-managed-unregistered', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			engine.server.setSetting('Cloud_Workspace_Client_Id', 'given-a-moment-ago');
			const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
			await engine.blockAction({ as: 'admin', actionId: 'refresh', blockId: 'panel-actions', viewId });
			const surface = engine.server.surfaces('admin').at(-1);
			expect(surface?.viewId).not.toBe(viewId);
			expect(panelText(engine, 'admin')).toContain('registered (likely)');
			expect(validateView(surface?.view, 'contextual_bar')).toEqual([]);
		});
	});
});

describe('/privacy-status export json', () => {
	test('sends the report as a file in a direct message from the app, under a neutral name', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			const [file, ...others] = engine.server.files();
			expect(others).toEqual([]);
			expect(file?.name).toMatch(/^privacy-status-\d{4}-\d\d-\d\d\.json$/);
			const room = engine.server.rooms().find(({ id }) => id === file?.roomId);
			expect(room?.type).toBe('d');
			expect([...(room?.usernames ?? [])].sort()).toEqual(['admin', 'privacy-status.bot']);
			const report = reportSchema.parse(JSON.parse(file?.content.toString('utf8') ?? ''));
			expect(report.workspace.host).toBe('chat.example.org');
			expect(report.exposure).toHaveLength(CATEGORIES.length * PARTIES.length);
			expect(lastTold(engine, 'admin').text).toContain(`JSON, for programs: \`${file?.name ?? ''}\` is in your direct messages`);
			// The greeting is there before it.
			expect(engine.server.messages('admin').filter(({ roomId }) => roomId === room?.id).map(({ fileId }) => fileId)).toEqual([undefined, file?.id]);
		});
	});

	test('says before the first file, in the thread, where files are kept; not again until that changes', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const saidAbout = (text: string): number => told(engine, 'admin').filter((message) => message.text.includes(text)).length;
			await engine.command({ as: 'admin', text: '/privacy-status export json', threadId: 'thread-1' });
			const [first, second] = told(engine, 'admin');
			expect(first).toMatchObject({ threadId: 'thread-1', roomId: 'GENERAL' });
			expect(first?.text).toContain("kept in this workspace's own file store");
			expect(first?.text).toContain('may travel as a push notification');
			expect(second?.text).toContain('is in your direct messages');
			await engine.command({ as: 'admin', text: '/privacy-status export csv' });
			expect(saidAbout('Good to know')).toBe(1);
			engine.server.setSetting('FileUpload_Storage_Type', 'AmazonS3');
			await engine.command({ as: 'admin', text: '/privacy-status export html' });
			expect(saidAbout("apart from this workspace's own database and disk")).toBe(1);
			await engine.command({ as: 'anja', text: '/privacy-status export html' });
			expect(engine.server.files()).toHaveLength(4);
		});
	});

	test('does not speak of push notifications where they are off, and not of an outside store where that is unknown', async () => {
		await withApp({ ...readWorkspace('air-gapped-clean'), faults: { FileUpload_Storage_Type: 'throws' } }, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			const [first] = told(engine, 'admin');
			expect(first?.text).toContain('could not be found out');
			expect(first?.text).not.toContain('push notification');
		});
	});

	test('uses the same direct room the second time', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			expect(new Set(engine.server.files().map(({ roomId }) => roomId)).size).toBe(1);
			expect(engine.server.files()).toHaveLength(2);
		});
	});

	test('says so and what to do where uploads are off', async () => {
		await withApp('uploads-off', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			const [sentence, lead, text] = told(engine, 'admin').map((message) => message.text);
			expect(sentence).toContain('File uploads are switched off in this workspace');
			expect(lead).toBe('It is too long for messages. Here is the short answer instead:');
			expect(text).toContain('*Deployment:*');
			expect(engine.server.files()).toEqual([]);
			expect(engine.server.messages().filter(({ fileId }) => fileId !== undefined)).toEqual([]);
		});
	});

	test('says so and what to do where the file store refuses', async () => {
		await withApp('uploads-fail', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			expect(told(engine, 'admin').map((message) => message.text)).toEqual([
				expect.stringContaining('Good to know'),
				expect.stringMatching(/^Something failed on the way, so it is not known whether the file reached you: .*> File Upload \(/),
				'It is too long for messages. Here is the short answer instead:',
				expect.stringContaining('*Deployment:*'),
			]);
			expect(engine.server.files()).toEqual([]);
			// Where the sentence of a failure sends admins.
			expect(engine.server.logs().filter(({ text }) => text.includes('export failed: '))).toHaveLength(1);
		});
	});

	test('works from the panel, which then says where the file is', async () => {
		await withApp(plain, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
			await engine.blockAction({ as: 'admin', actionId: 'export', value: 'json', blockId: 'panel-actions', viewId });
			expect(engine.server.files()).toHaveLength(1);
			expect(panelText(engine, 'admin')).toContain('is in your direct messages');
			expect(validateView(engine.server.surfaces('admin')[0]?.view, 'contextual_bar')).toEqual([]);
		});
	});
});

describe('whatever the server answers, the answer still comes', () => {
	const odd: Record<string, unknown> = {
		'Site_Url': 17,
		'Register_Server': 'yes',
		'Enterprise_License': { not: 'a text' },
		'Push_enable': null,
		'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days': 'ten',
		'E2E_Enable': ['true'],
	};

	test('values of another type are told as unreadable, with the reason', async () => {
		await withApp(readWorkspace('self-managed-unregistered'), async (engine) => {
			for (const [id, value] of Object.entries(odd)) {
				engine.server.setSetting(id, value);
			}
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			const report = reportSchema.parse(JSON.parse(engine.server.files()[0]?.content.toString('utf8') ?? ''));
			const seen = new Map(report.deployment.evidence.map(({ source, observed }) => [source, observed]));
			expect(seen.get('setting:Site_Url')).toContain('another type');
			expect(seen.get('setting:Enterprise_License')).toContain('another type');
			expect(seen.get('setting:Cloud_Workspace_AirGapped_Restrictions_Remaining_Days')).toContain('another type');
			expect(report.deployment.licence.kind).toBe('unknown');
			expect(report.deployment.reporting).toEqual({ state: 'unknown', daysLeft: null });
			expect(report.workspace.host).toBeNull();
			expect(report.deployment.unread).toEqual(expect.arrayContaining(['Site_Url', 'Enterprise_License']));
		});
	});

	test.each(['nothing-readable', 'half-broken'])('%s', async (name) => {
		await withApp(name, async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(panelText(engine, 'admin')).toMatch(name === 'half-broken' ? /Where it runs/ : /No setting could be read: most likely a permission was not granted/);
			expect(validateView(engine.server.surfaces('admin')[0]?.view, 'contextual_bar')).toEqual([]);
			expect(told(engine, 'admin')).toHaveLength(1);
		});
	});
});
