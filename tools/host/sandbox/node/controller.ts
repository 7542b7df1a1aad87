import { spawn } from 'node:child_process';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

import { AppResources } from './resources';
import { SandboxController } from '../controller';
import { NODE_MODULES } from '../places';

/** Node 20 has the permission model as an experiment, and warns of it at every start; from 22.13 on it has the name that servers use. */
const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission')
	? ['--permission']
	: ['--experimental-permission', '--disable-warning=ExperimentalWarning'];

/**
 * A sandbox in Node under its permission model, started as Rocket.Chat 8.8 and newer start one (packages/apps,
 * src/server/runtime/node/AppsEngineNodeRuntime.ts): files may be read in named folders only, none written, no process and no thread
 * started; the network is not restricted; of the environment there is PATH alone.
 *
 * Real: the process and its limits, the published engine's host side (1.62.0: its frames, answers, pings and restarts) and the newest
 * published definitions. Ours: the program within (`inside/`), since Rocket.Chat publishes none, and `AppResources`.
 */
export class NodeSandbox extends SandboxController {
	private readonly folders: string[];

	constructor(
		manager: AppManager,
		zip: IParseAppPackageResult,
		storageItem: IAppStorageItem,
		onConsole: (text: string) => void,
		private readonly program: string,
	) {
		super(manager, zip, storageItem, onConsole);
		// Beside the program, a server names the folder of the engine; here the packages that stand in for both lie in several.
		this.folders = [manager.getTempFilePath(), NODE_MODULES];
		const resources = new AppResources(manager, () => this.getProcessState() === 'restarting');
		Reflect.set(this, 'bridges', Object.create(manager.getBridges(), { getAppResourceBridge: { value: () => resources } }));
	}

	protected override launch(): void {
		this.startedHere(
			spawn(process.execPath, [...PERMISSION, ...this.folders.map((folder) => `--allow-fs-read=${folder}`), this.program, ...this.ownArguments()], {
				env: { PATH: process.env.PATH },
			}),
		);
	}
}
