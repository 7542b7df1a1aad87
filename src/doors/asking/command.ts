import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { makeRequest } from './request';
import type { AppFacts, FactsOwner, Request } from './request';

/**
 * What the app's slash commands share. None names a `permission`: the client alone would look at it, and would keep people
 * away whom an admin has allowed by their role.
 */
export abstract class Command implements ISlashCommand {
	public abstract readonly command: string;

	public abstract readonly i18nDescription: string;

	public abstract readonly i18nParamsExample: string;

	public readonly providesPreview = false;

	/** The app stands among the command's own fields: there the engine finds it, and lends it the log of each request (deno-runtime/lib/wrapAppForRequest.ts). */
	public constructor(private readonly owner: FactsOwner) {}

	protected get app(): AppFacts {
		return this.owner.facts();
	}

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, _http: IHttp, persistence: IPersistence): Promise<void> {
		if (!(await this.owner.isServing())) {
			return;
		}
		const request = makeRequest(
			{ user: context.getSender(), room: context.getRoom(), threadId: context.getThreadId(), triggerId: context.getTriggerId() },
			read,
			modify,
			persistence,
		);
		await this.run(request, context.getArguments());
	}

	/** @param words what was typed behind the command, as Rocket.Chat splits it */
	protected abstract run(request: Request, words: readonly string[]): Promise<void>;
}
