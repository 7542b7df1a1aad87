import { readdirSync } from 'node:fs';
import path from 'node:path';

import manifest from '../../app.json';
import { NOTICES, NOTICE_IDS } from '../../src/catalogue/notices';
import type { NoticeId, NoticeKey } from '../../src/catalogue/notices';
import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { CONFLICT_IDS } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import type { Translate } from '../../src/language/translate';
import { answeringEverybody } from '../../src/doors/asking/answer';
import type { AppFacts, Request } from '../../src/doors/asking/request';
import { tellNotice } from '../../src/doors/notice/notice';
import type { NoticeStanding } from '../../src/posture/notice';
import { hostOf } from '../../src/posture/host';
import { APP_SETTING_IDS } from '../../src/settings/app-settings';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import type { Engine } from '../../tools/host';
import { defaultPeople, readingOf, readWorkspace } from '../../tools/host';
import { validateView } from '../../tools/workbench/validators';
import { installedOnce, lastTold, told, withApp, withUpgrade } from './installed';

const OWN = '*From the organisation that runs this workspace*';
const ADMINS = '*For admins only*';

/** Which notice a member of each workspace gets, and how firmly. */
const EXPECTED: Record<string, `${NoticeId} ${NoticeStanding}`> = {
	'cloud-own-host': 'cloud likely',
	'cloud-custom-domain': 'self-managed-registered likely',
	'cloud-custom-domain-declared': 'cloud applies',
	'cloud-declared-unregistered': 'cannot-be-told not-told',
	'open-server': 'open-server likely',
	'open-server-declared-elsewhere': 'cannot-be-told not-told',
	'rocket-chat-host-unregistered': 'cannot-be-told not-told',
	'self-managed-registered': 'self-managed-registered likely',
	'self-managed-unregistered': 'self-managed-unregistered likely',
	'self-managed-disconnected': 'self-managed-unregistered likely',
	'self-managed-declared-on-rocket-chat-host': 'cannot-be-told not-told',
	'self-managed-german': 'self-managed-unregistered likely',
	'self-managed-hardened': 'self-managed-unregistered likely',
	'air-gapped-offline-licence': 'air-gapped conditional',
	'air-gapped-clean': 'air-gapped applies',
	'air-gapped-by-environment': 'air-gapped applies',
	'air-gapped-offline-registration': 'air-gapped conditional',
	'air-gapped-unreadable': 'air-gapped conditional',
	'air-gapped-report-accepted': 'cannot-be-told not-told',
	'air-gapped-gateway-on': 'cannot-be-told not-told',
	'air-gapped-registered': 'cannot-be-told not-told',
	'air-gapped-translating': 'cannot-be-told not-told',
	'nothing-readable': 'cannot-be-told not-told',
	'nothing-answers': 'cannot-be-told not-told',
	'half-broken': 'cannot-be-told not-told',
	'uploads-off': 'self-managed-unregistered likely',
	'uploads-fail': 'self-managed-unregistered likely',
	'look-alike-user-info': 'self-managed-registered likely',
	'look-alike-subdomain': 'self-managed-registered likely',
	'look-alike-prefix': 'self-managed-registered likely',
	'look-alike-unicode': 'self-managed-registered likely',
	'answers-null-for-absent': 'self-managed-unregistered likely',
	'custom-oauth': 'self-managed-unregistered likely',
	'direct-message-history-open': 'self-managed-unregistered likely',
	'encryption-by-default': 'self-managed-unregistered likely',
	'fresh-7.7.1': 'self-managed-unregistered likely',
	'fresh-8.6.1': 'self-managed-unregistered likely',
	'fresh-9.0': 'self-managed-unregistered likely',
	'lan-only-switches-off': 'self-managed-unregistered likely',
	'ldap-without-encryption': 'self-managed-unregistered likely',
	'livechat-visitors-stored': 'self-managed-unregistered likely',
	'mail-settings-hidden': 'self-managed-unregistered likely',
	'mail-without-text': 'self-managed-unregistered likely',
	'minio-file-store': 'self-managed-unregistered likely',
	'native-push-without-keys': 'self-managed-unregistered likely',
	'no-notification-mail': 'self-managed-unregistered likely',
	'open-to-the-world': 'self-managed-unregistered likely',
	'own-hosts': 'self-managed-unregistered likely',
	'own-libretranslate': 'self-managed-unregistered likely',
	'own-push-gateway': 'self-managed-unregistered likely',
	'product-in-host-name': 'self-managed-unregistered likely',
	'push-gateway-of-rocket-chat': 'self-managed-unregistered likely',
	'register-server-off': 'self-managed-unregistered likely',
	'retention-of-channels': 'self-managed-unregistered likely',
	'school-cloud': 'self-managed-unregistered likely',
	'several-push-gateways': 'self-managed-unregistered likely',
	'statistics-reporting-off': 'self-managed-unregistered likely',
	'three-versions-mixed': 'self-managed-unregistered likely',
	'upgraded-8.6.1': 'self-managed-unregistered likely',
	'upgraded-9.0': 'self-managed-unregistered likely',
	'xmpp-bridge': 'self-managed-unregistered likely',
	'placeholder-credentials': 'self-managed-registered likely',
	'removed-in-cloud-console': 'self-managed-registered likely',
	'registered-then-switched-off': 'self-managed-registered likely',
	'offline-licence-but-connected': 'cannot-be-told not-told',
	'air-gapped-services-inside': 'air-gapped applies',
	'air-gapped-8.6.1': 'air-gapped applies',
	'air-gapped-9.0': 'air-gapped applies',
	'air-gapped-libretranslate': 'air-gapped applies',
};

