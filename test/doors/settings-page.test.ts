import { variableOf } from '../../src/settings/app-settings';
import { readWorkspace } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { lastTold, withApp, withUpgrade } from './installed';

const summary = (engine: Engine): string => String(engine.appSettings()['status_summary']?.value);
const valueOf = (engine: Engine, id: string): unknown => engine.appSettings()[id]?.value;

describe('“Current status” of the settings page', () => {
	test('is there after enabling: verdict, registration, licence, exposure with parties and flows, what contradicts, and when', async () => {
		await withApp('air-gapped-gateway-on', async (engine) => {
			const text = summary(engine);
			expect(text).toMatch(/^Computed at \d{1,2} \w{3,4} \d{4}, \d\d:\d\d UTC\.\n/);
			expect(text).toContain('\nDeployment: Air-gapped — contradicted, declared\n');
			expect(text).toContain('\nRegistration with Rocket.Chat: not registered — certain\n');
			expect(text).toContain('\nLicence: an offline licence\n');
			expect(text).toContain('\nWhat contradicts this:\n- Push notifications by gateway: ');
			expect(text).toMatch(/\nuser content:\n- Rocket\.Chat, the company: [^\n]*Push notifications by gateway[^\n]*\n- This workspace's admins: in some cases, /);
			for (const category of ['account data', 'usage data', 'app data', 'user content', 'tracking']) {
				expect(text).toContain(`\n${category}:\n- Rocket.Chat, the company: `);
			}
			// A text field shows Markdown as it is.
			expect(text).not.toMatch(/[*`]/);
		});
	});

	test('stands first, and the app’s own memory is not on the page', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const [first] = Object.values(engine.appSettings());
			expect(first).toMatchObject({ id: 'status_summary', section: 'ps_section_status' });
			expect(Object.keys(engine.appSettings())).not.toContain('rejected_values');
		});
	});

	test('is fresh after a save', async () => {
		await withApp('self-managed-registered', async (engine) => {
			expect(summary(engine)).toContain('Deployment: Self-managed — likely, detected');
			await engine.saveAppSettings({ declared_deployment: 'air-gapped' });
			expect(summary(engine)).toContain('Deployment: Air-gapped — contradicted, declared');
			expect(summary(engine)).toContain('\n- Registered with Rocket.Chat: ');
			await engine.saveAppSettings({ declared_deployment: 'auto', hosting_provider: 'self' });
			expect(summary(engine)).toContain('\n- Hosting provider: no');
		});
	});

	test('a page left open that posts an old summary leaves the true one, whatever else it posts', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const stale = summary(engine);
			await engine.saveAppSettings({ declared_deployment: 'air-gapped' });
			const truth = 'Deployment: Air-gapped — contradicted, declared';
			await engine.saveAppSettings({ status_summary: stale });
			expect(summary(engine)).toContain(truth);
			await engine.saveAppSettings({ status_summary: stale, contact_email: 'privacy@example.org' });
			expect(summary(engine)).toContain(truth);
			expect(valueOf(engine, 'contact_email')).toBe('privacy@example.org');
			// The old page posts its old values of everything: then these are the truth.
			await engine.saveAppSettings({ status_summary: 'all is well', declared_deployment: 'auto' });
			expect(summary(engine)).toContain('Deployment: Self-managed — likely, detected');
		});
	});

	test('is the truth after a save that comes without a value', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.saveAppSettings({ status_summary: undefined });
			expect(summary(engine)).toContain('Deployment: Self-managed — likely, detected');
		});
	});

	test('is fresh after each /privacy-status', async () => {
		await withApp('self-managed-registered', async (engine) => {
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			expect(summary(engine)).toContain('Deployment: Self-managed');
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(summary(engine)).toContain('Deployment: Rocket.Chat Open Server');
		});
	});

	test('is not changed by somebody who may not ask', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const before = summary(engine);
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			await engine.command({ as: 'member', text: '/privacy-status' });
			expect(summary(engine)).toBe(before);
		});
	});

	test('is fresh after disabling and enabling', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.disable();
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			await engine.enable();
			expect(summary(engine)).toContain('Deployment: Rocket.Chat Open Server');
		});
	});

	test('says unknown, and no false “no”, where nothing can be read', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), faults: { '*': 'throws' } }, async (engine) => {
			expect(summary(engine)).toContain('Deployment: Unknown — not clear, detected');
			expect(summary(engine)).toContain('- Rocket.Chat, the company: could not find out');
			expect(summary(engine)).not.toContain('Rocket.Chat, the company: no');
		});
	});
});

describe('a value that cannot be used is not used, stays where it is, and the admin reads why', () => {
	const former = {
		declared_deployment: 'self-managed',
		allowed_roles: 'admin',
		contact_email: 'privacy@example.org',
		hosting_provider: 'Example Hosting',
		hosting_location: 'Lisbon',
		notice_source_url: 'https://example.org/privacy',
	};
	const bad: [id: keyof typeof former, value: unknown, reason: string][] = [
		['declared_deployment', 'on-premises', 'It is not one of the choices.'],
		['declared_deployment', 7, 'It is not text.'],
		['allowed_roles', 'admin, privacy-oficer', '“privacy-oficer”'],
		['contact_email', 'ask anybody', 'It is not one e-mail address'],
		['contact_email', 'a@example.org, b@example.org', 'It is not one e-mail address'],
		['notice_source_url', 'javascript:alert(1)', 'It is not an http or https address'],
		['notice_source_url', 'https://user:secret@example.org/', 'It is not an http or https address'],
		['hosting_provider', 'x'.repeat(201), 'It is longer than 200 characters.'],
		['hosting_location', 'x'.repeat(100_000), 'It is longer than 200 characters.'],
	];

	const told = async (engine: Engine, as = 'admin'): Promise<string> => {
		await engine.command({ as, text: '/privacy-status text' });
		return lastTold(engine, as).text;
	};

	test('each kind of it, as long as it is there', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), app: former }, async (engine) => {
			for (const [id, value, reason] of bad) {
				await engine.saveAppSettings({ [id]: value });
				expect({ id, value: valueOf(engine, id) }).toEqual({ id, value });
				expect(summary(engine).split('\n')[0]).toMatch(new RegExp(`^Not used[^\n]*${id} \\(`));
				expect(summary(engine).split('\n\n')[0]).toContain(reason);
				expect(summary(engine)).not.toContain('secret');
				for (const _ of ['once', 'again']) {
					const text = await told(engine);
					expect(text).toMatch(new RegExp(`^Not used[^\n]*\`${id}\``));
					expect(text).toContain(reason);
					expect(text).toContain('*Deployment:*');
					expect(text).not.toContain('user:secret');
				}
				await engine.saveAppSettings({ [id]: former[id] });
				expect(summary(engine)).toMatch(/^Computed at /);
				expect(await told(engine)).not.toContain('Not used');
			}
		});
	});

	test('a declaration that is none, a contact that is none and a role that is none count as not stated', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), app: { declared_deployment: 'moon', contact_email: 'nobody', allowed_roles: 'nobodies' } }, async (engine) => {
			const text = await told(engine);
			expect(text).toContain('*Deployment:* Self-managed — likely, detected');
			expect(text).toContain('None of these roles exists here, so the default applies: those with the role `admin` may ask.');
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(engine.server.messages('member').map((message) => message.text).join('\n')).toContain('Not yet stated here: a contact,');
			expect(await told(engine, 'member')).not.toContain('*Deployment:*');
		});
	});

	test('a bad and a good value in one save: both are stored, the bad ones are told', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), app: former }, async (engine) => {
			await engine.saveAppSettings({ contact_email: 'nobody', notice_source_url: 'nowhere', hosting_location: 'Porto' });
			expect(['hosting_location', 'contact_email', 'notice_source_url'].map((id) => valueOf(engine, id))).toEqual(['Porto', 'nobody', 'nowhere']);
			const [first, second, third] = summary(engine).split('\n');
			expect([first, second, third].sort()).toEqual(['', expect.stringContaining(': contact_email ('), expect.stringContaining(': notice_source_url (')]);
		});
	});

	test('where one of several roles does not exist, the others hold, and that one is named', async () => {
		await withApp({ ...readWorkspace('self-managed-german'), app: { allowed_roles: 'privacy-officer, nobodies' } }, async (engine) => {
			await engine.command({ as: 'officer', text: '/privacy-status' });
			const text = lastTold(engine, 'officer').text;
			expect(text).toContain('“nobodies”');
			expect(text).not.toContain('None of these roles exists');
			// A role that is not named may not ask, admins included.
			expect(await told(engine)).not.toContain('nobodies');
		});
	});

	test('where roles cannot be looked up, a role is not called missing', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), permissionsRefused: ['role.read'] }, async (engine) => {
			await engine.saveAppSettings({ allowed_roles: 'officers' });
			expect(valueOf(engine, 'allowed_roles')).toBe('officers');
			expect(summary(engine)).toMatch(/^Computed at /);
			// And nobody gets in by it.
			expect(await told(engine)).not.toContain('*Deployment:*');
		});
	});

	test('a member reads nothing of it', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), app: former }, async (engine) => {
			await engine.saveAppSettings({ contact_email: 'nobody' });
			expect(await told(engine, 'member')).not.toContain('contact_email');
		});
	});

	test('every setting can be given by the environment, where the page states nothing', async () => {
		const workspace = readWorkspace('self-managed-registered');
		const environment = { [variableOf('contact_email')]: 'dpo@example.org', [variableOf('hosting_provider')]: 'Hoster Ltd', [variableOf('allowed_roles')]: 'user', [variableOf('notice_source_url')]: 'nowhere' };
		await withApp({ ...workspace, server: { ...workspace.server, environment } }, async (engine) => {
			const text = await told(engine, 'member');
			expect(text).toContain('*Deployment:*');
			expect(text).toContain(`the environment variable \`${variableOf('notice_source_url')}\``);
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			const notice = engine.server.messages('member').map((message) => message.text).join('\n');
			expect(notice).toContain('*Whom to ask:* dpo@example.org');
			expect(notice).toContain('*Who runs the machines, as the admins stated it:* Hoster Ltd.');
		});
	});
});

test('an upgrade from 0.1.0 keeps every value, and brings the summary', async () => {
	const workspace = readWorkspace('self-managed-registered');
	const values = { declared_deployment: 'air-gapped', hosting_provider: 'self', contact_email: 'privacy@example.org', organisation_notice: '# Ours', allowed_roles: 'admin' };
	await withUpgrade({ ...workspace, app: values }, async (engine) => {
		expect(Object.fromEntries(Object.keys(values).map((id) => [id, valueOf(engine, id)]))).toEqual(values);
		expect(summary(engine)).toContain('Deployment: Air-gapped — contradicted, declared');
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(lastTold(engine, 'admin').text).toContain('Air-gapped');
	});
});
