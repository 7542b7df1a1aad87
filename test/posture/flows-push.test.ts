import type { Workspace } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { cellsOf, flowIn, reportOf } from './flow-told';

const OFFLINE: Workspace['licence'] = { form: 'v3', offline: true };
const AGREED = { Site_Url: 'https://chat.example.org', Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true } as const;
const NATIVE = { Site_Url: 'https://chat.example.org', Push_enable_gateway: false, Push_google_api_credentials: '{"project_id":"example"}' } as const;

const workspace = (settings: Record<string, unknown>, version = '8.6.1', licence: Workspace['licence'] = null): Workspace => ({ description: 'Push notifications.', server: { version }, licence, settings });

const ROCKET_CHATS = { recipient: "Rocket.Chat's push gateway", party: 'rocket-chat', host: 'gateway.rocket.chat' };
const HANDED_ON = { recipient: 'Apple and Google', party: 'third-parties' };

describe('through a gateway', () => {
	test('Rocket.Chat gets them, and Apple and Google after it', async () => {
		const report = await reportOf(readWorkspace('push-gateway-of-rocket-chat'));
		expect(flowIn(report, 'push-gateway')).toMatchObject({ state: 'on', effect: 'sent', recipients: [ROCKET_CHATS, HANDED_ON] });
		expect(cellsOf(report, 'third-parties')).toMatchObject({ 'account-data': 'limited', 'usage-data': 'yes', 'user-content': 'limited' });
	});

	test.each(['own-push-gateway', 'several-push-gateways'])('of one’s own Rocket.Chat gets none of them: %s', async (name) => {
		const report = await reportOf(readWorkspace(name));
		const { recipients, purpose, whatStops } = flowIn(report, 'push-gateway');
		expect(recipients).toMatchObject([{ recipient: 'another push gateway', party: 'third-parties', host: name === 'own-push-gateway' ? 'push.example.org' : 'a.example.org' }, HANDED_ON]);
		expect([purpose, whatStops].join(' ')).not.toContain('Rocket.Chat');
		expect(cellsOf(report, 'rocket-chat')['user-content']).toBe('no');
	});

	test('the first of several gateways is the one in use', async () => {
		const gateways = 'https://gateway.rocket.chat\nhttps://push.example.org';
		expect(flowIn(await reportOf(workspace({ ...AGREED, Push_gateway: gateways })), 'push-gateway').recipients).toMatchObject([ROCKET_CHATS, HANDED_ON]);
	});

	test('in the own network they still leave it, to Apple and Google', async () => {
		const { effect, recipients } = flowIn(await reportOf(workspace({ ...AGREED, Push_gateway: 'http://push.lan:8080' })), 'push-gateway');
		expect(effect).toBe('sent');
		expect(recipients).toMatchObject([{ party: null, reach: 'inside' }, HANDED_ON]);
	});

	test('a restart may still be due where they are off, but not where the licence stops them', async () => {
		expect(flowIn(await reportOf(workspace({ ...AGREED, Push_enable_gateway: false }, '9.0')), 'push-gateway').caveat).toContain('take effect after a restart');
		expect(flowIn(await reportOf(workspace(AGREED, '9.0', OFFLINE)), 'push-gateway').caveat ?? '').not.toContain('take effect after a restart');
	});
});

describe('an offline licence', () => {
	test.each([
		['8.6.1', AGREED, 'on', 'off'],
		['9.0', AGREED, 'off', 'off'],
		['9.0', { ...AGREED, Push_gateway: 'https://push.example.org' }, 'off', 'off'],
		['9.0', { ...AGREED, Push_google_api_credentials: '{}' }, 'off', 'off'],
		['8.6.1', NATIVE, 'off', 'on'],
		['9.0', NATIVE, 'off', 'on'],
	] as const)('on %s with %j: gateway %s, native %s', async (version, settings, gateway, native) => {
		const report = await reportOf(workspace(settings, version, OFFLINE));
		expect([flowIn(report, 'push-gateway').state, flowIn(report, 'push-native').state]).toEqual([gateway, native]);
	});

	test('does not stop native pushes, and the answer says so', async () => {
		const told = 'The offline licence does not stop these: it stops only pushes through a gateway.';
		expect(flowIn(await reportOf(workspace(NATIVE, '9.0', OFFLINE)), 'push-native').caveat).toContain(told);
		expect(flowIn(await reportOf(workspace(NATIVE, '8.6.1', OFFLINE)), 'push-native').caveat).not.toContain(told);
	});
});

test('native pushes go to Apple and Google, and without keys nowhere', async () => {
	const report = await reportOf(workspace(NATIVE));
	expect(flowIn(report, 'push-native')).toMatchObject({ state: 'on', recipients: [HANDED_ON] });
	expect(cellsOf(report, 'third-parties')).toMatchObject({ 'account-data': 'limited', 'usage-data': 'yes', 'user-content': 'limited' });
	const without = await reportOf(readWorkspace('native-push-without-keys'));
	expect([flowIn(without, 'push-native').state, flowIn(without, 'push-gateway').state]).toEqual(['off', 'off']);
});

const RINGING = "Phones are set to ring for calls, which needs a licence module. Those notifications carry the caller's id, username and name, whatever the settings of this page say.";

describe.each([
	['push-gateway', AGREED],
	['push-native', NATIVE],
] as const)('%s tells what the notifications carry', (id, settings) => {
	const caveat = async (changed: Record<string, unknown>, version = '8.6.1', faults: Workspace['faults'] = {}): Promise<string> => flowIn(await reportOf({ ...workspace({ ...settings, ...changed }, version), faults }), id).caveat ?? '';

	test.each<[string, Record<string, unknown>, RegExp[], RegExp[]]>([
		['text, and the id-only setting on', {}, [/message text is part.*unless the licence module/, /reads true here; without the licence module push-privacy it does nothing/], [/Whether notifications carry/]],
		['text, and the id-only setting off', { Push_request_content_from_server: false }, [/message text is part/], [/reads true/, /unless the licence/]],
		['no text', { Push_show_message: false }, [/message text is not part/], [/message text is part/]],
		['no encryption', { E2E_Enable: false }, [], [/encrypted form/]],
		['encryption, although no text', { E2E_Enable: true, Push_show_message: false }, [/Encrypted messages go along in their encrypted form, whatever `Push_show_message` says/], []],
	])('%s', async (_name, changed, told, untold) => {
		const text = await caveat(changed);
		expect(text).toMatch(/id, username and name of the sender/);
		told.forEach((pattern) => expect(text).toMatch(pattern));
		untold.forEach((pattern) => expect(text).not.toMatch(pattern));
	});

	test.each(['VideoConf_Mobile_Ringing', 'VoIP_TeamCollab_Mobile_Ringing_Enabled'])('%s: of calls the caller, whatever the privacy switches say', async (ringing) => {
		const silent = { Push_show_message: false, Push_show_username_room: false, Push_request_content_from_server: true };
		expect(await caveat({ ...silent, [ringing]: true })).toContain(RINGING);
		expect(await caveat(silent)).not.toContain('ring for calls');
	});

	test('on 7.7.1 voice calls ring no phone, and nothing is open about it', async () => {
		expect(await caveat({}, '7.7.1')).not.toContain('ring for calls');
	});

	test('unread, it is said that it could not be found out', async () => {
		expect(await caveat({}, '8.6.1', { VideoConf_Mobile_Ringing: 'throws', Push_show_message: 'throws' })).toMatch(/Whether the message text is part of the notifications could not be found out.*Whether phones ring for calls could not be found out/);
	});
});