const STANDINGS: readonly NoticeStanding[] = ['applies', 'likely', 'conditional', 'not-told'];

/** Everything that the app said to that person, one after the other. */
function said(engine: Engine, username: string): string {
	return told(engine, username).map(({ text }) => text).join('\n');
}

function modalText(engine: Engine, username: string): string {
	return JSON.stringify(engine.server.surfaces(username).at(-1)?.view.blocks ?? []);
}

/** Which notices a text tells, each with its standing. */
function noticesIn(text: string, translate: Translate): string[] {
	const standing = STANDINGS.filter((candidate) => text.includes(translate(`notice-view_heading-${candidate}`)));
	// Beside a registration nothing is said of there being none.
	const told = (id: NoticeId): readonly NoticeKey[] => NOTICES[id].statements.filter((key) => key !== 'notice_air-gapped_no-registration');
	return NOTICE_IDS.filter((id) => told(id).every((key) => text.includes(translate(key)))).map((id) => `${id} ${standing.join(' and ')}`);
}

test('every workspace has its expected notice here', () => {
	const workspaces = readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json'));
	expect(Object.keys(EXPECTED).sort()).toEqual(workspaces.sort());
});

/** What one person got of `/privacy-notice`: the texts, and the modals with their blocks. */
interface Received {
	readonly texts: readonly string[];
	readonly modals: readonly unknown[];
}

/** The door itself over a platform that reads the workspace and keeps what it was asked to tell. */
async function knock(name: string, username: string): Promise<Received> {
	const workspace = readWorkspace(name);
	const person = (workspace.users ?? defaultPeople).find((known) => known.username === username);
	const texts: string[] = [];
	const modals: unknown[] = [];
	const message = { setRoom: () => message, setGroupable: () => message, setSender: () => message, setText: (text: string) => (texts.push(text), message), getMessage: () => ({}) };
	const request = {
		user: { id: username, roles: person?.roles, settings: { preferences: { language: person?.language } } },
		room: { id: 'GENERAL' },
		triggerId: 'trigger',
		read: {
			getEnvironmentReader: () => readingOf(workspace, manifest),
			getUserReader: () => ({ getAppUser: async () => ({ id: 'app' }) }),
			getRoleReader: () => ({ getOneByIdOrName: async (id: string) => ({ id }) }),
		},
		modify: {
			getCreator: () => ({ startMessage: () => message }),
			getNotifier: () => ({ notifyUser: async () => undefined }),
			getUiController: () => ({ openSurfaceView: async (view: { type: string }) => modals.push({ appId: manifest.id, ...view }) }),
		},
	} as unknown as Request;
	await tellNotice(request, { newViewId: () => 'view', now: () => new Date('2026-11-22T03:00:00Z'), version: manifest.version } as unknown as AppFacts);
	return { texts, modals };
}

