import { REASON_LIMIT } from '../../catalogue/agreement';
import { say } from '../../language/statement';
import type { FlowFinding } from '../../posture/posture';
import { explanationOf } from '../tell/flows';
import { lines } from '../tell/passage';
import { button, context, field, wholeSection } from './blocks';
import type { SurfaceContent } from './blocks';
import { asked } from './next';
import type { NextFrame } from './next';

/** The fields of the form in which a flow is accepted. */
export type AcceptField = 'reason' | 'until';

/**
 * The form in which a flow is accepted, as a modal. The day is a text: phones draw a date without a value as an invalid one, and a browser
 * hands over one that is half entered as none.
 *
 * @param id all that a phone sends with what was entered
 */
export function acceptForm(flow: FlowFinding, frame: NextFrame, id: string): SurfaceContent {
	const { translate, appId } = frame;
	const foot = (actionId: string, label: string) => button('accept', appId, { actionId, value: flow.id, label });
	return {
		id: asked(id, frame),
		title: translate('accept_submit'),
		blocks: [
			wholeSection(lines(explanationOf(flow).heading, say('explain_purpose', { text: flow.purpose })), translate),
			field('reason' satisfies AcceptField, appId, translate(say('accept_reason', { limit: REASON_LIMIT })), { multiline: true }),
			field('until' satisfies AcceptField, appId, translate('accept_until'), { placeholder: { type: 'plain_text', text: 'YYYY-MM-DD' } }),
			context(lines(say('accept_effect')), translate),
		],
		close: foot('cancel', translate('button_cancel')),
		submit: foot('submit', translate('accept_submit')),
	};
}
