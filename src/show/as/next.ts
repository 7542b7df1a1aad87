import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { GOALS } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { isAcceptable, isAcceptedByAdmin } from '../../posture/accepted';
import type { Plan } from '../../posture/plan';
import type { FlowFinding, Posture } from '../../posture/posture';
import { FORMATS } from '../formats';
import { firstSteps, pageAddress } from '../tell/first';
import { flowsIn } from '../tell/flows';
import { buttons, selection } from './blocks';
import type { Press } from './blocks';
import { ACCEPT_ACTION, ASK_ACTION, LINK_ACTION, NOTICE_ACTION } from './panel-actions';

/** What the buttons below a message need to know. */
export interface NextFrame {
	readonly translate: Translate;
	/** The app's id, which every interactive block carries. */
	readonly appId: string;
	/** The thread of the message: an ephemeral message is in no database, so the server does not know it when something is pressed. */
	readonly threadId: string | undefined;
}

/** Presses below the short word that the panel is open: on a phone there is none, so that the whole answer can be had in the room. */
export function nextToPanel(frame: NextFrame): LayoutBlock[] {
	return [buttons('next', frame.appId, [ask(frame, frame.translate('button_text'), 'text')])];
}

/** Presses below the whole answer: the pages of the first steps, then what people ask next. */
export function nextToStatus(posture: Posture, frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	if (posture.isPermissionMissing) {
		return askAgain(translate('button_refresh'), 'text', frame);
	}
	const unknown = flowsIn(posture, 'unknown').length;
	return [
		...row('next-pages', appId, firstSteps(posture).flatMap(({ id, title, adminPage }) => openPage(posture, adminPage, translate(say('button_open', { title })), id))),
		buttons('next', appId, [
			ask(frame, translate(say('button_all', { count: flowsIn(posture, 'on').length })), 'flows on'),
			...(unknown === 0 ? [] : [ask(frame, translate(say('button_to-check', { count: unknown })), 'flows unknown')]),
			ask(frame, translate('button_legal'), 'legal'),
			ask(frame, translate('button_report'), 'export html'),
		]),
		...pickFlow([...flowsIn(posture, 'on'), ...flowsIn(posture, 'unknown')], frame),
	];
}

/** Presses below the explanation of a flow: the page with its switch; to accept it, or to end what an admin accepted. */
export function nextToFlow(posture: Posture, flow: FlowFinding, frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	return row('next', appId, [...openPage(posture, flow.adminPage, translate('button_open-page'), flow.id), ...pressAccept(flow, translate, asked(flow.id, frame)), ...(isAcceptedByAdmin(flow) ? [endPress(flow, frame)] : [])]);
}

/** The press that opens the form in which a flow is accepted, where it can be. */
export function pressAccept(flow: FlowFinding, translate: Translate, value: string): Press[] {
	return isAcceptable(flow) ? [{ actionId: ACCEPT_ACTION, label: translate('button_accept'), value }] : [];
}

function endPress({ id }: FlowFinding, frame: NextFrame): Press {
	return ask(frame, frame.translate('button_end-accepted'), `accept end ${id}`);
}

/** One press that ends what was accepted. */
export function pressEnd(flow: FlowFinding, frame: NextFrame): LayoutBlock[] {
	return [buttons('next', frame.appId, [endPress(flow, frame)])];
}

/** A selection of flows that were accepted: which of it to end. */
export function pickEnd(flows: readonly FlowFinding[], frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	const choices = flows.map(({ id, name }) => ({ label: translate(name), value: asked(`accept end ${id}`, frame) }));
	return choices.length === 0 ? [] : [selection('next-end', appId, ASK_ACTION, translate('button_end-accepted'), choices)];
}

/** More buttons than these nobody reads; each step names its page in words. */
const MOST_PAGES = 5;

/** Presses below a plan: the pages of its first steps, the file, the other goals. */
export function nextToPlan(plan: Plan, posture: Posture, frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	return [
		...row('next-pages', appId, pagesOf(plan, posture, translate).slice(0, MOST_PAGES)),
		buttons('next', appId, [ask(frame, translate('button_plan'), `export plan ${plan.goal}`)]),
		...pickGoal(frame),
	];
}

