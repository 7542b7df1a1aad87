import '../../src/sandbox';

import type { IConfigurationExtend, IEnvironmentRead, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { PrivacyStatusApp } from '../../src/PrivacyStatusApp';

/** What any command costs: the way into the sandbox and back. */
class EmptyCommand implements ISlashCommand {
	public readonly command = 'bench-empty';

	public readonly i18nDescription = 'ps_menu_status';

	public readonly i18nParamsExample = 'ps_menu_status';

	public readonly providesPreview = false;

	public async executor(): Promise<void> {}
}

/** The floor: what any app must pay that reads the same settings and opens a panel. */
class FloorCommand implements ISlashCommand {
	public readonly command = 'bench-floor';

	public readonly i18nDescription = 'ps_menu_status';

	public readonly i18nParamsExample = 'ps_menu_status';

	public readonly providesPreview = false;

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, _http: IHttp, _persistence: IPersistence): Promise<void> {
		const settings = read.getEnvironmentReader().getServerSettings();
		await Promise.all(SETTING_IDS.map((id) => settings.getOneById(id).catch(() => undefined)));
		await modify.getUiController().openSurfaceView(
			{ id: `floor-${String(Math.random())}`, type: UIKitSurfaceType.CONTEXTUAL_BAR, title: { type: 'plain_text', text: 'Floor' }, blocks: [] },
			{ triggerId: context.getTriggerId() ?? '' },
			context.getSender(),
		);
	}
}

/** The app itself, with two commands beside its own to compare it with in the same sandbox. */
export class BenchApp extends PrivacyStatusApp {
	protected override async extendConfiguration(configuration: IConfigurationExtend, environmentRead: IEnvironmentRead): Promise<void> {
		await super.extendConfiguration(configuration, environmentRead);
		await configuration.slashCommands.provideSlashCommand(new EmptyCommand());
		await configuration.slashCommands.provideSlashCommand(new FloorCommand());
	}
}
