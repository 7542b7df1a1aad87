import type { FlowId } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { NOTHING_AGREED } from '../../src/posture/accepted';
import { judge } from '../../src/posture/judge';
import { differenceOf, isAlarming, isSame, lastDifference, parseSnapshot, snapshotOf } from '../../src/posture/snapshot';
import type { Difference, FlowChange, Snapshot } from '../../src/posture/snapshot';
import type { Declarations } from '../../src/workspace/signals';
import { POSTURES } from '../show/postures';
import { defaultSignals, settingsWith } from './signals';
import type { Overrides } from './signals';

const english = translator('en');

/** Everything that can be left out is off. */
const QUIET: Overrides = { Site_Url: 'https://chat.example.org', Push_enable: false, API_Embed: false };

interface Look {
	readonly day?: number;
	readonly unreadable?: readonly SettingId[];
	readonly late?: readonly SettingId[];
	readonly declared?: Partial<Declarations>;
	readonly previous?: Snapshot;
	/** Accepted by an admin, to the end of a day; null where that could not be read. */
	readonly accepted?: Readonly<Partial<Record<FlowId, string | null>>> | null;
}

function look(overrides: Overrides = {}, { day = 1, unreadable = [], late = [], declared = {}, previous, accepted = {} }: Look = {}): Snapshot {
	const signals = defaultSignals({ ...QUIET, ...overrides }, unreadable, declared);
	const settings = { ...signals.settings, ...Object.fromEntries(late.map((id) => [id, { readable: false, reason: 'timed-out' }])) } as typeof signals.settings;
	const records = accepted === null ? null : Object.entries(accepted).map(([flow, until]) => ({ flow, reason: 'Agreed', until, by: 'u1', at: '2026-03-01T10:00:00.000Z' }));
	return snapshotOf(judge({ ...signals, settings }, new Date(Date.UTC(2026, 2, day, 12)), '1.2.3', { ...NOTHING_AGREED, accepted: records }), previous ?? null);
}

function difference(older: Snapshot, newer: Snapshot): Difference {
	const found = differenceOf(older, newer);
	if (found === null) {
		throw new Error('Nothing differs.');
	}
	return found;
}

function change(id: FlowId, older: Snapshot, newer: Snapshot): FlowChange | undefined {
	return differenceOf(older, newer)?.flows.find((flow) => flow.id === id);
}

const changed = (found: FlowChange | undefined): string[] | undefined => found?.settings.map(({ id, before, after }) => `${id}: ${english(before)} > ${english(after)}`);

describe('what is kept of a look', () => {
	test.each(Object.keys(POSTURES))('%s: is plain data, comes back whole, and is the same as itself', (name) => {
		const posture = POSTURES[name];
		const snapshot = posture && snapshotOf(posture, null);
		const back = parseSnapshot(JSON.parse(JSON.stringify(snapshot)));
		expect(back).toEqual(snapshot);
		expect(snapshot && back && isSame(snapshot, back)).toBe(true);
		expect(snapshot && back && differenceOf(snapshot, back)).toBeNull();
		expect(JSON.stringify(snapshot).length).toBeLessThan(20_000);
	});

	test('holds of no setting more than may be shown', () => {
		const secret = 'k3y-0f-somebody';
		const hidden = SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'string' && SERVER_SETTINGS[id].shown !== 'value');
		const kept = JSON.stringify(look({ Push_enable: true, ...Object.fromEntries(hidden.map((id) => [id, `https://user:${secret}@host.example.org/${secret}?${secret}`])) }));
		expect(kept).not.toContain(secret);
		expect(kept).toContain('host.example.org');
	});

	test('is the same in whatever order a database gives it back', () => {
		const one = look({ Push_enable: true });
		const turned = { ...one, flows: Object.fromEntries(Object.entries(one.flows).reverse()), settings: Object.fromEntries(Object.entries(one.settings).reverse()) };
		expect(isSame(one, turned)).toBe(true);
		expect(isSame(one, look({ Push_enable: false }))).toBe(false);
	});

	test.each<[string, object]>([
		['a newer version', { v: 2 }],
		['no time', { at: 'yesterday' }],
		['a state that does not exist', { flows: { email: 'maybe' } }],
		['a setting with markup', { settings: { Push_gateway: '=<b>' } }],
		['a setting with a word of its own', { settings: { Push_gateway: 'failed' } }],
		['no settings', { settings: null }],
	])('does not read as one with %s', (_what, part) => {
		expect(parseSnapshot({ ...look(), ...part })).toBeNull();
	});

	test.each([[null], [undefined], ['text'], [[]], [{}]])('does not read as one: %j', (record) => {
		expect(parseSnapshot(record)).toBeNull();
	});
});

