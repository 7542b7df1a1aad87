import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { readSettings } from '../../src/workspace/read-settings';
import type { SettingSource } from '../../src/workspace/read-settings';
import { QUEUE_LIMIT } from '../../src/workspace/timeout';

const record = (value: unknown, packageValue: unknown = null): ISetting => ({ value, packageValue }) as ISetting;

test('reads every setting of the catalogue once, all together', async () => {
	const asked: string[] = [];
	let open = 0;
	let most = 0;
	const source: SettingSource = {
		getOneById: async (id) => {
			asked.push(id);
			most = Math.max(most, (open += 1));
			await new Promise((resolve) => setImmediate(resolve));
			open -= 1;
			return record('');
		},
	};
	await readSettings(source);
	expect(asked).toEqual([...SETTING_IDS]);
	expect(most).toBe(SETTING_IDS.length);
});

test('each answer becomes a signal, and a failure costs only itself', async () => {
	const answers: Record<string, () => Promise<ISetting | undefined>> = {
		Site_Url: async () => record('https://chat.example.org', 'x'),
		Language: async () => record(null, 'de'),
		Push_enable: async () => record(true, true),
		Register_Server: async () => Promise.reject(new Error('not readable')),
		Push_gateway: async () => undefined,
		Enterprise_License: () => new Promise(() => undefined),
		E2E_Enable: async () => record('yes'),
		Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: async () => record(Number.NaN),
	};
	const source: SettingSource = { getOneById: (id) => answers[id]?.() ?? Promise.resolve(record(false, false)) };
	const { settings: signals, isCutShort } = await readSettings(source, 20);
	expect(isCutShort).toBe(false);
	expect(signals.Site_Url).toEqual({ readable: true, value: 'https://chat.example.org', isDefault: false });
	expect(signals.Language).toEqual({ readable: true, value: 'de', isDefault: true });
	expect(signals.Push_enable).toEqual({ readable: true, value: true, isDefault: true });
	expect(signals.Register_Server).toEqual({ readable: false, reason: 'refused' });
	expect(signals.Push_gateway).toEqual({ readable: false, reason: 'no-answer' });
	expect(signals.Enterprise_License).toEqual({ readable: false, reason: 'timed-out' });
	expect(signals.E2E_Enable).toEqual({ readable: false, reason: 'wrong-type' });
	expect(signals.Cloud_Workspace_AirGapped_Restrictions_Remaining_Days).toEqual({ readable: false, reason: 'wrong-type' });
});

describe('a queue', () => {
	const pass = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);
	const wait = async (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
	/** Answers each id that many milliseconds after it was asked; null for never. */
	const answering = (delayOf: (at: number) => number | null): SettingSource => ({
		getOneById: async (id) => {
			const delay = delayOf(SETTING_IDS.indexOf(id as (typeof SETTING_IDS)[number]));
			await (delay === null ? new Promise(() => undefined) : wait(delay));
			return record('');
		},
	});
	const lateIn = ({ settings }: Awaited<ReturnType<typeof readSettings>>): string[] => SETTING_IDS.filter((id) => { const signal = settings[id]; return !signal.readable && signal.reason === 'timed-out'; });

	beforeEach(() => {
		jest.useFakeTimers({ now: 0 });
	});

	afterEach(() => {
		jest.useRealTimers();
	});

	test('in front of the reading makes nothing late', async () => {
		const reading = readSettings(answering(() => 5001), 2000, async () => wait(5000));
		await pass(5001);
		const read = await reading;
		expect([lateIn(read), read.isCutShort]).toEqual([[], false]);
	});

	test('in which the answers come slowly one after the other makes nothing late', async () => {
		const reading = readSettings(answering((at) => at * 20));
		await pass(20 * SETTING_IDS.length);
		const read = await reading;
		expect([lateIn(read), read.isCutShort]).toEqual([[], false]);
	});

	test('is no excuse for a setting that hangs: the rest was answered, and it counts as late two seconds after', async () => {
		const reading = readSettings(answering((at) => (at === 3 ? null : 50)), 2000, async () => wait(51));
		let isOver = false;
		void reading.then(() => (isOver = true));
		await pass(2000);
		expect(isOver).toBe(false);
		await pass(110);
		const read = await reading;
		expect([lateIn(read), read.isCutShort]).toEqual([[SETTING_IDS[3]], false]);
	});

	test('is told from a server that answers nothing, which is late after two seconds', async () => {
		const reading = readSettings(answering(() => null), 2000);
		await pass(2001);
		const read = await reading;
		expect([lateIn(read).length, read.isCutShort]).toEqual([SETTING_IDS.length, false]);
	});

	test('that does not end is waited for six seconds, and then what is late is known to be cut short', async () => {
		const reading = readSettings(answering((at) => at * 40), 2000);
		await pass(QUEUE_LIMIT);
		const read = await reading;
		expect(lateIn(read).length).toBe(SETTING_IDS.length - QUEUE_LIMIT / 40 - 1);
		expect(read.isCutShort).toBe(true);
	});

	test('of answers that have arrived while this process was busy is emptied before anything is late', async () => {
		let arrive = (): void => {};
		const arrived = new Promise<void>((resolve) => {
			arrive = resolve;
		});
		const source: SettingSource = { getOneById: async () => arrived.then(() => record('')) };
		let asked = 0;
		// The timer comes first, then what waited in the pipe: the answers, and behind them that of the question which empties it.
		const reading = readSettings(source, 2000, async () => {
			asked += 1;
			if (asked === 2) {
				arrive();
				await wait(1);
			}
		});
		await pass(2001);
		expect(lateIn(await reading)).toEqual([]);
		expect(asked).toBe(2);
	});
});
