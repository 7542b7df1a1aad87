import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { say } from '../../language/translate';
import { toJsonFile } from '../../report/json';
import { helpMessage, statusMessage, unknownFormatMessage, unknownWordMessage } from '../../views/messages';
import { statusPanel } from '../../views/panel';
import { answering, askersLanguage, openPanel, refuse, tell } from '../answer';
import { mayAsk } from '../authorise';
import { handOver } from '../hand-over';
import { look } from '../look';
import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';
import { EXPORT_FORMATS, parseStatusRequest } from './words';

/** `/privacy-status`: what this deployment exposes, for admins. */
export class PrivacyStatusCommand implements ISlashCommand {
	public readonly command = 'privacy-status';

	public readonly i18nDescription = 'ps_command_status_description';

	public readonly i18nParamsExample = 'ps_command_status_params';

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
		await answering(
			request,
			this.app,
			async () => {
				if (!(await mayAsk(request.user, read))) {
					await refuse(request, this.app);
					return;
				}
				await this.answer(request, context.getArguments());
			},
			say('failed'),
		);
	}

	private async answer(request: Request, words: readonly string[]): Promise<void> {
		const wanted = parseStatusRequest(words);
		switch (wanted.kind) {
			case 'status':
				await this.showStatus(request);
				break;
			case 'export':
				await this.exportReport(request);
				break;
			case 'help':
				await tell(request, helpMessage(await askersLanguage(request)));
				break;
			case 'export-unknown':
				await tell(request, unknownFormatMessage(wanted.typed, EXPORT_FORMATS, await askersLanguage(request)));
				break;
			case 'unknown':
				await tell(request, unknownWordMessage(wanted.typed, wanted.suggestion, await askersLanguage(request)));
				break;
		}
	}

	private async showStatus(request: Request): Promise<void> {
		const { posture, translate } = await look(request, this.app);
		// The panel first: its trigger id lives for seconds, the message does not hurry.
		await openPanel(request, this.app, statusPanel(posture, translate, this.app.id));
		await tell(request, statusMessage(posture, translate));
	}

	private async exportReport(request: Request): Promise<void> {
		const sight = await look(request, this.app);
		const { posture, translate } = sight;
		await tell(request, translate(await handOver(request, this.app, toJsonFile(posture, translate), sight)));
	}
}
