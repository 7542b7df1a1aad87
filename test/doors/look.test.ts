import { lookFor } from '../../src/doors/asking/look';
import { readAppSettings } from '../../src/workspace/read-app-settings';
import { READ_LIMIT } from '../../src/workspace/timeout';
import { Server, user } from './look-server';

test('a look is kept where something differs, and told by the next', async () => {
	const server = new Server();
	expect((await server.look()).posture.memory).toEqual({ isReadable: true, unusable: 0, difference: null });
	await server.look();
	expect(server.records.listed()).toHaveLength(1);
	server.now += 86_400_000;
	server.settings['API_Embed'] = false;
	const { memory } = (await server.look()).posture;
	expect(memory?.difference?.flows.map(({ id, kind }) => [id, kind])).toEqual([['link-previews', 'gone']]);
	server.now += 86_400_000;
	expect((await server.look()).posture.memory?.difference).toMatchObject({ to: '2026-03-02T12:00:00.000Z' });
	expect(server.records.listed()).toHaveLength(2);
});

test('two servers that keep the same look at once do not hide what changed before', async () => {
	const server = new Server();
	await server.look();
	server.now += 60_000;
	server.settings['API_Embed'] = false;
	await Promise.all([server.look(), server.look()]);
	expect(server.records.listed()).toHaveLength(3);
	expect((await server.look()).posture.memory?.difference?.flows.map(({ id }) => id)).toEqual(['link-previews']);
	expect(server.records.listed()).toHaveLength(3);
});

test.each<[string, () => Promise<unknown>]>([
	['throws', async () => Promise.reject(new Error('secret value'))],
	['answers nothing', async () => undefined],
])('persistence that %s costs only what it would tell, and nothing is kept', async (_how, readKept) => {
	const server = new Server();
	server.readKept = readKept;
	const { posture } = await server.look();
	expect(posture.memory).toEqual({ isReadable: false, unusable: 0, difference: null });
	expect(posture.flows.length).toBeGreaterThan(50);
	expect(server.records.listed()).toEqual([]);
	expect(server.errors.join()).not.toContain('secret');
});

test('persistence that hangs, or answers late, delays the answer no longer than a setting that does', async () => {
	jest.useFakeTimers({ advanceTimers: false });
	try {
		const server = new Server();
		server.readKept = async () => new Promise((resolve) => setTimeout(() => resolve([]), 60_000));
		const read = server.read();
		const asked = lookFor({ user, read }, server.app, await readAppSettings(read.getEnvironmentReader()));
		await jest.advanceTimersByTimeAsync(READ_LIMIT);
		const { memory, agreed } = (await Promise.race([asked, Promise.reject(new Error('There is no answer yet.'))])).posture;
		expect([memory?.isReadable, agreed.isRead]).toEqual([false, false]);
	} finally {
		jest.useRealTimers();
	}
});

test('a look that cannot be kept is answered all the same, and the log names no value', async () => {
	const server = new Server();
	server.create = async () => Promise.reject(new Error('secret value'));
	expect((await server.look()).posture.memory?.isReadable).toBe(true);
	expect(server.errors).toEqual([expect.stringMatching(/^keeping the look failed: Error/)]);
});

test('a broken record and one of a newer version are counted and stay', async () => {
	const server = new Server();
	server.records.create('app', { v: 2 }, [{ model: 'misc', id: 'snapshots' }]);
	await server.look();
	expect((await server.look()).posture.memory).toEqual({ isReadable: true, unusable: 1, difference: null });
	expect(server.records.listed()).toHaveLength(2);
});
