import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';

import { maybe } from './border';
import type { RocketChat } from '../server/rocket-chat';

/** `app/apps/server/bridges/commands.ts` (7.7.1): stored in lower case; a registered name overwrites, the engine asks first whether it exists. */
export class Commands extends CommandBridge {
	private readonly present = new Map<string, ISlashCommand>();

	private readonly disabled = new Map<string, ISlashCommand>();

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
		const name = command.toLowerCase();
		return this.present.has(name) || this.disabled.has(name);
	}

	protected async enableCommand(command: string): Promise<void> {
		this.move(command, this.disabled, this.present, 'The command is not currently disabled');
	}

	protected async disableCommand(command: string): Promise<void> {
		if (!this.disabled.has(command.toLowerCase())) {
			this.move(command, this.present, this.disabled, 'Command does not exist in the system currently');
		}
	}

	protected async modifyCommand(command: ISlashCommand): Promise<void> {
		this.verify(command);
		if (!this.present.has(command.command.toLowerCase())) {
			throw new Error(`Command does not exist in the system currently (or it is disabled): "${command.command}"`);
		}
		this.present.set(command.command.toLowerCase(), command);
		this.server.changes.announce();
	}

	protected async registerCommand(command: ISlashCommand): Promise<void> {
		this.verify(command);
		this.present.set(command.command.toLowerCase(), command);
		this.server.changes.announce();
	}

	protected async unregisterCommand(command: string): Promise<void> {
		this.disabled.delete(command.toLowerCase());
		this.present.delete(command.toLowerCase());
		this.server.changes.announce();
	}

	private move(command: string, from: Map<string, ISlashCommand>, to: Map<string, ISlashCommand>, otherwise: string): void {
		const name = command.toLowerCase();
		const found = from.get(name);
		if (found === undefined) {
			throw new Error(`${otherwise}: "${name}"`);
		}
		from.delete(name);
		to.set(name, found);
		this.server.changes.announce();
	}

	private verify(command: ISlashCommand): void {
		const texts = [command.i18nParamsExample, command.i18nDescription];
		if (typeof command.command !== 'string' || texts.some((text) => text && typeof text !== 'string') || typeof command.providesPreview !== 'boolean') {
			throw new Error('Invalid Slash Command parameter provided, it must be a valid ISlashCommand object.');
		}
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

export class Internal extends InternalBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getUsernamesOfRoomById(roomId: string): Promise<string[]> {
		return this.server.rooms.usernames(roomId);
	}

	protected getUsernamesOfRoomByIdSync(roomId: string): string[] {
		return this.server.rooms.usernames(roomId);
	}

	protected async getWorkspacePublicKey(): Promise<ISetting> {
		return maybe<ISetting>(undefined);
	}
}