async function knockInEngine(engine: Engine, username: string): Promise<Received> {
	await engine.command({ as: username, text: '/privacy-notice' });
	expect(engine.server.surfaces(username).map(({ kind }) => kind)).toEqual(['modal']);
	return { texts: told(engine, username).map(({ text }) => text), modals: engine.server.surfaces(username).map(({ view }) => view) };
}

/** Both get the same notice, and the member nothing that only admins may see. */
function expectFitting(name: string, translate: Translate, member: Received, admin: Received): void {
	const forAdmins = translate('notice-admin_heading');
	const members = member.texts.join('\n');
	const admins = admin.texts.join('\n');
	expect(noticesIn(members, translate)).toEqual([EXPECTED[name]]);
	expect(noticesIn(admins, translate)).toEqual([EXPECTED[name]]);
	for (const text of [...member.texts, ...admin.texts]) {
		expect(text.length).toBeLessThan(MESSAGE_LIMIT);
	}
	for (const { modals } of [member, admin]) {
		expect(modals.map((view) => validateView(view, 'modal'))).toEqual([[]]);
	}

	const received = members + JSON.stringify(member.modals.map((view) => Reflect.get(Object(view), 'blocks') as unknown));
	const address = readWorkspace(name).settings?.['Site_Url'];
	const host = typeof address === 'string' ? hostOf(address) : null;
	const findings = admins
		.slice(admins.indexOf(forAdmins))
		.split('\n')
		.filter((line) => line !== '');
	expect(findings[0]).toBe(forAdmins);
	const forbidden = [...SETTING_IDS, ...APP_SETTING_IDS, ...CONFLICT_IDS.map((id) => `\`${id}\``), ...(host === null ? [] : [host]), ...findings];
	expect(forbidden.filter((text) => received.includes(text))).toEqual([]);
}

describe('a member gets the notice that fits, and nothing that only admins may see', () => {
	const speaking = (name: string): Translate => translator(name === 'self-managed-german' ? 'de' : 'en');
	const adminOf = (name: string): string => (name === 'self-managed-german' ? 'officer' : 'admin');

	test.each(Object.keys(EXPECTED))('%s', async (name) => {
		expectFitting(name, speaking(name), await knock(name, 'member'), await knock(name, adminOf(name)));
	});

	// One with a language and a role of its own, and one with contradictions, which only admins read.
	test.each(['self-managed-german', 'air-gapped-gateway-on'])('in the engine %s gives the same', async (name) => {
		await withApp(name, async (engine) => {
			const member = await knockInEngine(engine, 'member');
			const admin = await knockInEngine(engine, adminOf(name));
			expectFitting(name, speaking(name), member, admin);
			expect([member.texts, admin.texts]).toEqual([(await knock(name, 'member')).texts, (await knock(name, adminOf(name))).texts]);
		});
	});
});

