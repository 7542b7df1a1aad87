import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { accountNow, isInUse } from '../../src/workspace/accounts';
import { limited, READ_LIMIT } from '../../src/workspace/timeout';

const account = (part: Partial<IUser> = {}): IUser => ({ id: 'one', username: 'one', type: 'user', roles: ['admin'], isEnabled: true, ...part }) as unknown as IUser;

function reading(getById: (id: string) => Promise<unknown>): IRead {
	return { getUserReader: () => ({ getById, getAppUser: async () => ({ id: 'bot' }) }) } as unknown as IRead;
}

test('what counts is the account as it is now, not as it arrived', async () => {
	const now = account({ roles: ['user'], isEnabled: false });
	expect(await accountNow(account(), reading(async () => now))).toBe(now);
});

test('an account that is gone is none', async () => {
	expect(await accountNow(account(), reading(async (id) => (id === 'bot' ? { id } : undefined)))).toBeNull();
});

test.each<[string, () => Promise<unknown>]>([
	['that throws', async () => Promise.reject(new Error('broken'))],
	['without the permission, which finds nobody', async () => undefined],
])('a look-up %s leaves the account as it arrived', async (_how, getById) => {
	const arrived = account();
	expect(await accountNow(arrived, reading(getById))).toBe(arrived);
});

test('a look-up that hangs costs no more than a read may take', async () => {
	jest.useFakeTimers({ advanceTimers: false });
	try {
		const arrived = account();
		const asked = accountNow(arrived, limited(reading(async () => new Promise(() => {}))));
		await jest.advanceTimersByTimeAsync(READ_LIMIT);
		expect(await Promise.race([asked, Promise.reject(new Error('There is no answer yet.'))])).toBe(arrived);
	} finally {
		jest.useRealTimers();
	}
});

test.each<[string, boolean, Partial<IUser>]>([
	['somebody who is deactivated', false, { isEnabled: false }],
	['the account of an app, which nobody can log in with,', false, { type: 'app' as IUser['type'] }],
	['a bot', true, { type: 'bot' as IUser['type'] }],
	['an account of which the server does not say whether it is active', true, { isEnabled: undefined as unknown as boolean }],
])('%s is in use: %s', (_who, isExpected, part) => {
	expect(isInUse(account(part))).toBe(isExpected);
});
