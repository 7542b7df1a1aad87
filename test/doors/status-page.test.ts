import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';

import type { AppFacts } from '../../src/doors/asking/request';
import { StatusPage } from '../../src/doors/settings-page/status-page';
import { STATUS_LINES } from '../../src/settings/status-lines';
import type { StatusLine, StatusLines } from '../../src/settings/status-lines';
import { Readings } from '../../src/doors/asking/readings';
import { definitionsFor } from '../../tools/host/server/definitions';

/** The database that the instances of a cluster share, and what was written to it: the copies that instances make of what others sent are writings too. */
class Database {
	readonly values: Record<string, unknown> = {};

	readonly writes: string[] = [];

	get lines(): StatusLines {
		return this.values as StatusLines;
	}

	/** How often that line was written which was written most. */
	most(from = 0): number {
		return Math.max(0, ...STATUS_LINES.map((id) => this.writes.slice(from).filter((written) => written === id).length));
	}
}

interface Sent {
	readonly id: string;
	readonly value: unknown;
	readonly updatedAt?: Date | string;
}

interface Surroundings {
	/** Milliseconds until the other instances have what was stored. */
	readonly delay?: number;
	/** Which server setting cannot be read here. */
	readonly unreadable?: string;
	/** The deployment that the environment names here. */
	readonly declared?: string;
	/** Whether moments arrive as texts: a workspace may set another means of sending than EJSON. */
	readonly isText?: boolean;
	/** Milliseconds by which its clock is fast. */
	readonly skew?: number;
}

/** One instance of a cluster: what it stores is sent to the others, which store it unless the value is equal there, as the server does (apps-engine/service.ts). */
class Instance {
	readonly page: StatusPage;

	readonly others: Instance[] = [];

	/** How often the workspace was read. */
	readings = 0;

	/** How often what follows a save was done. */
	scheduled = 0;

	private readonly defined = this.now();

	private readonly known = new Map<string, { value: unknown; updatedAt: Date }>();

	readonly app = { id: 'app', version: '1.0.0', readings: new Readings(), logger: { error: (line: string) => this.errors.push(line) }, now: () => new Date(Date.now()) } as unknown as AppFacts;

	readonly errors: string[] = [];

	constructor(
		private readonly database: Database,
		private readonly siteUrl: string,
		private readonly around: Surroundings = {},
	) {
		const updater = {
			// The engine does not wait for what it stores (SettingUpdater, 1.62.0).
			updateValue: async (id: string, value: string) => void this.store({ id, value, updatedAt: this.now() }),
		} as unknown as ISettingUpdater;
		this.page = new StatusPage(() => updater);
	}

	/** Somebody posts it: JSON, with the moment that the form was given. */
	async post(id: string, value: unknown): Promise<void> {
		await this.store({ id, value, updatedAt: this.before(id).updatedAt.toISOString() });
	}

	/** The engine's `updateAppSetting`. */
	private async store(newSetting: Sent): Promise<void> {
		const { id, value } = newSetting;
		const oldSetting = { id, ...this.before(id) };
		await this.page.arrives({ oldSetting, newSetting } as unknown as Parameters<StatusPage['arrives']>[0]);
		await wait(1);
		const updatedAt = this.now();
		this.known.set(id, { value, updatedAt });
		this.database.values[id] = value;
		this.database.writes.push(id);
		for (const other of this.others) {
			setTimeout(() => other.replayed({ id, value, updatedAt: this.around.isText === true ? updatedAt.toISOString() : updatedAt }), this.around.delay ?? 20);
		}
		await wait(1);
		this.page.wasStored({ id, value }, this.read(), this.app, async () => {
			this.scheduled++;
		});
	}

	/** What is defined counts as stored then. */
	private before(id: string): { value: unknown; updatedAt: Date } {
		return this.known.get(id) ?? { value: '', updatedAt: this.defined };
	}

	async refresh(): Promise<void> {
		await this.page.refresh(this.read(), this.app);
	}

	private now(): Date {
		return new Date(Date.now() + (this.around.skew ?? 0));
	}

	private replayed(setting: Sent): void {
		if (JSON.stringify(this.known.get(setting.id)?.value) !== JSON.stringify(setting.value)) {
			void this.store(setting);
		}
	}

