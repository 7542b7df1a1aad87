import fc from 'fast-check';

import { FLOWS } from '../../src/catalogue/flows';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { GOALS } from '../../src/catalogue/vocabulary';
import type { Goal } from '../../src/catalogue/vocabulary';
import type { Statement } from '../../src/language/statement';
import { NOTHING_AGREED } from '../../src/posture/accepted';
import { egressOf } from '../../src/posture/egress';
import { judgeInShort } from '../../src/posture/in-short';
import { judge } from '../../src/posture/judge';
import { judgeNotice } from '../../src/posture/notice';
import { cellsOfGoal, planFor } from '../../src/posture/plan';
import type { Posture } from '../../src/posture/posture';
import { whatIf } from '../../src/posture/what-if';
import { headlineOf } from '../../src/show/tell/headline';
import { statusOptions } from '../../src/show/tell/status-lines';
import type { Declarations, Signal, Signals, SettingValue } from '../../src/workspace/signals';
import { definitionsFor } from '../../tools/host/server/definitions';
import { tellingValues } from './assignments';
import { defaultSignals, licenceToken } from './signals';

const NOW = new Date('2026-11-22T03:00:00Z');

const VERSIONS = ['7.7.1', '8.6.1', '9.0'] as const;
type Version = (typeof VERSIONS)[number];

const DEFINITIONS = Object.fromEntries(VERSIONS.map((version) => [version, definitionsFor(version)])) as Record<Version, ReturnType<typeof definitionsFor>>;

/** Values that lead to different answers, beside those that conditions ask for. */
const TELLING: Partial<Record<SettingId, readonly SettingValue[]>> = {
	Site_Url: ['https://open.rocket.chat', 'https://acme.rocket.chat', 'https://chat.example.org', 'https://10.0.0.5', 'http://localhost', '', 'no address'],
	Enterprise_License: [licenceToken({ information: { offline: true } }), licenceToken({ information: { offline: false } }), 'of another form', ''],
	Enterprise_License_Status: ['Valid', 'Invalid', ''],
	Cloud_Workspace_Client_Id: ['', 'id'],
	Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: [-1, 0, 5, 9, 99],
	Push_gateway: ['https://gateway.rocket.chat', 'https://push.example.net', 'https://10.0.0.7', 'no address'],
};

/** Hosts of each reach: public, somebody's, the workspace's own, inside. */
const HOSTS = ['https://api.openai.com/v1', 'https://somewhere.example.net', 'https://chat.example.org/x', 'https://10.1.2.3', 'thing.lan', '', 'no address'];

const valuesOf = new Map(
	SETTING_IDS.map((id): [SettingId, readonly SettingValue[]] => {
		const { type, shown } = SERVER_SETTINGS[id];
		const asked = FLOWS.flatMap((flow) => [flow.when, flow.unknownWhen, ...(flow.caveats ?? []).map(({ when }) => when)].flatMap((condition) => (condition === undefined ? [] : tellingValues(condition, id))));
		const chosen = FLOWS.flatMap(({ recipients }) => recipients.flatMap((recipient) => (recipient.kind === 'by-choice' && recipient.setting === id ? [...Object.keys(recipient.services), ...Object.keys(recipient.addresses ?? {}), 'else'] : [])));
		const usual: readonly SettingValue[] = type === 'boolean' ? [true, false] : type === 'number' ? [0, 1, 86_400_000] : shown === 'value' ? ['', 'other'] : HOSTS;
		return [id, [...new Set([...(TELLING[id] ?? [...usual, ...asked.filter((value) => typeof value === type), ...chosen])])]];
	}),
);

/** What a server of each version has as it is shipped. */
const FRESH = Object.fromEntries(VERSIONS.map((version) => [version, defaultSignals({}, [], {}, version).settings])) as Record<Version, Signals['settings']>;

/** What a server of that version may have stored: often what it ships, since a workspace where everything is on shows only one side. */
function stored(version: Version, id: SettingId, chance: number, rare: number): Signal {
	const fresh = FRESH[version][id];
	const values = valuesOf.get(id) ?? [];
	const value = values[Math.floor(chance / 40) % Math.max(values.length, 1)];
	return !fresh.readable || value === undefined || (TELLING[id] === undefined && chance % rare > 0) ? fresh : { readable: true, value, isDefault: value === DEFINITIONS[version].get(id)?.default };
}

