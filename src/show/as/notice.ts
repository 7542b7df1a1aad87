import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { noticeParts } from '../tell/notice';
import type { NoticeAnswer } from '../tell/notice';
import { context, divider, sections, wholeSection } from './blocks';
import type { SurfaceContent } from './blocks';
import { asMessages } from './chat';

/** The notice in messages: the organisation's words are in messages of their own. */
export function noticeMessages(answer: NoticeAnswer, translate: Translate): string[] {
	const { inShort, head, statements, foot, unstated, ownText, forAdmins } = noticeParts(answer, translate.language !== 'en');
	return [[inShort, unstated, head, statements, foot], [ownText], forAdmins].flatMap((passages) => asMessages(passages, translate));
}

/**
 * The same as a modal. Without a button of its own its foot would be an empty band, at which a line ends half cut.
 *
 * @param appId the app's id, which every interactive block carries
 */
export function noticeModal(answer: NoticeAnswer, translate: Translate, appId: string): SurfaceContent {
	const { inShort, head, statements, foot, unstated, ownText, forAdmins } = noticeParts(answer, translate.language !== 'en');
	return {
		title: translate(say('ps_menu_notice')),
		blocks: [
			wholeSection(inShort, translate),
			...(unstated.length === 0 ? [] : [context(unstated, translate)]),
			divider(),
			wholeSection(head, translate),
			wholeSection(statements, translate),
			context(foot, translate),
			...[[ownText], forAdmins].flatMap((passages) => {
				const told = passages.filter((passage) => passage.length > 0);
				return told.length === 0 ? [] : [divider(), ...told.flatMap((passage) => sections(passage, translate))];
			}),
		],
		close: { type: 'button', appId, blockId: 'notice', actionId: 'done', text: { type: 'plain_text', text: translate('done') } },
	};
}
