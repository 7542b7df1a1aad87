import { spawn } from 'node:child_process';
import * as path from 'node:path';

import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import { ALLOWED_ENVIRONMENT_VARIABLES } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

import { SandboxController } from './controller';
import { ENGINE } from './places';

/** The engine's own sandbox in Deno, with this host's import map. */
export class DenoSandbox extends SandboxController {
	private readonly engineNamesConfig: boolean;

	constructor(
		manager: AppManager,
		zip: IParseAppPackageResult,
		storageItem: IAppStorageItem,
		onConsole: (text: string) => void,
		private readonly configPath: string,
	) {
		super(manager, zip, storageItem, onConsole);
		this.engineNamesConfig = Reflect.has(this, 'denoConfigPath');
		Reflect.set(this, 'denoConfigPath', configPath);
	}

	protected override launch(): void {
		if (this.engineNamesConfig) {
			this.startedByEngine();
		} else {
			this.launchWithConfig();
		}
	}

	/**
	 * Older engines let Deno find the config that lies beside their runtime, and it points at registries. So they are started with the
	 * command line of newer ones (AppsEngineDenoRuntime.spawnProcess in 1.62.0).
	 */
	private launchWithConfig(): void {
		const appsEngine = path.resolve(this.configPath, '..', '..');
		const { permissions } = this.zip.info;
		this.startedHere(
			spawn(
				'deno',
				[
					'run',
					...(permissions === undefined || permissions.some(({ name }) => name === 'networking') ? ['--allow-net'] : []),
					'--cached-only',
					`--config=${this.configPath}`,
					`--allow-read=${[appsEngine, path.resolve(appsEngine, '..', '..')].join(',')}`,
					`--allow-env=${ALLOWED_ENVIRONMENT_VARIABLES.join(',')}`,
					path.join(ENGINE, 'deno-runtime', 'main.ts'),
					...this.ownArguments(),
				],
				{ env: { PATH: process.env.PATH, DENO_DIR: process.env.DENO_DIR } },
			),
		);
	}
}
