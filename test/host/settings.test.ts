import { probeZip } from './probe/zip';
import { ask } from './probe/asking';
import type { Engine, Workspace } from '../../tools/host/index';
import { licenceCanaries, startEngine } from '../../tools/host/index';
import { definitionsFor, upgradedDefinitions } from '../../tools/host/server/definitions';

const FRESH: Workspace = { description: 'a fresh server', server: { version: '7.7.1' } };

const notReadable = (id: string): { error: string } => ({ error: `The setting "${id}" is not readable.` });

let engine: Engine;

async function open(workspace: Workspace, hiddenSettings: string[] = []): Promise<void> {
	engine = await startEngine(workspace);
	await engine.install(probeZip({ hiddenSettings }));
}

afterEach(() => engine.stop());

describe('what an app reads of the server settings', () => {
	test('hidden settings only when the app lists them, secret ones always', async () => {
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

	test('SETTINGS_HIDDEN of the server hides further ones, and an absent one answers like a hidden one', async () => {
		await open({ ...FRESH, server: { version: '7.7.1', hiddenByEnvironment: ['Site_Url'], absent: ['Push_enable'] } });
		expect(await ask(engine, 'read Site_Url Push_enable')).toEqual({ Site_Url: notReadable('Site_Url'), Push_enable: notReadable('Push_enable') });
	});

	test('a server can answer null for what is absent; what is hidden it refuses as others do', async () => {
		await open({ ...FRESH, server: { version: '9.0', absentAnswers: 'null' } });
		expect(await ask(engine, 'record CROWD_Enable')).toBeNull();
		expect(await ask(engine, 'record No_Such_Id')).toBeNull();
		expect(await ask(engine, 'read Site_Url Statistics_reporting')).toEqual({ Site_Url: { value: 'http://localhost:3000' }, Statistics_reporting: notReadable('Statistics_reporting') });
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
		expect(() => engine.server.setSetting('Site_Urll', '')).toThrow('Rocket.Chat has no setting "Site_Urll", as far as is known here.');
		expect(() => engine.server.setSetting('MCP_Enabled', true)).toThrow('This server has no setting "MCP_Enabled"');
	});
});

describe('which settings a server has', () => {
	const valuesOn = async (server: Workspace['server'], settings: Record<string, unknown> = {}): Promise<Map<string, unknown>> => {
		engine = await startEngine({ ...FRESH, server, settings });
		return new Map(engine.server.settings().map(({ id, value }) => [id, value]));
	};

	test('a fresh one has those of its version, with the defaults that are computed there', async () => {
		const values = await valuesOn({ version: '7.7.1' });
		expect([...values.keys()]).toEqual([...definitionsFor('7.7.1').keys()]);
		expect(values.get('RetentionPolicy_TTL_Channels')).toBe(2_592_000_000);
		expect(values.get('WebRTC_Servers')).toMatch(/^stun:stun\.l\.google\.com:19302, .*@turn:/);
	});

	test('an upgraded one keeps what no migration deleted', async () => {
		const values = await valuesOn({ version: '8.6.1', upgradedFrom: '7.7.1' });
		expect([...values.keys()]).toEqual([...upgradedDefinitions('8.6.1', '7.7.1').keys()]);
		expect(values.get('FileUpload_S3_SignatureVersion')).toBe('v4');
	});

	test('what the workspace has a value of is there, whatever version it is from', async () => {
		const values = await valuesOn({ version: '8.6.1' }, { VoIP_Enabled: true, MCP_Enabled: true });
		expect([values.get('VoIP_Enabled'), values.get('MCP_Enabled')]).toEqual([true, true]);
		expect(values.size).toBe(definitionsFor('8.6.1').size + 2);
	});

	test('no server is older than 7.7', async () => {
		await expect(startEngine({ ...FRESH, server: { version: '7.6.3' } })).rejects.toThrow('Rocket.Chat 7.6.3 is older than 7.7, the oldest version that is known here.');
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

	test.each([
		['any content', { information: { offline: 'yes' } }, '{"information":{"offline":"yes"}}'],
		['a text that is not JSON', 'offline: true', 'offline: true'],
	])('of form v3 can have %s', async (_, payload, content) => {
		await open({ ...FRESH, licence: { form: 'v3', payload } });
		const { Enterprise_License: token } = (await ask(engine, 'read Enterprise_License')) as Record<string, { value: unknown }>;
		expect(Buffer.from(String(token?.value).split('.')[1] ?? '', 'base64url').toString()).toBe(content);
	});

	test('can be any text', async () => {
		await open({ ...FRESH, licence: { form: 'text', text: 'RCV3_' } });
		expect(await ask(engine, 'read Enterprise_License')).toEqual({ Enterprise_License: { value: 'RCV3_' } });
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