describe('/privacy-notice', () => {
	test('tells the air-gapped notice with its date, source, version, hash and contact', async () => {
		await withApp('air-gapped-clean', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			const [first] = told(engine, 'member');
			expect(first?.sender).toBe('privacy-status.bot');
			expect(first?.text).toContain('*Privacy notice for this workspace*\nThose who run this workspace declared it as: Air-gapped.');
			expect(first?.text).toContain('Source: Rocket.Chat, Privacy Notice for Air-Gapped Workspaces, effective 9 December 2023: https://docs.rocket.chat/');
			expect(first?.text).toMatch(/version 2 \(`[0-9a-f]{12}`\)/);
			expect(first?.text).toContain('privacy@rocket.chat. The copy of the notice that this summary was made from lacks the address; the address is in Rocket.Chat\'s published file of the same notice');
			expect(engine.server.surfaces('member')[0]?.view.title).toEqual({ type: 'plain_text', text: 'Privacy Status' });
			expect(engine.server.interactions().map(({ type, accepted }) => ({ type, accepted }))).toEqual([{ type: 'modal.open', accepted: true }]);
		});
	});

	test('answers in the thread, and in text alone where no surface can be opened', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const [parent] = engine.server.messages('member');
			await engine.command({ as: 'member', text: '/privacy-notice', threadId: parent?.id ?? '', triggerId: null });
			expect(told(engine, 'member').map(({ threadId }) => threadId)).toEqual(told(engine, 'member').map(() => parent?.id));
			expect(said(engine, 'member')).toContain(OWN);
			expect(engine.server.interactions()).toEqual([]);
		});
	});

	describe('help', () => {
		const engine = installedOnce('self-managed-registered');

		test.each(['help', 'HELP', 'help me'])('"%s" shows it', async (words) => {
			const before = told(engine(), 'member').length;
			await engine().command({ as: 'member', text: `/privacy-notice ${words}` });
			expect(told(engine(), 'member').length).toBeGreaterThan(before);
			expect(lastTold(engine(), 'member').text).toContain('- `/privacy-notice` shows the notice that applies here');
			expect(engine().server.surfaces('member')).toEqual([]);
		});
	});

	test('answers unknown words with what was typed and the help', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice @all *x*' });
			expect(lastTold(engine, 'member').text).toContain('There is no command “·all”.\n\n*Privacy notice*');
		});
	});

	test('opens from the user menu as a modal, with one interaction', async () => {
		await withApp('self-managed-unregistered', async (engine) => {
			expect(engine.actionButtons()).toContainEqual({ actionId: 'open-notice', context: 'userDropdownAction', label: 'Privacy notice' });
			await engine.actionButton({ as: 'member', actionId: 'open-notice', context: 'userDropdownAction' });
			expect(engine.server.interactions().map(({ type, accepted }) => ({ type, accepted }))).toEqual([{ type: 'modal.open', accepted: true }]);
			expect(modalText(engine, 'member')).toContain('Data may leave without a registration too');
			expect(modalText(engine, 'member')).not.toContain(ADMINS);
			expect(said(engine, 'member')).toBe('');
		});
	});

	test('a reader with German as their language gets the German text, and is told that it is a translation', async () => {
		await withApp('self-managed-german', async (engine) => {
			await engine.command({ as: 'officer', text: '/privacy-notice' });
			const german = translator('de');
			expect(said(engine, 'officer')).toContain(german('notice-view_heading-likely'));
			expect(said(engine, 'officer')).toContain(german('notice-view_translation'));
			expect(said(engine, 'officer')).toContain('20. Oktober 2023');
		});
	});

	test('whoever has no allowed role reads what everybody reads', async () => {
		await withApp('self-managed-german', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-notice' });
			expect(said(engine, 'admin')).not.toContain(translator('de')('notice-admin_heading'));
		});
	});
});

test('whatever goes wrong, the asker reads one sentence, and the log holds no value', async () => {
	const logged: string[] = [];
	const shown: unknown[] = [];
	const app = { newViewId: () => 'view', logger: { error: (text: string) => logged.push(text) } } as unknown as AppFacts;
	const broken = new Error('https://secret.example');
	const refused = () => {
		throw broken;
	};
	const requestIn = (modify: unknown): Request => ({ user: {}, room: undefined, threadId: undefined, triggerId: 'trigger', read: { getEnvironmentReader: refused }, modify }) as unknown as Request;
	const working = { getUiController: () => ({ openSurfaceView: async (view: unknown) => shown.push(view) }) };

	await answeringEverybody(requestIn(working), app, 'notice_failed', async () => refused());
	expect(shown).toHaveLength(1);
	expect(JSON.stringify(shown)).toContain('The privacy notice could not be shown.');
	await answeringEverybody(requestIn({ getUiController: refused }), app, 'notice_failed', async () => refused());
	expect(logged).toEqual(['answering', 'answering', 'telling of it'].map((what) => expect.stringMatching(new RegExp(`^${what} failed: Error in [^,]+, \\d+:\\d+$`)) as unknown));
	expect(logged.join()).not.toContain('secret');
});

