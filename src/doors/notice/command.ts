import { noticeHelp, unknownNoticeWord } from '../../show/tell/notice';
import { answer, answeringEverybody } from '../asking/answer';
import { openNotice, tellNotice } from './notice';
import type { Request } from '../asking/request';
import { Command } from '../asking/command';

/** `/privacy-notice`: the notice that applies to this workspace, for everybody. */
export class PrivacyNoticeCommand extends Command {
	public override readonly command = 'privacy-notice';

	public override readonly i18nDescription = 'ps_command_notice_description';

	public override readonly i18nParamsExample = 'ps_command_notice_params';

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		await answeringEverybody(request, this.app, 'notice_failed', (present) => this.respond(present, words));
	}

	private async respond(request: Request, words: readonly string[]): Promise<void> {
		const [typed] = words.filter((word) => word.trim() !== '');
		switch (typed?.toLowerCase()) {
			case undefined:
				return openNotice(request, this.app);
			case 'text':
				return tellNotice(request, this.app);
			case 'help':
				return answer(request, noticeHelp());
			default:
				return answer(request, ...unknownNoticeWord(typed ?? ''));
		}
	}
}