const chances = fc.array(fc.nat(9239), { minLength: SETTING_IDS.length, maxLength: SETTING_IDS.length });

const settingsOf = (of: (id: SettingId, at: number) => Signal): Signals['settings'] => Object.fromEntries(SETTING_IDS.map((id, at) => [id, of(id, at)])) as Signals['settings'];

const declarations: fc.Arbitrary<Declarations> = fc.record({
	setting: fc.constantFrom<Declarations['setting'][]>('auto', 'auto', 'cloud', 'open-server', 'self-managed', 'air-gapped', 'air-gapped'),
	settingIsInvalid: fc.constant(false),
	environment: fc.constant<Declarations['environment']>({ state: 'absent' }),
	hosting: fc.constantFrom<Declarations['hosting'][]>('unstated', 'self', 'third-party'),
	hasContact: fc.constant(false),
	ownDomains: fc.constantFrom<Declarations['ownDomains'][]>([], ['example.net']),
});

const DECIDING: readonly SettingId[] = ['Site_Url', 'Cloud_Workspace_Client_Id', 'Register_Server', 'Enterprise_License', 'Enterprise_License_Status', 'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'];

const unread = fc.tuple(fc.subarray([...DECIDING]), fc.oneof(fc.uniqueArray(fc.constantFrom(...SETTING_IDS), { maxLength: 6 }), fc.subarray([...SETTING_IDS]))).map(([deciding, others]) => [...new Set([...deciding, ...others])]);

/** A workspace of which something was not read, and the same as it may be. */
interface Pair {
	readonly before: Signals;
	readonly after: Signals;
	readonly goal: Goal;
}

const pairs: fc.Arbitrary<Pair> = fc
	.record({ version: fc.constantFrom(...VERSIONS), read: chances, completed: chances, hidden: unread, rare: fc.constantFrom(3, 40), reason: fc.constantFrom('timed-out' as const, 'wrong-type' as const, 'refused' as const), declared: declarations, goal: fc.constantFrom(...GOALS) })
	.map(({ version, read, completed, hidden, rare, reason, declared, goal }): Pair => {
		const there = settingsOf((id, at) => stored(version, id, read[at] ?? 0, rare));
		// That several are refused at once says that the server lacks them, which is another rule; and a value of another type shows that there is one.
		const unreadIds = reason === 'refused' ? hidden.slice(0, 1) : hidden;
		const isUnread = (id: SettingId): boolean => unreadIds.includes(id) && (reason === 'timed-out' || there[id].readable);
		return {
			before: { settings: settingsOf((id) => (isUnread(id) ? { readable: false, reason } : there[id])), declarations: declared },
			after: { settings: settingsOf((id, at) => (isUnread(id) ? stored(version, id, completed[at] ?? 0, rare) : there[id])), declarations: declared },
			goal,
		};
	});

const judged = (signals: Signals): Posture => judge(signals, NOW, '0', { ...NOTHING_AGREED, policy: { '*': 'off' } });

/** Words that leave open what they tell; of a variable it is said only what it can do. */
const isHedged = (statement: Statement): boolean => /unknown|unread|unclear|likely|attempted|-if|origin-open|environment_/.test(JSON.stringify(statement));

/** A sentence is told with others, or lists rooms of which some may be unknown: each part counts by itself. */
const partsOf = (statement: Statement): Statement[] => (statement.key === 'caveats_joined' ? Object.values(statement.params ?? {}).flatMap((part) => partsOf(part as Statement)) : [statement]);

const isList = ({ key }: Statement): boolean => /rooms|exceptions|old-ages/.test(key);

const plainOf = (statements: readonly Statement[]): Statement[] => statements.flatMap(partsOf).filter((statement) => !isHedged(statement) && !isList(statement));

