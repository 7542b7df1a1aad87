import { VARIABLES } from '../../src/catalogue/environment';
import { FLOWS } from '../../src/catalogue/flows';
import type { FlowId } from '../../src/catalogue/flows';
import { fixedHostsOf } from '../../src/posture/matching';
import type { Workspace } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { cellsOf, flowIn, reportOf, unseenIn } from './flow-told';

const OFFLINE: Workspace['licence'] = { form: 'v3', offline: true };

/** Everything on that makes a server call Rocket.Chat's services by itself. */
const CALLING = {
	Site_Url: 'https://chat.example.org',
	Cloud_Workspace_Client_Id: 'example-client-id',
	Register_Server: true,
	Cloud_Service_Agree_PrivacyTerms: true,
	Allow_Marketing_Emails: true,
	NPS_survey_enabled: true,
	Update_EnableChecker: true,
	Push_enable: true,
	Push_enable_gateway: true,
} as const;

const SERVICES = [
	'statistics-report',
	'workspace-registration',
	'marketing-emails',
	'version-check',
	'supported-versions',
	'marketplace',
	'app-install-report',
	'nps-survey',
	'push-gateway',
] as const satisfies readonly FlowId[];

const calling = (version: string, licence: Workspace['licence'] = null): Workspace => ({ description: `Calls Rocket.Chat's services, on ${version}.`, server: { version }, licence, settings: CALLING });

describe("the calls to Rocket.Chat's services", () => {
	test.each([
		['7.7.1', null],
		['8.6.1', null],
		['9.0', null],
		['7.7.1', OFFLINE],
		['8.6.1', OFFLINE],
		['9.0', { form: 'v3', offline: false }],
	] as const)('are made by %s with the licence %j', async (version, licence) => {
		const report = await reportOf(calling(version, licence));
		expect(SERVICES.filter((id) => flowIn(report, id).state !== 'on')).toEqual([]);
	});

	test.each(['8.8.1', '9.0', '9.1'])('are off on %s by an offline licence, and say so', async (version) => {
		const report = await reportOf(calling(version, OFFLINE));
		for (const id of SERVICES) {
			const { state, reason } = flowIn(report, id);
			expect([id, state, reason]).toEqual([id, 'off', 'Off, because of the offline licence: from 8.7 on a server with a valid one makes no such calls.']);
		}
	});

	test.each<[string, Workspace]>([
		['an offline licence that is not valid', calling('9.0', { form: 'v3', offline: true, status: 'Invalid' })],
		['a licence of the second form, which has no offline ones', calling('9.0', { form: 'v2', offline: true })],
	])('are made in spite of %s', async (_name, workspace) => {
		const report = await reportOf(workspace);
		expect(SERVICES.filter((id) => flowIn(report, id).state !== 'on')).toEqual([]);
	});

	test('are unknown where the licence cannot be read', async () => {
		const report = await reportOf({ ...calling('9.0', OFFLINE), faults: { Enterprise_License: 'throws' } });
		for (const id of SERVICES) {
			expect([id, flowIn(report, id).state, flowIn(report, id).unreadable]).toEqual([id, 'unknown', ['Enterprise_License']]);
		}
	});

	test('on an offline licence are unknown where the server may be older than 8.7', async () => {
		const { server, flows } = await reportOf({ ...calling('8.6.1', OFFLINE), faults: { AI_LLM_OpenAI_Base_URL: 'hangs' } });
		expect(server).toMatchObject({ atLeast: '8.6' });
		expect(flows.find(({ id }) => id === 'statistics-report')?.state).toBe('unknown');
	});

	test('reach hosts of which each stands in the catalogue', () => {
		const hosts = FLOWS.filter(({ id }) => SERVICES.some((service) => service === id)).flatMap(fixedHostsOf);
		expect([...new Set(hosts)].sort()).toEqual([
			'billing.rocket.chat',
			'cloud.rocket.chat',
			'collector.rocket.chat', 'gateway.rocket.chat',
			'marketplace.rocket.chat',
			'nps.rocket.chat',
			'releases.rocket.chat',
		]);
	});
});

