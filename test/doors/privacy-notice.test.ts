import { readdirSync } from 'node:fs';
import path from 'node:path';

import manifest from '../../app.json';
import { NOTICES, NOTICE_IDS } from '../../src/catalogue/notices';
import type { NoticeId, NoticeKey } from '../../src/catalogue/notices';
import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { CONFLICT_IDS } from '../../src/catalogue/vocabulary';
import { link } from '../../src/language/spans';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import type { Translate } from '../../src/language/translate';
import { answeringEverybody } from '../../src/doors/asking/answer';
import type { AppFacts, Request } from '../../src/doors/asking/request';
import { openNotice, tellNotice } from '../../src/doors/notice/notice';
import type { NoticeStanding } from '../../src/posture/notice';
import { hostOf } from '../../src/posture/host';
import { APP_SETTING_IDS, variableOf } from '../../src/settings/app-settings';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import { Readings } from '../../src/doors/asking/readings';
import type { Engine } from '../../tools/host';
import { defaultPeople, readingOf, readWorkspace } from '../../tools/host';
import { validateView } from '../../tools/workbench/validators';
import { installedOnce, lastTold, told, withApp, withUpgrade } from './installed';

const OWN = '*From the organisation that runs this workspace*';
const UNSTATED = 'Not yet stated here: ';
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

/** What one person got of the notice, in text and as a modal: the texts, and the modals with their blocks. */
interface Received {
	readonly texts: readonly string[];
	readonly modals: readonly unknown[];
}

/** The door itself over a platform that reads the workspace and keeps what it was asked to tell: once in text, once as a modal. */
async function knock(name: string, username: string): Promise<Received> {
	const { app, ...rest } = readWorkspace(name);
	// All that a member may ever read.
	const workspace = { ...rest, app: { ...app, members_may_read: 'notice-and-keeping' } };
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
			getPersistenceReader: () => ({ readByAssociation: async () => [] }),
			getUserReader: () => ({ getAppUser: async () => ({ id: 'app' }) }),
			getRoleReader: () => ({ getOneByIdOrName: async (id: string) => ({ id }) }),
		},
		modify: {
			getCreator: () => ({ startMessage: () => message }),
			getNotifier: () => ({ notifyUser: async () => undefined }),
			getUiController: () => ({ openSurfaceView: async (view: { type: string }) => modals.push({ appId: manifest.id, ...view }) }),
		},
	} as unknown as Request;
	const facts = { id: manifest.id, readings: new Readings(), newViewId: () => 'view', now: () => new Date('2026-11-22T03:00:00Z'), version: manifest.version } as unknown as AppFacts;
	await tellNotice(request, facts);
	expect(modals).toEqual([]);
	const told = texts.length;
	await openNotice(request, facts);
	expect(texts).toHaveLength(told);
	return { texts, modals };
}

async function knockInEngine(engine: Engine, username: string): Promise<Received> {
	await engine.command({ as: username, text: '/privacy-notice text' });
	expect(engine.server.surfaces(username)).toEqual([]);
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
	// An ordinary word is the id of a setting only as code.
	const own = APP_SETTING_IDS.map((id) => (id.includes('_') ? id : `\`${id}\``));
	const forbidden = [...SETTING_IDS, ...own, ...CONFLICT_IDS.map((id) => `\`${id}\``), ...(host === null ? [] : [host]), ...findings];
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
		const workspace = readWorkspace(name);
		await withApp({ ...workspace, app: { ...workspace.app, members_may_read: 'notice-and-keeping' } }, async (engine) => {
			const member = await knockInEngine(engine, 'member');
			const admin = await knockInEngine(engine, adminOf(name));
			expectFitting(name, speaking(name), member, admin);
			expect([member.texts, admin.texts]).toEqual([(await knock(name, 'member')).texts, (await knock(name, adminOf(name))).texts]);
		});
	});
});

