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
import { answeringEverybody, askersLanguage, tell } from '../answer';
import type { Request } from '../request';
import { Command } from './command';

/** `/server-lookup <url>`: who hosts a server, as far as that can be told offline, for everyone. */
export class ServerLookupCommand extends Command {
	public override readonly command = 'server-lookup';

	public override readonly i18nDescription = 'ps_command_lookup_description';

	public override readonly i18nParamsExample = 'ps_command_lookup_params';

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		await answeringEverybody(request, this.app, 'failed', async () => tell(request, await this.answer(request, words.join(' '))));
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
