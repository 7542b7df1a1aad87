import { readWorkspace } from '../../tools/host';
import type { Workspace } from '../../tools/host';
import { CATEGORIES } from '../../src/catalogue/categories';
import { judgeNotice } from '../../src/posture/notice';
import type { Posture } from '../../src/posture/posture';
import { judged } from './workspace-judged';

const CLEAN = { '7.7.1': 'air-gapped-clean', '8.6.1': 'air-gapped-8.6.1', '9.0': 'air-gapped-9.0' } as const;
const VERSIONS = Object.keys(CLEAN) as (keyof typeof CLEAN)[];

const postureOf = async (workspace: Workspace): Promise<Posture> => (await judged(workspace)).posture;

describe.each(VERSIONS)('a declared air gap on %s', (version) => {
	const clean = readWorkspace(CLEAN[version]);
	const changed = (change: Partial<Workspace>): Workspace => ({ ...clean, ...change, settings: { ...clean.settings, ...change.settings } });

	test('is certain, with nothing unread, and says no towards Rocket.Chat for every kind of data', async () => {
		const posture = await postureOf(clean);
		expect(posture.deployment).toMatchObject({ model: 'air-gapped', basis: 'declared', confidence: 'certain', conflicts: [], unread: [] });
		expect(posture.exposure.filter(({ party }) => party === 'rocket-chat').map(({ state }) => state)).toEqual(CATEGORIES.map(() => 'no'));
		expect(judgeNotice(posture.deployment)).toMatchObject({ id: 'air-gapped', standing: 'applies' });
	});

	test('sends nothing: what is on is only attempted, stays inside, or is open to whoever reaches the server', async () => {
		const { flows } = await postureOf(clean);
		const sent = flows.filter(({ effect }) => effect === 'sent');
		expect(sent.filter(({ recipients }) => recipients.some(({ party }) => party === 'rocket-chat' || party === 'third-parties')).map(({ id }) => id)).toEqual([]);
	});

	test('stays certain with directory, mail and files inside', async () => {
		const posture = await postureOf(
			changed({ settings: { LDAP_Enable: true, LDAP_Host: '10.0.0.5', SMTP_Host: 'mail.lan', FileUpload_Storage_Type: 'AmazonS3', FileUpload_S3_BucketURL: 'http://minio:9000/files' } }),
		);
		expect(posture.deployment).toMatchObject({ confidence: 'certain', conflicts: [] });
		expect(posture.flows.filter(({ id }) => ['ldap', 'file-storage'].includes(id)).map(({ effect }) => effect)).toEqual(['inside', 'inside']);
		expect(posture.exposure.filter(({ party, state }) => party === 'third-parties' && state !== 'no')).toEqual([]);
	});

	test('does not call blocked what goes to a host that is neither inside nor a public service', async () => {
		const posture = await postureOf(changed({ settings: { LDAP_Enable: true, LDAP_Host: 'ldap.example.net' } }));
		expect(posture.flows.find(({ id }) => id === 'ldap')).toMatchObject({ state: 'on', effect: 'sent', recipients: [{ party: 'third-parties', reach: 'own' }] });
		expect(posture.exposure.find(({ party, category }) => party === 'third-parties' && category === 'account-data')?.state).toBe('limited');
	});

	test('stays certain where the host answers null for what is absent', async () => {
		expect((await postureOf(changed({ server: { ...clean.server, absentAnswers: 'null' } }))).deployment).toMatchObject({ confidence: 'certain', unread: [] });
	});

	test('is only likely beside a registration, which it then does not deny', async () => {
		const { deployment } = await postureOf(changed({ settings: { Cloud_Workspace_Client_Id: 'registered offline' } }));
		expect(deployment).toMatchObject({ confidence: 'likely', conflicts: [] });
		expect(judgeNotice(deployment).standing).toBe('conditional');
	});

	test('is only likely with a setting unread that this server has', async () => {
		expect((await postureOf(changed({ faults: { Accounts_OAuth_Google: 'throws' } }))).deployment).toMatchObject({ confidence: 'likely', unread: ['Accounts_OAuth_Google'] });
	});

	test('is contradicted by a public service that somebody switched on', async () => {
		expect((await postureOf(changed({ settings: { GoogleAnalytics_enabled: true, GoogleAnalytics_ID: 'G-1' } }))).deployment).toMatchObject({ confidence: 'unclear', conflicts: [{ id: 'third-party-flow-on' }] });
	});
});

