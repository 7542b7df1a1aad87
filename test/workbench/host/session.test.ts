import type { Engine, Workspace } from '../../../tools/host/types';
import type { WorkspaceChoice } from '../../../tools/workbench/contract';
import { Session } from '../../../tools/workbench/host/session';
import { probeZip } from '../../host/probe/zip';

const [first, ...others] = ['first', 'second', 'third'].map((name) => ({ name, description: `The ${name}`, group: 'All' })) as [WorkspaceChoice, ...WorkspaceChoice[]];
const choices = [first, ...others];

/** Engines that only start and stop, and a record of both. */
function engines(broken: string[] = [], update: (zip: Buffer) => Promise<void> = async () => {}) {
	const record: string[] = [];
	const start = async ({ name }: { name: string }, _inPseudo: boolean, given?: Buffer) => {
		record.push(given === undefined ? `start ${name}` : `start ${name} with another package`);
		await new Promise((resolve) => setImmediate(resolve));
		if (broken.includes(name) && given === undefined) {
			throw new Error(`${name} is broken`);
		}
		const engine = {
			server: { onChange: () => () => {}, messages: () => [] },
			stop: async () => void record.push(`stop ${name}`),
			update: (zip: Buffer) => {
				record.push(`update ${name}`);
				return update(zip);
			},
		} as unknown as Engine;
		const workspace: Workspace = { description: name, server: { version: '7.7.1' } };
		return { engine, workspace, app: { app: { name: 'App', version: '1.0.0', author: 'Somebody' }, icon: null } };
	};
	return { record, start };
}

test('one workspace follows the other, never two at a time', async () => {
	const { record, start } = engines();
	const session = new Session(choices, first, start);
	await session.settled();
	await session.pick('second');
	await session.stop();
	expect(record).toEqual(['start first', 'stop first', 'start second', 'stop second']);
});

test('of several quick picks only the last is started', async () => {
	const { record, start } = engines();
	const session = new Session(choices, first, start);
	void session.pick('second');
	await session.pick('third');
	expect(record).toEqual(['start third']);
	expect(session.workspace.name).toBe('third');
});

test('whoever asks while a workspace starts waits for it', async () => {
	const { record, start } = engines();
	const session = new Session(choices, first, start);
	expect(session.phase).toBe('starting');
	expect(session.running).toBeNull();
	await session.act(async () => record.push('acted'));
	expect(record).toEqual(['start first', 'acted']);
	expect(session.phase).toBe('ready');
});

test('a workspace that does not start says why, and another one can be picked', async () => {
	const session = new Session(choices, first, engines(['first']).start);
	await session.settled();
	expect(session.phase).toBe('failed');
	await expect(session.act(async () => {})).rejects.toThrow('first is broken');
	await session.pick('second');
	expect(session.problem).toBeNull();
	expect(session.phase).toBe('ready');
});

test('only offered workspaces can be picked', () => {
	const session = new Session(choices, first, engines().start);
	expect(() => session.pick('/etc/passwd')).toThrow('There is no workspace named "/etc/passwd" to pick.');
});

test('an update goes into the running workspace, which is not started anew for it', async () => {
	const { record, start } = engines();
	const session = new Session(choices, first, start);
	await session.update(async () => probeZip({ version: '2.0.0' }));
	expect(record).toEqual(['start first', 'update first']);
	expect(session.phase).toBe('ready');
	expect(session.app?.app).toMatchObject({ name: 'Probe', version: '2.0.0' });
});

test('a package that cannot be made leaves everything as it is', async () => {
	const { record, start } = engines();
	const session = new Session(choices, first, start);
	await expect(session.update(() => Promise.reject(new Error('x.ts:1:1: ERROR')))).rejects.toThrow('x.ts:1:1: ERROR');
	expect(record).toEqual(['start first']);
	expect(session.phase).toBe('ready');
});

test('a package that cannot be installed gives its place back to the former one', async () => {
	const { record, start } = engines([], () => Promise.reject(new Error('It throws.')));
	const session = new Session(choices, first, start);
	await expect(session.update(async () => probeZip())).rejects.toThrow('It was built, but does not start: It throws.');
	expect(record).toEqual(['start first', 'update first', 'stop first', 'start first']);
	expect(session.phase).toBe('ready');
});

test('a workspace that did not start is started with the package that was mended', async () => {
	const { record, start } = engines(['first']);
	const session = new Session(choices, first, start);
	await session.settled();
	await session.update(async () => probeZip());
	expect(record).toEqual(['start first', 'start first with another package']);
	expect(session.phase).toBe('ready');
});