describe('what differs', () => {
	test('a flow that was switched on is a new way out, with its setting before and after', () => {
		const found = change('link-previews', look(), look({ API_Embed: true }, { day: 3 }));
		expect(found).toMatchObject({ kind: 'new', before: 'off', after: 'sent', grew: true });
		expect(changed(found)).toEqual(['API_Embed: false > true']);
	});

	test('one that was switched off is gone, and nothing grew', () => {
		const found = difference(look({ API_Embed: true }), look());
		expect(found.flows).toMatchObject([{ id: 'link-previews', kind: 'gone', before: 'sent', after: 'off', grew: false }]);
		expect(isAlarming(found)).toBe(false);
	});

	test('nothing of a flow that an older catalogue did not know', () => {
		const newer = look({ API_Embed: true });
		const { 'link-previews': _unknown, ...flows } = look().flows;
		expect(change('link-previews', { ...look(), flows }, newer)).toBeUndefined();
	});

	test('what could not be read before is never new', () => {
		const older = look({}, { unreadable: ['API_Embed'] });
		const found = change('link-previews', older, look({ API_Embed: true }));
		expect(found).toMatchObject({ kind: 'read', before: 'unknown', was: null, after: 'sent', grew: false });
	});

	test('what cannot be read any more is not gone, and worth a message', () => {
		const found = difference(look({ API_Embed: true }), look({ API_Embed: true }, { unreadable: ['API_Embed'] }));
		expect(found.flows).toMatchObject([{ id: 'link-previews', kind: 'unread', before: 'sent', after: 'unknown', grew: false, lostSetting: true }]);
		expect(isAlarming(found)).toBe(true);
	});

	test('what was off when it could be read last, and is on when it can be read again, did grow', () => {
		const off = look();
		const unread = look({}, { unreadable: ['API_Embed'], previous: off });
		const still = look({}, { unreadable: ['API_Embed'], previous: unread });
		expect(change('link-previews', still, look({ API_Embed: true }))).toMatchObject({ kind: 'read', was: 'off', grew: true });
		expect(isAlarming(difference(still, look()))).toBe(false);
	});

	test('an answer that only came too late is taken from the look before', () => {
		const before = look({ API_Embed: true });
		expect(differenceOf(before, look({}, { late: ['API_Embed', 'Cloud_Workspace_Client_Id', 'Site_Url'], previous: before }))).toBeNull();
		expect(look({}, { late: ['API_Embed'] }).flows['link-previews']).toBe('unknown');
	});

	test('a flow whose recipient could not be read, then or now, is not told to go elsewhere; that it cannot be read any more is worth a message', () => {
		const push = { Push_enable: true, Push_enable_gateway: true, Cloud_Workspace_Client_Id: 'client', Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };
		const [read, unread] = [look(push), look(push, { unreadable: ['Push_gateway'] })];
		expect(change('push-gateway', unread, read)).toMatchObject({ kind: 'other', before: 'sent', after: 'sent', grew: false, lostSetting: false });
		expect(isAlarming(difference(unread, read))).toBe(false);
		expect(change('push-gateway', read, unread)).toMatchObject({ kind: 'other', grew: false, lostSetting: true });
		expect(isAlarming(difference(read, unread))).toBe(true);
	});

	test('a flow that stays on and goes elsewhere is told, with both hosts, and did grow', () => {
		const push = { Push_enable: true, Push_enable_gateway: true, Cloud_Workspace_Client_Id: 'client', Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };
		const found = change('push-gateway', look(push), look({ ...push, Push_gateway: 'https://push.example.net/secret' }));
		expect(found).toMatchObject({ kind: 'moved', grew: true });
		expect(changed(found)).toEqual(['Push_gateway: https://gateway.rocket.chat > https://push.example.net']);
	});

	test('a flow that begins to stay inside is no new way out', () => {
		expect(change('ldap', look(), look({ LDAP_Enable: true, LDAP_Host: 'ldap.lan' }))).toMatchObject({ kind: 'other', before: 'off', after: 'inside', grew: false });
		expect(change('ldap', look({ LDAP_Enable: true, LDAP_Host: 'ldap.lan' }), look({ LDAP_Enable: true, LDAP_Host: 'ldap.example.net' }))).toMatchObject({ kind: 'new', before: 'inside', after: 'sent', grew: true });
	});

	test('a declaration, a registration and a contradiction', () => {
		const found = difference(look(), look({ Cloud_Workspace_Client_Id: 'client', API_Embed: true }, { declared: { setting: 'air-gapped' } }));
		expect(found.verdict).toMatchObject({ before: { model: 'self-managed', basis: 'detected' }, after: { model: 'air-gapped', basis: 'declared' } });
		expect(found.registration).toMatchObject({ before: { state: 'unregistered' }, after: { state: 'registered' } });
		expect(found.appeared.map((name) => english(name))).toContain('Registered with Rocket.Chat');
		expect(isAlarming({ ...found, flows: [] })).toBe(true);
	});

	test('under another catalogue, what no setting explains did not grow, and what one explains did', () => {
		const older = { ...look(), catalogue: 'older' };
		const known = { ...older, flows: { ...older.flows, email: 'off' as const } };
		expect(change('email', known, { ...older, catalogue: 'newer', flows: { ...older.flows, email: 'sent' } })).toMatchObject({ kind: 'new', grew: false });
		expect(change('email', known, { ...older, flows: { ...older.flows, email: 'sent' } })).toMatchObject({ kind: 'new', grew: true });
		expect(change('link-previews', older, look({ API_Embed: true }))).toMatchObject({ grew: true });
	});

	test('what is accepted does not grow, and does when that ends', () => {
		const until = { 'link-previews': '2026-03-04' };
		const accepted = look({ API_Embed: true }, { accepted: until });
		expect(change('link-previews', look(), accepted)).toMatchObject({ kind: 'new', grew: false, agreement: 'accepted' });
		expect(isAlarming(difference(look(), accepted))).toBe(false);
		expect(differenceOf(accepted, look({ API_Embed: true }, { day: 4, accepted: until }))).toBeNull();
		for (const over of [look({ API_Embed: true }, { day: 5, accepted: until }), look({ API_Embed: true })]) {
			expect(difference(accepted, over)).toMatchObject({ flows: [{ id: 'link-previews', kind: 'other', before: 'sent', after: 'sent', grew: true, agreement: 'ended' }] });
			expect(isAlarming(difference(accepted, over))).toBe(true);
			expect(change('link-previews', over, accepted)).toMatchObject({ grew: false, agreement: 'accepted' });
		}
	});

	test('a database that does not say what was accepted ends no acceptance', () => {
		const accepted = look({ API_Embed: true }, { accepted: { 'link-previews': null } });
		const unread = look({ API_Embed: true }, { day: 2, accepted: null, previous: accepted });
		expect(unread.accepted).toEqual(['link-previews']);
		expect(isSame(accepted, unread)).toBe(true);
		expect(look({ API_Embed: true }, { accepted: null }).accepted).toEqual([]);
	});

	test('nothing is said of a flow that is off and accepted', () => {
		expect(differenceOf(look(), look({}, { accepted: { 'link-previews': null } }))).toBeNull();
	});
});

