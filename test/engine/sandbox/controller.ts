import { ChildProcess } from 'node:child_process';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { LivenessManager } from '@rocket.chat/apps-engine/server/runtime/deno/LivenessManager';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

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

	constructor(
		manager: AppManager,
		appPackage: IParseAppPackageResult,
		storageItem: IAppStorageItem,
		configPath: string,
		private readonly onConsole: (text: string) => void,
	) {
		super(manager, appPackage, storageItem);
		Reflect.set(this, 'denoConfigPath', configPath);
		Reflect.set(this, 'parseError', (chunk: Buffer) => this.onStderr(chunk.toString()));
	}

	get pid(): number | undefined {
		return this.child?.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
	}

	override spawnProcess(): void {
		if (this.retired) {
			throw new Error('The host has stopped.');
		}
		super.spawnProcess();
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
		if (liveness instanceof LivenessManager) {
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

	/** The runtime reports its metrics on the same stream, as JSON; the engine itself drops those unless it debugs. */
	private onStderr(text: string): void {
		if (!/^\{"pid":\d+,/.test(text)) {
			this.onConsole(text);
		}
	}
}
