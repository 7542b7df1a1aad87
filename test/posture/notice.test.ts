import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { judgeNotice, unwrittenPages } from '../../src/posture/notice';
import { whatRegisteringChanges } from '../../src/posture/transition';
import type { FlowFinding } from '../../src/posture/posture';
import type { Transition } from '../../src/posture/transition';
import type { Organisation } from '../../src/settings/organisation';
import { noticeParts } from '../../src/show/tell/notice';
import type { SettingId } from '../../src/catalogue/server-settings';
import type { Declarations } from '../../src/workspace/signals';
import { defaultSignals, licenceToken, settingsWith } from './signals';
import type { Overrides } from './signals';

const english = translator('en');
const NOTHING_STATED: Organisation = { organisationNotice: null, organisationNoticeIsCut: false, noticeSourceUrl: null, contactEmail: null, hostingProvider: null, hostingLocation: null };
const registered = { Cloud_Workspace_Client_Id: 'x', Register_Server: true } as const;
const offline = { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' } as const;
const here = { Site_Url: 'https://chat.example.org' } as const;
const cloudHost = { Site_Url: 'https://acme.rocket.chat' } as const;
const openServer = { Site_Url: 'https://open.rocket.chat' } as const;
const CLIENT: SettingId = 'Cloud_Workspace_Client_Id';

function decide(overrides: Overrides, unreadable: SettingId[] = [], setting: Declarations['setting'] = 'auto'): ReturnType<typeof judgeNotice> {
	return judgeNotice(judge(defaultSignals(overrides, unreadable, { setting }), new Date(0), '0').deployment);
}

test.each<[string, Overrides, SettingId[], Declarations['setting'], string, string]>([
	['a certain air gap', offline, [], 'air-gapped', 'air-gapped applies', 'declared it as: Air-gapped'],
	['an offline licence alone', { ...here, ...offline }, [], 'auto', 'air-gapped conditional', 'The licence of this workspace is an offline one'],
	['a declared air gap, not everything read', offline, [CLIENT], 'air-gapped', 'air-gapped conditional', 'some settings that could contradict this were not readable'],
	['a declared air gap with a registration', registered, [], 'air-gapped', 'cannot-be-told not-told', 'declared it as: Air-gapped. Something that this app read does not fit'],
	['a detected air gap with an accepted report', { ...here, ...offline, Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: 9 }, [], 'auto', 'cannot-be-told not-told', 'the first signs say: Air-gapped'],
	['an offline registration', { ...offline, ...registered, Push_enable: false }, [], 'air-gapped', 'air-gapped conditional', 'apart from the account with which it was registered'],
	['an offline licence and a registration, nothing declared', { ...here, ...offline, ...registered, Push_enable: false }, [], 'auto', 'air-gapped conditional', 'Neither proves that it is isolated, or that it is not'],
	['self-managed and registered', { ...here, ...registered }, [], 'auto', 'self-managed-registered likely', 'under a customer'],
	['self-managed and registered, declared', { ...here, ...registered }, [], 'self-managed', 'self-managed-registered likely', 'Whether Rocket.Chat still accepts that registration, nobody can see from here'],
	['self-managed and unregistered, declared', here, [], 'self-managed', 'self-managed-unregistered applies', 'Every setting that this app checks for it was read'],
	['an address that was not read', { ...cloudHost, ...registered }, ['Site_Url'], 'auto', 'cannot-be-told not-told', 'too little could be read'],
	['an address that is empty', { Site_Url: ' ' }, [], 'auto', 'cannot-be-told not-told', 'too little could be read'],
	['self-managed and unregistered', here, [], 'auto', 'self-managed-unregistered likely', 'looks self-managed and not registered'],
	['self-managed and unregistered, declared, without an address', here, ['Site_Url'], 'self-managed', 'self-managed-unregistered likely', 'some settings that could were not readable'],
	['self-managed, perhaps registered', { ...here, Register_Server: true }, [CLIENT], 'auto', 'self-managed-registered conditional', 'seems to have been started'],
	['self-managed, declared, perhaps registered', { ...here, Register_Server: true }, [CLIENT], 'self-managed', 'self-managed-registered conditional', 'declared it as self-managed'],
	['self-managed, perhaps unregistered', here, [CLIENT], 'auto', 'self-managed-unregistered conditional', 'the value that would settle this could not be read'],
	['self-managed, declared, perhaps unregistered', here, [CLIENT], 'self-managed', 'self-managed-unregistered conditional', 'declared it as self-managed'],
	['self-managed, declared, registration unknown', here, [CLIENT, 'Register_Server'], 'self-managed', 'cannot-be-told not-told', 'Whether it is registered with Rocket.Chat could not be read'],
	['registration unknown', here, [CLIENT, 'Register_Server'], 'auto', 'cannot-be-told not-told', 'too little could be read'],
	['self-managed on a host of Rocket.Chat’s', cloudHost, [], 'self-managed', 'cannot-be-told not-told', 'does not fit'],
	['Cloud', { ...cloudHost, ...registered }, [], 'auto', 'cloud likely', 'looks like one of Rocket.Chat Cloud'],
	['Cloud, declared', { ...here, ...registered }, [], 'cloud', 'cloud applies', 'declared it as: Rocket.Chat Cloud'],
	['Cloud, declared, registration unread', { ...here, ...registered }, [CLIENT], 'cloud', 'cloud likely', 'some settings that could were not readable'],
	['Cloud, declared and not registered', here, [], 'cloud', 'cannot-be-told not-told', 'does not fit'],
	['a host of Rocket.Chat’s, not registered', cloudHost, [], 'auto', 'cannot-be-told not-told', 'too little could be read'],
	['the Open Server', { ...openServer, ...registered }, [], 'auto', 'open-server likely', 'looks like Rocket.Chat’s Open Server'],
	['the Open Server, declared', { ...openServer, ...registered }, [], 'open-server', 'open-server applies', 'Rocket.Chat Open Server'],
	['the Open Server, declared elsewhere', { ...here, ...registered }, [], 'open-server', 'cannot-be-told not-told', 'does not fit'],
])('%s', (_name, overrides, unreadable, setting, expected, lead) => {
	const notice = decide(overrides, unreadable, setting);
	expect(`${notice.id} ${notice.standing}`).toBe(expected);
	expect(english(notice.lead).replaceAll("'", '’')).toContain(lead);
});

test('beside a registration the notice for air gaps does not say that there is none', () => {
	const told = (overrides: Overrides): boolean => decide(overrides, [], 'air-gapped').statements.includes('notice_air-gapped_no-registration');
	expect(told(offline)).toBe(true);
	expect(told({ ...offline, ...registered, Push_enable: false })).toBe(false);
});

test('no notice about a registration is ever certain of one', () => {
	for (const setting of ['auto', 'self-managed', 'air-gapped', 'cloud', 'open-server'] as const) {
		for (const overrides of [{ ...here, ...registered }, { ...here, ...registered, ...offline }]) {
			const { id, standing } = decide(overrides, [], setting);
			expect([setting, ['self-managed-registered', 'air-gapped'].includes(id) && standing === 'applies']).toEqual([setting, false]);
		}
	}
});

describe('the workspace’s own legal pages', () => {
	const told = (settings: ReturnType<typeof settingsWith>): string[] => unwrittenPages(settings).map(({ key, params }) => `${key} ${typeof params?.['id'] === 'string' ? params['id'] : ''}`);

	test('are told while they hold the placeholder, are empty, or cannot be read', () => {
		expect(told(settingsWith())).toEqual(['notice-admin_page-default Layout_Privacy_Policy', 'notice-admin_page-default Layout_Terms_of_Service']);
		expect(told(settingsWith({ Layout_Privacy_Policy: ' ' }, ['Layout_Terms_of_Service']))).toEqual([
			'notice-admin_page-empty Layout_Privacy_Policy',
			'notice-admin_page-unread Layout_Terms_of_Service',
		]);
		expect(told(settingsWith({ Layout_Privacy_Policy: 'Ours', Layout_Terms_of_Service: 'Ours' }))).toEqual([]);
	});
});

describe('what changes if this workspace registers', () => {
	/** What an admin reads of it below the notice. */
	function noticeTold(transition: Transition): string {
		const { deployment } = judge(defaultSignals(), new Date(0), '0');
		const { forAdmins } = noticeParts({ notice: judgeNotice(deployment), deployment, inShort: null, organisation: NOTHING_STATED, admin: { pages: [], objections: [], transition } }, false);
		return JSON.stringify(forAdmins.flat().map((part) => ('statement' in part ? english(part.statement) : part)));
	}

	const idsOf = (flows: readonly FlowFinding[] = []): string[] => flows.map(({ id }) => id);

	function changes(overrides: Overrides, setting: Declarations['setting'] = 'auto', unreadable: SettingId[] = [], version = '7.7.1'): Transition | null {
		const signals = defaultSignals(overrides, unreadable, { setting }, version);
		return whatRegisteringChanges(signals, judge(signals, new Date(0), '0'));
	}

	test('an air-gapped workspace: from no to what a registered one tells, and what was only tried gets through', () => {
		const transition = changes(offline, 'air-gapped');
		expect(transition?.from).toBe('air-gapped');
		expect(transition?.changes.map(({ before }) => before)).toEqual(['no', 'no', 'no', 'no', 'no']);
		const [account, usage] = transition?.changes ?? [];
		expect(account).toMatchObject({ category: 'account-data', after: 'yes' });
		expect(idsOf(account?.comingOn)).toContain('workspace-registration');
		expect(idsOf(usage?.gettingThrough)).toContain('statistics-report');
		expect(idsOf(transition?.elsewhere.gettingThrough)).toContain('link-previews');
		expect(idsOf(transition?.changes.flatMap(({ gettingThrough }) => gettingThrough))).not.toContain('link-previews');
	});

	test('an unregistered workspace: the registration comes on, the daily report was sent before', () => {
		const transition = changes(here);
		expect(transition?.from).toBe('unregistered');
		const flows = new Set(idsOf(transition?.changes.flatMap(({ comingOn }) => comingOn)));
		expect(flows.has('workspace-registration')).toBe(true);
		expect(flows.has('statistics-report')).toBe(false);
		expect(transition?.changes.flatMap(({ gettingThrough }) => gettingThrough)).toEqual([]);
	});

	test('with a valid offline licence a server of 8.7 or newer first needs another one, and what changes is told as without it', () => {
		const transition = changes({ ...here, ...offline }, 'air-gapped', [], '9.0');
		expect(transition?.needsOtherLicence).toBe(true);
		expect(idsOf(transition?.changes[0]?.comingOn)).toContain('workspace-registration');
		expect(transition && noticeTold(transition)).toContain('It first needs another licence');
	});

	test.each<[string, Overrides, SettingId[], string]>([
		['an older server', offline, [], '8.6.1'],
		['a licence that is not offline', { ...offline, Enterprise_License: licenceToken({ information: { offline: false } }) }, [], '9.0'],
		['a licence that is not valid', { ...offline, Enterprise_License_Status: 'Invalid' }, [], '9.0'],
		['a licence whose state could not be read', offline, ['Enterprise_License_Status'], '9.0'],
		['no licence', {}, [], '9.0'],
	])('%s: nothing of another licence', (_which, licence, unreadable, version) => {
		const transition = changes({ ...here, ...licence }, 'air-gapped', unreadable, version);
		expect(transition?.needsOtherLicence).toBe(false);
		expect(transition && noticeTold(transition)).not.toContain('another licence');
	});

	test('what was unknown and would be on may be on already, and is never called new', () => {
		const transition = changes(here, 'auto', ['Register_Server', 'Cloud_Service_Agree_PrivacyTerms']);
		expect(idsOf(transition?.changes.flatMap(({ perhapsComingOn }) => perhapsComingOn))).toContain('push-gateway');
		expect(idsOf(transition?.changes.flatMap(({ comingOn }) => comingOn))).not.toContain('push-gateway');
		expect(transition && noticeTold(transition)).toMatch(/On then, perhaps already now: [^"]*Push notifications by gateway/);
	});

	test('is told by names, never by ids', () => {
		const transition = changes(offline, 'air-gapped');
		const text = transition === null ? '' : noticeTold(transition);
		expect(text).toMatch(/\*account data:\* no → yes\. New: Registration[^"]*\./);
		expect(text).toMatch(/\*usage data:\* no → yes\. [^"]*No longer blocked: [^"]*Daily usage report/);
		expect(text).not.toMatch(/`[a-z]+(?:-[a-z]+)+`/);
	});

	test.each<[string, Overrides, Declarations['setting'], SettingId[]]>([
		['a registered workspace', { ...here, ...registered }, 'auto', []],
		['Cloud', { ...cloudHost, ...registered }, 'auto', []],
		['a declared Cloud without registration', here, 'cloud', []],
		['an air gap that is contradicted by its registration', registered, 'air-gapped', []],
		['an air gap with an offline registration', { ...offline, ...registered, Push_enable: false }, 'air-gapped', []],
		['an unknown registration', here, 'auto', [CLIENT, 'Register_Server']],
	])('%s: nothing to tell', (_name, overrides, setting, unreadable) => {
		expect(changes(overrides, setting, unreadable)).toBeNull();
	});
});
