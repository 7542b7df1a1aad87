import type { LayoutBlock } from '@rocket.chat/ui-kit';

import type { Translate } from '../../language/translate';
import type { Posture } from '../../posture/posture';
import type { Difference } from '../../posture/snapshot';
import { alertPassage } from '../tell/changes';
import { buttons, wholeSection } from './blocks';
import { asText } from './chat';
import { ASK_ACTION } from './panel-actions';

/** The message of the daily look, with a button that shows all that changed to whoever may see it. */
export function alertMessage(posture: Posture, difference: Difference, isWhole: boolean, isDirect: boolean, translate: Translate, appId: string): { readonly text: string; readonly blocks: LayoutBlock[] } {
	const passage = alertPassage(posture, difference, isWhole, isDirect);
	return { text: asText(passage, translate), blocks: [wholeSection(passage, translate), buttons('alert', appId, [{ actionId: ASK_ACTION, label: translate('button_changes'), value: 'changes' }])] };
}
