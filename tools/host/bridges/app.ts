import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';

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

/** The real one tells the other instances of the cluster and the clients; here only the client's view changes. */
export class Activation extends AppActivationBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async appAdded(): Promise<void> {
		this.server.changes.announce();
	}

	protected async appUpdated(): Promise<void> {
		this.server.changes.announce();
	}

	protected async appRemoved(): Promise<void> {
		this.server.changes.announce();
	}

	protected async appStatusChanged(): Promise<void> {
		this.server.changes.announce();
	}

	protected async actionsChanged(): Promise<void> {
		this.server.changes.announce();
	}
}

export class DetailChanges extends AppDetailChangesBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected onAppSettingsChange(): void {
		this.server.changes.announce();
	}
}
