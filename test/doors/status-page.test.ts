import type { IRead, ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';

import type { AppFacts } from '../../src/doors/asking/request';
import { StatusPage } from '../../src/doors/settings-page/status-page';
import { STATUS_LINES } from '../../src/settings/status-lines';
import type { StatusLine, StatusLines } from '../../src/settings/status-lines';
import { Readings } from '../../src/doors/asking/readings';
import { definitionsFor } from '../../tools/host/server/definitions';

/** The database that the instances of a cluster share, and how often it was written. */
class Database {
	readonly lines: Partial<Record<StatusLine, string>> = {};

	readonly writes: StatusLine[] = [];
}

/** One instance of a cluster: what it stores is replayed on the others, as the server does unless the value is equal there. */
class Instance {
	readonly page: StatusPage;

	readonly others: Instance[] = [];

	/** How often the workspace was read. */
	readings = 0;

	private readonly known = new Map<string, string>();

	readonly app = { id: 'app', version: '1.0.0', readings: new Readings(), logger: { error: (line: string) => this.errors.push(line) }, now: () => new Date(Date.now()) } as unknown as AppFacts;

	readonly errors: string[] = [];

	/** @param delay milliseconds until the other instances have what was stored */
	constructor(
		private readonly database: Database,
		private readonly siteUrl: string,
		private readonly delay: number,
	) {
		const updater = { updateValue: async (id: StatusLine, value: string) => this.store(id, value) } as unknown as ISettingUpdater;
		this.page = new StatusPage(() => updater);
	}

	/** What the engine does for a save, of the app's or of somebody's at the settings page. */
	async store(id: StatusLine, value: string): Promise<void> {
		this.database.lines[id] = value;
		this.database.writes.push(id);
		this.known.set(id, value);
		this.page.wasStored({ id, value }, this.read(), this.app);
		for (const other of this.others) {
			setTimeout(() => other.replayed(id, value), this.delay);
		}
	}

	knows(id: string, value: string): void {
		this.known.set(id, value);
	}

	/** Something that an admin states. */
	states(id: string, value: string): void {
		this.knows(id, value);
		this.page.wasStored({ id, value }, this.read(), this.app);
	}

	async refresh(): Promise<void> {
		await this.page.refresh(this.read(), this.app);
	}

	private replayed(id: StatusLine, value: string): void {
		if (this.known.get(id) !== value) {
			this.known.set(id, value);
			this.page.wasStored({ id, value }, this.read(), this.app);
		}
	}

	read(): IRead {
		const settings = definitionsFor('7.7.1');
		const getOneById = async (id: string): Promise<unknown> => {
			this.readings += id === 'Site_Url' ? 1 : 0;
			const definition = settings.get(id);
			const value = id === 'Site_Url' ? this.siteUrl : definition?.default;
			return definition === undefined ? Promise.reject(new Error('None.')) : { value, packageValue: definition.default };
		};
		const environment = {
			getServerSettings: () => ({ getOneById }),
			getSettings: () => ({ getValueById: async (id: string) => this.known.get(id) }),
			getEnvironmentVariables: () => ({ getValueByName: async () => undefined }),
		};
		return { getEnvironmentReader: () => environment, getRoleReader: () => ({ getOneByIdOrName: async () => undefined }), getPersistenceReader: () => ({ readByAssociation: async () => [] }) } as unknown as IRead;
	}
}

function cluster(database: Database, sites: readonly string[], delay = 20): Instance[] {
	const instances = sites.map((site) => new Instance(database, site, delay));
	for (const instance of instances) {
		instance.others.push(...instances.filter((other) => other !== instance));
	}
	return instances;
}

const alone = (database: Database, site = OWN): Instance => new Instance(database, site, 0);

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

test('two instances that see the same agree after one writing, and then write what is new: the time', async () => {
	const database = new Database();
	const [one, other] = cluster(database, [OWN, OWN]);
	await one?.refresh();
	await pass(10_000);
	expect(database.writes).toEqual(STATUS_LINES);
	await pass(61_000);
	await other?.refresh();
	await pass(10_000);
	expect(database.writes.slice(STATUS_LINES.length)).toEqual(['status_time']);
	expect(database.lines.status_time).toContain('12:01');
});

test.each([1, 20, 400, 2000])('two instances that disagree do not overwrite each other for ever, where it takes %i ms from one to the other', async (delay) => {
	const database = new Database();
	const instances = cluster(database, [OWN, 'https://acme.rocket.chat'], delay);
	await instances[0]?.refresh();
	await pass(60_000);
	const first = database.writes.length;
	expect(Math.max(...STATUS_LINES.map((id) => database.writes.filter((written) => written === id).length))).toBeLessThanOrEqual(3);
	await pass(600_000);
	expect(database.writes).toHaveLength(first);
	expect(instances.flatMap(({ errors }) => errors)).toEqual([]);
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
	await only.refresh();
	const truth = { ...database.lines };
	for (const _ of ['once', 'again']) {
		await only.store(id, value);
		await pass(1000);
		expect({ ...database.lines, status_time: '' }).toEqual({ ...truth, status_time: '' });
		expect(database.lines.status_time).toContain('12:00');
		await pass(6000);
	}
	expect(only.errors).toEqual([]);
});

test('a page that was left open posts all its old lines: every one is put right, with one reading', async () => {
	const database = new Database();
	const before = alone(database, 'https://acme.rocket.chat');
	await before.refresh();
	const old = { ...database.lines } as StatusLines;
	const after = alone(database);
	await after.refresh();
	const truth = { ...database.lines };
	expect(truth['status_summary']).not.toBe(old['status_summary']);
	await pass(120_000);
	const { readings } = after;
	for (const id of STATUS_LINES) {
		await after.store(id, old[id]);
		await pass(10);
	}
	after.states('hosting_provider', 'Example Hosting');
	after.states('hosting_location', 'Lisbon');
	await pass(10_000);
	expect(after.readings - readings).toBe(1);
	expect({ ...database.lines, status_time: '' }).toEqual({ ...truth, status_time: '' });
	expect(database.lines.status_time).toContain('12:02');
});

test('a save that takes long is read again at its end', async () => {
	const only = alone(new Database());
	await only.refresh();
	const { readings } = only;
	for (const at of [1, 2, 3, 4, 5]) {
		only.states('hosting_provider', `Hosting ${at}`);
		await pass(200);
	}
	only.states('declared_deployment', 'cloud');
	await pass(10_000);
	expect(only.readings - readings).toBeLessThanOrEqual(4);
});

test('a declaration is shown after it was saved, in the lines that it changes and no other', async () => {
	const database = new Database();
	const only = alone(database);
	await only.refresh();
	await pass(61_000);
	const { length } = database.writes;
	only.states('declared_deployment', 'self-managed');
	await pass(1000);
	expect(database.lines['status_summary']).toBe('self-managed_declared_certain');
	expect(database.writes.slice(length).sort()).toEqual(['status_air-gapped', 'status_summary', 'status_time']);
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

test('two of its writings that overlap are both known as its own, and nothing is written for them again', async () => {
	const [before, after] = [alone(new Database(), OWN), alone(new Database(), 'https://acme.rocket.chat')];
	const told: { id: StatusLine; value: string }[] = [];
	// The engine tells of what it stores later, and does not wait for it.
	const page: StatusPage = new StatusPage(() => ({
		updateValue: async (id: StatusLine, value: string) => {
			told.push({ id, value });
			after.knows(id, value);
			setTimeout(() => page.wasStored({ id, value }, after.read(), after.app), 5);
		},
	}) as unknown as ISettingUpdater);
	const writings = Promise.all([page.refresh(before.read(), before.app), page.refresh(after.read(), after.app)]);
	await pass(10_000);
	await writings;
	expect(told).toHaveLength(2 * STATUS_LINES.length);
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