describe('/privacy-notice', () => {
	test('opens as a modal alone, with its date, source and contact', async () => {
		await withApp('air-gapped-clean', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice' });
			expect(told(engine, 'member')).toEqual([]);
			expect(engine.server.interactions().map(({ type, accepted }) => ({ type, accepted }))).toEqual([{ type: 'modal.open', accepted: true }]);
			const [surface] = engine.server.surfaces('member');
			expect(surface?.view.title).toEqual({ type: 'plain_text', text: 'Privacy notice' });
			expect(JSON.stringify(surface?.view.close)).toContain('"Done"');
			const blocks = modalText(engine, 'member');
			expect(blocks).toMatch(/^[^*]*\*In short\*/);
			expect(blocks).toContain('*Privacy notice for this workspace*\\nThose who run this workspace declared it as: Air-gapped.');
			expect(blocks).toContain('This is a summary. The original counts;');
			expect(blocks).toContain('Privacy Notice for Air-Gapped Workspaces, effective 9 December 2023: https://docs.rocket.chat/');
			expect(blocks).toContain("Data Protection Officer: privacy@rocket.chat");
		});
	});

	test('is told in the chat alone, in the thread, where no surface can be opened', async () => {
		await withApp('self-managed-registered', async (engine) => {
			const [parent] = engine.server.messages('member');
			await engine.command({ as: 'member', text: '/privacy-notice', threadId: parent?.id ?? '', triggerId: null });
			expect(told(engine, 'member').length).toBeGreaterThan(0);
			expect(told(engine, 'member').map(({ sender, threadId }) => [sender, threadId])).toEqual(told(engine, 'member').map(() => ['privacy-status.bot', parent?.id]));
			expect(said(engine, 'member')).toMatch(/^\*In short\*/);
			expect(engine.server.interactions()).toEqual([]);
		});
	});

	test.each(['text', 'TEXT please'])('“%s” asks for it in the chat, where a modal could be opened too', async (words) => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: `/privacy-notice ${words}` });
			expect(said(engine, 'member')).toMatch(/^\*In short\*/);
			expect(engine.server.interactions()).toEqual([]);
		});
	});

	describe('help', () => {
		const engine = installedOnce('self-managed-registered');

		test.each(['help', 'HELP', 'help me'])('"%s" shows it', async (words) => {
			const before = told(engine(), 'member').length;
			await engine().command({ as: 'member', text: `/privacy-notice ${words}` });
			expect(told(engine(), 'member').length).toBeGreaterThan(before);
			expect(lastTold(engine(), 'member').text).toContain('- `/privacy-notice` shows what applies here in short');
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
			await engine.command({ as: 'officer', text: '/privacy-notice text' });
			const german = translator('de');
			expect(said(engine, 'officer')).toContain(german('notice-view_heading-likely'));
			expect(said(engine, 'officer')).toContain(german('notice-view_translation'));
			expect(said(engine, 'officer')).toContain(german(say('notice-view_source-effective', { name: say('notice-source_privacy-policy'), date: { day: '2023-10-20' }, link: link('https://docs.rocket.chat/customer-center/legal-center/privacy-policy') })));
		});
	});

	test('whoever has no allowed role reads what everybody reads', async () => {
		await withApp('self-managed-german', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			expect(said(engine, 'admin')).not.toContain(translator('de')('notice-admin_heading'));
		});
	});
});

