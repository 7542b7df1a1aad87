import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';

import type { AppFacts } from '../../src/doors/asking/request';
import { StatusPage } from '../../src/doors/settings-page/status-page';
import { STATUS_SETTING } from '../../src/settings/app-settings';
import { definitionsFor } from '../../tools/host/server/definitions';

/** The database that the instances of a cluster share, and how often it was written. */
class Database {
	status = '';

	writes = 0;
}

/** One instance of a cluster: what it stores is replayed on the others, as the server does unless the value is equal there. */
class Instance {
	readonly page: StatusPage;

	readonly others: Instance[] = [];

	private readonly known = new Map<string, string>();

	readonly app = { id: 'app', version: '1.0.0', logger: { error: (line: string) => this.errors.push(line) }, now: () => new Date(this.clock.now) } as unknown as AppFacts;

	readonly errors: string[] = [];

	constructor(
		private readonly database: Database,
		private readonly clock: { now: number },
		private readonly siteUrl: string,
	) {
		const updater = { updateValue: async (_id: string, value: string) => this.store(value) } as unknown as ISettingUpdater;
		this.page = new StatusPage(() => updater);
	}

	async store(value: string): Promise<void> {
		this.database.status = value;
		this.database.writes += 1;
		this.known.set(STATUS_SETTING, value);
		await this.page.wasStored({ id: STATUS_SETTING, value }, this.read(), this.app);
		for (const other of this.others) {
			await other.replayed(value);
		}
	}

	async refresh(): Promise<void> {
		await this.page.refresh(this.read(), this.app);
	}

	private async replayed(value: string): Promise<void> {
		if (this.known.get(STATUS_SETTING) !== value) {
			this.known.set(STATUS_SETTING, value);
			await this.page.wasStored({ id: STATUS_SETTING, value }, this.read(), this.app);
		}
	}

	read(): IRead {
		const settings = definitionsFor('7.7.1');
		const getOneById = async (id: string): Promise<unknown> => {
			const definition = settings.get(id);
			const value = id === 'Site_Url' ? this.siteUrl : definition?.default;
			return definition === undefined ? Promise.reject(new Error('None.')) : { value, packageValue: definition.default };
		};
		const environment = {
			getServerSettings: () => ({ getOneById }),
			getSettings: () => ({ getValueById: async (id: string) => this.known.get(id) }),
			getEnvironmentVariables: () => ({ getValueByName: async () => undefined }),
		};
		return { getEnvironmentReader: () => environment, getRoleReader: () => ({ getOneByIdOrName: async () => undefined }) } as unknown as IRead;
	}
}

function cluster(database: Database, clock: { now: number }, ...sites: readonly string[]): Instance[] {
	const instances = sites.map((site) => new Instance(database, clock, site));
	for (const instance of instances) {
		instance.others.push(...instances.filter((other) => other !== instance));
	}
	return instances;
}

const NOON = Date.UTC(2026, 10, 28, 12);

test('two instances that see the same agree after one write, whatever the minute', async () => {
	const [database, clock] = [new Database(), { now: NOON }];
	const [one, other] = cluster(database, clock, 'https://chat.example.org', 'https://chat.example.org');
	await one?.refresh();
	expect(database.writes).toBe(1);
	clock.now += 61_000;
	await other?.refresh();
	expect(database.writes).toBe(2);
	expect(database.status).toContain('12:01');
});

test('two instances that disagree do not overwrite each other for ever', async () => {
	const [database, clock] = [new Database(), { now: NOON }];
	const instances = cluster(database, clock, 'https://chat.example.org', 'https://acme.rocket.chat');
	await instances[0]?.refresh();
	expect(database.writes).toBeLessThanOrEqual(3);
	expect(instances.flatMap(({ errors }) => errors)).toEqual([]);
});

test('what somebody typed over it is put right, also when they do it again', async () => {
	const [database, clock] = [new Database(), { now: NOON }];
	const [only] = cluster(database, clock, 'https://chat.example.org');
	await only?.refresh();
	const truth = database.status;
	for (const _ of ['once', 'again']) {
		await only?.store('all is well');
		expect(database.status).toBe(truth);
		clock.now += 6000;
	}
});

test('two of its writes that overlap are both known as its own, and nothing is written for them again', async () => {
	const [before, after] = cluster(new Database(), { now: 0 }, 'https://chat.example.org', 'https://acme.rocket.chat') as [Instance, Instance];
	const told: string[] = [];
	// The engine tells of what it stores later, and does not wait for it.
	const page = new StatusPage(() => ({ updateValue: async (_id: string, value: string) => void told.push(value) }) as unknown as ISettingUpdater);
	const writes = [page.refresh(before.read(), before.app), page.refresh(after.read(), after.app)];
	while (told.length < writes.length) {
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(new Set(told).size).toBe(2);
	for (const value of [...told]) {
		await page.wasStored({ id: STATUS_SETTING, value }, after.read(), after.app);
	}
	await Promise.all(writes);
	expect(told).toHaveLength(2);
});
