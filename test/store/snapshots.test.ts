import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { keepSnapshot, MOST_SNAPSHOTS, readSnapshots } from '../../src/store/snapshots';
import { Records } from '../../tools/host/server/records';

interface Looked {
	readonly at: string;
}

const parse = (record: unknown): Looked | null => (typeof record === 'object' && record !== null && 'at' in record ? { at: String(record.at) } : null);

/** What the platform lends an app, on records that behave as the server's. */
function database(): { records: Records; read: IPersistenceRead; write: IPersistence } {
	const records = new Records();
	const read = { readByAssociation: async (association: unknown) => records.byAssociations('app', [association]) } as unknown as IPersistenceRead;
	const write = {
		createWithAssociations: async (data: object, associations: unknown[]) => records.create('app', data, associations),
		removeByAssociations: async (associations: unknown[]) => records.removeByAssociations('app', associations),
	} as unknown as IPersistence;
	return { records, read, write };
}

const at = (minute: number): Looked => ({ at: new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString() });

test('a thousand looks leave fifty, the newest first', async () => {
	const { records, read, write } = database();
	for (let minute = 0; minute < 1000; minute++) {
		const kept = await readSnapshots(read, parse);
		await keepSnapshot(write, at(minute), kept ?? { usable: [], unusable: 0 });
	}
	expect(records.listed()).toHaveLength(MOST_SNAPSHOTS);
	const { usable } = (await readSnapshots(read, parse)) ?? { usable: [] };
	expect(usable.map(({ at: made }) => made)).toEqual(Array.from({ length: MOST_SNAPSHOTS }, (_, back) => at(999 - back).at));
});

test('what is broken, or of a newer version, is counted, stays, and is not used', async () => {
	const { records, read, write } = database();
	const none = { usable: [], unusable: 0 };
	await keepSnapshot(write, at(1), none);
	await write.createWithAssociations({ v: 2 }, records.listed()[0]?.associations.slice(0, 1) as never);
	expect(await readSnapshots(read, parse)).toEqual({ usable: [at(1)], unusable: 1 });
	for (let minute = 2; minute < 100; minute++) {
		await keepSnapshot(write, at(minute), (await readSnapshots(read, parse)) ?? none);
	}
	expect(records.listed().filter(({ data }) => 'v' in data)).toHaveLength(1);
});

test('two servers that kept one at the same moment leave two, and go on with fifty', async () => {
	const { records, read, write } = database();
	await Promise.all([keepSnapshot(write, at(1), { usable: [], unusable: 0 }), keepSnapshot(write, at(1), { usable: [], unusable: 0 })]);
	expect((await readSnapshots(read, parse))?.usable).toEqual([at(1), at(1)]);
	for (let minute = 2; minute < 100; minute++) {
		await keepSnapshot(write, at(minute), (await readSnapshots(read, parse)) ?? { usable: [], unusable: 0 });
	}
	expect(records.listed()).toHaveLength(MOST_SNAPSHOTS);
});

test.each([[undefined], [null], [{}]])('without the permission the platform answers %j, which does not say that nothing is kept', async (answer) => {
	expect(await readSnapshots({ readByAssociation: async () => answer } as unknown as IPersistenceRead, parse)).toBeNull();
});
