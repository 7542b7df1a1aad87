import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import type { DeploymentModel } from '../../catalogue/words';
import { hostOf } from '../../posture/host';
import { judge } from '../../posture/judge';
import { isOwn, lookUp, modelForEverybody, readAsked } from '../../posture/lookup';
import type { OwnHost } from '../../posture/lookup';
import { readAppSettings } from '../../settings/read-app-settings';
import { lookupHelp, lookupMessage } from '../../views/lookup';
import { READ_LIMIT } from '../../workspace/read-settings';
import { readWorkspace } from '../../workspace/read-workspace';
import { within } from '../../workspace/within';
import { askersLanguage, tell } from '../answer';
import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';

/** `/server-lookup <url>`: who hosts a server, as far as that can be told offline, for everyone. */
export class ServerLookupCommand implements ISlashCommand {
	public readonly command = 'server-lookup';

	public readonly i18nDescription = 'ps_command_lookup_description';

	public readonly i18nParamsExample = 'ps_command_lookup_params';

	public readonly providesPreview = false;

	public constructor(private readonly app: AppFacts) {}

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, _http: IHttp, _persistence: IPersistence): Promise<void> {
		const request = makeRequest({
			user: context.getSender(),
			room: context.getRoom(),
			threadId: context.getThreadId(),
			triggerId: context.getTriggerId(),
			read,
			modify,
		});
		await tell(request, await this.answer(request, context.getArguments().join(' ')));
	}

	/** Everybody may ask, so nobody is authorised; what the app finds out stays with the admins but for the model's word. */
	private async answer(request: Request, typed: string): Promise<string> {
		const asked = readAsked(typed);
		switch (asked.kind) {
			case 'help':
				return lookupHelp(await askersLanguage(request));
			case 'no-host':
				return lookupMessage(asked, await askersLanguage(request));
			case 'host': {
				const [translate, own] = await Promise.all([askersLanguage(request), readOwnHost(request)]);
				const model = isOwn(asked.host, own) ? await this.ownModel(request) : 'unknown';
				return lookupMessage(lookUp(asked, own, model), translate);
			}
		}
	}

	/** What this workspace is; one that cannot be read is unknown, and the asker is answered all the same. */
	private async ownModel({ read }: Request): Promise<DeploymentModel> {
		try {
			const environment = read.getEnvironmentReader();
			const signals = await readWorkspace(environment, await readAppSettings(environment.getSettings()));
			return modelForEverybody(judge(signals, this.app.now(), this.app.version).deployment);
		} catch (reason) {
			this.app.logger.error(`lookup of the own workspace failed: ${reason instanceof Error ? reason.name : typeof reason}`);
			return 'unknown';
		}
	}
}

async function readOwnHost({ read }: Request): Promise<OwnHost> {
	const ask = async (): Promise<OwnHost> => {
		try {
			const address: unknown = await read.getEnvironmentReader().getServerSettings().getValueById('Site_Url');
			return typeof address === 'string' ? { readable: true, host: hostOf(address) } : { readable: false };
		} catch {
			return { readable: false };
		}
	};
	return within<OwnHost>(READ_LIMIT, ask(), () => ({ readable: false }));
}
