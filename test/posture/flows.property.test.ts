import fc from 'fast-check';

import { FLOWS } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { RELEASES } from '../../src/catalogue/versions';
import { UNREADABLE_REASONS } from '../../src/catalogue/vocabulary';
import type { ExposureState } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { judgeExposure } from '../../src/posture/exposure';
import { judgeFlow } from '../../src/posture/flows';
import { judge } from '../../src/posture/judge';
import type { ServerVersions } from '../../src/posture/posture';
import { has } from '../../src/posture/server';
import { toReport } from '../../src/show/as/report';
import type { Declarations, Signal, Signals, SettingValue } from '../../src/workspace/signals';
import { tellingValues } from './assignments';
import { defaultSignals, NO_NETWORK } from './signals';

const NOW = new Date('2026-11-22T03:00:00Z');
const english = translator('en');

/** For each setting the values that make a difference to some flow. */
const TELLING = new Map(SETTING_IDS.map((id) => [id, [...new Set(FLOWS.flatMap(({ when, unknownWhen }) => [when, unknownWhen].flatMap((condition) => (condition === undefined ? [] : tellingValues(condition, id)))))]] as const));

/** Names that every object has are texts like others. */
const anyValue: fc.Arbitrary<SettingValue> = fc.oneof(fc.boolean(), fc.string(), fc.double(), fc.webUrl(), fc.constantFrom('__proto__', 'toString', 'constructor'));

function signalOf(value: fc.Arbitrary<SettingValue>): fc.Arbitrary<Signal> {
	return fc.oneof(
		{ weight: 4, arbitrary: fc.record({ readable: fc.constant(true as const), value, isDefault: fc.boolean() }) },
		{ weight: 1, arbitrary: fc.record({ readable: fc.constant(false as const), reason: fc.constantFrom(...UNREADABLE_REASONS) }) },
	);
}

function settingsOf(valueOf: (id: SettingId) => fc.Arbitrary<SettingValue>): fc.Arbitrary<Signals['settings']> {
	return fc.record(Object.fromEntries(SETTING_IDS.map((id) => [id, signalOf(valueOf(id))])) as Record<SettingId, fc.Arbitrary<Signal>>);
}

/** Settings that switch flows, so that all states occur often. */
const switching = settingsOf((id) => fc.oneof(fc.constantFrom<SettingValue[]>(true, false, ...(TELLING.get(id) ?? [])), anyValue));

const declarations: fc.Arbitrary<Declarations> = fc.record({
	setting: fc.constantFrom<Declarations['setting'][]>('auto', 'cloud', 'open-server', 'self-managed', 'air-gapped'),
	settingIsInvalid: fc.boolean(),
	environment: fc.constantFrom<Declarations['environment'][]>({ state: 'absent' }, { state: 'declared', model: 'air-gapped' }),
	hosting: fc.constantFrom<Declarations['hosting'][]>('unstated', 'self', 'third-party'),
	hasContact: fc.boolean(),
	ownDomains: fc.constantFrom<Declarations['ownDomains'][]>([], ['host.example']),
});

/** Any versions among which a server may be: those that it can be, from one on, up to one, or all. */
const servers: fc.Arbitrary<ServerVersions> = fc.tuple(fc.nat(RELEASES.length), fc.nat(RELEASES.length)).map(([one, other]) => ({ atLeast: RELEASES[Math.min(one, other) - 1] ?? null, below: one === other ? null : (RELEASES[Math.max(one, other)] ?? null) }));

const anySignals: fc.Arbitrary<Signals> = fc.record({ settings: fc.oneof(switching, settingsOf(() => anyValue)), declarations });

test('one more setting that could not be read leaves a flow as it was, or makes it unknown', () => {
	fc.assert(
		fc.property(switching, fc.constantFrom(...FLOWS), servers, fc.nat(), (settings, flow, server, at) => {
			const before = judgeFlow(flow, { settings, server }, NO_NETWORK);
			const id = before.settings[at % Math.max(before.settings.length, 1)];
			// What the server cannot have is no setting that could not be read.
			fc.pre(id !== undefined && has(server, SERVER_SETTINGS[id]) !== 'no');
			// That all settings of a flow are refused means that the server lacks it; no other reason does.
			const after = judgeFlow(flow, { settings: { ...settings, [id]: { readable: false, reason: 'timed-out' } }, server }, NO_NETWORK);
			const isAllowed = after.state === before.state || after.state === 'unknown';
			expect([flow.id, id, isAllowed]).toEqual([flow.id, id, true]);
		}),
		{ numRuns: 250 },
	);
});