test('whatever goes wrong, the asker reads one sentence, and the log holds no value', async () => {
	const logged: string[] = [];
	const shown: unknown[] = [];
	const app = { newViewId: () => 'view', readings: new Readings(), logger: { error: (text: string) => logged.push(text) } } as unknown as AppFacts;
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
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			const text = said(engine, 'admin');
			expect(text).toContain('*Push notifications by gateway:* Push notifications are set to go through');
			expect(text).toContain('`Layout_Privacy_Policy` still holds Rocket.Chat\'s placeholder');
			expect(text).toContain('*What changes if this workspace registers with Rocket.Chat*');
			engine.server.setSetting('Layout_Privacy_Policy', 'Our own words');
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			expect(lastTold(engine, 'admin').text).not.toContain('Layout_Privacy_Policy');
		});
	});

	test('a registration of an air-gapped workspace, category by category', async () => {
		await withApp('air-gapped-clean', async (engine) => {
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
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
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			await engine.command({ as: 'member', text: '/privacy-notice' });
			const [ours, own, ...others] = told(engine, 'member');
			expect(others).toEqual([]);
			expect(ours?.text).not.toContain('house rules');
			expect(own?.text.startsWith(`${OWN}\nWhat follows comes from the admins of this workspace, not from this app.\n*Its own notice:* https://example.org/privacy`)).toBe(true);
			expect(own?.text.endsWith(`own words:*\n${text}`)).toBe(true);
			for (const line of ['*Who runs the machines, as the admins stated it:* the organisation itself, on its own premises, Geneva.', '*Whom to ask:* dpo@example.org']) {
				expect(said(engine, 'member').split(line)).toHaveLength(2);
				expect(modalText(engine, 'member').split(line)).toHaveLength(2);
			}
			expect(said(engine, 'member') + modalText(engine, 'member')).not.toContain(UNSTATED);
		});
	});

	test('on the Open Server are Rocket.Chat’s, and are not told as somebody else’s', async () => {
		await withApp({ ...readWorkspace('open-server'), app: stated }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(said(engine, 'member')).toContain('*Whom to ask:* dpo@example.org');
			expect(said(engine, 'member')).not.toMatch(/What follows comes from the admins|not from Rocket\.Chat/);
		});
	});

	test('that are not stated are one line', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(said(engine, 'member').split(UNSTATED)).toHaveLength(2);
			expect(said(engine, 'member')).toContain(`${UNSTATED}a contact, who runs the machines, where the machines are, a notice of its own.`);
			expect(said(engine, 'member')).not.toMatch(/What follows comes from the admins|From the organisation/);
			expect(said(engine, 'member')).toContain('*Whom to ask:* the admins of this workspace');
		});
	});

	test('with markup and direction marks change nothing of what stands around them', async () => {
		const app = { hosting_provider: '*bold* [x](https://evil.example) `code`\u202Egro.live', hosting_location: '<b>\u2066@all', contact_email: 'dpo@example.org' };
		await withApp({ ...readWorkspace('self-managed-registered'), app }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			await engine.command({ as: 'member', text: '/privacy-notice' });
			for (const shown of [said(engine, 'member'), modalText(engine, 'member')]) {
				expect(shown).toContain('·bold· ·x·(https://evil.example) ·code·gro.live, ·b··all.');
				expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|@all|\]\(/);
			}
			expect(validateView(engine.server.surfaces('member')[0]?.view, 'modal')).toEqual([]);
		});
	});

	test.each([['hosting_provider'], ['contact_email'], ['organisation_notice'], ['notice_source_url']])('of 10,000 characters in %s break nothing', async (id) => {
		const long = id === 'contact_email' ? `${'a'.repeat(10_000)}@example.org` : `https://example.org/${'a'.repeat(10_000)}`;
		await withUpgrade({ ...readWorkspace('self-managed-registered'), app: { [id]: long } }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			await engine.command({ as: 'member', text: '/privacy-notice' });
			expect(told(engine, 'member').every((message) => message.text.length < MESSAGE_LIMIT)).toBe(true);
			expect(said(engine, 'member').includes('a'.repeat(5000))).toBe(false);
			expect(validateView(engine.server.surfaces('member')[0]?.view, 'modal')).toEqual([]);
		});
	});

	test('that are too long are cut at a line, and what is of no use is ignored; admins are told', async () => {
		const lines = Array.from({ length: 200 }, (_, index) => `Line ${index} of a long and patient text.`);
		const workspace = readWorkspace('self-managed-registered');
		// 0.1.0 stored whatever came.
		const app = { organisation_notice: lines.join('\n'), notice_source_url: 'javascript:alert(1)', contact_email: 'ask us' };
		await withUpgrade({ ...workspace, app }, async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			await engine.command({ as: 'member', text: '/privacy-notice' });
			const members = said(engine, 'member');
			expect(members).toContain('longer than 4000 characters');
			expect(lastTold(engine, 'member').text).toMatch(/Line \d+ of a long and patient text\.$/);
			expect(members).not.toContain('Line 199');
			expect(members + modalText(engine, 'member')).not.toMatch(/javascript|ask us|notice_source_url/);
			expect(validateView(engine.server.surfaces('member')[0]?.view, 'modal')).toEqual([]);
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			for (const id of ['notice_source_url', 'contact_email']) {
				expect(lastTold(engine, 'admin').text).toContain(`- Not used, and counts as not stated: \`${id}\` (`);
			}
			expect(lastTold(engine, 'admin').text).toContain('`organisation_notice` in this app\'s settings is longer than 4000 characters');
			expect(said(engine, 'admin')).not.toMatch(/javascript|ask us/);
		});
	});
});

describe('what members may read', () => {
	const ofSettings = /\*What of it can leave|\*How long it is kept|end-to-end|webhooks|retention/;

	test('by default is nothing of the settings, and admins read how to change that', async () => {
		await withApp('self-managed-registered', async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(said(engine, 'member')).toContain('admins and those who run the server may be able to read much of it, and depending on the settings so may other people and the services that messages are sent to; ask the admins.');
			expect(said(engine, 'member').split('*Privacy notice')[0]).not.toMatch(ofSettings);
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			expect(said(engine, 'admin')).toContain("“What members may read” in this app's settings lets them.");
		});
	});

	test.each([
		['the settings page', (workspace: ReturnType<typeof readWorkspace>) => ({ ...workspace, app: { members_may_read: 'notice-and-keeping' } })],
		['the environment', (workspace: ReturnType<typeof readWorkspace>) => ({ ...workspace, server: { ...workspace.server, environment: { [variableOf('members_may_read')]: 'notice-and-keeping' } } })],
	])('can be more, by %s', async (_where, allowing) => {
		await withApp(allowing(readWorkspace('self-managed-registered')), async (engine) => {
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			expect(said(engine, 'member')).toMatch(ofSettings);
			expect(said(engine, 'member')).not.toContain(ADMINS);
			await engine.command({ as: 'admin', text: '/privacy-notice text' });
			expect(said(engine, 'admin')).not.toContain('What members may read');
		});
	});
});
