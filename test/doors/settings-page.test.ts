import { readFileSync } from 'node:fs';

import AdmZip from 'adm-zip';

import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { APP_SETTING_IDS, APP_SETTINGS, variableOf } from '../../src/settings/app-settings';
import { STATUS_LINES } from '../../src/settings/status-lines';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { buildPackage } from '../../tools/package/package';
import { platformTexts } from '../../tools/package/platform-texts';
import { lastTold, previousRelease, unhurried, withApp, withUpgrade } from './installed';
import { settled, soon, statusShown } from './status-shown';

const valueOf = (engine: Engine, id: string): unknown => engine.appSettings()[id]?.value;

const SELF_MANAGED = 'Self-managed (likely, detected)';
const CONTRADICTED = '⛔ Declared as Air-gapped, but a setting contradicts it';
const OPEN_SERVER = 'Rocket.Chat Open Server (likely, detected)';

/** Waits until the first line says where the workspace runs. */
const shows = async (engine: Engine, where: string): Promise<void> => soon(() => expect(statusShown(engine)['status_summary']).toBe(where));

describe('“Current status” of the settings page', () => {
	test('is there after enabling: where it runs, registration, air gap, contradictions, who can see what, what to do first, and when', async () => {
		await withApp('air-gapped-gateway-on', async (engine) => {
			await settled(engine);
			const { status_first: first, status_time: time, ...shown } = statusShown(engine);
			expect(shown).toEqual({
				'status_changes': 'Nothing differs from what this app has kept of earlier looks.',
				'status_summary': CONTRADICTED,
				'status_registered': 'Not registered (certain)',
				'status_air-gapped': CONTRADICTED,
				'status_contradictions': '⛔ 1, see /privacy-status',
				'status_account-data': '🟠 in some cases: Rocket.Chat, third parties, anyone',
				'status_usage-data': '🔴 yes: Rocket.Chat, third parties',
				'status_app-data': '🟠 in some cases: Rocket.Chat',
				'status_user-content': '🟠 in some cases: Rocket.Chat, third parties, anyone',
				'status_tracking': '🟠 in some cases: Rocket.Chat, third parties',
				'status_row': 'Air-gapped, likely or contradicted',
				'status_objections': 'None.',
			});
			expect(first).toMatch(/^Push notifications by gateway\. /);
			expect(time).toMatch(/^\d{1,2} \w{3,4} \d{4}, \d\d:\d\d UTC$/);
			// A field shows Markdown as it is.
			expect(Object.values(statusShown(engine)).join('\n')).not.toMatch(/[*`]/);
		});
	});

	test('is first, in a section with what changes it; the words come last, and the app’s own memory is not on the page', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const settings = Object.values(engine.appSettings());
			const sections = [...new Set(settings.map(({ section }) => engine.translate(String(section))))];
			expect(sections).toEqual(['Current status', 'What only you can know', 'Daily look', 'Who may ask', 'What the words mean']);
			expect(settings.filter(({ section }) => section === settings[0]?.['section']).map(({ id }) => id)).toEqual([...STATUS_LINES.filter((id) => id !== 'status_row'), 'declared_deployment']);
			expect(settings.at(-1)?.id).toBe('status_row');
			for (const { id, i18nLabel } of settings) {
				expect([id, engine.translate(String(i18nLabel)).endsWith('(shown only)')]).toEqual([id, id.startsWith('status_')]);
			}
			expect(settings.map(({ id }) => id)).not.toContain('rejected_values');
		});
	});

	test('is in the language of who reads it, but for its three texts', async () => {
		await withApp({ ...readWorkspace('air-gapped-gateway-on') }, async (engine) => {
			const german = statusShown(engine, 'de');
			const texts = platformTexts().get('de') ?? {};
			expect(german['status_registered']).toBe(texts['ps_status_unregistered_certain']);
			expect(german['status_registered']).not.toBe(statusShown(engine)['status_registered']);
			expect(german['status_time']).toBe(statusShown(engine)['status_time']);
		});
	});

	test('is fresh after a save', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await shows(engine, SELF_MANAGED);
			await engine.saveAppSettings({ declared_deployment: 'air-gapped' });
			await shows(engine, CONTRADICTED);
			await soon(() => expect(statusShown(engine)['status_contradictions']).toMatch(/^⛔ /));
			await engine.saveAppSettings({ declared_deployment: 'auto', hosting_provider: 'self' });
			await shows(engine, SELF_MANAGED);
		});
	});

	test('a page left open that posts every old line leaves the true ones, whatever else it posts', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await settled(engine);
			const stale = Object.fromEntries(STATUS_LINES.map((id) => [id, valueOf(engine, id)]));
			await engine.saveAppSettings({ declared_deployment: 'air-gapped' });
			await settled(engine);
			const truth = statusShown(engine);
			expect(truth['status_summary']).toBe(CONTRADICTED);
			const isTrue = (): void => expect({ ...statusShown(engine), status_time: '' }).toEqual({ ...truth, status_time: '' });
			await engine.saveAppSettings(stale);
			await settled(engine);
			isTrue();
			await engine.saveAppSettings({ ...stale, contact_email: 'privacy@example.org' });
			await settled(engine);
			expect({ ...statusShown(engine), status_time: '', status_first: '' }).toEqual({ ...truth, status_time: '', status_first: '' });
			expect(valueOf(engine, 'contact_email')).toBe('privacy@example.org');
			// The old page posts its old values of everything: then these are the truth.
			await engine.saveAppSettings({ ...stale, 'status_user-content': 'no_no_no', 'status_first': 'all is well', 'declared_deployment': 'auto' });
			await settled(engine);
			expect(statusShown(engine)['status_summary']).toBe(SELF_MANAGED);
			expect(valueOf(engine, 'status_user-content')).toBe(stale['status_user-content']);
			expect(valueOf(engine, 'status_first')).not.toBe('all is well');
		});
	});

	test('is the truth after a save that comes without a value, or with one that is no text', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await shows(engine, SELF_MANAGED);
			await engine.saveAppSettings({ 'status_summary': undefined, 'status_row': 7, 'status_first': null });
			await settled(engine);
			await shows(engine, SELF_MANAGED);
			expect(statusShown(engine)['status_row']).toBe('Self-managed, registered');
			expect(statusShown(engine)['status_first']).not.toBe('null');
		});
	});

	test('is fresh after each /privacy-status', async () => {
		await withApp('self-managed-registered', async (engine) => {
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			await shows(engine, SELF_MANAGED);
			await engine.command({ as: 'admin', text: '/privacy-status' });
			await shows(engine, OPEN_SERVER);
		});
	});

	test('is not changed by somebody who may not ask', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await settled(engine);
			const before = statusShown(engine);
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			await engine.command({ as: 'member', text: '/privacy-status' });
			await settled(engine);
			expect(statusShown(engine)).toEqual(before);
		});
	});

	test('is fresh after disabling and enabling', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.disable();
			engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
			await engine.enable();
			await shows(engine, OPEN_SERVER);
		});
	});

	test('says that it could not find out, and no false “no”, where nothing can be read', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), faults: { '*': 'throws' } }, async (engine) => {
			await settled(engine);
			const shown = statusShown(engine);
			expect(shown['status_summary']).toMatch(/^Could not find out$|^⚪ No setting could be read/);
			expect(shown['status_registered']).toBe('Could not find out');
			expect(shown['status_user-content']).toMatch(/could not find out: Rocket\.Chat/);
			expect(Object.values(shown).filter((label) => /nobody|^no\b|not registered/i.test(label))).toEqual([]);
		});
	});

	test('of a text that the workspace’s settings hold shows no mark and no secret', async () => {
		const settings = { ...readWorkspace('self-managed-registered').settings, Push_gateway: 'https://user:secret@push.example.net/\u202ex?token=secret' };
		await withApp({ ...readWorkspace('self-managed-registered'), settings }, async (engine) => {
			await engine.saveAppSettings({ allowed_roles: `admin, *x*\u202e<b>${'y'.repeat(9000)}` });
			await soon(() => expect(statusShown(engine)['status_objections']).toMatch(/^Not used: /));
			const shown = Object.values(statusShown(engine)).join('\n');
			expect(shown).not.toMatch(/secret|[*`<\u202e]/);
			expect(shown.length).toBeLessThan(3000);
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

	const notUsed = (engine: Engine): string => statusShown(engine)['status_objections'];

	const told = async (engine: Engine, as = 'admin'): Promise<string> => {
		await engine.command({ as, text: '/privacy-status text' });
		return lastTold(engine, as).text;
	};

	test('each kind of it, as long as it is there', async () => {
		await withApp({ ...readWorkspace('self-managed-registered'), app: former }, async (engine) => {
			for (const [id, value, reason] of bad) {
				await engine.saveAppSettings({ [id]: value });
				expect({ id, value: valueOf(engine, id) }).toEqual({ id, value });
				await soon(() => expect(notUsed(engine)).toMatch(new RegExp(`^Not used[^\n]*${id} \\(`)));
				await soon(() => expect(notUsed(engine)).toContain(reason));
				expect(Object.values(statusShown(engine)).join('\n')).not.toContain('secret');
				for (const _ of ['once', 'again']) {
					const text = await told(engine);
					expect(text).toMatch(new RegExp(`^Not used[^\n]*\`${id}\``));
					expect(text).toContain(reason);
					expect(text).toContain('*Deployment:*');
					expect(text).not.toContain('user:secret');
				}
				await engine.saveAppSettings({ [id]: former[id] });
				await soon(() => expect(notUsed(engine)).toBe('None.'));
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
			await soon(() => expect(notUsed(engine).match(/Not used/g)).toHaveLength(2));
			expect(notUsed(engine)).toContain(': contact_email (');
			expect(notUsed(engine)).toContain(': notice_source_url (');
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
			await settled(engine);
			expect(notUsed(engine)).toBe('None.');
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

	test('the variable of every setting is read, and that of tokens: of a value that none can use each says so, but for the text that may be anything', async () => {
		const workspace = readWorkspace('self-managed-registered');
		const useless = ','.repeat(201);
		const variables = [...APP_SETTING_IDS.map(variableOf), TOKEN_VARIABLE];
		const environment = Object.fromEntries(variables.map((name) => [name, useless]));
		await withApp({ ...workspace, server: { ...workspace.server, environment } }, async (engine) => {
			await told(engine);
			// In more than one message: a role may be as long as that.
			const text = engine.server.messages('admin').map((message) => message.text).join('\n');
			const unread = variables.filter((name) => !text.includes(`the environment variable \`${name}\` (`));
			expect(unread).toEqual([variableOf('organisation_notice')]);
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(engine.server.messages('member').map((message) => message.text).join('\n')).toContain(useless);
			await soon(() => expect(notUsed(engine)).toContain(`${TOKEN_VARIABLE} (tokens for scripts). It should hold only SHA-256 hashes`));
		});
	});
});

test('an upgrade from 0.1.0 keeps every value, and brings the lines into its first section', async () => {
	const workspace = readWorkspace('self-managed-registered');
	const values = { declared_deployment: 'air-gapped', hosting_provider: 'self', contact_email: 'privacy@example.org', organisation_notice: '# Ours', allowed_roles: 'admin' };
	await withUpgrade({ ...workspace, app: values }, async (engine) => {
		await shows(engine, CONTRADICTED);
		expect(Object.fromEntries(Object.keys(values).map((id) => [id, valueOf(engine, id)]))).toEqual(values);
		const [first] = Object.values(engine.appSettings());
		expect(first?.['section']).toBe(engine.appSettings()['status_summary']?.['section']);
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(lastTold(engine, 'admin').text).toContain('Air-gapped');
	});
});

/** The package of 0.1.0 with the one setting more that 0.2.0 had: a text of several lines, before all others. */
function withStatusText(zip: Buffer): Buffer {
	const made = new AdmZip(zip);
	const code = made.readAsText('PrivacyStatusApp.js');
	const changed = code.replace(/\[\{ id: "declared_deployment", type: (\w+)\./, (first, engine: string) =>
		first.replace('[', `[{ id: "status_summary", type: ${engine}.SettingType.STRING, multiline: !0, packageValue: "", required: !1, public: !1, section: "ps_section_status", i18nLabel: "ps_status_summary", i18nDescription: "ps_status_summary_description" }, `),
	);
	expect(changed).not.toBe(code);
	made.updateFile('PrivacyStatusApp.js', Buffer.from(changed));
	return made.toBuffer();
}

test('an upgrade from 0.2.0 keeps every value, and its text gives way to the first line', async () => {
	const values = { declared_deployment: 'air-gapped', hosting_provider: 'self', hosting_location: 'Lisbon', organisation_notice: '# Ours', notice_source_url: 'https://example.org/privacy', contact_email: 'privacy@example.org', allowed_roles: 'admin' };
	const text = 'Computed at Nov 1, 2026, 10:00 UTC.\n\nDeployment: Self-managed — likely, detected';
	const engine = await startEngine(readWorkspace('self-managed-registered'), unhurried());
	try {
		await engine.install(withStatusText(previousRelease()));
		await engine.saveAppSettings({ ...values, status_summary: text });
		expect(Object.values(engine.appSettings())[0]).toMatchObject({ id: 'status_summary', type: 'string', value: text });
		await engine.update(readFileSync(await buildPackage()));
		await shows(engine, CONTRADICTED);
		await settled(engine);
		expect(Object.fromEntries(Object.keys(values).map((id) => [id, valueOf(engine, id)]))).toEqual(values);
		const settings = Object.values(engine.appSettings());
		expect(settings[0]).toMatchObject({ id: 'status_summary', type: 'select', section: 'ps_section_status' });
		expect(settings[0]?.['multiline']).not.toBe(true);
		// The platform drops no setting, so none that a version had may be gone: its text would stay for ever.
		expect(settings.map(({ id }) => id).sort()).toEqual(APP_SETTINGS.map(({ id }) => id).sort());
		expect(JSON.stringify(settings)).not.toContain('Computed at');
		expect(Object.values(statusShown(engine))).not.toContain('');
	} finally {
		await engine.stop();
	}
});
