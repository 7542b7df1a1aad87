import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import { findRoles } from '../../src/workspace/roles';

const reading = (found: Record<string, () => Promise<unknown>>): IRead => ({ getRoleReader: () => ({ getOneByIdOrName: async (name: string) => found[name]?.() }) }) as unknown as IRead;
const there = (id: string) => async (): Promise<unknown> => ({ id });
const fails = async (): Promise<unknown> => Promise.reject(new Error('No.'));

test('a role that does not exist is missing, one that exists has its id', async () => {
	expect(await findRoles(['privacy', 'ghost'], reading({ admin: there('admin'), privacy: there('r1') }))).toEqual({ ids: ['r1'], missing: ['ghost'] });
});

test('a role whose lookup failed is neither there nor missing', async () => {
	expect(await findRoles(['privacy', 'ghost'], reading({ admin: there('admin'), privacy: fails }))).toEqual({ ids: [], missing: ['ghost'] });
});

test.each([
	['answers nothing', {}],
	['fails', { admin: fails, privacy: fails }],
])('none is missing where the platform %s, even of a role that every server has', async (_, found) => {
	expect(await findRoles(['privacy'], reading(found))).toEqual({ ids: [], missing: [] });
});
