import { ChildProcess, spawn } from 'node:child_process';
import * as path from 'node:path';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import { ALLOWED_ENVIRONMENT_VARIABLES, DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { LivenessManager } from '@rocket.chat/apps-engine/server/runtime/deno/LivenessManager';
import { ProcessMessenger } from '@rocket.chat/apps-engine/server/runtime/deno/ProcessMessenger';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

import { ENGINE } from './places';
import { leftovers } from './reaper';

/**
 * The engine's own controller of the Deno subprocess. It differs in what a host decides: which import map is used, where the
 * subprocess's console goes, and that nothing starts again or waits any longer once the host stops.
 * The engine declares these members private, hence `Reflect`.
 */
export class SandboxController extends DenoRuntimeSubprocessController {
	private child: ChildProcess | undefined;

	private exited: Promise<void> = Promise.resolve();

	private retired = false;

	private readonly engineNamesConfig: boolean;

	private spawned = 0;

	constructor(
		manager: AppManager,
		private readonly zip: IParseAppPackageResult,
		storageItem: IAppStorageItem,
		private readonly configPath: string,
		private readonly onConsole: (text: string) => void,
	) {
		super(manager, zip, storageItem);
		this.engineNamesConfig = Reflect.has(this, 'denoConfigPath');
		Reflect.set(this, 'denoConfigPath', configPath);
		Reflect.set(this, 'parseError', (chunk: Buffer) => this.onStderr(chunk.toString()));
		if (!('stop' in LivenessManager.prototype)) {
			// Older engines cannot end their pings, whose timer would outlive the host by ten seconds: there they do not begin.
			this.removeAllListeners('ready');
		}
	}

	get pid(): number | undefined {
		return this.child?.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
	}

	override spawnProcess(): void {
		if (this.retired) {
			throw new Error('The host has stopped.');
		}
		if (this.engineNamesConfig) {
			super.spawnProcess();
		} else {
			this.spawnWithConfig();
		}
		const child: unknown = Reflect.get(this, 'deno');
		if (!(child instanceof ChildProcess) || child.pid === undefined) {
			return;
		}
		const { pid } = child;
		this.child = child;
		leftovers.addProcess(pid);
		this.exited = new Promise((resolve) => {
			child.once('exit', () => {
				leftovers.processEnded(pid);
				resolve();
			});
		});
	}

	override async restartApp(): Promise<void> {
		if (!this.retired) {
			await super.restartApp();
		}
	}

	/** Ends the subprocess for good and everything that still waits for it: the engine would wait for an answer up to its timeout. */
	async retire(): Promise<void> {
		this.retired = true;
		const liveness: unknown = Reflect.get(this, 'livenessManager');
		if (liveness instanceof LivenessManager && 'stop' in liveness) {
			// Else it would ping the stopped process up to ten seconds later, and wait for the answer.
			liveness.stop();
		}
		await this.stopApp();
		await this.exited;
		if (this.listenerCount('ready') > 0) {
			this.emit('ready');
			await this.stopApp();
		}
		for (const name of this.eventNames()) {
			if (typeof name === 'string' && name.startsWith('result:')) {
				this.emit(name, undefined, new Error('The host has stopped.'));
			}
		}
	}

	/**
	 * Older engines let Deno find the config that lies beside their runtime, and it points at registries. So they are started with the
	 * command line of newer ones (AppsEngineDenoRuntime.spawnProcess in 1.62.0); everything after the start is their own.
	 */
	private spawnWithConfig(): void {
		const appsEngine = path.resolve(this.configPath, '..', '..');
		const { id, permissions } = this.zip.info;
		const child = spawn(
			'deno',
			[
				'run',
				...(permissions === undefined || permissions.some(({ name }) => name === 'networking') ? ['--allow-net'] : []),
				'--cached-only',
				`--config=${this.configPath}`,
				`--allow-read=${[appsEngine, path.resolve(appsEngine, '..', '..')].join(',')}`,
				`--allow-env=${ALLOWED_ENVIRONMENT_VARIABLES.join(',')}`,
				path.join(ENGINE, 'deno-runtime', 'main.ts'),
				'--subprocess',
				id,
				'--spawnId',
				String(this.spawned++),
			],
			{ env: { PATH: process.env.PATH, DENO_DIR: process.env.DENO_DIR } },
		);
		Reflect.set(this, 'deno', child);
		const messenger: unknown = Reflect.get(this, 'messenger');
		const liveness: unknown = Reflect.get(this, 'livenessManager');
		const setupListeners: unknown = Reflect.get(this, 'setupListeners');
		if (!(messenger instanceof ProcessMessenger) || !(liveness instanceof LivenessManager) || typeof setupListeners !== 'function') {
			throw new Error(`The engine at ${ENGINE} is unlike those that this host knows.`);
		}
		messenger.setReceiver(child);
		liveness.attach(child);
		Reflect.apply(setupListeners, this, []);
	}

	/** The runtime reports its metrics on the same stream, as JSON; the engine itself drops those unless it debugs. */
	private onStderr(text: string): void {
		if (!/^\{"pid":\d+,/.test(text)) {
			this.onConsole(text);
		}
	}
}
