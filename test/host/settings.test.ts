import { probeZip } from './probe/zip';
import { ask } from './probe/asking';
import type { Engine, Workspace } from '../../tools/host/index';
import { licenceCanaries, startEngine } from '../../tools/host/index';

const FRESH: Workspace = { description: 'a fresh server', server: { version: '7.7.1' } };

const notReadable = (id: string): { error: string } => ({ error: `The setting "${id}" is not readable.` });

let engine: Engine;

async function open(workspace: Workspace, hiddenSettings: string[] = []): Promise<void> {
	engine = await startEngine(workspace);
	await engine.install(probeZip({ hiddenSettings }));
}

afterEach(() => engine.stop());

describe('what an app reads of the server settings', () => {
	test('from 7.4 on: hidden settings only when the app lists them, secret ones always', async () => {
		await open(FRESH, ['Cloud_Workspace_Client_Id']);
		expect(await ask(engine, 'read Site_Url Bugsnag_api_key Statistics_reporting Cloud_Workspace_Client_Id No_Such_Id')).toEqual({
			Site_Url: { value: 'http://localhost:3000' },
			Bugsnag_api_key: { value: '' },
			Statistics_reporting: notReadable('Statistics_reporting'),
			Cloud_Workspace_Client_Id: { value: '' },
			No_Such_Id: notReadable('No_Such_Id'),
		});
		expect(engine.server.readSettings()).toEqual(['Site_Url', 'Bugsnag_api_key', 'Statistics_reporting', 'Cloud_Workspace_Client_Id', 'No_Such_Id']);
		engine.server.forgetReads();
		expect(engine.server.readSettings()).toEqual([]);
	});

	test('before 7.4: no secret settings, listed or not, and hidden ones freely', async () => {
		await open({ ...FRESH, server: { version: '7.3.2' } }, ['Cloud_Workspace_Client_Id']);
		expect(await ask(engine, 'read Bugsnag_api_key Statistics_reporting Cloud_Workspace_Client_Id')).toEqual({
			Bugsnag_api_key: notReadable('Bugsnag_api_key'),
			Statistics_reporting: { value: true },
			Cloud_Workspace_Client_Id: notReadable('Cloud_Workspace_Client_Id'),
		});
	});

	test('the rule can be chosen apart from the version', async () => {
		await open({ ...FRESH, server: { version: '7.7.1', readRule: 'secret' } });
		expect(await ask(engine, 'read Statistics_reporting Bugsnag_api_key')).toEqual({ Statistics_reporting: { value: true }, Bugsnag_api_key: notReadable('Bugsnag_api_key') });
	});

	test('SETTINGS_HIDDEN of the server hides further ones, and an absent one answers like a hidden one', async () => {
		await open({ ...FRESH, server: { version: '7.7.1', hiddenByEnvironment: ['Site_Url'], absent: ['Push_enable'] } });
		expect(await ask(engine, 'read Site_Url Push_enable')).toEqual({ Site_Url: notReadable('Site_Url'), Push_enable: notReadable('Push_enable') });
	});

	test('without the permission the engine answers nothing, and the server is not asked', async () => {
		await open({ ...FRESH, permissionsRefused: ['server-setting.read'] }, ['Cloud_Workspace_Client_Id']);
		expect(await ask(engine, 'read Site_Url')).toEqual({ Site_Url: { error: 'No Server Setting found, or it is unaccessible, by the id of "Site_Url".' } });
		expect(await ask(engine, 'record Site_Url')).toBeNull();
		expect(engine.server.readSettings()).toEqual([]);
	});

	test('a read that fails, answers nothing or hangs leaves the others alone', async () => {
		await open({ ...FRESH, faults: { Site_Name: 'throws', Language: 'undefined', Push_enable: 'null-record', E2E_Enable: 'hangs' } });
		const answers = await ask(engine, 'read Site_Name Language Push_enable E2E_Enable Site_Url');
		expect(answers).toEqual({
			Site_Name: { error: 'connection 1 to 127.0.0.1:27017 closed' },
			Language: { error: 'No Server Setting found, or it is unaccessible, by the id of "Language".' },
			Push_enable: { error: expect.stringContaining('null') as unknown },
			E2E_Enable: { waited: true },
			Site_Url: { value: 'http://localhost:3000' },
		});
		const FAILED = { error: 'connection 1 to 127.0.0.1:27017 closed' };
		engine.server.setFault('Site_Name', null);
		engine.server.setFault('*', 'throws');
		expect(await ask(engine, 'read Site_Name Site_Url')).toMatchObject({ Site_Name: FAILED, Site_Url: FAILED });
	});

	test('hands out the record as the real converter does, without secret, enterprise and invalidValue', async () => {
		await open({ ...FRESH, settings: { Site_Name: 'Example' } });
		expect(await ask(engine, 'record Site_Name')).toEqual({
			id: 'Site_Name',
			type: 'string',
			required: false,
			packageValue: 'Rocket.Chat',
			value: 'Example',
			public: true,
			hidden: false,
			i18nLabel: 'Site_Name',
			i18nDescription: 'Site_Name_Description',
			createdAt: expect.any(String) as unknown,
			updatedAt: expect.any(String) as unknown,
		});
	});

	test('a value that changes is read anew, and an id that this server lacks cannot be set', async () => {
		await open(FRESH);
		engine.server.setSetting('Site_Url', 'https://chat.example.org');
		expect(await ask(engine, 'read Site_Url')).toEqual({ Site_Url: { value: 'https://chat.example.org' } });
		expect(() => engine.server.setSetting('Site_Urll', '')).toThrow('Rocket.Chat has no setting "Site_Urll".');
		expect(() => engine.server.setSetting('MCP_Enabled', true)).toThrow('This server has no setting "MCP_Enabled"');
	});
});

