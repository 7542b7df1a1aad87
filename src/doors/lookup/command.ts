import { hostOf } from '../../posture/host';
import { isOwn, lookUp, NOTHING_KNOWN, readAsked, verdictForEverybody } from '../../posture/lookup';
import type { Asked, NoHost, OwnHost, OwnVerdict } from '../../posture/lookup';
import { lookupAnswer, lookupHelp } from '../../show/tell/lookup';
import { lookupButton } from '../../show/as/next';
import type { Passage } from '../../show/tell/passage';
import { readSetting } from '../../workspace/read-settings';
import { answer, answeringEverybody, answerWithNext } from '../asking/answer';
import { Command } from '../asking/command';
import { failureLine } from '../asking/failure';
import { readAndJudge } from '../asking/read-and-judge';
import type { Request } from '../asking/request';

/** `/server-lookup <url>`: who hosts a server, as far as that can be found out offline, for everyone. */
export class ServerLookupCommand extends Command {
	public override readonly command = 'server-lookup';

	public override readonly i18nDescription = 'ps_command_lookup_description';

	public override readonly i18nParamsExample = 'ps_command_lookup_params';

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		await answeringEverybody(request, this.app, 'failed', async (present) => {
			const asked = readAsked(words.join(' '));
			await (asked.kind === 'no-host' ? answer(present, lookupAnswer(asked)) : answerWithNext(present, this.app, [await this.find(present, asked)], lookupButton));
		});
	}

	/** Everybody may ask, so nobody is authorised; what the app finds out stays with the admins but for the verdict itself. */
	private async find(request: Request, asked: Exclude<Asked, NoHost>): Promise<Passage> {
		if (asked.kind === 'help') {
			return lookupHelp();
		}
		const own = await readOwnHost(request);
		return lookupAnswer(lookUp(asked, own, isOwn(asked.host, own) ? await this.ownVerdict(request) : NOTHING_KNOWN));
	}

	/** What this workspace is; of one that cannot be read nothing is known, and the asker is answered all the same. */
	private async ownVerdict({ read }: Request): Promise<OwnVerdict> {
		const { app } = this;
		try {
			const { posture } = await readAndJudge(read, app, await app.readings.appSettings(read));
			return verdictForEverybody(posture.deployment);
		} catch (reason) {
			app.logger.error(failureLine('reading the own workspace', reason));
			return NOTHING_KNOWN;
		}
	}
}

async function readOwnHost({ read }: Request): Promise<OwnHost> {
	const address = await readSetting(read, 'Site_Url');
	return address.readable ? { readable: true, host: hostOf(String(address.value)) } : { readable: false };
}
