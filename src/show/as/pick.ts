import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { FlowFinding } from '../../posture/posture';
import { selection } from './blocks';
import type { PanelAction } from './panel-actions';

/**
 * A selection of flows below a message.
 *
 * @param appId the app's id, which every interactive block carries
 * @param threadId the thread of the message: an ephemeral message is in no database, so the server does not know it when one is picked
 */
export function pickFlow(flows: readonly FlowFinding[], translate: Translate, appId: string, threadId: string | undefined): LayoutBlock {
	const choices = flows.map(({ id, name, state }) => ({ label: translate(say('panel_explain-option', { name, state: say(`flow-state_${state}`) })), value: threadId === undefined ? id : `${id} ${threadId}` }));
	return selection('message-explain', appId, 'explain' satisfies PanelAction, translate('panel_explain-placeholder'), choices);
}

/** The id and the thread in what was picked, whatever it is. */
export function pickedFlow(value: string | undefined): readonly [string, string | undefined] {
	const [id = '', threadId] = (value ?? '').split(' ');
	return [id, threadId !== undefined && /^[\w-]{1,40}$/.test(threadId) ? threadId : undefined];
}
