import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

import { ask, until } from './probe/asking';
import { probeZip } from './probe/zip';
import { runtime } from './runtime';
import type { Engine, EngineOptions, Workspace } from '../../tools/host/index';
import { startEngine } from '../../tools/host/index';

const WORKSPACE: Workspace = { description: 'a fresh server', server: { version: '7.7.1' } };

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

function temporaryFolders(owner: number): string[] {
	return fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith(`apps-engine-${owner}-`));
}

function pidOf(engine: Engine): number {
	const pid = engine.sandboxPid();
	if (pid === undefined) {
		throw new Error('There is no sandbox.');
	}
	return pid;
}

describe('the life of an engine', () => {
	const engines: Engine[] = [];
	const start = async (workspace: Workspace, options: EngineOptions = {}): Promise<Engine> => {
		const engine = await startEngine(workspace, { runtime, ...options });
		engines.push(engine);
		return engine;
	};

	afterEach(async () => {
		await Promise.all(engines.splice(0).map((engine) => engine.stop()));
	});

	test('starts and stops again and again in one process, and leaves no process and no file behind', async () => {
		const searchPath = process.env.PATH;
		const pids: number[] = [];
		for (const round of [1, 2, 3]) {
			const engine = await start(WORKSPACE);
			await engine.install(probeZip());
			pids.push(pidOf(engine));
			expect(isAlive(pidOf(engine))).toBe(true);
			expect(await ask(engine, `args ${round}`)).toEqual([String(round)]);
			await engine.stop();
			await engine.stop();
			expect(engine.sandboxPid()).toBeUndefined();
		}
		expect(new Set(pids).size).toBe(3);
		expect(pids.filter(isAlive)).toEqual([]);
		expect(temporaryFolders(process.pid)).toEqual([]);
		expect(process.env.PATH).toBe(searchPath);
		expect(process.env.NODE_ENV).toBe('test');
	});

	test('refuses a second engine while one runs', async () => {
		await start(WORKSPACE);
		await expect(startEngine(WORKSPACE)).rejects.toThrow('stop it first');
	});

	test('gets its sandbox back after somebody killed it, with what was saved', async () => {
		const engine = await start(WORKSPACE);
		await engine.install(probeZip());
		await engine.saveAppSettings({ greeting: 'Servus' });
		const first = pidOf(engine);
		process.kill(first, 'SIGKILL');
		await until(() => engine.sandboxPid() !== undefined && engine.sandboxPid() !== first);
		await until(() => engine.server.logs().some(({ text }) => text.includes('Successfully restarted app subprocess')));
		expect(await engine.status()).toBe('manually_enabled');
		expect(await ask(engine, 'own greeting')).toBe('Servus');
		const second = pidOf(engine);
		await engine.stop();
		expect([first, second].filter(isAlive)).toEqual([]);
	});

	test('rejects an app whose code breaks, with its message, and leaves no process behind', async () => {
		const engine = await start(WORKSPACE);
		await expect(engine.install(probeZip({ code: 'throw new Error("broken on purpose")' }))).rejects.toThrow('broken on purpose');
		expect(engine.sandboxPid()).toBeUndefined();
		expect(await engine.status()).toBe('not installed');
	});

	test('rejects an app that does not want to be enabled', async () => {
		const engine = await start(WORKSPACE);
		const code = `const { App } = require('@rocket.chat/apps-engine/definition/App'); exports.P = class extends App { async onEnable() { return false; } };`;
		await expect(engine.install(probeZip({ code }))).rejects.toThrow(/not enabled, its status is "disabled"/);
	});

	test('rejects an app for another engine', async () => {
		const engine = await start(WORKSPACE);
		await expect(engine.install(probeZip({ manifest: { requiredApiVersion: '^99.0.0' } }))).rejects.toThrow(/99/);
	});

	test('keeps what the app prints, and what the engine says about it, in its own log and off the console', async () => {
		const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
		try {
			const engine = await start({ ...WORKSPACE, permissionsRefused: ['upload.write'] });
			await engine.install(probeZip());
			await engine.command({ as: 'admin', text: '/probe console printed by the app' });
			await engine.command({ as: 'admin', text: '/probe upload a.txt text' });
			await until(() => engine.server.logs().some(({ severity, text }) => severity === 'console' && text.includes('printed by the app')));
			expect(engine.server.logs().some(({ severity, text }) => severity === 'engine' && text.includes('upload.write'))).toBe(true);
			expect(engine.server.logs().some(({ method, severity, text }) => method === 'slashcommand:probe:executor' && severity === 'info' && text === '["running","console"]')).toBe(true);
			console.error('said by the test');
			expect(printed.mock.calls).toEqual([['said by the test']]);
		} finally {
			printed.mockRestore();
		}
	});

	test('disables, enables, updates and uninstalls', async () => {
		const engine = await start({ ...WORKSPACE, app: { greeting: '  trimmed by the app  ' } });
		await engine.install(probeZip());
		expect(engine.appSettings().greeting?.value).toBe('trimmed by the app');

		await engine.disable();
		expect(await engine.status()).toBe('manually_disabled');
		await expect(engine.command({ as: 'admin', text: '/probe args' })).rejects.toThrow('App not enabled');
		await engine.enable();
		expect(await ask(engine, 'args back')).toEqual(['back']);

		await ask(engine, 'keep value a');
		await engine.update(probeZip({ version: '1.1.0' }));
		expect(await engine.status()).toBe('manually_enabled');
		expect(engine.appSettings().greeting?.value).toBe('trimmed by the app');
		expect(await ask(engine, 'find a')).toMatchObject([{ value: 'value' }]);

		const pid = pidOf(engine);
		await engine.uninstall();
		expect(isAlive(pid)).toBe(false);
		expect(await engine.status()).toBe('not installed');
		expect(engine.server.persistence()).toEqual([]);
		expect(engine.server.jobs()).toEqual([]);
		expect(engine.commands()).toEqual([]);
		expect(engine.actionButtons()).toEqual([]);
		await expect(engine.command({ as: 'admin', text: '/probe args' })).rejects.toThrow('No such command');
		await engine.install(probeZip());
		expect(engine.appSettings().greeting?.value).toBe('trimmed by the app');
	});

	test('stops also while an answer is outstanding, without waiting for the engine to give up', async () => {
		// It would be an hour: should stopping wait for that, the test itself runs out of time.
		const engine = await start({ ...WORKSPACE, faults: { Site_Url: 'hangs' } }, { timeout: 3_600_000 });
		await engine.install(probeZip());
		const outstanding = engine.command({ as: 'admin', text: '/probe record Site_Url' });
		const outcome = expect(outstanding).rejects.toThrow();
		await until(() => engine.server.readSettings().includes('Site_Url'));
		await engine.stop();
		await outcome;
	});
});

