import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';

import type { Broadcast } from '../server/broadcasts';
import type { RocketChat } from '../server/rocket-chat';

/** `app/apps/server/bridges/commands.ts` (7.7.1): stored in lower case; a registered name overwrites, the engine asks first whether it exists. */
export abstract class Commands extends CommandBridge {
	private readonly present = new Map<string, ISlashCommand>();

	constructor(private readonly server: RocketChat) {
		super();
		for (const command of server.ownCommands) {
			// What it does is the server's business: an engine that does not know a command does nothing.
			this.present.set(command, { command, i18nDescription: '', i18nParamsExample: '', providesPreview: false, executor: async () => {} });
		}
	}

	named(command: string): ISlashCommand | undefined {
		return this.present.get(command);
	}

	listed(): ISlashCommand[] {
		return [...this.present.values()];
	}

	protected async doesCommandExist(command: string): Promise<boolean> {
		return this.present.has(command.toLowerCase());
	}

	protected async registerCommand(command: ISlashCommand): Promise<void> {
		this.present.set(command.command.toLowerCase(), command);
		this.server.changes.announce();
	}

	protected async unregisterCommand(command: string): Promise<void> {
		this.present.delete(command.toLowerCase());
		this.server.changes.announce();
	}
}

export class Apis extends ApiBridge {
	private readonly routes = new Map<string, AppApi[]>();

	listed(appId: string): AppApi[] {
		return this.routes.get(appId) ?? [];
	}

	/** Public, as in the real server. */
	async registerApi(api: AppApi, appId: string): Promise<void> {
		this.routes.set(appId, [...this.listed(appId), api]);
	}

	async unregisterApis(appId: string): Promise<void> {
		this.routes.delete(appId);
	}
}

/** Tells the clients, and the other instances of the cluster (`app/apps/server/bridges/activation.ts`). */
export class Activation extends AppActivationBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async appAdded(app: ProxiedApp): Promise<void> {
		this.announce({ name: 'apps.added', appId: app.getID() });
	}

	protected async appUpdated(app: ProxiedApp): Promise<void> {
		this.announce({ name: 'apps.updated', appId: app.getID() });
	}

	protected async appRemoved(app: ProxiedApp): Promise<void> {
		this.announce({ name: 'apps.removed', appId: app.getID() });
	}

	protected async appStatusChanged(app: ProxiedApp, status: AppStatus): Promise<void> {
		this.announce({ name: 'apps.statusUpdate', appId: app.getID(), status });
	}

	protected async actionsChanged(): Promise<void> {
		this.server.changes.announce();
	}

	private announce(broadcast: Broadcast): void {
		this.server.broadcasts.send(this.server.instance, broadcast);
		this.server.changes.announce();
	}
}

export class DetailChanges extends AppDetailChangesBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected onAppSettingsChange(appId: string, setting: ISetting): void {
		this.server.broadcasts.send(this.server.instance, { name: 'apps.settingUpdated', appId, setting });
		this.server.changes.announce();
	}
}
