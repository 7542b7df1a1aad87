import { all, always, not, settingsOf } from '../../src/catalogue/conditions';
import type { Condition } from '../../src/catalogue/conditions';
import { FLOWS } from '../../src/catalogue/flows';
import type { FlowId } from '../../src/catalogue/flows';
import type { KnownFlow } from '../../src/catalogue/flows';
import { SERVER_SETTINGS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import type { FlowState, UnreadableReason } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { judgeFlow } from '../../src/posture/flows';
import type { JudgedFlow } from '../../src/posture/flows';
import { judge } from '../../src/posture/judge';
import { has } from '../../src/posture/server';
import { toReport } from '../../src/show/as/report';
import type { Report } from '../../src/show/as/report-schema';
import type { Declarations } from '../../src/workspace/signals';
import { assignments, tellingValues } from './assignments';
import { defaultSignals, NO_NETWORK, readingWith, settingsWith } from './signals';
import type { Overrides } from './signals';

const NOW = new Date('2026-11-22T03:00:00Z');
const english = translator('en');

/** Nothing stops these; the conference provider can be any app that is installed, and a variable of the environment can switch Bugsnag on. */
const NEVER_OFF: readonly FlowId[] = ['gravatar', 'bugsnag', 'message-pictures', 'video-conference', 'oauth-login', 'saml-login'];

type ReportedFlow = Report['flows'][number];

function report(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], declarations: Partial<Declarations> = {}): Report {
	return toReport(judge(defaultSignals(overrides, unreadable, declarations), NOW, '0.0.0'), english);
}

function reported(id: FlowId, overrides: Overrides = {}, unreadable: readonly SettingId[] = []): ReportedFlow {
	const found = report(overrides, unreadable).flows.find((flow) => flow.id === id);
	if (found === undefined) {
		throw new Error(`no flow ${id}`);
	}
	return found;
}

const stateOf = (id: FlowId, overrides: Overrides = {}, unreadable: readonly SettingId[] = []): FlowState => reported(id, overrides, unreadable).state;
const idsIn = ({ flows }: Report, state: FlowState): string[] => flows.filter((flow) => flow.state === state).map(({ id }) => id);

// Jest's matchers stand for texts, but are typed as anything.
const containing = (part: string): string => expect.stringContaining(part) as string;
const without = (part: string): string => expect.not.stringContaining(part) as string;

/** A flow whose first recipient is like this. */
const toFirst = (recipient: Partial<ReportedFlow['recipients'][number]>): { recipients: unknown } => ({ recipients: expect.arrayContaining([expect.objectContaining(recipient)]) as unknown });

function first<T>(items: Iterable<T>): T | undefined {
	const [item] = items;
	return item;
}

/** Servers of which the version is known. */
const SERVERS = ['7.7.1', '8.6.1', '9.0'].map((version) => ({ version, server: readingWith({}, [], 'refused', version).server }));

/** Every flow on every server that has it. */
const CASES = FLOWS.flatMap((flow) => SERVERS.filter(({ server }) => has(server, flow) === 'yes').map(({ version, server }) => ({ name: `${flow.id} on ${version}`, flow, version, server })));

/** When a flow is off; never where a variable of the environment can switch it on all the same. */
function offCondition({ when, unknownWhen, environment }: KnownFlow): Condition<SettingId> {
	if (Object.values(environment ?? {}).includes('switches-on')) {
		return not(always);
	}
	return unknownWhen === undefined ? not(when) : all(not(when), not(unknownWhen));
}

const judgedOn = (flow: KnownFlow, version: string, overrides: Overrides = {}, unreadable: readonly SettingId[] = [], reason: UnreadableReason = 'refused'): JudgedFlow =>
	judgeFlow(flow, readingWith(overrides, unreadable, reason, version), NO_NETWORK);

