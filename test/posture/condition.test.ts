import { all, always, any, callsHome, from, isChanged, isOneOf, isSet, isTrue, not, offlineLicence, settingsOf } from '../../src/catalogue/conditions';
import { evaluate } from '../../src/posture/condition';
import { licenceToken, readingWith } from './signals';

const on = isTrue('Push_enable');
const off = isTrue('Register_Server');
const unread = isTrue('E2E_Enable');
const reading = readingWith({ Push_enable: true, Register_Server: false, DeepLink_Url: ' ', SMTP_Host: 'mail.example' }, ['E2E_Enable']);
const stateOf = (condition: Parameters<typeof evaluate>[0]): boolean | 'unknown' => evaluate(condition, reading).state;

test('"and": one readable false settles it, else one unread part leaves it unknown', () => {
	expect([all(on, on), all(on, off), all(off, unread), all(on, unread), all(unread, unread), all()].map(stateOf)).toEqual([true, false, false, 'unknown', 'unknown', true]);
});

test('"or": one readable true settles it, else one unread part leaves it unknown', () => {
	expect([any(on, off), any(off, off), any(on, unread), any(off, unread), any()].map(stateOf)).toEqual([true, false, true, 'unknown', false]);
});

test('"not" keeps the unknown', () => {
	expect([not(on), not(off), not(unread)].map(stateOf)).toEqual([false, true, 'unknown']);
});

test('the leaves', () => {
	expect([always, isSet('SMTP_Host'), isSet('DeepLink_Url'), isOneOf('SMTP_Host', 'a', 'mail.example'), isOneOf('SMTP_Host', 'a'), isChanged('SMTP_Host'), isChanged('Push_gateway'), isChanged('DeepLink_Url')].map(stateOf)).toEqual([
		true, true, false, true, false, true, false, false,
	]);
});

test('the answer names the settings that decided, and those that could not be read', () => {
	expect(evaluate(all(on, off, unread), reading)).toMatchObject({ state: false, decidedBy: ['Register_Server'], unreadable: [] });
	expect(evaluate(any(on, unread), reading)).toMatchObject({ state: true, decidedBy: ['Push_enable'], unreadable: [] });
	expect(evaluate(all(on, unread), reading)).toMatchObject({ state: 'unknown', decidedBy: ['Push_enable'], unreadable: ['E2E_Enable'] });
	expect(evaluate(all(on, on), reading)).toMatchObject({ state: true, decidedBy: ['Push_enable'], unreadable: [] });
});

test('a condition names each of its settings once', () => {
	expect(settingsOf(any(all(on, unread), not(on), always))).toEqual(['Push_enable', 'E2E_Enable']);
});

describe('what depends on the version of the server', () => {
	const servers = { '7.7.1': [false, false], '8.6.1': [true, false], '9.0': [true, true] } as const;

	test.each(Object.entries(servers))('%s: from 8.0, from 8.7', (version, [isEight, isEightSeven]) => {
		const server = readingWith({}, [], 'refused', version);
		expect([from('8.0'), from('8.7')].map((condition) => evaluate(condition, server).state)).toEqual([isEight, isEightSeven]);
	});

	test('where the version is not known, it is unknown by the version and by no setting', () => {
		expect(evaluate(from('8.0'), readingWith({}, ['Site_Url']))).toEqual({ state: 'unknown', decidedBy: [], unreadable: [], isByVersion: true });
	});

	test('a setting that this server cannot have holds nothing and is not unread', () => {
		expect(evaluate(isTrue('AI_Intelligent_Search_Enabled'), readingWith())).toEqual({ state: false, decidedBy: [], unreadable: [], isByVersion: false });
		expect(evaluate(isTrue('VoIP_TeamCollab_Enabled'), readingWith({}, [], 'refused', '8.6.1'))).toMatchObject({ state: false, unreadable: [] });
	});

	test('one that it may not have leaves the question to its version', () => {
		const unsure = readingWith({}, ['Site_Url', 'AI_Intelligent_Search_Enabled']);
		expect(evaluate(isTrue('AI_Intelligent_Search_Enabled'), unsure)).toMatchObject({ state: 'unknown', unreadable: [], isByVersion: true });
	});

	test('one that it has and refuses is unread', () => {
		expect(evaluate(isTrue('AI_Intelligent_Search_Enabled'), readingWith({}, ['AI_Intelligent_Search_Enabled'], 'refused', '9.0'))).toMatchObject({ state: 'unknown', unreadable: ['AI_Intelligent_Search_Enabled'] });
	});

	test('a value that has outlived its code does not hold', () => {
		expect(evaluate(isTrue('Accounts_OAuth_Facebook'), readingWith({ Accounts_OAuth_Facebook: true }, [], 'refused', '9.0')).state).toBe('unknown');
		expect(evaluate(isTrue('Accounts_OAuth_Facebook'), readingWith({ Accounts_OAuth_Facebook: false }, [], 'refused', '9.0')).state).toBe(false);
	});
});

describe('an offline licence', () => {
	const offline = licenceToken({ information: { offline: true } });

	test.each([
		['offline and valid', { Enterprise_License: offline, Enterprise_License_Status: 'Valid' }, true],
		['offline, and the server says it is not valid', { Enterprise_License: offline, Enterprise_License_Status: 'Invalid' }, false],
		['online', { Enterprise_License: licenceToken({ information: {} }), Enterprise_License_Status: 'Valid' }, false],
		['none', { Enterprise_License: '' }, false],
		['of a form that cannot be read', { Enterprise_License: 'RCV3_odd' }, 'unknown'],
	] as const)('%s', (_name, overrides, state) => {
		expect(evaluate(offlineLicence, readingWith(overrides)).state).toBe(state);
	});

	test('ends the calls to Rocket.Chat from 8.7 on, and not before', () => {
		const licence = { Enterprise_License: offline, Enterprise_License_Status: 'Valid' };
		expect(['7.7.1', '8.6.1', '9.0'].map((version) => evaluate(callsHome, readingWith(licence, [], 'refused', version)).state)).toEqual([true, true, false]);
	});

	test('that could not be read leaves them unknown where it would matter', () => {
		expect(evaluate(callsHome, readingWith({}, ['Enterprise_License'], 'refused', '9.0'))).toMatchObject({ state: 'unknown', unreadable: ['Enterprise_License'] });
		expect(evaluate(callsHome, readingWith({}, ['Enterprise_License'], 'refused', '8.6.1')).state).toBe(true);
	});
});
