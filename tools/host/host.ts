import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { AppRuntimeManager } from '@rocket.chat/apps-engine/server/managers/AppRuntimeManager';

import type { Bridges } from './bridges';
import { captureEngineConsole } from './console';
import type { SandboxController } from './sandbox/controller';
import { DenoSandbox } from './sandbox/deno';
import { ensureImportMap } from './sandbox/import-map';
import { NodeSandbox } from './sandbox/node/controller';
import { ensureProgram } from './sandbox/node/program';
import { DENO_CACHE, denoFolder } from './sandbox/places';
import { leftovers } from './sandbox/reaper';
import type { RocketChat } from './server/rocket-chat';
import type { Storage } from './storage';
import type { EngineOptions, Runtime } from './types';

/** How long the app may take to say goodbye before its process is ended. */
const FAREWELL = 5000;

/**
 * What the engine takes from the environment of its process. Under jest NODE_ENV is `test`, and then the engine grants every permission,
 * without the list of hidden settings: it would not be the real thing.
 */
function environment(runtime: Runtime, timeout: number | undefined): Record<string, string> {
	return {
		NODE_ENV: process.env.NODE_ENV === 'test' ? 'production' : (process.env.NODE_ENV ?? 'production'),
		// The engine starts "deno" by name.
		...(runtime === 'deno' && { PATH: [denoFolder(), process.env.PATH ?? ''].join(path.delimiter), DENO_DIR: DENO_CACHE }),
		...(timeout !== undefined && { APPS_ENGINE_RUNTIME_TIMEOUT: String(timeout) }),
	};
}

function replaceEnvironment(wanted: Record<string, string>): () => void {
	const before = Object.keys(wanted).map((name) => ({ name, value: process.env[name] }));
	Object.assign(process.env, wanted);
	return () => {
		for (const { name, value } of before) {
			if (value === undefined) {
				delete process.env[name];
			} else {
				process.env[name] = value;
			}
		}
	};
}

export interface Host {
	manager: AppManager;
	/** The controller of the running app's process. */
	sandbox(): SandboxController | undefined;
	stop(): Promise<void>;
}

/** Those of one cluster; else there is only one. */
const managers = new Set<AppManager>();

/**
 * The engine asks its one manager what an app was granted (getPermissionsByAppId), and nothing else. In a cluster, any that has the app knows:
 * it is the same in all of them.
 */
const ofAll: Pick<AppManager, 'getPermissionsById'> = {
	getPermissionsById: (appId) => [...managers].find((manager) => manager.getOneById(appId) !== undefined)?.getPermissionsById(appId) ?? [],
};

/** The engine's own manager with its real sandbox, and nothing patched: a host may bring its runtime controller, storages and bridges. */
export async function startHost(bridges: Bridges, { instance, logbook, jobs }: RocketChat, storage: Storage, { quiet = true, runtime = 'deno', timeout }: EngineOptions): Promise<Host> {
	if (AppManager.Instance !== undefined && instance === 0) {
		throw new Error('An engine is already running in this process, and there can be only one: stop it first.');
	}
	Reflect.set(AppManager, 'Instance', undefined);
	const note = (severity: string, text: string): void => logbook.add({ appId: '', method: severity === 'console' ? 'console' : 'engine', severity, text });
	const [Sandbox, file] = runtime === 'deno' ? ([DenoSandbox, ensureImportMap()] as const) : ([NodeSandbox, ensureProgram()] as const);
	const restoreEnvironment = replaceEnvironment(environment(runtime, timeout));
	const restoreConsole = captureEngineConsole((text) => note('engine', text), quiet);
	const temporary = fs.mkdtempSync(path.join(os.tmpdir(), `apps-engine-${process.pid}-`));
	leftovers.addFolder(temporary);
	const sandboxes: SandboxController[] = [];

	const manager = new AppManager({ metadataStorage: storage.apps, logStorage: storage.log, bridges: bridges.all, sourceStorage: storage.packages, tempFilePath: temporary });
	managers.add(manager);
	if (instance > 0) {
		Reflect.set(AppManager, 'Instance', ofAll);
	}
	const subprocesses = new AppRuntimeManager(manager, (owner, appPackage, item) => {
		const onConsole = (text: string): void => {
			note('console', text);
			if (!quiet) {
				process.stderr.write(text);
			}
		};
		const sandbox = new Sandbox(owner, appPackage, item, onConsole, file);
		// As when it is enabled: jobs that become due meanwhile wait for it.
		sandbox.onRestart = (isUnderWay) => (isUnderWay ? jobs.hold() : jobs.release());
		sandboxes.push(sandbox);
		return sandbox;
	});
	// The engine makes its default runtime manager itself and has no parameter for another one; the field is private.
	Reflect.set(manager, 'runtime', subprocesses);

	const stop = async (): Promise<void> => {
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, FAREWELL);
		});
		await Promise.race([manager.unload(true).catch((error: unknown) => note('engine', String(error))), patience]);
		clearTimeout(timer);
		await Promise.all(sandboxes.map((sandbox) => sandbox.retire()));
		// Whoever still waited for an answer now complains to the console.
		await new Promise((resolve) => setImmediate(resolve));
		managers.delete(manager);
		Reflect.set(AppManager, 'Instance', managers.size === 0 ? undefined : ofAll);
		restoreConsole();
		restoreEnvironment();
		fs.rmSync(temporary, { recursive: true, force: true });
		leftovers.folderRemoved(temporary);
	};

	try {
		await manager.load();
	} catch (error) {
		await stop();
		throw error;
	}
	return { manager, sandbox: () => sandboxes.at(-1), stop };
}
