import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';

import { keepSnapshot, MOST_RECENT, MOST_SNAPSHOTS, readSnapshots } from '../../src/store/snapshots';
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
		await keepSnapshot(read, write, parse, at(minute));
	}
	expect(records.listed()).toHaveLength(MOST_SNAPSHOTS);
	const { usable } = (await readSnapshots(read, parse, true)) ?? { usable: [] };
	expect(usable.map(({ at: made }) => made)).toEqual(Array.from({ length: MOST_SNAPSHOTS }, (_, back) => at(999 - back).at));
	expect((await readSnapshots(read, parse, false))?.usable).toEqual(usable.slice(0, MOST_RECENT));
});

test('a server that ended in the middle of keeping one loses none, and the next one goes on', async () => {
	for (let steps = 0; steps < 12; steps++) {
		const { records, read, write } = database();
		for (let minute = 0; minute < 60; minute++) {
			await keepSnapshot(read, write, parse, at(minute));
		}
		let left = steps;
		const ending = Object.fromEntries(Object.entries(write).map(([name, call]) => [name, async (...args: never[]) => (left-- > 0 ? (call as (...given: never[]) => Promise<unknown>)(...args) : Promise.reject(new Error('The server has ended.')))])) as unknown as IPersistence;
		await keepSnapshot(read, ending, parse, at(60)).catch(() => undefined);
		const newest = steps === 0 ? 59 : 60;
		expect((await readSnapshots(read, parse, true))?.usable.slice(0, MOST_SNAPSHOTS)).toEqual(Array.from({ length: MOST_SNAPSHOTS }, (_, back) => at(newest - back)));
		await keepSnapshot(read, write, parse, at(61));
		expect((await readSnapshots(read, parse, true))?.usable).toHaveLength(MOST_SNAPSHOTS);
		expect(records.listed().length).toBeLessThanOrEqual(MOST_SNAPSHOTS);
	}
});

test('what is broken, or of a newer version, is counted, stays, and is not used', async () => {
	const { records, read, write } = database();
	await keepSnapshot(read, write, parse, at(1));
	await write.createWithAssociations({ v: 2 }, records.listed()[0]?.associations.slice(0, 1) as never);
	for (const isWhole of [false, true]) {
		expect(await readSnapshots(read, parse, isWhole)).toEqual({ usable: [at(1)], unusable: 1 });
	}
	for (let minute = 2; minute < 100; minute++) {
		await keepSnapshot(read, write, parse, at(minute));
	}
	expect(records.listed().filter(({ data }) => 'v' in data)).toHaveLength(1);
});

test('two servers that kept one at the same moment leave two, and go on with fifty', async () => {
	const { records, read, write } = database();
	await Promise.all([keepSnapshot(read, write, parse, at(1)), keepSnapshot(read, write, parse, at(1))]);
	expect((await readSnapshots(read, parse, false))?.usable).toEqual([at(1), at(1)]);
	for (let minute = 2; minute < 100; minute++) {
		await keepSnapshot(read, write, parse, at(minute));
	}
	expect(records.listed()).toHaveLength(MOST_SNAPSHOTS);
});

test.each([[undefined], [null], [{}]])('without the permission the platform answers %j, which does not say that nothing is kept', async (answer) => {
	expect(await readSnapshots({ readByAssociation: async () => answer } as unknown as IPersistenceRead, parse, false)).toBeNull();
});
