import '../../src/sandbox';

import type { IConfigurationExtend, IEnvironmentRead, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
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

/** `/privacy-status` as it would be if the app kept no earlier looks. */
class WithoutLooksCommand implements ISlashCommand {
	public readonly command = 'bench-without-looks';

	public readonly i18nDescription = 'ps_menu_status';

	public readonly i18nParamsExample = 'ps_menu_status';

	public readonly providesPreview = false;

	public constructor(private readonly status: ISlashCommand) {}

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): Promise<void> {
		const kept = read.getPersistenceReader();
		const reader = { ...read, getPersistenceReader: () => ({ readByAssociation: async (association: RocketChatAssociationRecord) => (association.getID().startsWith('snapshots') ? [] : kept.readByAssociation(association)) }) } as unknown as IRead;
		// Without the permission the platform answers nothing.
		const writer = { createWithAssociations: async () => undefined, removeByAssociations: async () => undefined } as unknown as IPersistence;
		await this.status.executor(context, Object.setPrototypeOf(reader, read) as IRead, modify, http, { ...persistence, ...writer });
	}
}

/** The app itself, with three commands beside its own to compare it with in the same sandbox. */
export class BenchApp extends PrivacyStatusApp {
	protected override async extendConfiguration(configuration: IConfigurationExtend, environmentRead: IEnvironmentRead): Promise<void> {
		let status: ISlashCommand | undefined;
		const slashCommands = {
			provideSlashCommand: async (command: ISlashCommand) => {
				status ??= command.command === 'privacy-status' ? command : undefined;
				await configuration.slashCommands.provideSlashCommand(command);
			},
		};
		await super.extendConfiguration(Object.setPrototypeOf({ slashCommands }, configuration) as IConfigurationExtend, environmentRead);
		if (status === undefined) {
			throw new Error('The app provides no `/privacy-status`.');
		}
		await configuration.slashCommands.provideSlashCommand(new WithoutLooksCommand(status));
		await configuration.slashCommands.provideSlashCommand(new EmptyCommand());
		await configuration.slashCommands.provideSlashCommand(new FloorCommand());
	}
}
