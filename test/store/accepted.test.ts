import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { endAccepted, keepAccepted, readAccepted } from '../../src/store/accepted';
import type { AcceptedRecord } from '../../src/store/accepted';
import { Records } from '../../tools/host/server/records';

const record = { id: 'a'.repeat(16), flow: 'gravatar', reason: 'Agreed', until: null, by: 'some-user', at: '2026-03-05T12:00:00.000Z' } satisfies Omit<AcceptedRecord, 'version'>;
const stored: AcceptedRecord = { version: 1, ...record };
const numbered = (at: number): string => String(at).padStart(16, '0');

/** A database, and what an app has of it. */
function database() {
	const records = new Records();
	const reader = { readByAssociation: async (association: RocketChatAssociationRecord) => records.byAssociations('app', [association]) } as unknown as IPersistenceRead;
	const persistence = {
		createWithAssociations: async (data: object, associations: RocketChatAssociationRecord[]) => records.create('app', data, associations),
		removeByAssociations: async (associations: RocketChatAssociationRecord[]) => records.removeByAssociations('app', associations),
	} as unknown as IPersistence;
	return { records, reader, persistence, kept: () => records.listed().map(({ data }) => data) };
}

const answering = (answer: unknown): IPersistenceRead => ({ readByAssociation: async () => answer }) as unknown as IPersistenceRead;

test('what is kept can be read', async () => {
	const { reader, persistence } = database();
	expect(await keepAccepted(reader, persistence, record)).toBe(true);
	expect(await readAccepted(reader)).toEqual({ records: [stored], unusable: 0 });
});

test('accepted anew, the newer one counts and the older one goes, also where the clock of the server that wrote it was fast', async () => {
	const { reader, persistence, kept } = database();
	await keepAccepted(reader, persistence, { ...record, id: numbered(1), at: '2027-01-01T00:00:00.000Z' });
	await keepAccepted(reader, persistence, { ...record, id: numbered(2), reason: 'Agreed again' });
	expect(kept()).toEqual([{ ...stored, id: numbered(2), reason: 'Agreed again', at: '2027-01-01T00:00:00.001Z' }]);
});

test('of what two servers kept at the same moment the newest counts, of what is as new always the same', async () => {
	const one = { ...stored, id: numbered(1) };
	const other = { ...stored, id: numbered(2), reason: 'Other' };
	const newer = { ...stored, id: numbered(0), reason: 'Newer', at: '2026-03-05T12:00:00.001Z' };
	expect((await readAccepted(answering([one, other])))?.records).toEqual([other]);
	expect((await readAccepted(answering([other, one])))?.records).toEqual([other]);
	expect((await readAccepted(answering([other, newer, one])))?.records).toEqual([newer]);
});

test('neither of two servers that keep at the same moment takes away what the other kept', async () => {
	const { reader, persistence, kept } = database();
	await Promise.all([1, 2].map((at) => keepAccepted(reader, persistence, { ...record, id: numbered(at) })));
	expect(kept()).toHaveLength(2);
	expect((await readAccepted(reader))?.records).toHaveLength(1);
});

test('what is broken or of another version is counted and kept, whatever happens to the flow', async () => {
	const broken = [{ ...stored, version: 2 }, { ...stored, reason: 7 }, { ...stored, until: '2026-02-30' }, { ...stored, until: 'never' }, { ...stored, at: 'today' }, { ...stored, more: true }, {}];
	const { reader, persistence, records, kept } = database();
	await keepAccepted(reader, persistence, record);
	const { associations = [] } = records.listed()[0] ?? {};
	broken.forEach((data) => records.create('app', data, associations.slice(0, 1)));
	expect(await readAccepted(reader)).toEqual({ records: [stored], unusable: broken.length });
	expect(await endAccepted(reader, persistence, 'gravatar')).toBe(1);
	expect(kept()).toEqual(broken);
});

test('an end takes what was kept of this flow, and of no other', async () => {
	const { reader, persistence } = database();
	await keepAccepted(reader, persistence, record);
	await keepAccepted(reader, persistence, { ...record, id: numbered(3), flow: 'email' });
	expect(await endAccepted(reader, persistence, 'gravatar')).toBe(1);
	expect((await readAccepted(reader))?.records.map(({ flow }) => flow)).toEqual(['email']);
	expect(await endAccepted(reader, persistence, 'gravatar')).toBe(0);
});

test.each([[undefined], [null], [{}]])('without the permission the platform answers %j, which does not say that nothing is accepted', async (answer) => {
	const persistence = { createWithAssociations: async () => answer, removeByAssociations: async () => answer } as unknown as IPersistence;
	expect(await readAccepted(answering(answer))).toBeNull();
	expect(await keepAccepted(answering(answer), persistence, record)).toBe(false);
	expect(await keepAccepted(answering([]), persistence, record)).toBe(false);
	expect(await endAccepted(answering(answer), persistence, 'gravatar')).toBeNull();
	expect(await endAccepted(answering([stored]), persistence, 'gravatar')).toBeNull();
});