test('an offline licence ends the calls to Rocket.Chat from 8.7 on, and is no proof of an air gap', async () => {
	const plain = (version: string): Workspace => ({ description: 'offline licence', server: { version }, licence: { form: 'v3', offline: true }, settings: { Site_Url: 'https://chat.example.org' } });
	const report = async (version: string): Promise<unknown> => (await postureOf(plain(version))).flows.find(({ id }) => id === 'statistics-report')?.state;
	expect(await Promise.all(VERSIONS.map(report))).toEqual(['on', 'on', 'off']);
	expect((await postureOf(plain('9.0'))).deployment).toMatchObject({ model: 'air-gapped', basis: 'detected', confidence: 'likely' });
	expect((await postureOf({ ...plain('9.0'), settings: { Site_Url: 'https://chat.example.org', Cloud_Workspace_Client_Id: 'x' } })).deployment).toMatchObject({ confidence: 'unclear' });
});

describe('one hidden switch of a feature whose other settings read is unread, and the air gap no more than likely', () => {
	const hiding = async (version: string, id: string, settings: Readonly<Record<string, unknown>>): Promise<Posture> =>
		postureOf({ description: 'hidden', server: { version, hiddenByEnvironment: [id] }, licence: { form: 'v3', offline: true }, settings: { Site_Url: 'https://chat.example.org', Push_enable: false, ...settings }, app: { declared_deployment: 'air-gapped' } });

	test.each([
		['8.7', 'AI_Intelligent_Search_Enabled', { AI_Intelligent_Search_Pipeline_Base_URL: 'https://x.openai.com', AI_Intelligent_Search_Pipeline_ID: 'p' }],
		['7.11', 'Federation_Service_Enabled', { Federation_Service_Domain: 'chat.example.org' }],
		['9.1', 'Exchange_Mode', { Outlook_Calendar_Enabled: true, Exchange_Graph_Host: 'https://graph.microsoft.com' }],
		['7.7.1', 'DeepLink_Url', {}],
		['8.6.1', 'Accounts_OAuth_Proxy_host', { Accounts_OAuth_Proxy_services: 'x' }],
	])('%s: %s', async (version, id, settings) => {
		expect((await hiding(version, id, settings)).deployment).toMatchObject({ confidence: 'likely', unread: [id] });
	});
});

test.each(['(https://hooks.slack.com)', 'https://hooks.slack.com:99999', '_hooks.slack.com', 'nonsense value'])('an address that cannot be read as one, %s, keeps an air gap from being certain', async (url) => {
	const clean = readWorkspace('air-gapped-clean');
	const { deployment } = await postureOf({ ...clean, settings: { ...clean.settings, PiwikAnalytics_enabled: true, PiwikAnalytics_url: url } });
	expect(deployment).toMatchObject({ confidence: 'likely', unread: ['PiwikAnalytics_url'] });
});

test('an odd licence on 8.7 takes no certainty from a closed network', async () => {
	const clean = readWorkspace('air-gapped-clean');
	const { deployment, exposure } = await postureOf({ ...clean, server: { version: '8.7' }, licence: { form: 'text', text: 'RCV3_odd' } });
	expect(deployment.confidence).toBe('certain');
	expect(exposure.filter(({ party, state }) => party === 'rocket-chat' && state !== 'no')).toEqual([]);
});

test('mail that a server inside hands on stays inside only where the air gap is certain', async () => {
	const effect = async (app: Workspace['app']): Promise<unknown> =>
		(await postureOf({ description: 'mail', server: { version: '8.6.1' }, licence: { form: 'v3', offline: true }, settings: { Site_Url: 'https://chat.example.org', SMTP_Host: 'mail.corp.local' }, ...(app && { app }) })).flows.find(({ id }) => id === 'email')?.effect;
	expect(await effect({ declared_deployment: 'air-gapped' })).toBe('inside');
	expect(await effect(undefined)).toBe('attempted');
});

test('a cell names only flows that are on as what raises it', async () => {
	for (const workspace of ['fresh-8.6.1', 'fresh-9.0', 'nothing-readable', 'open-to-the-world']) {
		const { exposure, flows } = await postureOf(readWorkspace(workspace));
		const raised = exposure.filter(({ state, condition }) => state !== 'unknown' && condition?.key === 'condition_flows');
		const named = raised.flatMap(({ because }) => because.flatMap(({ source }) => (source.startsWith('flow:') ? [source.replace('flow:', '')] : [])));
		expect([workspace, named.filter((id) => flows.find((flow) => flow.id === id)?.state !== 'on')]).toEqual([workspace, []]);
	}
});