	read(): IRead {
		const settings = definitionsFor('7.7.1');
		const getOneById = async (id: string): Promise<unknown> => {
			this.readings += id === 'Site_Url' ? 1 : 0;
			const definition = settings.get(id);
			const value = id === 'Site_Url' ? this.siteUrl : definition?.default;
			return definition === undefined || id === this.around.unreadable ? Promise.reject(new Error('None.')) : { value, packageValue: definition.default };
		};
		const environment = {
			getServerSettings: () => ({ getOneById }),
			getSettings: () => ({ getValueById: async (id: string) => this.known.get(id)?.value }),
			getEnvironmentVariables: () => ({ getValueByName: async (name: string) => (name.endsWith('_DEPLOYMENT') ? this.around.declared : undefined) }),
		};
		return { getEnvironmentReader: () => environment, getRoleReader: () => ({ getOneByIdOrName: async () => undefined }), getPersistenceReader: () => ({ readByAssociation: async () => [] }) } as unknown as IRead;
	}
}

const wait = async (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function cluster(database: Database, around: readonly Surroundings[], sites: readonly string[] = []): [Instance, ...Instance[]] {
	const instances = around.map((each, at) => new Instance(database, sites[at] ?? OWN, each));
	for (const instance of instances) {
		instance.others.push(...instances.filter((other) => other !== instance));
	}
	return instances as [Instance, ...Instance[]];
}

const alone = (database: Database, site = OWN): Instance => new Instance(database, site);

/** All have written what is true for the first of them. */
async function started(instances: readonly Instance[]): Promise<void> {
	await pass(0);
	void instances[0]?.refresh();
	await pass(20_000);
}

/** Lets time pass, and all that happens in it. */
const pass = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

const OWN = 'https://chat.example.org';
const NOON = Date.UTC(2026, 10, 28, 12);

beforeEach(() => {
	jest.useFakeTimers({ now: NOON });
});

afterEach(() => {
	jest.useRealTimers();
});

const DELAYS = [1, 20, 200];
const DISAGREEING: readonly [string, readonly Surroundings[], readonly string[]][] = [
	['all see the same', [{}, {}, {}], []],
	['all see something else', [{}, {}, {}], [OWN, 'https://acme.rocket.chat', 'https://open.rocket.chat']],
	['the environment differs', [{}, { declared: 'air-gapped' }, { declared: 'cloud' }], []],
	['one cannot read a setting', [{}, { unreadable: 'Push_enable' }, {}], []],
	['clocks differ', [{}, { skew: 90_000, declared: 'cloud' }, { skew: -90_000 }], []],
	['moments arrive as texts', [{ isText: true }, { isText: true, declared: 'cloud' }, { isText: true }], []],
];

describe.each(DISAGREEING)('in a cluster of three where %s', (_, around, sites) => {
	test.each(DELAYS)('a save ends by itself, each line written three times at most, with %i ms from one to another', async (delay) => {
		const database = new Database();
		const instances = cluster(database, around.map((each) => ({ ...each, delay })), sites);
		await started(instances);
		for (const [at, instance] of instances.entries()) {
			// The instance that was posted to, of all, shows what it sees; what was posted stays, whether it can be used or not.
			for (const [id, value] of [['contact_email', `no address ${at}`], ['hosting_location', `Lisbon ${at}`]] as const) {
				const { length } = database.writes;
				void instance.post(id, value);
				await pass(20_000);
				expect(database.most(length)).toBeLessThanOrEqual(3);
				expect(database.writes.slice(length).filter((written) => written === id)).toHaveLength(3);
				expect(database.values[id]).toBe(value);
				const after = database.writes.length;
				await pass(600_000);
				expect(database.writes).toHaveLength(after);
			}
			expect(database.lines.status_objections).toContain('contact_email');
		}
		expect(instances.map(({ scheduled }) => scheduled)).toEqual([2, 2, 2]);
		expect(instances.flatMap(({ errors }) => errors)).toEqual([]);
	});
});

test.each(DISAGREEING)('in a cluster of three where %s, writings that begin on all of them at once end by themselves', async (_, around, sites) => {
	const database = new Database();
	const instances = cluster(database, around, sites);
	for (const instance of instances) {
		void instance.refresh();
	}
	await pass(300_000);
	const { length } = database.writes;
	await pass(600_000);
	expect(database.writes).toHaveLength(length);
});

test('what says the same is not written again; its time, which is no reason alone, is that of the last writing', async () => {
	const database = new Database();
	const [one, other] = cluster(database, [{}, {}]);
	void one.refresh();
	await pass(10_000);
	expect([...new Set(database.writes)]).toEqual(STATUS_LINES);
	const { length } = database.writes;
	expect(length).toBe(2 * STATUS_LINES.length);
	await pass(61_000);
	void other?.refresh();
	void one.refresh();
	await pass(10_000);
	expect(database.writes).toHaveLength(length);
	expect(database.lines.status_time).toContain('12:00');
});

test('of writings in one process that are asked for at once, the second finds what the first has written', async () => {
	const database = new Database();
	const only = alone(database);
	for (let times = 0; times < 50; times++) {
		void only.refresh();
	}
	await pass(20_000);
	expect(database.writes).toEqual(STATUS_LINES);
});

test.each<[StatusLine, string]>([
	['status_summary', 'cloud_declared_certain'],
	['status_user-content', 'no_no_no'],
	['status_first', 'Nothing to do.'],
	['status_time', 'yesterday'],
	['status_objections', ''],
	['status_row', 'no such option'],
])('what somebody picked or typed in %s is put right, also when they do it again', async (id, value) => {
	const database = new Database();
	const only = alone(database);
	void only.refresh();
	await pass(1000);
	const truth = { ...database.lines };
	for (const _ of ['once', 'again']) {
		void only.post(id, value);
		await pass(1000);
		expect({ ...database.lines, status_time: '' }).toEqual({ ...truth, status_time: '' });
		expect(database.lines.status_time).toContain('12:00');
		await pass(6000);
	}
	expect(only.errors).toEqual([]);
});

test('a line that somebody picked is put right although the lines were compared just before it was stored', async () => {
	const database = new Database();
	const only = alone(database);
	void only.refresh();
	await pass(1000);
	const truth = { ...database.lines };
	void only.post('status_first', 'Nothing to do.');
	void only.refresh();
	await pass(2000);
	expect(database.lines).toEqual(truth);
	expect(only.errors).toEqual([]);
});

test('a page that was left open posts all its old lines: every one is put right, with one reading', async () => {
	const database = new Database();
	const before = alone(database, 'https://acme.rocket.chat');
	void before.refresh();
	await pass(1000);
	const old = { ...database.lines } as StatusLines;
	const after = alone(database);
	void after.refresh();
	await pass(1000);
	const truth = { ...database.lines };
	expect(truth['status_summary']).not.toBe(old['status_summary']);
	await pass(120_000);
	const { readings } = after;
	for (const id of STATUS_LINES) {
		void after.post(id, old[id]);
		await pass(10);
	}
	void after.post('hosting_provider', 'Example Hosting');
	void after.post('hosting_location', 'Lisbon');
	await pass(10_000);
	expect(after.readings - readings).toBe(1);
	expect(database.lines).toEqual({ ...truth, status_time: expect.stringContaining('12:02') as unknown, hosting_provider: 'Example Hosting', hosting_location: 'Lisbon' });
});

test('a save that takes long is read again at its end', async () => {
	const only = alone(new Database());
	void only.refresh();
	await pass(1000);
	const { readings } = only;
	for (const at of [1, 2, 3, 4, 5]) {
		void only.post('hosting_provider', `Hosting ${at}`);
		await pass(200);
	}
	void only.post('declared_deployment', 'cloud');
	await pass(10_000);
	expect(only.readings - readings).toBeLessThanOrEqual(4);
});

test('a declaration is shown after it was saved, in the lines that it changes and no other', async () => {
	const database = new Database();
	const only = alone(database);
	void only.refresh();
	await pass(61_000);
	const { length } = database.writes;
	void only.post('declared_deployment', 'self-managed');
	await pass(1000);
	expect(database.lines['status_summary']).toBe('self-managed_declared_certain');
	expect(database.writes.slice(length).sort()).toEqual(['declared_deployment', 'status_air-gapped', 'status_summary', 'status_time']);
});

test('nothing is answered but at once, and nothing is written while nothing is stored', async () => {
	const database = new Database();
	const only = alone(database);
	expect(only.page.wasStored({ id: 'hosting_provider', value: 'Example' }, only.read(), only.app)).toBeUndefined();
	expect(database.writes).toEqual([]);
	await pass(10_000);
	const { length } = database.writes;
	await pass(3_600_000);
	expect(database.writes).toHaveLength(length);
});

test('a platform that never tells of what it stored is not waited for line by line', async () => {
	const told: StatusLine[] = [];
	const only = alone(new Database());
	const page = new StatusPage(() => ({ updateValue: async (id: StatusLine) => void told.push(id) }) as unknown as ISettingUpdater);
	const writing = page.refresh(only.read(), only.app);
	await pass(3100);
	await writing;
	expect(told).toEqual(STATUS_LINES);
});

test('a line that cannot be stored costs the status only, and the log says so', async () => {
	const only = alone(new Database());
	const page = new StatusPage(() => ({ updateValue: async () => Promise.reject(new Error('No setting found.')) }) as unknown as ISettingUpdater);
	await page.refresh(only.read(), only.app);
	expect(only.errors).toEqual([expect.stringContaining('the status')]);
});
