import { FLOWS } from '../../src/catalogue/flows';
import { judgeFlow, pushesThroughRocketChat } from '../../src/posture/flows';
import { readLicence } from '../../src/posture/licence';
import { judgeRegistration } from '../../src/posture/registration';
import { judgeReporting } from '../../src/posture/reporting';
import { inferServer } from '../../src/posture/server';
import type { Signal, SettingValue } from '../../src/workspace/signals';
import { licenceToken, NO_NETWORK, settingsWith } from './signals';

const read = (value: SettingValue): Signal => ({ readable: true, value, isDefault: false });
const unread: Signal = { readable: false, reason: 'refused' };

describe('the licence', () => {
	test.each<[string, Signal, string]>([
		['an offline one', read(licenceToken({ information: { offline: true } })), 'offline'],
		['an online one', read(licenceToken({ information: { offline: false } })), 'online'],
		['one that does not say', read(licenceToken({ information: {} })), 'online'],
		['none', read('  '), 'none'],
		['one of the second form, which has no offline licences', read('bm90IGEgand0'), 'online'],
		['one of a form to come', read('RCV4_a.b.c'), 'unknown'],
		['a text of no form', read('no licence at all'), 'unknown'],
		['no token', read('RCV3_not.a.token'), 'unknown'],
		['too few parts', read('RCV3_abc'), 'unknown'],
		['JSON that is no object', read(`RCV3_a.${Buffer.from('"text"').toString('base64url')}.c`), 'unknown'],
		['an array', read(licenceToken([])), 'unknown'],
		['offline in another type', read(licenceToken({ information: { offline: 'true' } })), 'unknown'],
		['of another type', read(true), 'unknown'],
		['unreadable', unread, 'unknown'],
	])('%s', (_name, signal, kind) => {
		expect(readLicence(signal)).toBe(kind);
	});
});

describe('the registration', () => {
	test.each<[string, ReturnType<typeof settingsWith>, string]>([
		['client id set', settingsWith({ Cloud_Workspace_Client_Id: 'x' }), 'registered likely'],
		['client id empty', settingsWith(), 'unregistered certain'],
		['client id empty, once attempted', settingsWith({ Register_Server: true }), 'unregistered certain'],
		['client id unread, switch off', settingsWith({}, ['Cloud_Workspace_Client_Id']), 'unregistered likely'],
		['client id unread, switch on', settingsWith({ Register_Server: true }, ['Cloud_Workspace_Client_Id']), 'registered unclear'],
		['nothing readable', settingsWith({}, ['Cloud_Workspace_Client_Id', 'Register_Server']), 'unknown unclear'],
	])('%s', (_name, settings, expected) => {
		const { state, confidence, evidence } = judgeRegistration(settings);
		expect(`${state} ${confidence}`).toBe(expected);
		expect(evidence.length).toBeGreaterThan(0);
	});
});

test.each<[SettingValue, string, number | null]>([
	[10, 'accepted', 10],
	[8, 'accepted', 8],
	[7, 'failing', 7],
	[1, 'failing', 1],
	[0, 'restricted', 0],
	[-1, 'not-visible', null],
	[-2, 'unknown', null],
	[11, 'unknown', null],
	[3.5, 'unknown', null],
	['9', 'unknown', null],
])('%j remaining days: %s', (days, state, daysLeft) => {
	expect(judgeReporting(read(days))).toEqual({ state, daysLeft });
	expect(judgeReporting(unread)).toEqual({ state: 'unknown', daysLeft: null });
});

describe('pushes through Rocket.Chat', () => {
	const on = { Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true } as const;

	const pushes = (settings: ReturnType<typeof settingsWith>): ReturnType<typeof pushesThroughRocketChat> => pushesThroughRocketChat(FLOWS.map((flow) => judgeFlow(flow, { settings, server: inferServer(settings) }, NO_NETWORK)));

	test('need all four switches, and one readable "off" settles it', () => {
		expect(pushes(settingsWith(on)).state).toBe('on');
		for (const id of Object.keys(on) as (keyof typeof on)[]) {
			const others = (Object.keys(on) as (keyof typeof on)[]).filter((other) => other !== id);
			expect(pushes(settingsWith({ ...on, [id]: false }, others))).toMatchObject({ state: 'off', decidedBy: [id], unreadable: [] });
			expect(pushes(settingsWith(on, [id]))).toMatchObject({ state: 'unknown', unreadable: [id] });
		}
	});

	test.each([
		['https://gateway.rocket.chat', 'on'],
		['gateway.rocket.chat', 'on'],
		// The server uses the first one.
		['https://push.example.org\nhttps://gateway.rocket.chat', 'off'],
		['https://gateway.rocket.chat\nhttps://push.example.org', 'on'],
		['https://push.example.org', 'off'],
		['https://gateway.rocket.chat.evil.example', 'off'],
		// Without a scheme an address is read as https, here as for the flow.
		['gateway', 'off'],
		['', 'unknown'],
		['???', 'unknown'],
	])('to %j: %s', (gateway, state) => {
		expect(pushes(settingsWith({ ...on, Push_gateway: gateway })).state).toBe(state);
	});

	test('an unreadable address keeps it unknown', () => {
		expect(pushes(settingsWith(on, ['Push_gateway']))).toMatchObject({ state: 'unknown', unreadable: ['Push_gateway'] });
	});
});
