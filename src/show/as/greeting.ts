import type { LayoutBlock } from '@rocket.chat/ui-kit';

import type { Translate } from '../../language/translate';
import { greeting } from '../tell/greeting';
import { buttons, wholeSection } from './blocks';
import { asText } from './chat';
import { NOTICE_ACTION, OPEN_STATUS_ACTION } from './panel-actions';

/**
 * The greeting as a message. A client that draws its blocks leaves its text out (Rocket.Chat, RoomMessageContent.tsx), which then shows in
 * notifications and searches only.
 *
 * @param appId the app's id, which every interactive block carries
 */
export function greetingMessage(translate: Translate, appId: string): { readonly text: string; readonly blocks: LayoutBlock[] } {
	const open = (label: 'ps_menu_status' | 'ps_menu_notice', actionId: string) => ({ label: translate(label), actionId, value: actionId });
	return {
		text: asText(greeting(), translate),
		blocks: [
			wholeSection(greeting(), translate),
			buttons('greeting', appId, [open('ps_menu_status', OPEN_STATUS_ACTION), open('ps_menu_notice', NOTICE_ACTION)]),
		],
	};
}
