import { AIR_GAP, foundFlow } from './flow-found';
import { judged } from './workspace-judged';

describe('LiveKit', () => {
	const livekit = { VideoConf_LiveKit_Enabled: true, VideoConf_LiveKit_Url: 'wss://calls.example.org:7443', VideoConf_LiveKit_Api_Key: 'key-canary', VideoConf_LiveKit_Api_Secret: 'secret-canary' };

	test('is on to the host of its address', async () => {
		const told = await foundFlow('livekit', '9.0', livekit);
		expect(told).toMatchObject({ state: 'on', recipients: [{ recipient: 'the LiveKit server', host: 'calls.example.org', party: 'third-parties', reach: 'own' }] });
		expect(told.settings).toMatchObject({ VideoConf_LiveKit_Url: 'wss://calls.example.org' });
		expect(told.sends).toEqual(expect.arrayContaining(['sound, picture and shared screens of calls', 'names of people', 'IP address and browser of the person']));
		expect(told.caveat).toContain('which this app does not read');
		expect(JSON.stringify(told)).not.toContain('canary');
	});

	test.each([
		['wss://example-abc.livekit.cloud', 'public'],
		['wss://livekit.lan', 'inside'],
		['ws://10.0.0.4:7880', 'inside'],
	])('its address alone says where the calls run: %s is %s', async (url, reach) => {
		for (const mode of ['self_hosted', 'cloud']) {
			expect((await foundFlow('livekit', '9.0', { ...livekit, VideoConf_LiveKit_Url: url, VideoConf_LiveKit_Mode: mode })).recipients).toMatchObject([{ reach }]);
		}
	});

	test('is off by its switch or without an address, and not on servers before 9.0', async () => {
		expect((await foundFlow('livekit', '9.0')).state).toBe('off');
		expect((await foundFlow('livekit', '9.0', { VideoConf_LiveKit_Enabled: true })).state).toBe('off');
		expect((await foundFlow('livekit', '8.6.1')).state).toBe('not-applicable');
	});

	test('as default provider it is no app', async () => {
		const { state, caveat } = await foundFlow('video-conference', '9.0', { ...livekit, VideoConf_Default_Provider: 'livekit' });
		expect(state).toBe('unknown');
		expect(caveat).toContain('LiveKit, which is not an app');
		expect(caveat).not.toContain('settings of that app say');
		expect(caveat).not.toContain('No default provider is set');
		expect((await foundFlow('video-conference', '9.0', { VideoConf_Default_Provider: 'jitsi' })).caveat).toContain('The settings of that app say');
	});
});

describe('voice calls', () => {
	test('on 7.x they go to the server\'s telephone host and, from browsers, to its WebSocket', async () => {
		const told = await foundFlow('voip-team', '7.7.1', {
			VoIP_TeamCollab_Enabled: true,
			VoIP_TeamCollab_FreeSwitch_Host: 'phone.lan',
			VoIP_TeamCollab_FreeSwitch_WebSocket_Path: 'wss://phone.example.org/ws',
		});
		expect(told).toMatchObject({ state: 'on', effect: 'sent', recipients: [{ recipient: 'the telephone server', host: 'phone.example.org', reach: 'own' }] });
		expect(told.caveat).toContain('Browsers connect to the telephone server too');
		expect(told.caveat).toContain('The variable `FREESWITCHIP` of the server\'s environment can lead this to another host');
		expect(told.settings).toMatchObject({ VoIP_TeamCollab_FreeSwitch_WebSocket_Path: 'wss://phone.example.org' });
		expect(told.sends).toEqual(expect.arrayContaining(['phone numbers', 'names of people']));
	});

	test('from 8.0 on they go to the servers for SIP', async () => {
		const told = await foundFlow('voip-team', '8.6.1', {
			VoIP_TeamCollab_SIP_Integration_Enabled: true,
			VoIP_TeamCollab_SIP_Server_Host: 'sip.example.net',
			VoIP_TeamCollab_Drachtio_Host: '10.0.0.8',
		});
		expect(told).toMatchObject({ state: 'on', recipients: [{ host: 'sip.example.net', reach: 'own' }] });
		expect(told.caveat).toBe('');
	});

	test('calls between members are said to go there only where they do', async () => {
		const settings = { VoIP_TeamCollab_SIP_Integration_Enabled: true, VoIP_TeamCollab_SIP_Integration_For_Internal_Calls: true };
		expect((await foundFlow('voip-team', '9.0', settings)).caveat).toContain('Calls between members go over the telephone server too');
	});

	test('an air gap with its own SIP server inside is certain, with nothing unread', async () => {
		for (const version of ['8.0.0', '8.6.1', '9.0']) {
			const settings = { VoIP_TeamCollab_SIP_Integration_Enabled: true, VoIP_TeamCollab_SIP_Server_Host: 'sip.isolated.lan', VoIP_TeamCollab_Drachtio_Host: '10.0.0.8' };
			expect(await foundFlow('voip-team', version, settings, AIR_GAP)).toMatchObject({ state: 'on', effect: 'inside', unreadable: [] });
			const { posture } = await judged({ description: 'An air gap with SIP.', server: { version }, settings: { Site_Url: 'https://chat.isolated.example', ...settings }, ...AIR_GAP });
			expect([version, posture.deployment.confidence, posture.deployment.unread]).toEqual([version, 'certain', []]);
		}
	});
});
