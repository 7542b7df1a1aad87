import fc from 'fast-check';

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import { RELEASES } from '../../src/catalogue/versions';
import type { Confidence } from '../../src/catalogue/vocabulary';
import { judge } from '../../src/posture/judge';
import type { Posture, ServerVersions } from '../../src/posture/posture';
import type { SettingValue } from '../../src/workspace/signals';
import { definitionsFor } from '../../tools/host/server/definitions';
import { defaultSignals, licenceToken } from './signals';
import type { Overrides } from './signals';

const NOW = new Date('2026-11-22T03:00:00Z');

const VERSIONS = ['7.7.1', '8.6.1', '9.0'] as const;

const CERTAINTY: Readonly<Record<Confidence, number>> = { unclear: 0, likely: 1, certain: 2 };

/** The ids that a server of another version has and this one has not, as the other one ships them or changed. */
function foreign(version: string, other: string): fc.Arbitrary<Overrides> {
	const [here, there] = [definitionsFor(version), definitionsFor(other)];
	const ids = SETTING_IDS.filter((id) => there.has(id) && !here.has(id));
	return fc.subarray(ids).chain((chosen) =>
		fc.record(
			Object.fromEntries(
				chosen.map((id): [SettingId, fc.Arbitrary<SettingValue>] => {
					const shipped = (there.get(id)?.default ?? '') as SettingValue;
					return [id, fc.constantFrom<SettingValue[]>(shipped, typeof shipped === 'boolean' ? !shipped : shipped)];
				}),
			) as Record<string, fc.Arbitrary<SettingValue>>,
		),
	);
}

const workspaces = fc.record({
	licence: fc.constantFrom<Overrides[]>({}, { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' }),
	setting: fc.constantFrom('auto' as const, 'air-gapped' as const, 'self-managed' as const),
	hidden: fc.subarray(['Push_enable', 'LDAP_Enable', 'SMTP_Host', 'Accounts_OAuth_Google', 'Register_Server'] as const),
});

/** How many releases a server can be of; what is newer than all that are known counts as one more. */
function width({ atLeast, below }: ServerVersions): number {
	return (below === null ? RELEASES.length + 1 : RELEASES.indexOf(below)) - (atLeast === null ? 0 : RELEASES.indexOf(atLeast));
}

/** What is said with more certainty than before. */
function surer(before: Posture, after: Posture): string[] {
	return [
		...(CERTAINTY[after.deployment.confidence] > CERTAINTY[before.deployment.confidence] ? ['the deployment'] : []),
		...(before.deployment.model === 'unknown' && after.deployment.model !== 'unknown' ? ['the model'] : []),
		...(CERTAINTY[after.deployment.registration.confidence] > CERTAINTY[before.deployment.registration.confidence] ? ['the registration'] : []),
		...(width(after.server) < width(before.server) || (after.server.verified && !before.server.verified) ? ['the version'] : []),
		...before.flows.filter(({ state }, at) => state === 'unknown' && after.flows[at]?.state !== 'unknown').map(({ id }) => id),
		...before.exposure.filter(({ state }, at) => state === 'unknown' && after.exposure[at]?.state === 'no').map(({ party, category }) => `${party} ${category}`),
	];
}

test.each(VERSIONS.flatMap((version) => VERSIONS.filter((other) => other !== version).map((other) => [version, other] as const)))(
	'on a server of %s, ids of %s make nothing more certain',
	(version, other) => {
		fc.assert(
			fc.property(workspaces, foreign(version, other), ({ licence, setting, hidden }, added) => {
				const judged = (overrides: Overrides): Posture => judge(defaultSignals({ Site_Url: 'https://chat.example.org', ...licence, ...overrides }, hidden, { setting }, version), NOW, '0');
				expect(surer(judged({}), judged(added))).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	},
);
