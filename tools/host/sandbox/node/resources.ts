import type { IApi } from '@rocket.chat/apps-engine/definition/api';
import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api/IApiEndpointMetadata';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUIActionButtonDescriptor } from '@rocket.chat/apps-engine/definition/ui';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import { SettingsExtend } from '@rocket.chat/apps-engine/server/accessors';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';

/**
 * What an app offers, and its own settings, on the host's side. Newer engines have a bridge of this name for it, with these methods
 * (packages/apps, src/server/bridges/AppResourceBridge.ts, read for Rocket.Chat 8.8); this one hands them to the managers of 1.62.0.
 */
export class AppResources {
	/** @param restarting whether the sandbox starts again, in which case the host still knows what the app offers. */
	constructor(
		private readonly manager: AppManager,
		private readonly restarting: () => boolean,
	) {}

	async doProvideSlashCommand(command: ISlashCommand, appId: string): Promise<void> {
		if (!this.restarting()) {
			await this.manager.getCommandManager().addCommand(appId, command);
		}
	}

	async doProvideApi(api: IApi, appId: string): Promise<void> {
		if (!this.restarting()) {
			this.manager.getApiManager().addApi(appId, api);
		}
	}

	async doListApis(appId: string): Promise<IApiEndpointMetadata[]> {
		return this.manager.getApiManager().listApis(appId);
	}

	async doRegisterProcessors(processors: IProcessor[], appId: string): Promise<unknown> {
		return this.restarting() ? null : this.manager.getSchedulerManager().registerProcessors(processors, appId);
	}

	async doRegisterActionButton(button: IUIActionButtonDescriptor, appId: string): Promise<void> {
		if (!this.restarting()) {
			this.manager.getUIActionButtonManager().registerActionButton(appId, button);
		}
	}

	async doProvideSetting(setting: ISetting, appId: string): Promise<void> {
		if (!this.restarting()) {
			await new SettingsExtend(this.app(appId)).provideSetting(setting);
		}
	}

	async doGetSettingById(id: string, appId: string): Promise<ISetting | undefined> {
		return this.app(appId).getStorageItem().settings[id];
	}

	/** Unlike 1.62.0, newer engines wait for the save, and tell where it failed. */
	async doUpdateSettingValue(id: string, value: unknown, appId: string): Promise<void> {
		if (this.app(appId).getStorageItem().settings[id] === undefined) {
			throw new Error(`Setting "${id}" not found for app ${appId}`);
		}
		const settings = this.manager.getSettingsManager();
		await settings.updateAppSetting(appId, { ...settings.getAppSetting(appId, id), updatedAt: new Date(), value });
	}

	private app(appId: string): ProxiedApp {
		const app = this.manager.getOneById(appId);
		if (app === undefined) {
			throw new Error(`There is no app ${appId}.`);
		}
		return app;
	}
}
