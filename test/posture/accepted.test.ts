import { plainReason, REASON_LIMIT } from '../../src/catalogue/agreement';
import { againstPolicy, isAccepted } from '../../src/posture/accepted';
import type { Acceptance, Agreed, Compared } from '../../src/posture/accepted';
import { judge } from '../../src/posture/judge';
import type { FlowFinding, Posture } from '../../src/posture/posture';
import { defaultSignals } from './signals';

const NOW = new Date('2026-11-22T23:59:00.000Z');
const BY_ADMIN: Acceptance = { flow: 'gravatar', reason: 'Agreed', until: null, by: 'some-user', at: '2026-01-01T00:00:00.000Z' };

function posture(agreed: Partial<Agreed>): Posture {
	return judge(defaultSignals(), NOW, '1.2.3', { accepted: [], unusable: 0, policy: null, ...agreed });
}

function gravatar(agreed: Partial<Agreed>): FlowFinding {
	const [flow] = posture(agreed).flows.filter(({ id }) => id === 'gravatar');
	if (flow === undefined) {
		throw new Error('There is no such flow.');
	}
	return flow;
}

describe('a flow', () => {
	test.each([
		[null, true],
		['2026-11-23', true],
		['2026-11-22', true],
		['2026-11-21', false],
	])('that was accepted until %s is accepted on 22 November: %s', (until, expected) => {
		expect(isAccepted(gravatar({ accepted: [{ ...BY_ADMIN, until }] }))).toBe(expected);
	});

	test('that was accepted changes in nothing else, and no other flow changes', () => {
		const plain = ({ flows, ...rest }: Posture): unknown => ({ ...rest, flows: flows.map((flow) => ({ ...flow, accepted: null })) });
		expect(plain(posture({ accepted: [BY_ADMIN] }))).toEqual(plain(posture({})));
		expect(posture({ accepted: [BY_ADMIN] }).flows.filter(isAccepted).map(({ id }) => id)).toEqual(['gravatar']);
	});

	test('that both an admin and the policy accepted is accepted by what holds, of two that hold by the admin', () => {
		const policy = { gravatar: { accepted: 'By the policy', until: '2026-12-31' } } as const;
		expect(gravatar({ accepted: [BY_ADMIN], policy }).accepted).toMatchObject({ reason: 'Agreed', by: 'some-user' });
		expect(gravatar({ accepted: [{ ...BY_ADMIN, until: '2026-01-31' }], policy }).accepted).toEqual({ reason: 'By the policy', until: '2026-12-31', by: null, at: null, isExpired: false });
		expect(gravatar({ accepted: [], policy: { gravatar: 'off' } }).accepted).toBeNull();
	});
});

test('that it could not be read what was accepted is not that nothing was', () => {
	expect(posture({ accepted: null }).agreed).toEqual({ isRead: false, unusable: 0, policy: null });
	expect(posture({}).agreed.isRead).toBe(true);
});

test('what names a flow that this version does not know counts as not usable', () => {
	expect(posture({ accepted: [BY_ADMIN, { ...BY_ADMIN, flow: 'of-a-newer-version' }], unusable: 2 }).agreed.unusable).toBe(3);
});

describe('against a policy', () => {
	const compared: Compared = {
		flows: [
			{ id: 'gravatar', state: 'on' },
			{ id: 'email', state: 'off' },
			{ id: 'maps', state: 'not-applicable' },
			{ id: 'mailer', state: 'unknown' },
		],
		accepted: [],
	};
	const until = { accepted: 'Agreed', until: '2026-11-22' } as const;
	const over = { accepted: 'Agreed', until: '2026-11-21' } as const;
	const held = (policy: Parameters<typeof againstPolicy>[1], accepted: Compared['accepted'] = []): Record<string, string> =>
		Object.fromEntries(againstPolicy({ ...compared, accepted }, policy, NOW).map(({ flow, standing, until: day }) => [flow, day === null ? standing : `${standing} until ${day}`]));

	test.each<[what: string, policy: Parameters<typeof againstPolicy>[1], expected: Record<string, string>]>([
		['what is to be off conforms where it is off or not there; what is on deviates', { gravatar: 'off', email: 'off', maps: 'off', mailer: 'off' }, { gravatar: 'deviates', email: 'conforms', maps: 'conforms', mailer: 'unknown' }],
		['what is accepted is so while it is on, and conforms where it is off', { gravatar: until, email: until, mailer: until }, { gravatar: 'accepted until 2026-11-22', email: 'conforms', mailer: 'accepted until 2026-11-22' }],
		['what was accepted until a day that has passed deviates', { gravatar: over, email: over, mailer: over }, { gravatar: 'deviates', email: 'conforms', mailer: 'unknown' }],
		['what it does not name is no part of it', { gravatar: { accepted: 'Agreed', until: null } }, { gravatar: 'accepted' }],
		['the star has the rule of everything else', { '*': 'off', 'gravatar': until }, { gravatar: 'accepted until 2026-11-22', email: 'conforms', maps: 'conforms', mailer: 'unknown' }],
		['what a report does not have is unknown', { 'google-analytics': 'off', 'matomo': until }, { 'google-analytics': 'unknown', 'matomo': 'unknown' }],
		['a policy without a rule says nothing', {}, {}],
	])('%s', (_, policy, expected) => {
		expect(held(policy)).toEqual(expected);
	});

	test('what an admin accepted is accepted, for as long as that holds', () => {
		expect(held({ '*': 'off' }, [BY_ADMIN, { ...BY_ADMIN, flow: 'mailer', until: '2026-11-21' }])).toEqual({ gravatar: 'accepted', email: 'conforms', maps: 'conforms', mailer: 'unknown' });
	});

	test('what another policy accepted does not count', () => {
		expect(held({ gravatar: 'off' }, [{ ...BY_ADMIN, by: null }])).toEqual({ gravatar: 'deviates' });
	});

	test('nothing deviates for certain where it could not be read what was accepted', () => {
		expect(held({ '*': 'off', 'email': 'off' }, null)).toEqual({ gravatar: 'unknown', email: 'conforms', maps: 'conforms', mailer: 'unknown' });
	});
});

describe('a reason', () => {
	test.each([
		['  Agreed \n with\tthe works council ', 'Agreed with the works council'],
		['turned \u202E around\u0007', 'turned around'],
		['می\u200Cخواهم', 'می\u200Cخواهم'],
		[' \u200B ', ''],
	])('%j is kept as %j', (typed, reason) => {
		expect(plainReason(typed)).toEqual({ reason, isCut: false });
	});

	test('of 10,000 characters is cut, never within a character', () => {
		const { reason, isCut } = plainReason('😀'.repeat(5000));
		expect([...reason]).toEqual(Array(REASON_LIMIT).fill('😀'));
		expect(isCut).toBe(true);
		expect(plainReason('x'.repeat(REASON_LIMIT))).toEqual({ reason: 'x'.repeat(REASON_LIMIT), isCut: false });
		expect(plainReason('x'.repeat(REASON_LIMIT + 1)).isCut).toBe(true);
		expect(plainReason(' '.repeat(6000)).reason).toBe('');
	});
});
