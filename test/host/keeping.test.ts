import { ask, until } from './probe/asking';
import { probeZip } from './probe/zip';
import type { Engine } from '../../tools/host/index';
import { startEngine } from '../../tools/host/index';

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1' } });
	await engine.install(probeZip());
});

afterAll(() => engine.stop());

describe('persistence', () => {
	test('finds records that have all the given associations', async () => {
		await ask(engine, 'keep one a b');
		await ask(engine, 'keep two a');
		expect(await ask(engine, 'find a')).toMatchObject([{ value: 'one' }, { value: 'two' }]);
		expect(await ask(engine, 'find b a')).toMatchObject([{ value: 'one' }]);
		expect(await ask(engine, 'find a c')).toEqual([]);
		expect(await ask(engine, 'find')).toEqual([]);
	});

	test('replaces the data of the record with exactly these associations in this order, else makes a new one', async () => {
		await ask(engine, 'replace three b a');
		expect(await ask(engine, 'find a b')).toEqual([{ value: 'one', at: '1970-01-01T00:00:00.000Z' }, { value: 'three' }]);
		await ask(engine, 'replace four a b');
		expect(await ask(engine, 'find a b')).toEqual([{ value: 'four' }, { value: 'three' }]);
	});

	test('removes and gives back', async () => {
		expect(await ask(engine, 'drop a b')).toEqual([{ value: 'four' }, { value: 'three' }]);
		expect(await ask(engine, 'drop a b')).toBeNull();
		expect(await ask(engine, 'find a')).toMatchObject([{ value: 'two' }]);
	});

	test('takes only objects', async () => {
		expect(await ask(engine, 'keeptext')).toEqual({ error: 'Attempted to store an invalid data type, it must be an object.' });
	});

	test('hands out copies', () => {
		const [first] = engine.server.persistence();
		Object.assign(Object(first?.data), { value: 'changed outside' });
		expect(engine.server.persistence()[0]?.data).not.toMatchObject({ value: 'changed outside' });
	});
});

describe('the scheduler', () => {
	const worked = async (name: 'ticks' | 'works'): Promise<unknown[]> => (await ask(engine, `find ${name}`)) as unknown[];

	test('runs a recurring job when it is registered, once the app is enabled, with its data and the job’s id', async () => {
		await until(async () => (await worked('ticks')).length === 1);
		expect(await worked('ticks')).toEqual([{ what: 'tick', jobId: expect.stringMatching(/^[0-9a-f]{24}$/) as unknown }]);
		const logged = engine.server.logs();
		expect(logged.findIndex(({ method }) => method === 'scheduler:tick')).toBeGreaterThan(logged.findIndex(({ text }) => text.includes('"status":"manually_enabled"')));
		expect(engine.server.jobs()).toMatchObject([{ name: expect.stringMatching(/^tick_/) as unknown, recurring: true }]);
	});

	test('has a recurring job once per name, also after an update', async () => {
		await engine.update(probeZip({ version: '1.1.0' }));
		expect(engine.server.jobs()).toHaveLength(1);
		await until(async () => (await worked('ticks')).length === 2);
	});

	test('runs a one-time job when its time has come and forgets it', async () => {
		await ask(engine, 'later "1 second"');
		await until(async () => (await worked('works')).length === 1);
		await until(() => engine.server.jobs().length === 1);
	});

	test('waits with a job for its time, and cancels it', async () => {
		const before = await worked('works');
		const id = await ask(engine, 'later "1 day"');
		expect(engine.server.jobs()).toHaveLength(2);
		expect(await worked('works')).toEqual(before);
		await ask(engine, `forget ${String(id)}`);
		expect(engine.server.jobs()).toHaveLength(1);
	});

	test('says nothing of a time that it cannot read, except in the log', async () => {
		expect(await ask(engine, 'later whenever')).toBeNull();
		expect(engine.server.jobs()).toHaveLength(1);
		expect(engine.server.logs().some(({ method, text }) => method === 'scheduler' && text.includes('"whenever"'))).toBe(true);
	});

	test('does not run jobs of a disabled app', async () => {
		const ticks = (): number => engine.server.persistence().filter(({ associations }) => associations[0]?.id === 'ticks').length;
		const before = ticks();
		await engine.disable();
		await engine.server.runJob('tick');
		expect(ticks()).toBe(before);
		await engine.enable();
		await engine.server.runJob('tick');
		expect(ticks()).toBeGreaterThan(before);
		await expect(engine.server.runJob('nothing')).rejects.toThrow('No job "nothing" is scheduled. Scheduled: tick_');
	});
});