describe('the last look that differed', () => {
	const off = look({}, { day: 1 });
	const on = look({ API_Embed: true }, { day: 3 });

	test('is the one before, told since the day on which the change was seen first', () => {
		expect(lastDifference([on, off], look({ API_Embed: true }, { day: 20 }))).toMatchObject({ from: off.at, to: on.at });
		expect(lastDifference([off], look({ API_Embed: true }, { day: 20 }))).toMatchObject({ from: off.at, to: '2026-03-20T12:00:00.000Z' });
	});

	test('is none where nothing differs, and where nothing is kept', () => {
		expect(lastDifference([off], look({}, { day: 20 }))).toBeNull();
		expect(lastDifference([], off)).toBeNull();
	});
});

test('a workspace whose settings cannot be read any more loses nothing of what was known', () => {
	const before = look({ API_Embed: true });
	const signals = { ...defaultSignals(), settings: settingsWith({}, SETTING_IDS, 'no-answer') };
	const blind = snapshotOf(judge(signals, new Date(Date.UTC(2026, 2, 2)), '1.2.3'), before);
	expect(blind.was['link-previews']).toBe('sent');
	expect(difference(before, blind).flows.filter(({ kind, grew }) => kind !== 'unread' || grew).map(({ id, before: was, after }) => [id, was, after])).toEqual([]);
	expect(differenceOf(blind, look({ API_Embed: true }, { previous: blind }))?.flows.some(({ grew }) => grew)).toBe(false);
});
