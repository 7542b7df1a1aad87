import './sandbox';

import { randomBytes } from 'crypto';

import type { IConfigurationExtend, IConfigurationModify, IEnvironmentRead, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type {
	IUIKitInteractionHandler,
	IUIKitResponse,
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import * as z from 'zod/mini';

import { noticeFromMenu } from './doors/actions/notice';
import { submittedView, openedFromMenu, pressedInPanel, requestOf } from './doors/actions/panel';
import { PrivacyNoticeCommand } from './doors/commands/privacy-notice';
import { PrivacyStatusCommand } from './doors/commands/privacy-status';
import { ServerLookupCommand } from './doors/commands/server-lookup';
import { reportApi } from './doors/endpoints/report-endpoints';
import type { AppFacts } from './doors/request';
import { OwnSettings } from './doors/settings/own-settings';
import { afterSave, beforeSave } from './doors/settings/saving';
import { freshSummary, refreshSummary } from './doors/settings/summary';
import { APP_SETTINGS } from './settings/app-settings';
import { readAppSettings } from './settings/read-app-settings';
import { ROOM_MENU_ACTION, USER_MENU_ACTION } from './views/panel-actions';

// The sandbox may forbid code made from strings, which zod would otherwise try for speed.
z.config({ jitless: true });

/** The front door: registers what the app offers. */
export class PrivacyStatusApp extends App implements IUIKitInteractionHandler {
	private readonly ownSettings = new OwnSettings(() => this.getAccessors().environmentWriter.getSettings());

	public override async onEnable(): Promise<boolean> {
		await refreshSummary(this.facts(), () => freshSummary(this.getAccessors().reader, this.facts()));
		return true;
	}

	public override async onPreSettingUpdate(context: ISettingUpdateContext, _configuration: IConfigurationModify, read: IRead): Promise<ISetting> {
		return beforeSave(context, read, this.facts());
	}

	public override async onSettingUpdated(setting: ISetting, _configuration: IConfigurationModify, read: IRead): Promise<void> {
		await afterSave(setting, read, this.facts());
	}

	public async executeBlockActionHandler(
		context: UIKitBlockInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		await pressedInPanel(requestOf(data, read, modify, persistence), this.facts(), data);
		return context.getInteractionResponder().successResponse();
	}

	public async executeViewSubmitHandler(
		context: UIKitViewSubmitInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		await submittedView(requestOf(context.getInteractionData(), read, modify, persistence), this.facts());
		return context.getInteractionResponder().successResponse();
	}

	public async executeActionButtonHandler(
		context: UIKitActionButtonInteractionContext,
		read: IRead,
		_http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const data = context.getInteractionData();
		if (data.actionId === ROOM_MENU_ACTION) {
			await openedFromMenu(requestOf(data, read, modify, persistence), this.facts());
		} else if (data.actionId === USER_MENU_ACTION) {
			await noticeFromMenu(requestOf(data, read, modify, persistence), this.facts());
		}
		return context.getInteractionResponder().successResponse();
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend, environmentRead: IEnvironmentRead): Promise<void> {
		await Promise.all(APP_SETTINGS.map((setting) => configuration.settings.provideSetting(setting)));
		const { allowedRoles } = await readAppSettings(environmentRead.getSettings());
		configuration.ui.registerButton({
			actionId: ROOM_MENU_ACTION,
			context: UIActionButtonContext.ROOM_ACTION,
			labelI18n: 'ps_menu_status',
			// Display only, and as old as the last start of the app: the handler asks again.
			when: { hasOneRole: [...allowedRoles] },
		});
		configuration.ui.registerButton({ actionId: USER_MENU_ACTION, context: UIActionButtonContext.USER_DROPDOWN_ACTION, labelI18n: 'ps_menu_notice' });
		await configuration.api.provideApi(reportApi(this));
		// Last: after a disable and enable in one process the engine still holds the command, throws, and skips what follows.
		await configuration.slashCommands.provideSlashCommand(new PrivacyStatusCommand(this));
		await configuration.slashCommands.provideSlashCommand(new PrivacyNoticeCommand(this));
		await configuration.slashCommands.provideSlashCommand(new ServerLookupCommand(this));
	}

	public facts(): AppFacts {
		return {
			id: this.getID(),
			version: this.getVersion(),
			logger: this.getLogger(),
			now: () => new Date(),
			ownSettings: this.ownSettings,
			newViewId: () => `privacy-status-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`,
			randomHex: (bytes) => randomBytes(bytes).toString('hex'),
		};
	}
}