describe('every flow, from its own declaration', () => {
	test.each(CASES)('$name: on where its condition holds', ({ flow, version, server }) => {
		const on = first(assignments(flow.when, true, server));
		// From 8.0 on no setting tells that voice calls are on.
		expect(on === undefined).toBe(flow.id === 'voip-ice' && version !== '7.7.1');
		if (on !== undefined) {
			const judged = judgedOn(flow, version, on);
			expect(judged).toMatchObject({ state: 'on', unreadable: [] });
			expect(english(judged.reason)).toMatch(judged.decidedBy.length === 0 ? /^Always on/ : /^On, because of `/);
		}
	});

	test.each(CASES)('$name: off where its condition is known not to hold', ({ flow, version, server }) => {
		const off = first(assignments(offCondition(flow), true, server));
		if (off !== undefined) {
			const judged = judgedOn(flow, version, off);
			expect(judged).toMatchObject({ state: 'off', unreadable: [] });
			expect(judged.decidedBy).not.toEqual([]);
		}
	});

	test('these can be off on no server', () => {
		const never = FLOWS.filter((flow) => SERVERS.every(({ server }) => has(server, flow) === 'no' || first(assignments(offCondition(flow), true, server)) === undefined));
		expect(never.map(({ id }) => id)).toEqual(NEVER_OFF);
	});

	test.each(CASES)('$name: unknown by a setting that matters and could not be read', ({ flow, version, server }) => {
		const conditions = flow.unknownWhen === undefined ? [flow.when] : [flow.when, flow.unknownWhen];
		const fixtures = [first(assignments(flow.when, true, server)), first(assignments(offCondition(flow), true, server))].filter((fixture) => fixture !== undefined);
		for (const fixture of fixtures) {
			for (const id of new Set(conditions.flatMap(settingsOf).filter((setting) => has(server, SERVER_SETTINGS[setting]) === 'yes'))) {
				// What the flow would be with each value that the unread setting may have.
				const values = conditions.flatMap((condition) => tellingValues(condition, id));
				const possible = new Set(values.map((value) => judgedOn(flow, version, { ...fixture, [id]: value }).state));
				const { state, unreadable } = judgeFlow(flow, { settings: settingsWith(fixture, [id], 'timed-out', version), server }, NO_NETWORK);
				const [only] = possible;
				if (possible.size > 1) {
					expect([id, state, unreadable]).toEqual([id, 'unknown', expect.arrayContaining([id])]);
				} else {
					expect([only, 'unknown']).toContain(state);
				}
			}
		}
	});

	test.each(FLOWS.flatMap((flow) => SERVERS.filter(({ server }) => has(server, flow) === 'no').map(({ version }) => ({ name: `${flow.id} on ${version}`, flow, version }))))('$name: not on this server, whatever reads', ({ flow, version }) => {
		const on = first(assignments(flow.when, true, { atLeast: null, below: null })) ?? {};
		const { server } = readingWith({}, [], 'refused', version);
		for (const settings of [settingsWith({}, [], 'refused', version), settingsWith(on, [], 'refused', version)]) {
			expect(judgeFlow(flow, { settings, server }, NO_NETWORK)).toMatchObject({ state: 'not-applicable', decidedBy: [], unreadable: [] });
		}
	});
});

describe('a flow that the server may be too old or too new for', () => {
	const search = flowOf('ai-search');
	const AI = ['AI_Intelligent_Search_Enabled', 'AI_Intelligent_Search_Pipeline_Base_URL', 'AI_Intelligent_Search_Pipeline_ID'] as const satisfies readonly SettingId[];
	const unsure = { atLeast: '8.6', below: '9.0' } as const;
	const on: Overrides = { AI_Intelligent_Search_Enabled: true, AI_Intelligent_Search_Pipeline_Base_URL: 'https://ai.example.org', AI_Intelligent_Search_Pipeline_ID: 'one' };
	const judgedUnsure = (flow: KnownFlow, overrides: Overrides, unreadable: readonly SettingId[] = [], reason: UnreadableReason = 'refused'): JudgedFlow =>
		judgeFlow(flow, { settings: settingsWith(overrides, unreadable, reason), server: unsure }, NO_NETWORK);

	test('is on by a setting that came with it', () => {
		expect(judgedUnsure(search, on).state).toBe('on');
	});

	test('is not on this server where all settings that came with it are missing', () => {
		expect(judgedUnsure(search, {}, AI)).toMatchObject({ state: 'not-applicable', unreadable: [] });
		expect(judgedUnsure(search, {}, AI, 'no-answer')).toMatchObject({ state: 'not-applicable', unreadable: [] });
	});

	test('is unknown by its version where only some are missing', () => {
		expect(judgedUnsure(search, on, [AI[0]])).toMatchObject({ state: 'unknown', unreadable: [] });
	});

	test('is unknown by what did not answer in time', () => {
		expect(judgedUnsure(search, {}, AI, 'timed-out')).toMatchObject({ state: 'unknown', unreadable: [...AI] });
	});

	test('and whose code may be gone is unknown although its setting reads true', () => {
		const federation = flowOf('federation-legacy');
		const judged = judgeFlow(federation, { settings: settingsWith({ FEDERATION_Enabled: true }), server: { atLeast: null, below: '8.0' } }, NO_NETWORK);
		expect(judged).toMatchObject({ state: 'unknown', unreadable: [] });
		expect(english(judged.reason)).toContain('before Rocket.Chat 7.11');
	});
});

describe('a fresh 7.7.1 workspace', () => {
		test('declared air-gapped, nothing that is on by default contradicts it', () => {
		const { deployment, flows } = report({ Site_Url: 'https://chat.example.org' }, [], { setting: 'air-gapped' });
		expect(deployment).toMatchObject({ confidence: 'certain', conflicts: [], unread: [] });
		const on = flows.filter(({ state }) => state === 'on');
		const leaves = on.filter(({ recipients }) => recipients.some(({ party }) => party === 'rocket-chat' || party === 'third-parties'));
		expect(leaves.length).toBeGreaterThan(5);
		expect(leaves.filter(({ effect }) => effect !== 'attempted')).toEqual([]);
	});
});

test('a hardened workspace has only those flows on that no setting stops, each with what to know', () => {
	const hardened = report({
		Push_enable: false,
		API_Embed: false,
		Update_EnableChecker: false,
		NPS_survey_enabled: false,
		Allow_Marketing_Emails: false,
		Offline_Message_Use_DeepLink: false,
		Accounts_Registration_InviteUrlType: 'direct',
		Accounts_SetDefaultAvatar: false,
		Accounts_UseDNSDomainCheck: false,
		Livechat_enabled: false,
		Accounts_RegistrationForm: 'Disabled',
	});
	const on = hardened.flows.filter(({ state }) => state === 'on');
	expect(on.map(({ id }) => id)).toEqual(['statistics-report', 'supported-versions', 'marketplace', 'app-install-report', 'gravatar', 'message-pictures']);
	expect(on.filter(({ optional, caveat }) => optional || caveat === null)).toEqual([]);
	expect(idsIn(hardened, 'unknown')).toEqual(['bugsnag', 'video-conference', 'oauth-login', 'saml-login']);
});

describe('push notifications', () => {
	const gateway = { Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true } as const;

	test('the gateway is in use only while all four switches are on, registered or not', () => {
		expect(stateOf('push-gateway', gateway)).toBe('on');
		for (const id of ['Push_enable', 'Push_enable_gateway', 'Register_Server', 'Cloud_Service_Agree_PrivacyTerms'] as const) {
			expect(stateOf('push-gateway', { ...gateway, [id]: false })).toBe('off');
			expect(stateOf('push-gateway', gateway, [id])).toBe('unknown');
		}
		expect(stateOf('push-gateway', { ...gateway, Register_Server: false }, ['Push_enable'])).toBe('off');
	});

	test.each<[string, Overrides, SettingId[], readonly RegExp[], readonly RegExp[]]>([
		['text, and the id-only setting on', {}, [], [/message text is part/, /reads true here; without the licence module push-privacy it does nothing/], [/could not/]],
		['text, and the id-only setting off', { Push_request_content_from_server: false }, [], [/message text is part/], [/reads true/, /could not/, /unless the licence/]],
		['no text', { Push_show_message: false }, [], [/message text is not part/, /reads true here/], [/could not/]],
		['text unread', {}, ['Push_show_message'], [/Whether the message text is part .* could not be found out/, /reads true here/], [/text is part of the notifications, since/]],
		['id-only unread', {}, ['Push_request_content_from_server'], [/carry the message text or only its id could not be found out/], [/reads true/]],
	])('the gateway tells of what leaves: %s', (_name, overrides, unreadable, told, untold) => {
		const caveat = reported('push-gateway', { ...gateway, ...overrides }, unreadable).caveat ?? '';
		expect(caveat).toMatch(/id, username and name of the sender/);
		told.forEach((pattern) => expect(caveat).toMatch(pattern));
		untold.forEach((pattern) => expect(caveat).not.toMatch(pattern));
	});

	test('switched off, a restart may still be due', () => {
		expect(reported('push-gateway').caveat).toMatch(/`Push_enable_gateway` and `Push_gateway` take effect after a restart.*reads true here; without the licence module push-privacy/);
	});

	test('an own gateway is a third party', () => {
		expect(reported('push-gateway', gateway)).toMatchObject(toFirst({ party: 'rocket-chat', host: 'gateway.rocket.chat' }));
		expect(reported('push-gateway', { ...gateway, Push_gateway: 'https://push.example.org' })).toMatchObject(toFirst({ party: 'third-parties', host: 'push.example.org', reach: 'own' }));
		expect(reported('push-gateway', { ...gateway, Push_gateway: 'https://gateway.rocket.chat.example.org' })).toMatchObject(toFirst({ party: 'third-parties' }));
	});

	test.each<[string, Overrides, FlowState]>([
		['without credentials', {}, 'off'],
		['with Google credentials', { Push_google_api_credentials: '{}' }, 'on'],
		['with an Apple key alone', { Push_apn_key: 'k' }, 'off'],
		['with an Apple key and certificate', { Push_apn_key: 'k', Push_apn_cert: 'c' }, 'on'],
		['with the production pair in the sandbox', { Push_apn_key: 'k', Push_apn_cert: 'c', Push_production: false }, 'off'],
		['with the sandbox pair in the sandbox', { Push_apn_dev_key: 'k', Push_apn_dev_cert: 'c', Push_production: false }, 'on'],
		['with the sandbox pair in production', { Push_apn_dev_key: 'k', Push_apn_dev_cert: 'c' }, 'off'],
		['with credentials, through the gateway', { Push_google_api_credentials: '{}', ...gateway }, 'off'],
		['with credentials, the gateway off', { Push_google_api_credentials: '{}', ...gateway, Push_enable_gateway: false }, 'on'],
		['with credentials, pushes off', { Push_google_api_credentials: '{}', Push_enable: false }, 'off'],
	])('native: %s', (_name, overrides, state) => {
		expect(stateOf('push-native', overrides)).toBe(state);
	});
});

describe('mail and links', () => {
	const mail = { SMTP_Host: 'mail.example.org' } as const;
	const direct = { Accounts_Registration_InviteUrlType: 'direct' } as const;

	test('deep links: by invitations, or by links in mail', () => {
		expect(stateOf('deep-links', direct)).toBe('off');
		expect(stateOf('deep-links', { ...direct, ...mail })).toBe('on');
		expect(stateOf('deep-links', { ...direct, ...mail, Offline_Message_Use_DeepLink: false })).toBe('off');
		expect(stateOf('deep-links', { ...direct, ...mail }, ['Offline_Message_Use_DeepLink'])).toBe('unknown');
		expect(stateOf('deep-links', {}, ['SMTP_Host'])).toBe('on');
	});

	test('deep links of an own host go to a third party', () => {
		expect(reported('deep-links')).toMatchObject(toFirst({ party: 'rocket-chat', host: 'go.rocket.chat' }));
		expect(reported('deep-links', { DeepLink_Url: 'https://links.example.org/x' })).toMatchObject(toFirst({ party: 'third-parties', host: 'links.example.org' }));
	});

	test('the mail server is never told, but whether it is a public service counts', () => {
		expect(reported('email', mail)).toMatchObject({ state: 'on', ...toFirst({ host: null }) });
		const conflicts = (host: string): string[] => report({ SMTP_Host: host, Site_Url: 'https://chat.example.org' }, [], { setting: 'air-gapped' }).deployment.conflicts.map(({ statement }) => statement);
		expect(conflicts('mail.example.org')).toEqual([]);
		expect(conflicts('smtp.gmail.com').join()).toContain('E-mail from the server');
	});

	test('transcripts: whoever may can send one by hand, so off is not known while mail and omnichannel are on', () => {
		expect(stateOf('livechat-transcripts')).toBe('off');
		expect(stateOf('livechat-transcripts', { Livechat_enable_transcript: true })).toBe('off');
		expect(stateOf('livechat-transcripts', { ...mail, Livechat_enable_transcript: true })).toBe('on');
		expect(stateOf('livechat-transcripts', { ...mail, Livechat_transcript_send_always: true })).toBe('on');
		expect(reported('livechat-transcripts', mail)).toMatchObject({ state: 'unknown', caveat: containing('by hand') });
		expect(stateOf('livechat-transcripts', { ...mail, Livechat_enabled: false })).toBe('off');
		expect(reported('livechat-transcripts', {}, ['SMTP_Host'])).toMatchObject({ state: 'unknown', reason: containing('SMTP_Host') });
	});

	test('offline mail: a department may have its own address, so off is not known while mail and the form are on', () => {
		expect(stateOf('livechat-offline-mail')).toBe('off');
		expect(stateOf('livechat-offline-mail', { Livechat_offline_email: 'help@example.org' })).toBe('off');
		expect(stateOf('livechat-offline-mail', { ...mail, Livechat_offline_email: 'help@example.org' })).toBe('on');
		expect(stateOf('livechat-offline-mail', { ...mail, Livechat_offline_email: 'help@example.org', Livechat_display_offline_form: false })).toBe('off');
		expect(reported('livechat-offline-mail', mail)).toMatchObject({ state: 'unknown', caveat: containing('department') });
	});

	test('the check of e-mail domains: at sign-up, or in the offline form', () => {
		expect(stateOf('email-domain-check', { Livechat_validate_offline_email: false })).toBe('off');
		expect(stateOf('email-domain-check', { Livechat_display_offline_form: false })).toBe('off');
		expect(stateOf('email-domain-check', { Livechat_validate_offline_email: false, Accounts_UseDNSDomainCheck: true })).toBe('on');
		expect(reported('email-domain-check', { Livechat_enabled: false })).toMatchObject({ state: 'off', caveat: containing('direct calls') });
		expect(stateOf('email-domain-check', { Livechat_enabled: false }, ['Accounts_UseDNSDomainCheck'])).toBe('unknown');
	});
});

describe('in browsers', () => {
	test('maps: the key alone shows them', () => {
		expect(reported('maps', { MapView_Enabled: true })).toMatchObject({ state: 'off' });
		expect(reported('maps', { MapView_GMapsAPIKey: 'k' })).toMatchObject({ state: 'on', caveat: containing('cannot share new locations') });
		expect(reported('maps', { MapView_GMapsAPIKey: 'k', MapView_Enabled: true })).toMatchObject({ caveat: containing('People can share their location') });
		expect(stateOf('maps', { MapView_Enabled: true }, ['MapView_GMapsAPIKey'])).toBe('unknown');
	});

	test('a content delivery network: the first prefix decides; the second alone may act until a restart', () => {
		const prefix = { CDN_PREFIX: 'https://cdn.example.org' } as const;
		const second = { CDN_JSCSS_PREFIX: 'https://js.example.org' } as const;
		expect(reported('cdn', prefix)).toMatchObject({ state: 'on', ...toFirst({ host: 'cdn.example.org', party: 'third-parties' }), caveat: null });
		expect(stateOf('cdn', { CDN_PREFIX: ' ' })).toBe('off');
		expect(stateOf('cdn', second)).toBe('off');
		expect(reported('cdn', { ...second, CDN_PREFIX_ALL: false })).toMatchObject({ state: 'unknown', caveat: containing('restart') });
		expect(reported('cdn', { ...prefix, ...second, CDN_PREFIX_ALL: false })).toMatchObject({ state: 'on', caveat: containing('CDN_JSCSS_PREFIX') });
	});

	test('custom scripts: what Rocket.Chat ships is none, and neither is white space', () => {
		expect(stateOf('custom-scripts')).toBe('off');
		expect(stateOf('custom-scripts', { Custom_Script_Logged_In: ' \n', Custom_Script_Logged_Out: '', Custom_Script_On_Logout: '//Add your script' })).toBe('off');
		expect(stateOf('custom-scripts', { Custom_Script_Logged_In: 'track()' })).toBe('on');
		expect(stateOf('custom-scripts', {}, ['Custom_Script_On_Logout'])).toBe('unknown');
		expect(stateOf('custom-scripts', { Custom_Script_Logged_In: 'track()' }, ['Custom_Script_On_Logout'])).toBe('on');
	});

	test('analytics that the content security policy blocks are told as such', () => {
		const analytics = { GoogleAnalytics_enabled: true, GoogleAnalytics_ID: 'G-1' } as const;
		expect(reported('google-analytics', analytics).caveat).toContain('Extra_CSP_Domains');
		expect(reported('google-analytics', { ...analytics, Enable_CSP: false }).caveat).not.toContain('Extra_CSP_Domains');
	});

	test('gravatar is on whatever the setting says, and contradicts nothing', () => {
		expect(reported('gravatar').caveat).toMatch(/new accounts.*own profile/);
		expect(reported('gravatar', { Accounts_SetDefaultAvatar: false })).toMatchObject({ state: 'on', caveat: without('new accounts') });
	});

	test('from 8 on voice calls have no switch of their own', () => {
		const voice = flowOf('voip-ice');
		expect(judgedOn(voice, '8.6.1')).toMatchObject({ state: 'unknown', unreadable: [] });
		expect(judgedOn(voice, '8.6.1', { VoIP_TeamCollab_Ice_Servers: '' })).toMatchObject({ state: 'off', decidedBy: ['VoIP_TeamCollab_Ice_Servers'] });
	});
});

function flowOf(id: FlowId): KnownFlow {
	const found = FLOWS.find((flow) => flow.id === id);
	if (found === undefined) {
		throw new Error(`no flow ${id}`);
	}
	return found;
}

describe('calls and bridges', () => {
	test('a conference provider is on when it is chosen, and never off: a single app becomes active by itself', () => {
		expect(reported('video-conference', { VideoConf_Default_Provider: 'jitsi' })).toMatchObject({ state: 'on', caveat: containing('installed and enabled') });
		expect(reported('video-conference')).toMatchObject({ state: 'unknown', unreadable: [], caveat: containing('single installed conference app') });
		expect(reported('video-conference', {}, ['VideoConf_Default_Provider'])).toMatchObject({ state: 'unknown', unreadable: ['VideoConf_Default_Provider'] });
	});

	test.each<[string, Overrides, FlowState]>([
		['without a token', { SlackBridge_Enabled: true }, 'off'],
		['with a legacy token', { SlackBridge_Enabled: true, SlackBridge_APIToken: 't' }, 'on'],
		['with a legacy token, not enabled', { SlackBridge_APIToken: 't' }, 'off'],
		['with a legacy token, the app in use', { SlackBridge_Enabled: true, SlackBridge_APIToken: 't', SlackBridge_UseLegacy: false }, 'off'],
		['with the tokens of an app', { SlackBridge_Enabled: true, SlackBridge_UseLegacy: false, SlackBridge_BotToken: 'b', SlackBridge_AppToken: 'a', SlackBridge_SigningSecret: 's' }, 'on'],
		['without the secret of an app', { SlackBridge_Enabled: true, SlackBridge_UseLegacy: false, SlackBridge_BotToken: 'b', SlackBridge_AppToken: 'a' }, 'off'],
		['without the token of an app', { SlackBridge_Enabled: true, SlackBridge_UseLegacy: false, SlackBridge_BotToken: 'b', SlackBridge_SigningSecret: 's' }, 'off'],
		['without the bot of an app', { SlackBridge_Enabled: true, SlackBridge_UseLegacy: false, SlackBridge_AppToken: 'a', SlackBridge_SigningSecret: 's' }, 'off'],
		['with the tokens of an app, legacy in use', { SlackBridge_Enabled: true, SlackBridge_BotToken: 'b', SlackBridge_AppToken: 'a', SlackBridge_SigningSecret: 's' }, 'off'],
	])('Slack: %s', (_name, overrides, state) => {
		expect(stateOf('slack-bridge', overrides)).toBe(state);
	});

	test('Slack: a token that could not be read leaves it unknown, and what goes out is told', () => {
		expect(stateOf('slack-bridge', { SlackBridge_Enabled: true }, ['SlackBridge_APIToken'])).toBe('unknown');
		expect(stateOf('slack-bridge', {}, ['SlackBridge_APIToken'])).toBe('off');
		const on = { SlackBridge_Enabled: true, SlackBridge_APIToken: 't' } as const;
		expect(reported('slack-bridge', on).caveat).toContain('posts none');
		expect(reported('slack-bridge', { ...on, SlackBridge_Out_Enabled: true }).caveat).toContain('go to Slack, since');
		expect(reported('slack-bridge', on, ['SlackBridge_Out_Enabled']).caveat).toContain('could not be read');
	});
});

describe('who receives', () => {
	const airGapped = (overrides: Overrides, unreadable: readonly SettingId[] = []): Report['deployment'] =>
		report({ Site_Url: 'https://chat.example.org', ...overrides }, unreadable, { setting: 'air-gapped' }).deployment;
	const contradicts = (overrides: Overrides): boolean => airGapped(overrides).conflicts.length > 0;

	test.each<[string, Overrides, boolean]>([
		['login with Google', { Accounts_OAuth_Google: true }, true],
		['login with gitlab.com, which needs no address', { Accounts_OAuth_Gitlab: true }, true],
		['login with an own GitLab', { Accounts_OAuth_Gitlab: true, API_Gitlab_URL: 'https://git.example.org' }, false],
		['login with an own Nextcloud', { Accounts_OAuth_Nextcloud: true, Accounts_OAuth_Nextcloud_URL: 'https://cloud.example.org' }, false],
		['login with an own Nextcloud and with Apple', { Accounts_OAuth_Nextcloud: true, Accounts_OAuth_Nextcloud_URL: 'https://cloud.example.org', Accounts_OAuth_Apple: true }, true],
		['login with wordpress.com', { Accounts_OAuth_Wordpress: true, Accounts_OAuth_Wordpress_server_type: 'wordpress-com' }, true],
		['files at Amazon', { FileUpload_Storage_Type: 'AmazonS3' }, true],
		['files in an own store of that type', { FileUpload_Storage_Type: 'AmazonS3', FileUpload_S3_BucketURL: 'https://minio.example.org' }, false],
		['files at Google', { FileUpload_Storage_Type: 'GoogleCloudStorage' }, true],
		['files on an own WebDAV server', { FileUpload_Storage_Type: 'Webdav', FileUpload_Webdav_Server_URL: 'https://dav.example.org' }, false],
		['SMS by Twilio', { SMS_Enabled: true }, true],
		['SMS by an own Mobex', { SMS_Enabled: true, SMS_Service: 'mobex', SMS_Mobex_gateway_address: 'https://sms.example.org' }, false],
		['calls over the default servers', { WebRTC_Enabled: true, WebRTC_Enable_Direct: true }, true],
		['calls over an own TURN server', { WebRTC_Enabled: true, WebRTC_Enable_Direct: true, WebRTC_Servers: 'user:pass@turn:turn.example.org:3478' }, false],
		['analytics on an own server', { PiwikAnalytics_enabled: true, PiwikAnalytics_url: 'https://stats.example.org/' }, false],
		['analytics on an own server and a public one', { PiwikAnalytics_enabled: true, PiwikAnalytics_url: 'https://stats.example.org/', PiwikAdditionalTrackers: '[{"trackerURL":"https://acme.matomo.cloud/","siteId":1}]' }, true],
		['a directory inside', { LDAP_Enable: true, LDAP_Host: 'ldap.example.org' }, false],
		['link previews, on by default', { API_Embed: true }, false],
		['translation', { AutoTranslate_Enabled: true }, true],
	])('an air gap is contradicted by public services only: %s', (_name, overrides, expected) => {
		expect(contradicts(overrides)).toBe(expected);
	});

	test('an address that could not be read is no contradiction, but is told as not read', () => {
		expect(airGapped({ FileUpload_Storage_Type: 'AmazonS3' }, ['FileUpload_S3_BucketURL'])).toMatchObject({ confidence: 'likely', conflicts: [], unread: ['FileUpload_S3_BucketURL'] });
		expect(airGapped({ Accounts_OAuth_Gitlab: true }, ['API_Gitlab_URL'])).toMatchObject({ conflicts: [], unread: ['API_Gitlab_URL'] });
		expect(airGapped({}, ['Accounts_OAuth_Google'])).toMatchObject({ conflicts: [], unread: ['Accounts_OAuth_Google'] });
	});

	test('the host of one login provider is told, of several none', () => {
		const nextcloud = { Accounts_OAuth_Nextcloud: true, Accounts_OAuth_Nextcloud_URL: 'https://cloud.example.org/login' } as const;
		expect(reported('oauth-login', nextcloud)).toMatchObject({ ...toFirst({ host: 'cloud.example.org' }), reason: containing('`Accounts_OAuth_Nextcloud` (true)') });
		expect(reported('oauth-login', { ...nextcloud, Accounts_OAuth_Google: true })).toMatchObject({ ...toFirst({ host: null }), decidedBy: ['Accounts_OAuth_Google', 'Accounts_OAuth_Nextcloud'] });
	});

	test('one address a line: each is told', () => {
		const shown = reported('push-gateway', { Push_gateway: 'https://user:pw@one.example/x\nhttps://two.example' }).settings.find(({ id }) => id === 'Push_gateway');
		expect(shown?.shown).toBe('https://one.example, https://two.example');
	});
});

test('every condition of a caveat is over settings that the report shows beside the flow', () => {
	for (const flow of FLOWS) {
		const { settings } = judgedOn(flow, '7.7.1');
		const needed = (flow.caveats ?? []).flatMap(({ when }) => (when === undefined ? [] : settingsOf(when)));
		expect([flow.id, needed.filter((id) => !settings.includes(id))]).toEqual([flow.id, []]);
	}
});
