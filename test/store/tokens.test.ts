import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { makeToken } from '../../src/store/token';
import { forgetTokens, keepToken, readTokens } from '../../src/store/token-records';

const { record } = makeToken('nightly', 30, 'some-user', new Date('2026-03-05T12:00:00.000Z'), (bytes) => 'a'.repeat(bytes * 2));

const reading = (kept: unknown): IPersistenceRead => ({ readByAssociation: async () => kept }) as unknown as IPersistenceRead;

test('what does not read as a token counts as none, and the rest comes in the order of names', async () => {
	const first = { ...record, name: 'early' };
	expect(await readTokens(reading([record, null, 'text', {}, { ...record, salt: 7 }, { ...record, expiresAt: 'never' }, first]))).toEqual([first, record]);
});

test.each([[undefined], [null], [{}]])('without the permission the platform answers %j, which does not say that there is no token', async (answer) => {
	expect(await readTokens(reading(answer))).toBeNull();
	expect(await readTokens(reading([]))).toEqual([]);
});

test('a token that the platform did not take is not taken for kept', async () => {
	const keeping = (answer: unknown): IPersistence => ({ createWithAssociations: async () => answer }) as unknown as IPersistence;
	expect(await keepToken(keeping('some-id'), record)).toBe(true);
	expect(await keepToken(keeping(undefined), record)).toBe(false);
	expect(await keepToken(keeping(null), record)).toBe(false);
});

test.each([
	[undefined, 0],
	[null, 0],
	[[], 0],
	[[record], 1],
	[[record, record], 2],
])('removing answers %j, which are %d tokens', async (answer, count) => {
	const persistence = { removeByAssociations: async () => answer } as unknown as IPersistence;
	expect(await forgetTokens(persistence, 'nightly')).toBe(count);
});
