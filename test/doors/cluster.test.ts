import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { DEPLOYMENT_VARIABLE } from '../../src/catalogue/identity';
import { STATUS_LINES } from '../../src/settings/status-lines';
import { Records } from '../../tools/host/server/records';
import { readWorkspace, startCluster } from '../../tools/host';
import type { Cluster, Engine, InstanceOptions } from '../../tools/host';
import { buildPackage } from '../../tools/package/package';
import { until } from '../host/probe/asking';
import { lastTold, told, unhurried } from './installed';
import { callDoor, makeToken, tokenIn } from './scripts';

/**
 * Milliseconds from one instance to another: longer than the hooks take, so that each copies a value once. Where they are shorter, an
 * instance can hear of it from both others before it has stored it, and copies it twice: no app can refuse a value.
 */
const DELAY = 300;

/** So often a line may be written after a save: by the instance that was saved at, and as a copy by each other. */
const MOST = 3;

/** Milliseconds without a writing after which it has ended, and for how long nothing may follow. */
const [QUIET, SILENCE] = [1200, 2500];

/** The same for a value that the line had half a minute before: whoever remembers that it copied it waits until the others are calm, and then writes it once more. */
const MOST_AGAIN = MOST + 1;

type Values = Record<string, unknown>;

interface Three {
	readonly cluster: Cluster;
	readonly a: Engine;
	readonly b: Engine;
	readonly c: Engine;
}

/** One cluster of three for a block, with the app installed at the first. */
function installedInThree(instances: readonly [InstanceOptions, InstanceOptions, InstanceOptions]): () => Three {
	let running: Cluster | undefined;
	beforeAll(async () => {
		running = await startCluster(readWorkspace('self-managed-registered'), instances, { ...unhurried(), delay: DELAY });
		await running.instances[0]?.install(readFileSync(await buildPackage()));
		await quiet(running);
	});
	afterAll(() => running?.stop());
	return () => {
		const [a, b, c] = running?.instances ?? [];
		if (running === undefined || a === undefined || b === undefined || c === undefined) {
			throw new Error('The cluster of this block has not been started.');
		}
		return { cluster: running, a, b, c };
	};
}

/** Waits until nothing is under way, and nothing was written for a while. */
async function quiet(cluster: Cluster): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (let before = -1; before !== cluster.settingWrites().length; ) {
		expect(Date.now()).toBeLessThan(deadline);
		await cluster.settled();
		before = cluster.settingWrites().length;
		await wait(QUIET);
	}
}

const lineOf = (id: string | undefined): boolean => STATUS_LINES.some((line) => line === id);

/** What was written of each status line while something was done, and that all ended by itself with the same everywhere. */
async function during({ cluster, ...engines }: Three, work: () => Promise<unknown>): Promise<{ most: number; origins: number[]; lines: Values }> {
	const [written, sent] = [cluster.settingWrites().length, cluster.broadcasts().length];
	await work();
	await quiet(cluster);
	const writes = cluster.settingWrites().slice(written).filter(({ id }) => lineOf(id));
	const first = new Map(cluster.broadcasts().slice(sent).filter(({ setting }) => lineOf(setting)).reverse().map(({ setting, from }) => [setting, from]));
	const all = cluster.settingWrites().length;
	await wait(SILENCE);
	expect(cluster.settingWrites()).toHaveLength(all);
	const stored = await cluster.storedSettings();
	for (const engine of Object.values(engines)) {
		const shown = engine.appSettings();
		expect(Object.fromEntries(Object.keys(stored).map((id) => [id, shown[id]?.value]))).toEqual(stored);
	}
	const times = STATUS_LINES.map((id) => writes.filter((write) => write.id === id).length);
	return { most: Math.max(...times), origins: [...new Set(first.values())], lines: linesIn(stored) };
}

/** Without their time. */
function linesIn(stored: Values): Values {
	return Object.fromEntries(STATUS_LINES.filter((id) => id !== 'status_time').map((id) => [id, stored[id]]));
}

/** The answer of one instance to `/privacy-status` with these words behind it. */
async function say(engine: Engine, words: string): Promise<string> {
	await engine.command({ as: 'admin', text: `/privacy-status ${words}`.trim() });
	return lastTold(engine, 'admin').text;
}