/** All that is said without a hedge: every "no", "off" and "on", and what is called certain. */
function claimsOf(signals: Signals, goal: Goal): string[] {
	const posture = judged(signals);
	const { deployment, exposure, flows } = posture;
	const isCertain = deployment.confidence === 'certain';
	const inShort = judgeInShort(signals, posture);
	const notice = judgeNotice(deployment);
	const isolation = statusOptions(posture)['status_air-gapped'];
	const connecting = egressOf(posture);
	const plan = planFor(signals, posture, goal);
	return [
		...exposure.flatMap(({ party, category, state }) => (state === 'no' ? [`${party} ${category}: no`] : [])),
		...flows.flatMap(({ id, state }) => (state === 'unknown' ? [] : [`flow ${id}: ${state === 'on' ? 'on' : 'off'}`])),
		...flows.flatMap(({ id, effect }) => (effect === 'inside' ? [`flow ${id}: inside`] : [])),
		...flows.flatMap(({ id, state, caveat }) => (state === 'on' && caveat !== null ? plainOf([caveat]).map((part) => `caveat of ${id}: ${JSON.stringify(part)}`) : [])),
		...(isCertain ? [`model: ${deployment.model}`, ...posture.legal.flatMap(({ category, heldBy }) => (heldBy === 'server-administrator' ? [`legal, ${category}: ${heldBy}`] : []))] : []),
		...(deployment.registration.confidence === 'certain' ? [`registration: ${deployment.registration.state}`] : []),
		...(statusOptions(posture).status_contradictions === 'none' ? ['contradictions: none'] : []),
		...(isolation.endsWith('_certain') ? [`air-gapped: ${isolation}`] : []),
		...(notice.standing === 'applies' ? [`notice: ${notice.id}`] : []),
		...plainOf([...posture.keeping.map(({ statement }) => statement), inShort.retention]).map((statement) => `kept: ${JSON.stringify(statement)}`),
		...(inShort.ways.length + inShort.attempted + inShort.unknown === 0 ? ['in short: nothing'] : []),
		...(headlineOf(posture).key === 'headline_closed' ? ['headline: closed'] : []),
		...flows.flatMap(({ id, connects }) => (connects.length > 0 && !connecting.some(({ flow }) => flow.id === id) ? [`egress of ${id}: none`] : [])),
		...(posture.agreed.policy ?? []).flatMap(({ flow, standing }) => (standing === 'unknown' ? [] : [`policy on ${flow}: ${standing}`])),
		...plan.stopped.map(({ id }) => `plan: ${id} is stopped`),
		...(plan.steps.length + plan.left.length + plan.unknown.length + plan.grounds.length + plan.conflicts.length === 0 ? ['plan: met'] : []),
	];
}

/** The same random workspaces each time, so that what fails does so everywhere. */
const RUNS = { numRuns: 150, seed: 20261122, endOnFailure: true };

test('what is said without a hedge holds whatever the settings are that could not be read', () => {
	const said = new Set<string>();
	const lost = new Set<string>();
	fc.assert(
		fc.property(pairs, ({ before, after, goal }) => {
			const claims = claimsOf(before, goal);
			const kept = new Set(claimsOf(after, goal));
			claims.forEach((claim) => said.add(claim.replace(/:.*/, '')));
			claims.filter((claim) => !kept.has(claim)).forEach((claim) => lost.add(`${claim}, with ${SETTING_IDS.filter((id) => !before.settings[id].readable && after.settings[id].readable).slice(0, 8).join(' ')} unread`));
		}),
		RUNS,
	);
	expect([...lost]).toEqual([]);
	// Where nothing is said, nothing can be wrong.
	expect(['model', 'registration', 'contradictions', 'air-gapped', 'notice', 'kept', 'policy on gravatar', 'plan', 'rocket-chat tracking', 'hosting-provider tracking'].filter((claim) => !said.has(claim))).toEqual([]);
});

test('a plan that leaves nothing keeps its word whatever the settings are that could not be read', () => {
	let plans = 0;
	fc.assert(
		fc.property(pairs, ({ before, after, goal }) => {
			const plan = planFor(before, judged(before), goal);
			if (plan.left.length + plan.unknown.length + plan.grounds.length + plan.conflicts.length === 0) {
				plans += 1;
				const then = whatIf(after, judged(after), plan.steps.flatMap(({ changes }) => changes));
				expect(cellsOfGoal(then, goal).filter(({ state }) => state !== 'no').map(({ party, category }) => `${party} ${category}`)).toEqual([]);
			}
		}),
		RUNS,
	);
	expect(plans).toBeGreaterThan(5);
});
