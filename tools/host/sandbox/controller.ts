import { ChildProcess } from 'node:child_process';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { LivenessManager } from '@rocket.chat/apps-engine/server/runtime/deno/LivenessManager';
import { ProcessMessenger } from '@rocket.chat/apps-engine/server/runtime/deno/ProcessMessenger';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

import { ENGINE } from './places';
import { leftovers } from './reaper';

/**
 * The engine's own controller of the subprocess that an app lives in. It differs in what a host decides: how the subprocess is started,
 * where its console goes, and that nothing starts again or waits any longer once the host stops.
 * The engine declares these members private, hence `Reflect`.
 */
export abstract class SandboxController extends DenoRuntimeSubprocessController {
	private child: ChildProcess | undefined;

	private exited: Promise<void> = Promise.resolve();

	private retired = false;

	private spawned = 0;

	/** Told when the engine begins to restart the subprocess, and when it has ended that. */
	onRestart: (isUnderWay: boolean) => void = () => {};

	/** How often the app has asked the engine for something: each call of an accessor or a bridge is one message. */
	asked = 0;

	constructor(
		manager: AppManager,
		protected readonly zip: IParseAppPackageResult,
		storageItem: IAppStorageItem,
		private readonly onConsole: (text: string) => void,
	) {
		super(manager, zip, storageItem);
		Reflect.set(this, 'parseError', (chunk: Buffer) => this.onStderr(chunk.toString()));
		this.countMessages();
		if (!('stop' in LivenessManager.prototype)) {
			// Older engines cannot end their pings, whose timer would outlive the host by ten seconds: there they do not begin.
			this.removeAllListeners('ready');
		}
	}

	/** Starts the subprocess, with `startedByEngine` or `startedHere`. */
	protected abstract launch(): void;

	get pid(): number | undefined {
		return this.child?.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
	}

	override spawnProcess(): void {
		if (this.retired) {
			throw new Error('The host has stopped.');
		}
		this.launch();
		const child: unknown = Reflect.get(this, 'deno');
		if (!(child instanceof ChildProcess) || child.pid === undefined) {
			return;
		}
		const { pid } = child;
		this.child = child;
		leftovers.addProcess(pid);
		// The engine, or the kernel, kills the process, and the engine may still write an answer that its app waits for no more; on a stream that nobody listens to that would end the test.
		child.stdin?.on('error', (error: NodeJS.ErrnoException) => {
			if (!child.killed && error.code !== 'EPIPE') {
				throw error;
			}
		});
		this.exited = new Promise((resolve) => {
			child.once('exit', () => {
				leftovers.processEnded(pid);
				resolve();
			});
		});
	}

	override async restartApp(): Promise<void> {
		if (this.retired) {
			return;
		}
		this.onRestart(true);
		try {
			await super.restartApp();
		} finally {
			this.onRestart(false);
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

	/** The engine starts the subprocess itself, as it does by default. */
	protected startedByEngine(): void {
		super.spawnProcess();
	}

	/** The engine goes on with a subprocess that was started for it; everything after the start is its own (AppsEngineDenoRuntime.spawnProcess in 1.62.0). */
	protected startedHere(child: ChildProcess): void {
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

	/** What the engine's runtimes are told on their command line: whose sandbox this is, and the how-manieth. */
	protected ownArguments(): string[] {
		return ['--subprocess', this.zip.info.id, '--spawnId', String(this.spawned++)];
	}

	private countMessages(): void {
		const handle: unknown = Reflect.get(this, 'handleIncomingMessage');
		if (typeof handle !== 'function') {
			throw new Error(`The engine at ${ENGINE} is unlike those that this host knows.`);
		}
		Reflect.set(this, 'handleIncomingMessage', async (message: { payload: { method: string } }): Promise<unknown> => {
			this.asked += /^(?:accessor|bridges):/.test(message.payload.method) ? 1 : 0;
			return Reflect.apply(handle, this, [message]) as unknown;
		});
	}

	/** The runtime reports its metrics on the same stream, as JSON; the engine itself drops those unless it debugs. */
	private onStderr(text: string): void {
		if (!/^\{"pid":\d+,/.test(text)) {
			this.onConsole(text);
		}
	}
}
