import type { IHttp, IConfigurationExtend, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUIKitSurface } from '@rocket.chat/apps-engine/definition/uikit';

/** An app that opens panels which were made elsewhere: zip.ts puts them in place of this. */
const panels = JSON.parse('PANELS') as Record<string, IUIKitSurface['blocks']>;

class Panels implements ISlashCommand {
	command = 'panel';

	i18nDescription = 'Opens a panel';

	i18nParamsExample = '<name>';

	providesPreview = false;

	async executor(context: SlashCommandContext, _read: IRead, modify: IModify, _http: IHttp): Promise<void> {
		const [name = ''] = context.getArguments();
		const view = { id: name, type: UIKitSurfaceType.CONTEXTUAL_BAR, title: { type: 'plain_text' as const, text: name }, blocks: panels[name] ?? [] };
		await modify.getUiController().openSurfaceView(view, { triggerId: context.getTriggerId() ?? '' }, context.getSender());
	}
}

export class PanelsApp extends App {
	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		await configuration.slashCommands.provideSlashCommand(new Panels());
	}
}
