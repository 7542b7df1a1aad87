import { CATEGORIES } from '../../src/catalogue/categories';
import { PARTIES } from '../../src/catalogue/vocabulary';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { translator } from '../../src/language/translate';
import type { Declarations } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from './signals';
import type { Overrides } from './signals';

const NOW = new Date('2026-11-22T03:00:00Z');
const english = translator('en');
const registered = { Cloud_Workspace_Client_Id: 'x', Register_Server: true } as const;
const offlineLicence = { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' } as const;
const airGapped: Partial<Declarations> = { setting: 'air-gapped' };

function decide(overrides: Overrides, unreadable: Parameters<typeof defaultSignals>[1] = [], declarations: Partial<Declarations> = {}): Posture {
	return judge(defaultSignals(overrides, unreadable, declarations), NOW, '0.0.0');
}

function statements({ deployment }: Posture): string {
	return deployment.evidence.map(({ source, observed, statement }) => `${source} | ${english(observed)} | ${english(statement)}`).join('\n');
}

describe('declared beats detected, and the two are kept apart', () => {
	test('the setting wins over the environment', () => {
		const posture = decide({}, [], { setting: 'cloud', environment: { state: 'declared', model: 'air-gapped' } });
		expect(posture.deployment).toMatchObject({ model: 'cloud', basis: 'declared', declared: 'cloud' });
		expect(statements(posture)).toContain('declares this too; the app');
	});

	test('the environment declares while the setting is on Detect', () => {
		expect(decide({}, [], { environment: { state: 'declared', model: 'air-gapped' } }).deployment).toMatchObject({ model: 'air-gapped', basis: 'declared' });
	});

	test('an environment value that is no model is ignored, and evidence says so', () => {
		const posture = decide({}, [], { environment: { state: 'not-a-model' } });
		expect(posture.deployment).toMatchObject({ model: 'self-managed', basis: 'detected', declared: null });
		expect(statements(posture)).toContain('It is ignored.');
	});

	test('a stored declaration that is no choice counts as Detect, and evidence says so', () => {
		const posture = decide({}, [], { settingIsInvalid: true });
		expect(posture.deployment.basis).toBe('detected');
		expect(statements(posture)).toContain('not one of the choices');
	});
});

describe('detection', () => {
	test.each<[string, Overrides, string]>([
		['the Open Server', { Site_Url: 'https://open.rocket.chat', ...registered }, 'open-server'],
		['a Cloud host', { Site_Url: 'https://acme.rocket.chat', ...registered }, 'cloud'],
		['a Cloud host unregistered', { Site_Url: 'https://acme.rocket.chat' }, 'unknown'],
		['the Open Server unregistered', { Site_Url: 'https://open.rocket.chat' }, 'unknown'],
		['an offline licence', { Site_Url: 'https://chat.example.org', ...offlineLicence }, 'air-gapped'],
		['any host, registration known', { Site_Url: 'https://chat.example.org' }, 'self-managed'],
		['rocket.chat itself', { Site_Url: 'https://rocket.chat', ...registered }, 'self-managed'],
	])('%s', (_name, overrides, model) => {
		const { deployment } = decide(overrides);
		expect(deployment).toMatchObject({ model, basis: 'detected', declared: null, confidence: model === 'unknown' ? 'unclear' : 'likely' });
	});

	test('a Cloud host with an offline licence is a Cloud, contradicted', () => {
		const { deployment } = decide({ Site_Url: 'https://acme.rocket.chat', ...registered, ...offlineLicence });
		expect(deployment).toMatchObject({ model: 'cloud', confidence: 'unclear', conflicts: [{ id: 'offline-licence' }] });
	});

	test('nothing readable is unknown and unclear, and names what was not read', () => {
		const { deployment } = decide({}, ['Site_Url', 'Cloud_Workspace_Client_Id', 'Register_Server', 'Enterprise_License']);
		expect(deployment).toMatchObject({ model: 'unknown', confidence: 'unclear', registration: { state: 'unknown', confidence: 'unclear' }, licence: { kind: 'unknown' } });
		expect(deployment.unread).toEqual(['Site_Url', 'Cloud_Workspace_Client_Id', 'Enterprise_License', 'Register_Server']);
	});
});

describe('a declared air gap', () => {
	test('is certain when everything that could contradict it was read and does not', () => {
		const posture = decide(offlineLicence, [], airGapped);
		expect(posture.deployment).toMatchObject({ confidence: 'certain', conflicts: [], unread: [] });
		expect(statements(posture)).toContain('whether reports are accepted cannot be seen');
	});

	test.each(['Cloud_Workspace_Client_Id', 'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'] as const)('is only likely without %s, and names it', (id) => {
		const { deployment } = decide({}, [id], airGapped);
		expect(deployment.confidence).toBe('likely');
		expect(deployment.unread).toContain(id);
	});

	test('does not need the gateway’s other switches when one readable one is off', () => {
		expect(decide({ Push_enable: false }, ['Push_enable_gateway', 'Cloud_Service_Agree_PrivacyTerms'], airGapped).deployment.confidence).toBe('certain');
	});

	test('a number of days that Rocket.Chat never writes counts as not read', () => {
		const { deployment } = decide({ Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: 99 }, [], airGapped);
		expect(deployment).toMatchObject({ confidence: 'likely', unread: ['Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'] });
	});

	test('is contradicted by a registration, unless the licence is an offline one', () => {
		expect(decide(registered, [], airGapped).deployment.conflicts.map(({ id }) => id)).toEqual(['registered']);
		const offline = decide({ ...registered, ...offlineLicence }, [], airGapped);
		expect(offline.deployment.conflicts).toEqual([]);
		expect(statements(offline)).toContain('an offline registration, done without any network, looks the same');
	});
});

describe('the exposure matrix', () => {
	const states = (posture: Posture, party: string): string[] => posture.exposure.filter((cell) => cell.party === party).map(({ state }) => state);

	test('a certain air gap says no towards Rocket.Chat', () => {
		expect(states(decide(offlineLicence, [], airGapped), 'rocket-chat')).toEqual(['no', 'no', 'no', 'no', 'no']);
	});

	test('an air gap that is not certain says unknown, with its condition', () => {
		const posture = decide(offlineLicence);
		expect(states(posture, 'rocket-chat')).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
		expect(posture.exposure.filter(({ party }) => party === 'rocket-chat').map(({ condition }) => condition && english(condition))).toEqual(
			Array(5).fill('no, if this workspace really is isolated'),
		);
	});

	test('an unknown deployment says unknown towards Rocket.Chat, whatever else is known', () => {
		expect(states(decide({ Site_Url: 'https://acme.rocket.chat' }, ['Cloud_Workspace_Client_Id', 'Register_Server']), 'rocket-chat')).not.toContain('no');
	});

	test('a contradicted declaration never says no towards Rocket.Chat', () => {
		const posture = decide({ Site_Url: 'https://acme.rocket.chat' }, [], { setting: 'self-managed', hosting: 'self' });
		expect(states(posture, 'rocket-chat')).not.toContain('no');
		expect(states(posture, 'hosting-provider')).toEqual(Array(5).fill('unknown'));
	});

	test.each<[Declarations['hosting'], string]>([
		['unstated', 'unknown'],
		['self', 'no'],
		['third-party', 'limited'],
	])('a hosting provider that is %s: %s', (hosting, state) => {
		expect(states(decide({ Site_Url: 'https://chat.example.org' }, [], { hosting }), 'hosting-provider')).toEqual(Array(5).fill(state));
		expect(states(decide({ Site_Url: 'https://acme.rocket.chat', ...registered }, [], { hosting }), 'hosting-provider')).toEqual(Array(5).fill('limited'));
	});

	test('a detected self-managed workspace that is registered may be a Cloud one: its "no" holds on a condition, a declared one’s does not', () => {
		const quiet = { Site_Url: 'https://chat.example.org', Cloud_Workspace_Client_Id: 'x', NPS_survey_enabled: false } as const;
		const content = (declarations: Partial<Declarations>): string | null => {
			const cell = decide(quiet, [], declarations).exposure.find(({ party, category }) => party === 'rocket-chat' && category === 'user-content');
			return `${String(cell?.state)} ${cell?.condition?.key ?? 'without condition'}`;
		};
		expect(content({})).toBe('no condition_if-self-managed');
		expect(content({ setting: 'self-managed' })).toBe('no without condition');
	});

	test('a registration that is not certain is told with the cells that rest on it', () => {
		const reasons = (unreadable: Parameters<typeof defaultSignals>[1]): string[] =>
			decide({ Site_Url: 'https://chat.example.org', Register_Server: true }, unreadable).exposure.filter(({ party }) => party === 'rocket-chat').flatMap(({ because }) => because.map(({ statement }) => statement.key));
		expect(reasons(['Cloud_Workspace_Client_Id']).filter((key) => key === 'because_registration-uncertain')).toHaveLength(5);
		expect(reasons([])).not.toContain('because_registration-uncertain');
	});

	test('end-to-end encryption is a condition on content, never a no', () => {
		for (const [value, words] of [[true, 'not the content of end-to-end encrypted rooms'], [false, 'end-to-end encryption is switched off here']] as const) {
			const cell = decide({ E2E_Enable: value }).exposure.find(({ party, category }) => party === 'workspace-admins' && category === 'user-content');
			expect(cell?.state).toBe('limited');
			expect(cell?.condition && english(cell.condition)).toContain(words);
		}
	});

	test('has five categories for each of five parties, each with a reason', () => {
		const { exposure } = decide({});
		expect(exposure).toHaveLength(CATEGORIES.length * PARTIES.length);
		expect(exposure.every(({ because }) => because.length > 0)).toBe(true);
	});
});

test('the same signals give the same answer', () => {
	expect(decide(registered)).toEqual(decide(registered));
});