const REJECTED = 'contact_email';
const UNREADABLE = 'Push_enable';
const SELF_MANAGED = 'self-managed_detected_likely';
const AIR_GAPPED = 'air-gapped_declared_contradicted';

const kept = (engine: Engine, association: string): unknown[] => engine.server.persistence().filter(({ associations }) => associations[0]?.id === association).map(({ data }) => data);
/** Of two servers that read the same at once, neither sees what the other then keeps. */
async function afterBothHaveRead(association: string, work: () => Promise<unknown>): Promise<void> {
	const original: unknown = Reflect.get(Records.prototype, 'byAssociations');
	let readers = 0;
	let go = (): void => {};
	const both = new Promise<void>((resolve) => {
		go = resolve;
	});
	const spy = jest.spyOn(Records.prototype, 'byAssociations').mockImplementation(function (this: Records, appId, associations) {
		const found = Reflect.apply(original as Records['byAssociations'], this, [appId, associations]);
		if (!JSON.stringify(associations).includes(`"${association}"`) || ++readers > 2) {
			return found;
		}
		if (readers === 2) {
			go();
		}
		return both.then(() => found) as unknown as object[];
	});
	try {
		await work();
	} finally {
		spy.mockRestore();
	}
}

/** When looks were made that are kept, and once more for each that is kept twice. */
const looks = (engine: Engine): unknown[] => [...kept(engine, 'snapshots'), ...kept(engine, 'snapshots-older')].map((look) => (look as { at: string }).at);
const jobs = (engine: Engine): string[] => engine.server.jobs().map(({ name }) => name.split('_')[0] ?? '');

