import { all, always, any, isChanged, isOneOf, isSet, isTrue, not, settingsOf } from '../../src/catalogue/conditions';
import { evaluate } from '../../src/posture/condition';
import { settingsWith } from './signals';

const on = isTrue('Push_enable');
const off = isTrue('Register_Server');
const unread = isTrue('E2E_Enable');
const settings = settingsWith({ Push_enable: true, Register_Server: false, DeepLink_Url: ' ', SMTP_Host: 'mail.example' }, ['E2E_Enable']);
const stateOf = (condition: Parameters<typeof evaluate>[0]): boolean | 'unknown' => evaluate(condition, settings).state;

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
	expect(evaluate(all(on, off, unread), settings)).toEqual({ state: false, decidedBy: ['Register_Server'], unreadable: [] });
	expect(evaluate(any(on, unread), settings)).toEqual({ state: true, decidedBy: ['Push_enable'], unreadable: [] });
	expect(evaluate(all(on, unread), settings)).toEqual({ state: 'unknown', decidedBy: ['Push_enable'], unreadable: ['E2E_Enable'] });
	expect(evaluate(all(on, on), settings)).toEqual({ state: true, decidedBy: ['Push_enable'], unreadable: [] });
});

test('a condition names each of its settings once', () => {
	expect(settingsOf(any(all(on, unread), not(on), always))).toEqual(['Push_enable', 'E2E_Enable']);
});
