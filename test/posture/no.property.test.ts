import fc from 'fast-check';

import type { SettingId } from '../../src/catalogue/server-settings';
import { judge } from '../../src/posture/judge';
import { legalModel } from '../../src/posture/legal';
import { judgeNotice } from '../../src/posture/notice';
import type { Posture } from '../../src/posture/posture';
import type { Declarations } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from './signals';
import type { Overrides } from './signals';

/** Values that lead to different answers, of each of the settings by which a deployment is told. */
const DECIDING = {
	Site_Url: ['https://open.rocket.chat', 'https://acme.rocket.chat', 'https://chat.example.org', 'https://10.0.0.5', 'http://localhost', '', 'no address'],
	Enterprise_License: [licenceToken({ information: { offline: true } }), licenceToken({ information: { offline: false } }), ''],
	Cloud_Workspace_Client_Id: ['', 'temp_id'],
	Register_Server: [true, false],
} as const;

const IDS = Object.keys(DECIDING) as (keyof typeof DECIDING)[];

const values = fc.record({
	Site_Url: fc.constantFrom(...DECIDING.Site_Url),
	Enterprise_License: fc.constantFrom(...DECIDING.Enterprise_License),
	Cloud_Workspace_Client_Id: fc.constantFrom(...DECIDING.Cloud_Workspace_Client_Id),
	Register_Server: fc.constantFrom(...DECIDING.Register_Server),
});

/** What else bears on the verdict or on the cells. */
const others: fc.Arbitrary<Overrides> = fc.record({
	Push_enable: fc.boolean(),
	Push_enable_gateway: fc.boolean(),
	Cloud_Service_Agree_PrivacyTerms: fc.boolean(),
	Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: fc.constantFrom(-1, 0, 5, 9),
	NPS_survey_enabled: fc.boolean(),
	API_Embed: fc.boolean(),
});

const declarations = fc.record({
	setting: fc.constantFrom<Declarations['setting'][]>('auto', 'cloud', 'open-server', 'self-managed', 'air-gapped'),
	hosting: fc.constantFrom<Declarations['hosting'][]>('unstated', 'self', 'third-party'),
});

const noes = ({ exposure }: Posture): string[] => exposure.filter(({ state }) => state === 'no').map(({ party, category }) => `${party}: ${category}`);

const pairs = fc.record({ read: values, completed: values, unread: fc.subarray(IDS, { minLength: 1 }), rest: others, declared: declarations });
type Pair = typeof pairs extends fc.Arbitrary<infer One> ? One : never;

const judged = (overrides: Overrides, unread: readonly SettingId[], declared: Partial<Declarations>): Posture => judge(defaultSignals(overrides, unread, declared), new Date(0), '0');

/** A workspace with some of the deciding settings unread. */
const before = ({ read, unread, rest, declared }: Pair): Posture => judged({ ...rest, ...read }, unread, declared);

/** The same with those read as something. */
const after = ({ read, completed, unread, rest, declared }: Pair): Posture =>
	judged(unread.reduce<Overrides>((settings, id) => ({ ...settings, [id]: completed[id] }), { ...rest, ...read }), [], declared);

test('every "no" holds whatever the address, the licence and the registration turn out to be', () => {
	fc.assert(
		fc.property(pairs, (pair) => {
			const kept = noes(after(pair));
			expect(noes(before(pair)).filter((cell) => !kept.includes(cell))).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('what may be one of Rocket.Chat’s workspaces is never said to be somebody else’s', () => {
	// Only these can turn out to be one of Rocket.Chat's; all other deciding settings are left to chance.
	const hosted = pairs.map((pair) => ({
		...pair,
		completed: { ...pair.completed, Site_Url: 'https://acme.rocket.chat', Cloud_Workspace_Client_Id: 'temp_id' } as const,
		unread: [...new Set([...pair.unread, 'Site_Url', ...(pair.read.Cloud_Workspace_Client_Id === '' ? (['Cloud_Workspace_Client_Id'] as const) : [])] as const)],
		declared: { ...pair.declared, setting: 'auto' as const },
	}));
	fc.assert(
		fc.property(hosted, (pair) => {
			expect(after(pair).deployment.model).toBe('cloud');
			const { deployment } = before(pair);
			expect(legalModel(deployment)).toBe('unknown');
			expect(['conditional', 'not-told']).toContain(judgeNotice(deployment).standing);
		}),
		{ numRuns: 300 },
	);
});