describe('a cluster of three that has the same everywhere', () => {
	const three = installedInThree([{}, {}, {}]);

	test('has the app at each, one look for all, and lines that one of them wrote', async () => {
		const { a, b, c, cluster } = three();
		expect(await Promise.all([a, b, c].map(async (engine) => engine.status()))).toEqual(Array(3).fill('manually_enabled'));
		await until(() => looks(a).length === 1 && jobs(a).length === 0);
		expect(looks(a)).toHaveLength(1);
		expect((await cluster.storedSettings())['status_summary']).toBe(SELF_MANAGED);
		expect(new Set(cluster.broadcasts().filter(({ setting }) => lineOf(setting)).map(({ setting, from }) => `${String(setting)} ${from}`)).size).toBe(3 * STATUS_LINES.length);
	});

	test('settles after good values, which all have: the lines stay as they are', async () => {
		const all = three();
		const { most, origins } = await during(all, async () => all.b.saveAppSettings({ hosting_location: 'Lisbon', hosting_provider: 'Example' }));
		expect({ most, origins }).toEqual({ most: 0, origins: [] });
		expect(all.c.appSettings()).toMatchObject({ hosting_location: { value: 'Lisbon' }, hosting_provider: { value: 'Example' } });
	});

	test('settles after a value that cannot be used, which is told at each', async () => {
		const all = three();
		const { most, origins, lines } = await during(all, async () => all.a.saveAppSettings({ [REJECTED]: 'no address' }));
		expect({ most, origins }).toEqual({ most: MOST, origins: [0] });
		expect(lines['status_objections']).toContain(REJECTED);
		expect(all.c.appSettings()[REJECTED]?.value).toBe('no address');
		for (const engine of [all.a, all.b, all.c]) {
			expect(await say(engine, 'text')).toContain(`Not used, and counts as not stated: \`${REJECTED}\``);
		}
		await all.b.saveAppSettings({ [REJECTED]: 'privacy@example.org' });
		await quiet(all.cluster);
		expect((await all.cluster.storedSettings())['status_objections']).toBe('None.');
	});

	test('settles where one cannot read a setting: the lines say what that one sees which somebody saved at', async () => {
		const all = three();
		const before = linesIn(await all.cluster.storedSettings());
		all.c.server.setFault(UNREADABLE, 'throws');
		try {
			const there = await during(all, async () => all.c.saveAppSettings({ hosting_location: 'Faro' }));
			expect(there).toMatchObject({ most: MOST, origins: [2] });
			expect(there.lines).not.toEqual(before);
			const here = await during(all, async () => all.a.saveAppSettings({ hosting_location: 'Braga' }));
			expect(here).toMatchObject({ origins: [0], lines: before });
			expect(here.most).toBeLessThanOrEqual(MOST_AGAIN);
		} finally {
			all.c.server.setFault(UNREADABLE, null);
		}
	});

	test('settles where two save the form at the same moment', async () => {
		const all = three();
		const { lines } = await during(all, async () => Promise.all([all.a.saveAppSettings({ declared_deployment: 'self-managed' }), all.b.saveAppSettings({ [REJECTED]: 'nobody' })]));
		expect(all.c.appSettings()).toMatchObject({ declared_deployment: { value: 'self-managed' }, [REJECTED]: { value: 'nobody' } });
		expect(lines['status_summary']).toMatch(/^self-managed_/);
		await all.c.saveAppSettings({ declared_deployment: 'auto', [REJECTED]: '' });
		await quiet(all.cluster);
	});

	test('looks daily at one of them, keeps what differs once, and says it once', async () => {
		const { a, b, c, cluster } = three();
		await say(b, 'monitor on');
		await a.saveAppSettings({ monitoring: 'daily' });
		await quiet(cluster);
		expect(jobs(a).filter((name) => name === 'daily-look')).toHaveLength(1);
		await until(() => !jobs(a).includes('look'));
		await a.server.runJob('daily-look');
		const { length } = looks(a);
		const messages = (): number => a.server.messages('admin').filter(({ kind, text }) => kind === 'stored' && text.startsWith('Since ')).length;
		expect(messages()).toBe(0);
		const was = a.server.settings().find(({ id }) => id === 'AutoTranslate_Enabled')?.value;
		a.server.setSetting('AutoTranslate_Enabled', was !== true);
		for (const engine of [a, b, c]) {
			await engine.server.runJob('daily-look');
		}
		expect(looks(a)).toHaveLength(length + 1);
		expect(messages()).toBe(1);
		a.server.setSetting('AutoTranslate_Enabled', was);
		await c.saveAppSettings({ monitoring: 'off' });
		await quiet(cluster);
		expect(jobs(a)).not.toContain('daily-look');
	});

	test('has what was accepted at one of them at each, and ends it at any', async () => {
		const { a, b } = three();
		await say(a, 'accept push-gateway Agreed');
		expect(await say(b, 'accept list')).toContain('Push notifications by gateway');
		await say(b, 'accept end push-gateway');
		expect(await say(a, 'accept list')).not.toContain('Push notifications by gateway');
		await Promise.all([say(a, 'accept push-gateway Here'), say(b, 'accept push-gateway There')]);
		expect((await say(a, 'accept list')).match(/Push notifications by gateway/g)).toHaveLength(1);
		await say(b, 'accept end push-gateway');
		expect(kept(a, 'accepted')).toEqual([]);
	});

	test('lists two tokens of one name that two of them made at once, and one revoke ends both', async () => {
		const { a, b, c } = three();
		await afterBothHaveRead('script-tokens', async () => Promise.all([say(a, 'token create nightly'), say(b, 'token create nightly')]));
		const tokens = told(a, 'admin').map(({ text }) => text).filter((text) => text.startsWith('Token `nightly` created')).map(tokenIn);
		expect(tokens).toHaveLength(2);
		expect(await say(c, 'token list')).toContain('There are 2 tokens named `nightly`. `/privacy-status token revoke nightly` ends all of them.');
		for (const [at, token] of tokens.entries()) {
			expect((await callDoor([a, b][at] ?? c, token)).status).toBe(200);
			expect((await callDoor(c, token)).status).toBe(200);
		}
		expect(await say(c, 'token revoke nightly')).toContain('All of them are revoked');
		for (const token of tokens) {
			expect(await Promise.all([a, b, c].map(async (engine) => (await callDoor(engine, token)).status))).toEqual([404, 404, 404]);
		}
		expect(await say(a, 'token list')).not.toContain('tokens named');
	});

	test('shows tokens that are too many, made at two of them at once, until enough are ended', async () => {
		const { a, b, c } = three();
		const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
		const namesKept = (engine: Engine): string[] => kept(engine, 'script-tokens').map((token) => (token as { name: string }).name);
		for (const number of numbered(40)) {
			await makeToken(a, `before-${number}`);
		}
		expect(await say(c, 'token list')).not.toContain('are allowed');
		await Promise.all(numbered(20).flatMap((number) => [say(a, `token create one-${number}`), say(b, `token create other-${number}`)]));
		const made = kept(a, 'script-tokens').length;
		expect(made).toBeGreaterThanOrEqual(50);
		// Each of the two keeps to the limit in what it does itself.
		expect(made).toBeLessThanOrEqual(60);
		for (const name of namesKept(a).slice(0, made - 49)) {
			await say(c, `token revoke ${name}`);
		}
		await afterBothHaveRead('script-tokens', async () => Promise.all([say(a, 'token create one-more'), say(b, 'token create other-more')]));
		const names = namesKept(a);
		expect(names).toHaveLength(51);
		await a.command({ as: 'admin', text: '/privacy-status token list' });
		expect(told(a, 'admin').slice(-8).map(({ text }) => text).join('\n')).toContain(`There are ${names.length} tokens, and no more than 50 are allowed. End those that nobody needs.`);
		expect(await say(c, 'token create more')).toContain('there can be no more');
		for (const name of names.slice(0, names.length - 48)) {
			await say(c, `token revoke ${name}`);
		}
		expect(await say(b, 'token list')).not.toContain('are allowed');
		expect(await say(c, 'token create more')).toContain('Token `more` created');
	});

	test('answers nowhere once it is disabled at one of them, everywhere when it is enabled, and is gone everywhere when it is uninstalled', async () => {
		const { a, b, c } = three();
		const token = await makeToken(a, 'last');
		const answersNowhere = async (): Promise<void> => {
			for (const engine of [a, b, c]) {
				const before = told(engine, 'admin').length;
				await engine.command({ as: 'admin', text: '/privacy-status text' }).catch(() => undefined);
				await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' }).catch(() => undefined);
				expect(told(engine, 'admin')).toHaveLength(before);
				expect(engine.server.surfaces('admin')).toEqual([]);
				const answer = await engine.endpoint({ method: 'GET', path: 'report.json', headers: { authorization: `Bearer ${token}` } }).catch(() => ({ status: 404 }));
				expect(answer.status).not.toBe(200);
			}
		};
		await b.disable();
		await answersNowhere();
		await a.enable();
		for (const engine of [a, b, c]) {
			expect(await say(engine, 'text')).toContain('*Deployment:*');
			expect((await callDoor(engine, token)).status).toBe(200);
		}
		await c.uninstall();
		// An instance that is slow to disable it does not get to removing it, since the engine finds it gone (AppManager.disable, 1.62.0): there it stays, disabled.
		await answersNowhere();
		expect([c.appId, c.commands(), c.actionButtons()]).toEqual([null, [], []]);
		expect([a.server.persistence(), a.server.jobs(), await three().cluster.storedSettings()]).toEqual([[], [], {}]);
	});
});

