import './sandbox';

import { randomBytes } from 'crypto';

import type { IAppInstallationContext, IConfigurationExtend, IConfigurationModify, IEnvironmentRead, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type {
	IUIKitInteractionHandler,
	IUIKitResponse,
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import * as z from 'zod/mini';

import { Readings } from './doors/asking/readings';
import { makeRequest } from './doors/asking/request';
import type { AppFacts } from './doors/asking/request';
import { causeOf } from './doors/asking/failure';
import { jobs, schedule } from './doors/daily/jobs';
import { greet } from './doors/greeting/greet';
import { ServerLookupCommand } from './doors/lookup/command';
import { PrivacyNoticeCommand } from './doors/notice/command';
import { noticeFromMenu } from './doors/notice/menu';
import { reportApi } from './doors/scripts/report-endpoints';
import { StatusPage } from './doors/settings-page/status-page';
import { PrivacyStatusCommand } from './doors/status/command';
import { openedFromMenu, pressed, submittedView } from './doors/status/panel';
import { APP_SETTINGS } from './settings/app-settings';
import { ROOM_MENU_ACTION, USER_MENU_ACTION } from './show/as/panel-actions';
import { readAppSettings } from './workspace/read-app-settings';
import { limited } from './workspace/timeout';

// The sandbox may forbid code made from strings, which zod would otherwise try for speed.
z.config({ jitless: true });

/** The front door: registers what the app offers. */
export class PrivacyStatusApp extends App implements IUIKitInteractionHandler {
	private readonly statusPage = new StatusPage((budget) => limited(this.getAccessors().environmentWriter.getSettings(), budget));

	/** Names that the engine has taken from this app since it was started. */
	private readonly offeredCommands = new Set<string>();

	/** Whether it was enabled since the sandbox was started, and not disabled since. */
	private isUp = false;

	private readings = new Readings();

	public override async onInstall({ user }: IAppInstallationContext, read: IRead, _http: IHttp, persistence: IPersistence, modify: IModify): Promise<void> {
		await greet(user, read, persistence, modify, this.facts());
	}

	public override async onEnable(environment: IEnvironmentRead, { scheduler }: IConfigurationModify): Promise<boolean> {
		this.isUp = true;
		await schedule(await readAppSettings(limited(environment)), scheduler, this.facts());
		await this.statusPage.refresh(limited(this.getAccessors().reader), this.facts());
		return true;
	}

	public override async onDisable(): Promise<void> {
		this.isUp = false;
		// Who asks after it was enabled again shares nothing of before.
		this.readings = new Readings();
	}

	/**
	 * Answers nothing, which the type does not know and the engine takes for "as it arrived" (`|| setting` in AppSettingsManager.updateAppSetting;
	 * 1.53 to 1.62, and packages/apps after it). The engine writes the answer into the app's log: that of its own class is the setting with its value.
	 */
	public override async onPreSettingUpdate(context: ISettingUpdateContext): Promise<ISetting> {
		await this.statusPage.arrives(context);
		return null as unknown as ISetting;
	}

	public override async onSettingUpdated(setting: ISetting, { scheduler }: IConfigurationModify, read: IRead): Promise<void> {
		if (!(await this.isServing())) {
			return;
		}
		const lent = limited(read, Infinity);
		this.statusPage.wasStored(setting, lent, this.facts(), async () => schedule(await readAppSettings(lent.getEnvironmentReader()), scheduler, this.facts()));
	}

	public async executeBlockActionHandler(
		context: UIKitBlockInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		await this.unlessDisabled(() => pressed(makeRequest(data, read, modify, persistence), this.facts(), this.statusPage, data));
		return context.getInteractionResponder().successResponse();
	}

	public async executeViewSubmitHandler(
		context: UIKitViewSubmitInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		const errors = await this.unlessDisabled(() => submittedView(makeRequest(data, read, modify, persistence), this.facts(), this.statusPage, data.view));
		const responder = context.getInteractionResponder();
		return errors === undefined ? responder.successResponse() : responder.viewErrorResponse(errors);
	}

	public async executeActionButtonHandler(
		context: UIKitActionButtonInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		await this.unlessDisabled(async () => {
			if (data.actionId === ROOM_MENU_ACTION) {
				await openedFromMenu(makeRequest(data, read, modify, persistence), this.facts(), this.statusPage);
			} else if (data.actionId === USER_MENU_ACTION) {
				await noticeFromMenu(makeRequest(data, read, modify, persistence), this.facts());
			}
		});
		return context.getInteractionResponder().successResponse();
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend, environmentRead: IEnvironmentRead): Promise<void> {
		await Promise.all(APP_SETTINGS.map((setting) => configuration.settings.provideSetting(setting)));
		const { values } = await readAppSettings(limited(environmentRead));
		configuration.ui.registerButton({
			actionId: ROOM_MENU_ACTION,
			context: UIActionButtonContext.ROOM_ACTION,
			labelI18n: 'ps_menu_status',
			// Display only, and as old as the last start of the app: the handler asks again.
			when: { hasOneRole: [...values.allowed_roles] },
		});
		configuration.ui.registerButton({ actionId: USER_MENU_ACTION, context: UIActionButtonContext.USER_DROPDOWN_ACTION, labelI18n: 'ps_menu_notice' });
		await configuration.api.provideApi(reportApi(this));
		await configuration.scheduler.registerProcessors(jobs(this));
		// Last: nothing else depends on a name, and a name is what may be refused.
		for (const command of [new PrivacyStatusCommand(this, this.statusPage), new PrivacyNoticeCommand(this), new ServerLookupCommand(this)]) {
			await this.offer(command, configuration);
		}
	}

	/**
	 * The engine hands interactions to a disabled app too: presses in a panel that is still open, and forged ones
	 * (AppListenerManager.executeUIKitInteraction, 1.62.0).
	 */
	private async unlessDisabled<T>(work: () => Promise<T>): Promise<T | undefined> {
		return (await this.isServing()) ? work() : undefined;
	}

	/**
	 * A sandbox that is started anew is enabled anew only if the app was enabled (DenoRuntimeSubprocessController.restartApp, 1.62.0): what
	 * was not enabled is disabled. The status alone does not tell, as it comes only after the enabling; but the engine sets it where the
	 * enabling failed, or the licence ended.
	 */
	public async isServing(): Promise<boolean> {
		return this.isUp && !AppStatusUtils.isDisabled(await this.getStatus());
	}

	/**
	 * Offers one command. The engine throws where Rocket.Chat or another app has the name (first come, first served;
	 * AppSlashCommandManager.addCommand), and a throw that went on from here would cost the commands that follow. It throws as well where
	 * it has kept the app's own command while the app was disabled (1.62.0): then the command works, and there is nothing to tell.
	 */
	private async offer(command: ISlashCommand, configuration: IConfigurationExtend): Promise<void> {
		try {
			await configuration.slashCommands.provideSlashCommand(command);
			this.offeredCommands.add(command.command);
		} catch (reason) {
			if (!this.offeredCommands.has(command.command)) {
				this.getLogger().error(`/${command.command} is not offered, its name seems to be taken: ${causeOf(reason)}`);
			}
		}
	}

	public facts(): AppFacts {
		return {
			id: this.getID(),
			version: this.getVersion(),
			logger: this.getLogger(),
			readings: this.readings,
			now: () => new Date(),
			newViewId: () => `privacy-status-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
			endpointPath: (path) => this.getAccessors().providedApiEndpoints.find((endpoint) => endpoint.path === path)?.computedPath ?? null,
			randomHex: (bytes) => randomBytes(bytes).toString('hex'),
		};
	}
}
