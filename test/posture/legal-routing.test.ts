import type { SettingId } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { hostToHandOut, legalModel, receivedByRocketChat } from '../../src/posture/legal';
import type { Posture } from '../../src/posture/posture';
import type { Declarations } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from './signals';
import type { Overrides } from './signals';

const english = translator('en');
const here = { Site_Url: 'https://chat.example.org' } as const;
const cloudHost = { Site_Url: 'https://acme.rocket.chat' } as const;
const openServer = { Site_Url: 'https://open.rocket.chat' } as const;
const registered = { Cloud_Workspace_Client_Id: 'x', Register_Server: true } as const;
const offline = { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' } as const;
const online = { Enterprise_License: licenceToken({ information: { offline: false } }), Enterprise_License_Status: 'Valid' } as const;
const CLIENT: SettingId = 'Cloud_Workspace_Client_Id';

function decide(overrides: Overrides, unreadable: SettingId[] = [], setting: Declarations['setting'] = 'auto'): Posture {
	return judge(defaultSignals(overrides, unreadable, { setting }), new Date(0), '0');
}

describe('the model on which the legal answers rest', () => {
	test.each<[string, Overrides, SettingId[], Declarations['setting'], string]>([
		['Cloud', { ...cloudHost, ...registered }, [], 'auto', 'cloud'],
		['self-managed', here, [], 'auto', 'self-managed'],
		['a declared air gap', { ...here, ...offline }, [], 'air-gapped', 'air-gapped'],
		['a declared air gap with an offline registration', { ...here, ...offline, ...registered, Push_enable: false }, [], 'air-gapped', 'air-gapped'],
		['an air gap that its registration contradicts', { ...here, ...registered }, [], 'air-gapped', 'unknown'],
		['an air gap that an accepted report contradicts', { ...here, Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: 9 }, [], 'air-gapped', 'unknown'],
		['an offline licence with a registration, which may be a Cloud workspace on a domain of its own', { ...here, ...offline, ...registered }, [], 'auto', 'unknown'],
		['a Cloud that is not registered', here, [], 'cloud', 'unknown'],
		['a Cloud address with a licence of air gaps', { ...cloudHost, ...registered, ...offline }, [], 'auto', 'unknown'],
		['the Open Server declared elsewhere', { ...here, ...registered }, [], 'open-server', 'unknown'],
		['an address that was not read', { ...openServer, ...registered }, ['Site_Url'], 'auto', 'unknown'],
		['an offline licence, and neither address nor id read', { ...here, ...offline }, ['Site_Url', CLIENT], 'auto', 'unknown'],
		['an address that is empty', { ...registered, Site_Url: '' }, [], 'auto', 'unknown'],
		['an address that is no address', { ...registered, Site_Url: 'chat example org' }, [], 'auto', 'unknown'],
	])('%s', (_name, overrides, unreadable, setting, model) => {
		const { deployment, legal } = decide(overrides, unreadable, setting);
		expect(legalModel(deployment)).toBe(model);
		expect(legal.every(({ askWhom }) => askWhom === 'find-out')).toBe(model === 'unknown');
	});
});

describe('basic subscriber information of a self-managed server', () => {
	const held = (overrides: Overrides, unreadable: SettingId[] = []): string | undefined =>
		decide({ ...here, ...overrides }, unreadable, 'self-managed').legal.find(({ category }) => category === 'basic-subscriber-information')?.heldBy;

	test.each<[string, Overrides, SettingId[], string]>([
		['registered: Rocket.Chat may hold who registered it', registered, [], 'server-administrator-and-account'],
		['licensed: Rocket.Chat may hold who bought it', online, [], 'server-administrator-and-account'],
		['a registration that was not read', {}, [CLIENT, 'Register_Server'], 'server-administrator-and-account'],
		['a registration that was likely never made', {}, [CLIENT], 'server-administrator-and-account'],
		['a licence that was not read', {}, ['Enterprise_License'], 'server-administrator-and-account'],
		['neither registered nor licensed', {}, [], 'server-administrator'],
	])('%s', (_name, overrides, unreadable, holder) => {
		expect(held(overrides, unreadable)).toBe(holder);
	});

	test('the other categories are the administrator’s alone', () => {
		expect(decide({ ...here, ...registered }).legal.map(({ heldBy }) => heldBy)).toEqual(['server-administrator-and-account', 'server-administrator', 'server-administrator']);
	});
});

test('for Rocket.Chat’s Cloud a process is named for content alone, as in the guidelines', () => {
	expect(decide({ ...cloudHost, ...registered }).legal.map(({ process }) => process)).toEqual(['not-stated', 'not-stated', 'valid-legal-process']);
});

describe('what Rocket.Chat’s services receive', () => {
	const named = (posture: Posture, list: keyof ReturnType<typeof receivedByRocketChat>): string[] => receivedByRocketChat(posture.flows)[list].map(({ name }) => english(name));

	test('is what is on towards them, each service once', () => {
		const sent = named(decide({ ...here, ...registered, Push_enable: true, Push_enable_gateway: true, Cloud_Service_Agree_PrivacyTerms: true }), 'sent');
		expect(sent).toEqual(expect.arrayContaining(["Rocket.Chat's statistics collector", 'Rocket.Chat Cloud']));
		expect(new Set(sent).size).toBe(sent.length);
	});

	test('is nothing that goes to others', () => {
		expect(named(decide({ ...here, GoogleAnalytics_enabled: true, GoogleAnalytics_ID: 'UA-1' }), 'sent').join()).not.toContain('Google');
	});

	test('is only attempted in an air gap that nothing contradicts', () => {
		const posture = decide({ ...here, ...offline }, [], 'air-gapped');
		expect(named(posture, 'sent')).toEqual([]);
		expect(named(posture, 'attempted')).toContain("Rocket.Chat's statistics collector");
		const contradicted = decide({ ...here, ...registered }, [], 'air-gapped');
		expect(named(contradicted, 'attempted')).toEqual([]);
		expect(named(contradicted, 'sent')).toContain("Rocket.Chat's statistics collector");
	});

	test('is unknown where what decides was not read', () => {
		expect(named(decide(here, [CLIENT]), 'unknown')).toContain('Rocket.Chat Cloud');
	});
});

test.each([
	['chat.example.org', 'chat.example.org'],
	['localhost', null],
	['127.0.0.1', null],
	['10.1.2.3', null],
	['rocketchat', null],
	['chat.lan', null],
	[null, null],
])('the host %s is handed out as %s', (host, expected) => {
	expect(hostToHandOut(host)).toBe(expected);
});

describe('the machines', () => {
	const states = (overrides: Overrides, unreadable: SettingId[] = []): string[] =>
		judge(defaultSignals(overrides, unreadable, { hosting: 'self' }), new Date(0), '0').exposure.filter(({ party }) => party === 'hosting-provider').map(({ state }) => state);

	test('are nobody else’s where the organisation runs them', () => {
		expect(states(here)).toEqual(Array(5).fill('no'));
	});

	test.each<[string, Overrides, SettingId[]]>([
		['the address is one of Rocket.Chat’s and the registration was not read', cloudHost, [CLIENT, 'Register_Server']],
		['the address was not read', here, ['Site_Url']],
		['the address is empty', { Site_Url: '' }, []],
	])('may be Rocket.Chat’s where %s', (_name, overrides, unreadable) => {
		expect(states(overrides, unreadable)).toEqual(Array(5).fill('unknown'));
	});
});

describe('a registration contradicts an air gap', () => {
	const told = (overrides: Overrides, unreadable: SettingId[]): string[] => decide({ ...here, ...overrides, Push_enable: false }, unreadable, 'air-gapped').deployment.conflicts.map(({ statement }) => english(statement));

	test('unless it has an offline licence', () => {
		expect(told({ ...registered, ...offline }, [])).toEqual([]);
		expect(told(registered, [])).toEqual([expect.stringMatching(/considers itself registered .* registers offline only, and this one has no offline licence/)]);
	});

	test('and says where the licence, or the registration itself, was not read', () => {
		expect(told(registered, ['Enterprise_License'])).toEqual([expect.stringMatching(/whether this one has such a licence could not be read/)]);
		expect(told(registered, [CLIENT])).toEqual([expect.stringMatching(/as after one was started.*no offline licence\. Whether there is a registration now could not be read/)]);
		expect(told(registered, [CLIENT, 'Enterprise_License'])).toEqual([expect.stringMatching(/as after one was started.*could not be read/)]);
		expect(decide({ ...here, ...registered }, ['Enterprise_License'], 'air-gapped').deployment.unread).toContain('Enterprise_License');
	});
});

describe('a registration is told for what it is', () => {
	const statements = (overrides: Overrides): string => decide(overrides).deployment.evidence.map(({ statement }) => english(statement)).join(' ');

	test('an id that is set shows what the server takes itself for, not what Rocket.Chat knows', () => {
		const text = statements({ ...here, Cloud_Workspace_Client_Id: 'temp_id' });
		expect(text).toContain('considers itself registered and acts as such. Whether Rocket.Chat gave that id and still accepts it cannot be seen from here.');
		expect(text).not.toContain('so it is registered');
	});

	test('one without an id may still send data', () => {
		expect(statements(here)).toContain('so it is not registered. Data may leave it all the same.');
	});
});
