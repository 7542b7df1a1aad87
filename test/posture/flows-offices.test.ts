import { told, workspace } from './flow-of';

describe('livechat-webhook', () => {
	test('names what it sends of visitors and of agents', async () => {
		const { state, sends } = await told('livechat-webhook', workspace('7.7.1', { Livechat_webhookUrl: 'https://crm.example.net/hook' }));
		expect(state).toBe('on');
		for (const part of ['IP address, browser and system', 'custom fields of the agent', 'e-mail address', 'the pages that they opened', 'links to them']) {
			expect(sends).toContain(part);
		}
	});
});

describe('omnichannel-frame', () => {
	const FRAME = { Omnichannel_External_Frame_Enabled: true, Omnichannel_External_Frame_URL: 'https://frame.example.net' };

	test('opens only where a key is set', async () => {
		expect(await told('omnichannel-frame', workspace('8.6.1', FRAME))).toMatchObject({ state: 'off', reason: expect.stringContaining('`Omnichannel_External_Frame_Encryption_JWK` (not set)') as string });
		const open = await told('omnichannel-frame', workspace('8.6.1', { ...FRAME, Omnichannel_External_Frame_Encryption_JWK: '{"kty":"oct"}' }));
		expect(open).toMatchObject({ state: 'on', recipients: ['the host of the embedded page (frame.example.net)'] });
		expect(JSON.stringify(open)).not.toContain('kty');
	});
});

describe('outlook-calendar', () => {
	test('is not plainly off where the mapping that may switch it on does not read', async () => {
		const [older, newer] = await Promise.all(['7.7.1', '8.6.1'].map((version) => told('outlook-calendar', workspace(version))));
		expect(older).toMatchObject({ state: 'off' });
		expect(older?.caveat).toContain('`Outlook_Calendar_Url_Mapping`, which came with Rocket.Chat 7.8, could not be read here');
		expect(newer).toMatchObject({ state: 'off' });
		expect(newer?.caveat ?? '').not.toContain('does not read here');
	});

	const MODULE = ['Outlook_Calendar_Enabled', 'Outlook_Calendar_Exchange_Url', 'Outlook_Calendar_Url_Mapping'];
	const mapping = (enabled: boolean, url: string): Record<string, unknown> => ({ Outlook_Calendar_Url_Mapping: JSON.stringify({ 'gmail.com': { Enabled: enabled, Exchange_Url: url } }) });

	test('does not exist without its licence module', async () => {
		for (const version of ['7.7.1', '8.6.1', '9.0']) {
			expect(await told('outlook-calendar', workspace(version, {}, { server: { version, absent: MODULE.filter((id) => version !== '7.7.1' || id !== 'Outlook_Calendar_Url_Mapping') } }))).toMatchObject({ state: 'not-applicable' });
		}
	});

	test('desktop apps connect to the address', async () => {
		const on = await told('outlook-calendar', workspace('8.6.1', { Outlook_Calendar_Enabled: true, Outlook_Calendar_Exchange_Url: 'https://mail.example.net' }));
		expect(on).toMatchObject({ state: 'on', recipients: ['the Exchange server or Microsoft 365 (mail.example.net)'] });
		expect(on.caveat).toContain("People's own desktop apps connect");
		expect(on.caveat).not.toContain('Mapping');
	});

	test('a mapping may switch it on, so it is not off', async () => {
		const mapped = await told('outlook-calendar', workspace('8.6.1', mapping(true, 'https://mail.example.net')));
		expect(mapped).toMatchObject({ state: 'unknown' });
		expect(mapped.caveat).toContain('`Outlook_Calendar_Url_Mapping` can switch it on or off');
	});

	test('of a mapping the hosts count, not the mail domains', async () => {
		const own = { Outlook_Calendar_Enabled: true, Outlook_Calendar_Exchange_Url: 'http://exchange.internal' };
		expect(await told('outlook-calendar', workspace('8.6.1', { ...own, ...mapping(true, 'http://10.0.0.8/') }))).toMatchObject({ effect: 'inside', parties: [null] });
		expect(await told('outlook-calendar', workspace('8.6.1', { ...own, ...mapping(true, 'https://outlook.office365.com/') }))).toMatchObject({ effect: 'sent', parties: ['third-parties'] });
	});
});

describe('exchange-server', () => {
	const SERVER_MODE = { Outlook_Calendar_Enabled: true, Exchange_Mode: 'server' };

	test.each(['7.7.1', '8.6.1', '9.0'])('is not on a server of %s', async (version) => {
		expect(await told('exchange-server', workspace(version, { Outlook_Calendar_Enabled: true }))).toMatchObject({ state: 'not-applicable' });
	});

	test('is off in the other mode', async () => {
		expect(await told('exchange-server', workspace('9.1.0', { Outlook_Calendar_Enabled: true }))).toMatchObject({ state: 'off' });
	});

	test.each([
		[{}, "Microsoft 365 or the organisation's own Exchange server (graph.microsoft.com)", 'third-parties'],
		[{ Exchange_Sync_Provider: 'ews', Exchange_EWS_Url: 'https://mail.example.net/EWS/Exchange.asmx' }, "Microsoft 365 or the organisation's own Exchange server (mail.example.net)", 'third-parties'],
		[{ Exchange_Sync_Provider: 'ews', Exchange_EWS_Url: 'https://exchange.internal/EWS' }, "Microsoft 365 or the organisation's own Exchange server (exchange.internal)", null],
	])('with %j it goes to %s', async (settings, recipient, party) => {
		const on = await told('exchange-server', workspace('9.1.0', { ...SERVER_MODE, ...settings }));
		expect(on).toMatchObject({ state: 'on', recipients: [recipient], parties: [party] });
		expect(on.caveat).toContain('before its release');
	});

	test('a login at Microsoft leaves, though the other host is inside', async () => {
		expect(await told('exchange-server', workspace('9.1.0', { ...SERVER_MODE, Exchange_Graph_Host: 'https://graph.internal' }))).toMatchObject({ effect: 'sent', parties: ['third-parties'] });
	});

	test('then the calendar of the desktop apps says so', async () => {
		expect((await told('outlook-calendar', workspace('9.1.0', SERVER_MODE))).caveat).toContain('`Exchange_Mode` is `server`');
	});
});
