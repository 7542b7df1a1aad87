import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { noticeParts } from '../tell/notice';
import type { NoticeAnswer } from '../tell/notice';
import { context, divider, sections, wholeSection } from './blocks';
import type { SurfaceContent } from './blocks';
import { asMessages } from './chat';

/** The notice in messages: the organisation's words are in messages of their own. */
export function noticeMessages(answer: NoticeAnswer, translate: Translate): string[] {
	const { head, statements, foot, stated, ownText, forAdmins } = noticeParts(answer, translate.language !== 'en');
	return [[head, statements, foot], [stated, ownText], forAdmins].flatMap((passages) => asMessages(passages, translate));
}

/** The same as a modal. */
export function noticeModal(answer: NoticeAnswer, translate: Translate): SurfaceContent {
	const { head, statements, foot, stated, ownText, forAdmins } = noticeParts(answer, translate.language !== 'en');
	return {
		title: translate(say('app_name')),
		blocks: [
			wholeSection(head, translate),
			wholeSection(statements, translate),
			context(foot, translate),
			divider(),
			wholeSection(stated, translate),
			...sections(ownText, translate),
			...(forAdmins.length === 0 ? [] : [divider(), ...forAdmins.filter((passage) => passage.length > 0).flatMap((passage) => sections(passage, translate))]),
		],
	};
}