describe('what stops them', () => {
	test.each(['statistics-report', 'workspace-registration', 'supported-versions', 'marketplace', 'app-install-report'] as const)('%s: no setting, but from 8.7 on an offline licence', async (id) => {
		const { turnOff } = flowIn(await reportOf(calling('9.0')), id);
		expect(turnOff).toMatch(/^No setting stops it.*From 8\.7 on a valid offline licence.*firewall that blocks [a-z]+\.rocket\.chat/);
	});

	test.each<[FlowId, string, string]>([
		['statistics-report', 'RC_DISABLE_STATISTICS_REPORTING', 'stop this'],
		['supported-versions', 'CLOUD_SUPPORTED_VERSIONS_TOKEN', 'stop this'],
		['supported-versions', 'OVERWRITE_INTERNAL_RELEASE_URL', 'lead this to another host'],
		['marketplace', 'OVERWRITE_INTERNAL_MARKETPLACE_URL', 'lead this to another host'],
		['app-install-report', 'OVERWRITE_INTERNAL_MARKETPLACE_URL', 'lead this to another host'],
	])('%s: the variable %s can %s', async (id, variable, effect) => {
		expect(flowIn(await reportOf(readWorkspace('fresh-9.0')), id).caveat).toContain(`The variable \`${variable}\` of the server's environment can ${effect}, and an app cannot see it.`);
	});

	test.each(['fresh-7.7.1', 'fresh-9.0'])('%s: the variable BUGSNAG_CLIENT may switch the reports of errors on, so they are never off', async (workspace) => {
		const { state, reason, unreadable, caveat } = flowIn(await reportOf(readWorkspace(workspace)), 'bugsnag');
		expect({ state, unreadable }).toEqual({ state: 'unknown', unreadable: [] });
		expect(reason).toBe("No setting switches it on (`Bugsnag_api_key` (not set)), but the variable `BUGSNAG_CLIENT` of the server's environment can, and an app cannot see it.");
		expect(caveat).toContain('browsers report their errors too');
	});

	test.each(['air-gapped-clean', 'air-gapped-8.6.1', 'air-gapped-9.0'])('%s: what that variable may switch on leaves the air gap certain, and raises no cell', async (workspace) => {
		const { deployment, exposure } = await reportOf(readWorkspace(workspace));
		expect(deployment).toMatchObject({ confidence: 'certain', conflicts: [], unread: [] });
		expect(exposure.filter(({ because }) => because.some(({ source }) => source === 'flow:bugsnag'))).toEqual([]);
	});

	test('a server of 7.x does not know the variable that stops the statistics', async () => {
		expect(flowIn(await reportOf(readWorkspace('fresh-7.7.1')), 'statistics-report').caveat).not.toContain('The variable');
	});

	test('where the release service is led elsewhere, the version check is not', async () => {
		expect(flowIn(await reportOf(readWorkspace('fresh-9.0')), 'version-check').caveat).not.toContain('OVERWRITE');
	});

	test('every variable is named among what no setting shows', async () => {
		const told = unseenIn(await reportOf(readWorkspace('fresh-9.0')));
		expect([...VARIABLES, 'TRACING_ENABLED', 'BUGSNAG_CLIENT', 'SITE_REPLICATION_PEER_URL'].filter((variable) => !told.includes(`\`${variable}\``))).toEqual([]);
	});
});

describe('the registration', () => {
	test('that is not there may come at the next start, by a variable', async () => {
		const { state, caveat } = flowIn(await reportOf(readWorkspace('fresh-9.0')), 'workspace-registration');
		expect(state).toBe('off');
		expect(caveat).toContain('`REG_TOKEN`');
	});

	test('does not come by that variable with an offline licence on 9.0', async () => {
		const { caveat } = flowIn(await reportOf(readWorkspace('air-gapped-9.0')), 'workspace-registration');
		expect(caveat).toContain('That does not mean that nothing was ever sent.');
		expect(caveat).not.toContain('REG_TOKEN');
	});

	test('that is there, in spite of `Register_Server` being off later, goes on', async () => {
		const report = await reportOf(readWorkspace('registered-then-switched-off'));
		expect(flowIn(report, 'workspace-registration').state).toBe('on');
		expect(flowIn(report, 'push-gateway').state).toBe('off');
	});
});

test('a report of which people believe that a setting switched it off goes on', async () => {
	const { state, turnOff } = flowIn(await reportOf(readWorkspace('statistics-reporting-off')), 'statistics-report');
	expect([state, turnOff]).toEqual(['on', expect.stringContaining('`Statistics_reporting` does nothing')]);
});