describe('a process that ends without stopping its engine', () => {
	/** Resolves with the sandbox's process id once the app is installed. */
	function startElsewhere(): { owner: ChildProcess; sandbox: Promise<number> } {
		const owner = spawn(process.execPath, ['--require', 'tsx/cjs', path.join(__dirname, 'probe', 'alone.ts'), runtime], { stdio: ['ignore', 'pipe', 'inherit'] });
		const sandbox = new Promise<number>((resolve, reject) => {
			owner.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
			owner.once('exit', () => reject(new Error('It ended before the app was installed.')));
		});
		return { owner, sandbox };
	}

	test.each<[NodeJS.Signals, boolean]>([
		['SIGTERM', true],
		['SIGINT', true],
		// Nobody can clean up then, but the sandbox sees its input close.
		['SIGKILL', false],
	])('by %s takes the sandbox with it', async (signal, cleansUp) => {
		const { owner, sandbox } = startElsewhere();
		const pid = await sandbox;
		expect(isAlive(pid)).toBe(true);
		const ended = new Promise((resolve) => {
			owner.once('exit', (_code, by) => resolve(by));
		});
		owner.kill(signal);
		expect(await ended).toBe(signal);
		await until(() => !isAlive(pid));
		const left = temporaryFolders(owner.pid ?? 0);
		expect(left.length === 0).toBe(cleansUp);
		left.forEach((name) => fs.rmSync(path.join(os.tmpdir(), name), { recursive: true }));
	});
});