describe('admins read more', () => {
	test('the contradictions, the placeholders, and what a registration would change', async () => {
		await withApp('air-gapped-gateway-on', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-notice' });
			const text = said(engine, 'admin');
			expect(text).toContain('*Push notifications by gateway:* Push notifications are set to go through');
			expect(text).toContain('`Layout_Privacy_Policy` still holds Rocket.Chat\'s placeholder');
			expect(text).toContain('*What changes if this workspace registers with Rocket.Chat*');
			engine.server.setSetting('Layout_Privacy_Policy', 'Our own words');
			await engine.command({ as: 'admin', text: '/privacy-notice' });
			expect(lastTold(engine, 'admin').text).not.toContain('Layout_Privacy_Policy');
		});
	});

	test('a registration of an air-gapped workspace, category by category', async () => {
		await withApp('air-gapped-clean', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-notice' });
			const text = said(engine, 'admin');
			expect(text).toMatch(/- \*account data:\* no → yes\. New: .*Registration/);
			expect(text).toMatch(/- \*usage data:\* no → yes\. .*No longer blocked: .*Daily usage report/);
		});
	});
});

describe('the organisation’s own words', () => {
	const text = '## Our house rules\nWe keep *nothing* longer than [a year](https://example.org/rules).';
	const stated = {
		organisation_notice: text,
		notice_source_url: 'https://example.org/privacy',
		contact_email: 'dpo@example.org',
		hosting_provider: 'self',
		hosting_location: 'Geneva',
	};

	test('stand beside ours as they are, in a message of their own that says whose they are', async () => {
		await withApp({ ...readWorkspace('air-gapped-clean'), app: { declared_deployment: 'air-gapped', ...stated } }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			const [ours, own, ...others] = told(engine, 'member');
			expect(others).toEqual([]);
			expect(ours?.text).not.toContain('house rules');
			expect(own?.text.startsWith(`${OWN}\nWhat follows comes from the admins of this workspace, not from this app.`)).toBe(true);
			expect(own?.text.endsWith(`own words:*\n${text}`)).toBe(true);
			for (const line of ['*Contact:* dpo@example.org', '*Who runs the machines:* the organisation itself', '*Where the machines are:* Geneva', '*Its own notice:* https://example.org/privacy']) {
				expect(own?.text).toContain(line);
				expect(modalText(engine, 'member')).toContain(line);
			}
		});
	});

	test('on the Open Server are Rocket.Chat’s, and are not told as somebody else’s', async () => {
		await withApp({ ...readWorkspace('open-server'), app: stated }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			expect(said(engine, 'member')).toContain('*Contact:* dpo@example.org');
			expect(said(engine, 'member')).not.toMatch(/What follows comes from the admins|not from Rocket\.Chat/);
		});
	});

	test('that are not stated say so', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			expect(said(engine, 'member').match(/the admins have not stated/g)).toHaveLength(5);
			expect(said(engine, 'member')).not.toContain('What follows comes from the admins');
		});
	});

	test('that are too long are cut at a line, and what is of no use is ignored; admins are told', async () => {
		const lines = Array.from({ length: 200 }, (_, index) => `Line ${index} of a long and patient text.`);
		const workspace = readWorkspace('self-managed-registered');
		// 0.1.0 stored whatever came.
		const app = { organisation_notice: lines.join('\n'), notice_source_url: 'javascript:alert(1)', contact_email: 'ask us' };
		await withUpgrade({ ...workspace, app }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			const members = said(engine, 'member');
			expect(members).toContain('longer than 4000 characters');
			expect(lastTold(engine, 'member').text).toMatch(/Line \d+ of a long and patient text\.$/);
			expect(members).not.toContain('Line 199');
			expect(members + modalText(engine, 'member')).not.toMatch(/javascript|ask us|notice_source_url/);
			expect(validateView(engine.server.surfaces('member')[0]?.view, 'modal')).toEqual([]);
			await engine.command({ as: 'admin', text: '/privacy-notice' });
			for (const id of ['notice_source_url', 'contact_email']) {
				expect(lastTold(engine, 'admin').text).toContain(`- Not used, and counts as not stated: \`${id}\` (`);
			}
			expect(lastTold(engine, 'admin').text).toContain('`organisation_notice` in this app\'s settings is longer than 4000 characters');
			expect(said(engine, 'admin')).not.toMatch(/javascript|ask us/);
		});
	});
});