describe('a cluster of three of which one has another environment', () => {
	const three = installedInThree([{}, { environment: { [DEPLOYMENT_VARIABLE]: 'air-gapped' } }, {}]);

	test('settles after each save with what is true where somebody saved, and after each answer', async () => {
		const all = three();
		const there = await during(all, async () => all.b.saveAppSettings({ hosting_location: 'Lisbon' }));
		expect(there.lines['status_summary']).toBe(AIR_GAPPED);
		const here = await during(all, async () => all.a.saveAppSettings({ [REJECTED]: 'no address' }));
		expect(here.lines['status_summary']).toBe(SELF_MANAGED);
		expect(here.lines['status_objections']).toContain(REJECTED);
		const answered = await during(all, async () => {
			const text = await say(all.b, 'text');
			expect(text).toContain('Declared as Air-gapped');
			expect(text).toContain(`Not used, and counts as not stated: \`${REJECTED}\``);
		});
		expect(answered.lines['status_summary']).toBe(AIR_GAPPED);
		expect(await say(all.c, 'text')).not.toContain('Declared as Air-gapped');
		// After the installation, the lines may say already what is true at the second.
		expect(there.origins.filter((from) => from !== 1)).toEqual([]);
		expect([here.origins, answered.origins]).toEqual([[0], [1]]);
		expect(there.most).toBeLessThanOrEqual(MOST);
		for (const { most } of [here, answered]) {
			expect(most).toBeLessThanOrEqual(MOST_AGAIN);
		}
	});
});