test.each([['lan-only-switches-off'], ['register-server-off']])("with every switch off, Rocket.Chat still gets what no setting stops: %s", async (name) => {
	const report = await reportOf(readWorkspace(name));
	const on = ['statistics-report', 'supported-versions', 'marketplace', 'app-install-report'] as const;
	expect(on.filter((id) => flowIn(report, id).state !== 'on')).toEqual([]);
	expect(cellsOf(report, 'rocket-chat')).toMatchObject({ 'account-data': 'limited', 'usage-data': 'yes', 'app-data': 'limited' });
});

describe('what is sent', () => {
	test.each<[FlowId, RegExp[], RegExp[]]>([
		['statistics-report', [/federated room/, /names of custom login services/, /last message/, /token for Rocket\.Chat/], [/No names/]],
		['marketplace', [/e-mail addresses of each person who requests an app/, /id and names of every admin/, /IP address and browser/], [/searched for/]],
		['workspace-registration', [/names of the organisation and the workspace/, /clicks or closes an announcement/, /livechat visitor/], []],
		['version-check', [/token for Rocket\.Chat/], []],
		['supported-versions', [/token for Rocket\.Chat/], []],
	])('%s', async (id, told, untold) => {
		const { sends, caveat } = flowIn(await reportOf(calling('9.0')), id);
		const all = [...sends, caveat].join('; ');
		told.forEach((pattern) => expect(all).toMatch(pattern));
		untold.forEach((pattern) => expect(all).not.toMatch(pattern));
	});
});

describe('Gravatar', () => {
	test.each([
		['7.7.1', null, 'on'],
		['8.6.1', OFFLINE, 'on'],
		['8.8.1', null, 'on'],
		['8.8.1', OFFLINE, 'off'],
		['9.0', null, 'not-applicable'],
		['9.1', OFFLINE, 'not-applicable'],
	] as const)('is asked by %s with the licence %j: %s', async (version, licence, state) => {
		expect(flowIn(await reportOf(calling(version, licence)), 'gravatar').state).toBe(state);
	});

	test('is the only recipient; avatars of login providers are named among what no setting shows', async () => {
		const report = await reportOf(readWorkspace('fresh-8.6.1'));
		expect(flowIn(report, 'gravatar').recipients).toEqual([expect.objectContaining({ recipient: 'Gravatar', host: 's.gravatar.com' })]);
		expect(unseenIn(report)).toMatch(/log in with a provider/);
	});
});

describe('links and the OAuth proxy', () => {
	test("links through the workspace's own host stay inside", async () => {
		const report = await reportOf(readWorkspace('own-hosts'));
		expect(flowIn(report, 'deep-links')).toMatchObject({
			state: 'on',
			effect: 'inside',
			recipients: [{ recipient: "this workspace's own address", party: null, reach: 'inside', host: 'chat.example.org' }],
		});
	});

	test.each<[string, string, string]>([
		['https://go.rocket.chat', "Rocket.Chat's link service", 'rocket-chat'],
		['https://links.example.com', 'another host for links', 'third-parties'],
	])('links through %s go to %s', async (url, recipient, party) => {
		const report = await reportOf({ description: 'Links.', server: { version: '8.6.1' }, settings: { Site_Url: 'https://chat.example.org', DeepLink_Url: url } });
		expect(flowIn(report, 'deep-links').recipients).toMatchObject([{ recipient, party }]);
	});

	test.each<[string, string, string]>([
		['https://oauth-proxy.rocket.chat', "Rocket.Chat's OAuth proxy", 'rocket-chat'],
		['https://oauth.example.com', 'another OAuth proxy', 'third-parties'],
	])('logins through %s go to %s', async (url, recipient, party) => {
		const settings = { Site_Url: 'https://chat.example.org', Accounts_OAuth_Proxy_services: 'google', Accounts_OAuth_Proxy_host: url };
		const old = await reportOf({ description: 'An OAuth proxy.', server: { version: '8.6.1' }, settings });
		expect(flowIn(old, 'oauth-proxy')).toMatchObject({ state: 'on', recipients: [{ recipient, party }] });
	});

	test('9.0 has no OAuth proxy', async () => {
		expect(flowIn(await reportOf(readWorkspace('fresh-9.0')), 'oauth-proxy').state).toBe('not-applicable');
	});
});