/** The page of each step, each page once. */
export function pagesOf({ steps }: Plan, posture: Posture, translate: Translate): Press[] {
	const presses = steps.flatMap(({ adminPage, flows: [{ id, name }] }) => openPage(posture, adminPage, translate(say('button_open', { title: name })), id));
	return presses.filter(({ url }, at) => presses.findIndex((press) => press.url === url) === at);
}

/** A selection of goals below a message. */
export function pickGoal(frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	return [selection('next-goal', appId, ASK_ACTION, translate('plan_page'), GOALS.map((goal) => ({ label: translate(`goal_${goal}`), value: asked(`plan ${goal}`, frame) })))];
}

/** A selection of flows below a message. */
export function pickFlow(flows: readonly FlowFinding[], frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	const choices = flows.map(({ id, name, state }) => ({ label: translate(say('panel_explain-option', { name, state: say(`flow-state_${state}`) })), value: asked(`explain ${id}`, frame) }));
	return choices.length === 0 ? [] : [selection('next-flow', appId, ASK_ACTION, translate('panel_explain-placeholder'), choices)];
}

/** A selection of export formats below a message. */
export function pickFormat(frame: NextFrame): LayoutBlock[] {
	const { translate, appId } = frame;
	return [selection('next-format', appId, ASK_ACTION, translate('button_export'), FORMATS.map(({ id }) => ({ label: translate(`export-format_${id}`), value: asked(`export ${id}`, frame) })))];
}

/** One press that asks anew. */
export function askAgain(label: string, words: string, frame: NextFrame): LayoutBlock[] {
	return [buttons('next', frame.appId, [ask(frame, label, words)])];
}

/** The press that opens Rocket.Chat's own page, which says whether it hosts an address: in the reader's browser, the app asks nobody. */
export function openLookup(translate: Translate): Press {
	return { actionId: LINK_ACTION, label: translate('button_lookup'), value: 'lookup', url: SERVER_LOOKUP_URL };
}

/** The same below a message. */
export function lookupButton({ translate, appId }: NextFrame): LayoutBlock[] {
	return [buttons('next', appId, [openLookup(translate)])];
}

/** Presses below what is said of requests from authorities. */
export function nextToLegal(frame: NextFrame): LayoutBlock[] {
	return [buttons('next', frame.appId, [openLookup(frame.translate), ask(frame, frame.translate('button_report'), 'export html')])];
}

/** One press that opens the privacy notice, for whom the rest is not shown. */
export function noticeButton({ translate, appId }: NextFrame): LayoutBlock[] {
	return [buttons('next', appId, [{ actionId: NOTICE_ACTION, value: 'notice', label: translate('button_notice') }])];
}

/** The press that opens a page of the administration; none where its address is not known. */
export function openPage(posture: Posture, adminPage: string | null, label: string, value: string): Press[] {
	const url = pageAddress(posture, adminPage);
	return url === null ? [] : [{ actionId: LINK_ACTION, label, value, url }];
}

function row(blockId: string, appId: string, presses: readonly Press[]): LayoutBlock[] {
	return presses.length === 0 ? [] : [buttons(blockId, appId, presses)];
}

function ask(frame: NextFrame, label: string, words: string): Press {
	return { actionId: ASK_ACTION, label, value: asked(words, frame) };
}

/** The words with the thread, as one value. */
export function asked(words: string, { threadId }: Pick<NextFrame, 'threadId'>): string {
	return threadId === undefined ? words : `${words}|${threadId}`;
}

/** The words and the thread in what was pressed, whatever it is. */
export function askedWords(value: string | undefined): { readonly words: readonly string[]; readonly threadId: string | undefined } {
	const [words = '', threadId] = (value ?? '').slice(0, 300).split('|');
	return { words: words.split(' ').filter((word) => word !== ''), threadId: threadId !== undefined && /^[\w-]{1,40}$/.test(threadId) ? threadId : undefined };
}
