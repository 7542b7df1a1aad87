import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';

/**
 * What the app's slash commands share. None names a `permission`: the client alone would look at it, and would keep people
 * away whom an admin has allowed by their role.
 */
export abstract class Command implements ISlashCommand {
	public abstract readonly command: string;

	public abstract readonly i18nDescription: string;

	public abstract readonly i18nParamsExample: string;

	public readonly providesPreview = false;

	public constructor(protected readonly app: AppFacts) {}

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, _http: IHttp, _persistence: IPersistence): Promise<void> {
		const request = makeRequest({
			user: context.getSender(),
			room: context.getRoom(),
			threadId: context.getThreadId(),
			triggerId: context.getTriggerId(),
			read,
			modify,
		});
		await this.run(request, context.getArguments());
	}

	/** @param words what was typed behind the command, as Rocket.Chat splits it */
	protected abstract run(request: Request, words: readonly string[]): Promise<void>;
}