test('off and on rest on settings that were read, unknown on one that was not or that nobody can', () => {
	fc.assert(
		fc.property(switching, fc.constantFrom(...FLOWS), servers, (settings, flow, server) => {
			const { state, decidedBy, unreadable } = judgeFlow(flow, { settings, server }, NO_NETWORK);
			expect(decidedBy.filter((id) => !settings[id].readable)).toEqual([]);
			// A licence that was read in a form that tells nothing counts as unread.
			expect(unreadable.filter((id) => settings[id].readable && id !== 'Enterprise_License')).toEqual([]);
			if (state === 'off') {
				expect(decidedBy).not.toEqual([]);
			}
			if (state !== 'unknown') {
				expect(unreadable).toEqual([]);
			}
		}),
		{ numRuns: 250 },
	);
});

const STRENGTH: Readonly<Record<ExposureState, number>> = { no: 0, unknown: 1, limited: 2, yes: 3 };

test('a flow that is on and sent never lowers any exposure', () => {
	fc.assert(
		fc.property(anySignals, fc.nat(FLOWS.length - 1), (signals, at) => {
			const { deployment, flows, exposure, server } = judge(signals, NOW, '0.0.0');
			const turnedOn = flows.map((flow, index) => (index === at ? { ...flow, state: 'on' as const, effect: 'sent' as const } : flow));
			const raised = judgeExposure(deployment, signals.declarations.hosting, { settings: signals.settings, server }, turnedOn);
			const lowered = raised.filter((cell, index) => STRENGTH[cell.state] < STRENGTH[exposure[index]?.state ?? 'yes']);
			expect(lowered).toEqual([]);
		}),
		{ numRuns: 200 },
	);
});

test('any values of any types give a report, and always the same one', () => {
	fc.assert(
		fc.property(anySignals, (signals) => {
			const report = toReport(judge(signals, NOW, '0.0.0'), english);
			expect(report.flows.map(({ id }) => id)).toEqual(FLOWS.map(({ id }) => id));
			expect(toReport(judge(signals, NOW, '0.0.0'), english)).toEqual(report);
			expect(JSON.stringify(report)).not.toMatch(/\{\w+\}/);
		}),
		{ numRuns: 200 },
	);
});

describe('no secret reaches the report', () => {
	const canary = fc.stringMatching(/^[a-z0-9]{12}$/).map((text) => `canary${text}`);

	/** What a text setting may hold of a secret, where at most its host may be told. */
	const besideTheHost: ((secret: string) => string)[] = [
		(secret) => secret,
		(secret) => `${secret}:${secret}`,
		(secret) => `https://${secret}@host.example/`,
		(secret) => `https://user:${secret}@host.example`,
		(secret) => `https://${secret},x;y:${secret}@host.example`,
		(secret) => `https://host.example/${secret}`,
		(secret) => `https://host.example/?key=${secret}#${secret}`,
		(secret) => `https://host.example\n//${secret}\n${secret}@host.example`,
		(secret) => `//${secret}.example/x`,
		(secret) => `{"key": "${secret}"}`,
	];
	/** What it may hold where nothing may be told but that it is set. */
	const anywhere = [...besideTheHost, (secret: string) => `https://${secret}.example`, (secret: string) => `${secret}.example`, (secret: string) => `person@${secret}.example`, (secret: string) => `user:${secret}@turn:${secret}.example:3478`];

	const TEXTS = SETTING_IDS.filter((id) => SERVER_SETTINGS[id].shown !== 'value');
	const formsOf = (id: SettingId): ((secret: string) => string)[] => (SERVER_SETTINGS[id].shown === 'host' ? besideTheHost : anywhere);
	const forms = fc.record(Object.fromEntries(TEXTS.map((id) => [id, fc.constantFrom(...formsOf(id))])) as Record<SettingId, fc.Arbitrary<(secret: string) => string>>);

	test('wherever a setting holds it', () => {
		// All switches on, so that every flow that can tell a host does.
		const allOn = Object.fromEntries(SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'boolean').map((id) => [id, true]));
		fc.assert(
			fc.property(canary, forms, fc.constantFrom('AmazonS3', 'Webdav', 'GridFS'), declarations, (secret, written, store, declared) => {
				const overrides = Object.fromEntries(TEXTS.map((id) => [id, written[id](secret)]));
				const signals = defaultSignals({ ...allOn, FileUpload_Storage_Type: store, Livechat_Routing_Method: 'External', ...overrides }, [], declared);
				const posture = judge(signals, NOW, '0.0.0');
				expect(JSON.stringify(toReport(posture, english)).toLowerCase()).not.toContain(secret);
				expect(JSON.stringify(posture).toLowerCase()).not.toContain(secret);
			}),
			{ numRuns: 150 },
		);
	});
});
