import * as net from 'node:net';
import * as path from 'node:path';

import { ask } from './probe/asking';
import { probeZip } from './probe/zip';
import { runtime } from './runtime';
import { startEngine } from '../../tools/host/index';
import type { Engine } from '../../tools/host/index';

/**
 * Tries what an app of bad will would try, and answers with what came of it. Written as it runs, since a bundler would look into it.
 * It asks for no permission for the network, as Privacy Status.
 */
const CODE = `
const { App } = require('@rocket.chat/apps-engine/definition/App');
const connect = (port) => new Promise((resolve, reject) => {
	const socket = require('net').connect(port, '127.0.0.1', () => { socket.destroy(); resolve('connected'); });
	socket.on('error', reject);
});
const TASKS = {
	names: () => Object.entries({ exports, module, require, console, globalThis }).filter(([, value]) => value !== undefined).map(([name]) => name),
	module: (name) => typeof require(name),
	definitions: () => require('@rocket.chat/apps-engine/package.json').version,
	environment: () => Object.keys(process.env),
	read: (file) => require('fs').readFileSync(file).length,
	write: (file) => require('fs').writeFileSync(file, 'text'),
	spawn: () => process.getBuiltinModule('child_process').spawnSync(process.execPath, ['--version']).error,
	thread: () => new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true }),
	connect: (port) => connect(Number(port)),
	fetch: async (port) => (await fetch('http://127.0.0.1:' + port)).status,
	client: async (port, { http }) => (await http.get('http://127.0.0.1:' + port)) ?? 'nothing',
};
exports.Trying = class extends App {
	async extendConfiguration(configuration) {
		await configuration.slashCommands.provideSlashCommand({
			command: 'probe', i18nDescription: '', i18nParamsExample: '', providesPreview: false,
			executor: async (context, read, modify, http) => {
				const [task, argument] = context.getArguments();
				let answer;
				try {
					answer = await TASKS[task](argument, { http });
				} catch (error) {
					answer = 'refused: ' + (error.code ?? error.cause?.code ?? error.name) + ' ' + error.message;
				}
				const text = JSON.stringify(answer ?? null);
				await modify.getNotifier().notifyUser(context.getSender(), modify.getCreator().startMessage().setRoom(context.getRoom()).setText(text).getMessage());
			},
		});
	}
};`;

const REFUSED = runtime === 'node' ? /^refused: ERR_ACCESS_DENIED / : /^refused: NotCapable /;

describe(`what an app can do in the sandbox in ${runtime === 'node' ? 'Node' : 'Deno'}`, () => {
	let engine: Engine;
	let listener: net.Server;
	let port: number;
	let reached = 0;

	beforeAll(async () => {
		listener = net.createServer((socket) => {
			reached++;
			socket.on('error', () => undefined).end('HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
		});
		await new Promise<void>((resolve) => {
			listener.listen(0, '127.0.0.1', resolve);
		});
		port = (listener.address() as net.AddressInfo).port;
		engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1' } }, { runtime });
		await engine.install(probeZip({ code: CODE }));
	});

	afterAll(async () => {
		await engine.stop();
		listener.close();
	});

	beforeEach(() => {
		reached = 0;
	});

	test('it has the names that an app is given, and no global object', async () => {
		expect(await ask(engine, 'names')).toEqual(['exports', 'module', 'require', 'console']);
	});

	test('it gets the modules on the list, and no other', async () => {
		expect(await ask(engine, 'module node:crypto')).toBe('object');
		expect(await ask(engine, 'module child_process')).toMatch(/^refused: Error Module child_process is not allowed$/);
	});

	test('it reads no file of the server, and writes none', async () => {
		expect(await ask(engine, 'read /etc/hostname')).toMatch(REFUSED);
		expect(await ask(engine, `read ${path.join(__dirname, 'runtime.ts')}`)).toMatch(REFUSED);
		expect(await ask(engine, `write ${path.join(__dirname, 'written.txt')}`)).toMatch(REFUSED);
	});

	test("the engine's own HTTP client makes no request without the permission", async () => {
		await ask(engine, `client ${port}`);
		expect(reached).toBe(0);
	});

	if (runtime === 'node') {
		test('it starts no process and no thread', async () => {
			expect(await ask(engine, 'spawn')).toMatch(REFUSED);
			expect(await ask(engine, 'thread')).toMatch(REFUSED);
		});

		test('of the environment it has PATH alone', async () => {
			// macOS gives every process one of its own.
			expect(await ask(engine, 'environment').then((names) => (names as string[]).filter((name) => !name.startsWith('__CF_')))).toEqual(['PATH']);
		});

		test('it is built on the newest definitions that are published', async () => {
			expect(await ask(engine, 'definitions')).toBe('1.66.0');
		});

		// Not a wish: it is what the README says of servers from 8.8 on.
		test('the network is open to it, although it has no permission for it', async () => {
			expect(await ask(engine, `connect ${port}`)).toBe('connected');
			expect(await ask(engine, `fetch ${port}`)).toBe(204);
			expect(reached).toBe(2);
		});
	} else {
		test('it has no network without the permission', async () => {
			expect(await ask(engine, `connect ${port}`)).toMatch(REFUSED);
			expect(await ask(engine, `fetch ${port}`)).toMatch(REFUSED);
			expect(reached).toBe(0);
		});
	}
});
