import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

import { noticeFailedModal, noticeHelp, unknownNoticeWord } from '../../views/notice';
import { answeringEverybody, askersLanguage, tell } from '../answer';
import { tellNotice } from '../notice';
import { makeRequest } from '../request';
import type { AppFacts, Request } from '../request';

/** `/privacy-notice`: the notice that applies to this workspace, for everybody. */
export class PrivacyNoticeCommand implements ISlashCommand {
	public readonly command = 'privacy-notice';

	public readonly i18nDescription = 'ps_command_notice_description';

	public readonly i18nParamsExample = 'ps_command_notice_params';

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
		await answeringEverybody(request, this.app, noticeFailedModal, () => this.answer(request, context.getArguments()));
	}

	private async answer(request: Request, words: readonly string[]): Promise<void> {
		const [typed] = words.filter((word) => word.trim() !== '');
		if (typed === undefined) {
			await tellNotice(request, this.app);
			return;
		}
		const translate = await askersLanguage(request);
		await tell(request, typed.toLowerCase() === 'help' ? noticeHelp(translate) : unknownNoticeWord(typed, translate));
	}
}