describe('which settings a version has', () => {
	const FAMILIES = [
		['6.8.0', { ttl: false, airGap: false, otr: true, newest: false }],
		['6.13.0', { ttl: true, airGap: false, otr: true, newest: false }],
		['7.7.1', { ttl: true, airGap: true, otr: true, newest: false }],
		['8.1.0', { ttl: true, airGap: true, otr: false, newest: true }],
	] as const;

	test.each(FAMILIES)('%s', async (version, expected) => {
		engine = await startEngine({ ...FRESH, server: { version } });
		const ids = new Set(engine.server.settings().map(({ id }) => id));
		expect({
			ttl: ids.has('RetentionPolicy_TTL_Channels'),
			airGap: ids.has('Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'),
			otr: ids.has('OTR_Enable') || ids.has('WebRTC_Enabled') || ids.has('VoIP_Enabled') || ids.has('WebRTC_Enable_Channel'),
			newest: ids.has('MCP_Enabled') || ids.has('Federation_Service_Enabled'),
		}).toEqual(expected);
	});

	test('7.7.1 has everything that its source defines, with the defaults that are computed there', async () => {
		engine = await startEngine(FRESH);
		const settings = new Map(engine.server.settings().map((setting) => [setting.id, setting]));
		expect(settings.size).toBeGreaterThanOrEqual(916);
		expect(settings.get('RetentionPolicy_TTL_Channels')?.value).toBe(2_592_000_000);
		expect(settings.get('WebRTC_Servers')?.value).toMatch(/^stun:stun\.l\.google\.com:19302, .*@turn:/);
		expect([...settings.values()].filter(({ value }) => value === undefined || value === null)).toEqual([]);
		expect(settings.has('Federation_Matrix_enabled')).toBe(true);
	});
});

describe('a licence', () => {
	const payloadOf = (token: unknown): unknown => JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());

	test('of form v3 is a token that anybody can read and nobody signed', async () => {
		await open({ ...FRESH, licence: { form: 'v3', offline: true } });
		const { Enterprise_License: token, Enterprise_License_Status: status } = (await ask(engine, 'read Enterprise_License Enterprise_License_Status')) as Record<string, { value: unknown }>;
		expect(token?.value).toMatch(/^RCV3_[\w-]+\.[\w-]+\.[\w-]+$/);
		expect(payloadOf(token?.value)).toMatchObject({ version: '3.0', information: { offline: true, grantedTo: { ...licenceCanaries } } });
		expect(status).toEqual({ value: 'Valid' });
	});

	test('of form v2 is opaque, the status can be another, and explicit settings win', async () => {
		await open({ ...FRESH, licence: { form: 'v2', offline: false, status: 'Invalid' }, settings: { Enterprise_License_Status: 'Valid' } });
		const answers = (await ask(engine, 'read Enterprise_License Enterprise_License_Status')) as Record<string, { value: unknown }>;
		expect(answers.Enterprise_License?.value).toMatch(/^[A-Za-z0-9+/]+=*$/);
		expect(answers.Enterprise_License_Status).toEqual({ value: 'Valid' });
	});
});

describe('the app’s own settings', () => {
	test('are saved as the form does: through the app’s hooks, each that differs from what is stored', async () => {
		await open(FRESH);
		expect(engine.appSettings()).toMatchObject({ greeting: { value: 'Hello', packageValue: 'Hello' }, refuse: { value: false } });
		expect(engine.appSettings()).not.toHaveProperty('internal');
		await engine.saveAppSettings({ greeting: '  Servus  ' });
		expect(await ask(engine, 'own greeting')).toBe('Servus');
		const updated = (): string[] => engine.server.logs().filter(({ text }) => text.startsWith('["updated"')).map(({ text }) => text);
		// The first save also stores the defaults.
		expect(updated()).toEqual(['["updated","greeting"]', '["updated","refuse"]']);
		await engine.saveAppSettings({ greeting: 'Grüß Gott' });
		expect(updated()).toEqual(['["updated","greeting"]', '["updated","refuse"]', '["updated","greeting"]']);
		await expect(engine.saveAppSettings({ greting: '' })).rejects.toThrow('The app has no setting "greting". It has: greeting, refuse.');
	});
});
