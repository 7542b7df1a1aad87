import { noticeHelp, unknownNoticeWord } from '../../views/notice';
import { answeringEverybody, askersLanguage, tell } from '../answer';
import { tellNotice } from '../notice';
import type { Request } from '../request';
import { Command } from './command';

/** `/privacy-notice`: the notice that applies to this workspace, for everybody. */
export class PrivacyNoticeCommand extends Command {
	public override readonly command = 'privacy-notice';

	public override readonly i18nDescription = 'ps_command_notice_description';

	public override readonly i18nParamsExample = 'ps_command_notice_params';

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		await answeringEverybody(request, this.app, 'notice_failed', () => this.answer(request, words));
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
