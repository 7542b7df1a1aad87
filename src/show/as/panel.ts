import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { GOALS, PARTIES } from '../../catalogue/vocabulary';
import type { Party } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { isAcceptedByAdmin } from '../../posture/accepted';
import { carriesOutside, leavingFlows } from '../../posture/advice';
import { oncePer } from '../../posture/once';
import type { Plan } from '../../posture/plan';
import type { FlowFinding, Posture } from '../../posture/posture';
import { FORMATS } from '../formats';
import { agreedLines, shortlyAccepted } from '../tell/accepted';
import { changesAnswer, changesIfAny } from '../tell/changes';
import { firstSteps, stepLines } from '../tell/first';
import { headlineOf } from '../tell/headline';
import { baselineReasons, cellLines, cellsOf, exposureLines } from '../tell/exposure';
import { explanationOf, flowsIn, groupByRecipient, unknownLine, waysOf } from '../tell/flows';
import { legalAnswer } from '../tell/legal';
import { items, lines } from '../tell/passage';
import type { Passage } from '../tell/passage';
import { planAnswer } from '../tell/plan';
import { conflictOf, evidenceLine, serverOf, verdictLines, whereOf } from '../tell/verdict';
import { buttons, columns, context, divider, sections, sectionWithButton, sectionWithSelection, selection, wholeSection } from './blocks';
import type { Choice, Press, SurfaceContent } from './blocks';
import { openLookup, openPage, pressAccept } from './next';
import { IN_PANEL, NOTICE_ACTION } from './panel-actions';
import type { PanelAction, PanelPage } from './panel-actions';

/** What the panel shows: its first page, a list, how it is known, one flow, one party, a plan, or the legal view. */
export type PanelView = { readonly page: Exclude<PanelPage, 'legal'> } | { readonly explained: FlowFinding } | { readonly why: Party } | { readonly plan: Plan } | { readonly legal: { readonly contact: string | null } };

/** Flows on the first page, beside those that are among the first steps. */
const FLOWS_ON_FIRST_PAGE = 2;

/**
 * The panel (a contextual bar). Its first page holds the whole answer: headline, where it runs, what to do first, who can see what, what
 * leaves. Everything else is one press away, on a page of its own.
 *
 * @param appId the app's id, which every interactive block carries
 * @param notice what just happened, shown first: the answer to a pressed button
 */
export function statusPanel(
	posture: Posture,
	translate: Translate,
	appId: string,
	view: PanelView = { page: 'overview' },
	notice: Passage = [],
): SurfaceContent {
	const frame: Frame = { posture, translate, appId };
	return {
		title: translate('panel_title'),
		blocks: [...(notice.length === 0 ? [] : [wholeSection(notice, translate), divider()]), ...blocksOf(view, frame)],
	};
}

/** The first page by language and app: many who ask at the same moment share the posture. */
const overviewsOf = oncePer((_posture: Posture) => new Map<string, LayoutBlock[]>());

function blocksOf(view: PanelView, frame: Frame): LayoutBlock[] {
	if ('page' in view && view.page === 'overview') {
		const drawn = overviewsOf(frame.posture);
		const name = `${frame.translate.language} ${frame.appId}`;
		const blocks = drawn.get(name) ?? overview(frame);
		drawn.set(name, blocks);
		return blocks;
	}
	return [back('panel-back', frame), ...pageOf(view, frame), divider(), back('panel-back-below', frame)];
}

function pageOf(view: PanelView, frame: Frame): LayoutBlock[] {
	if ('explained' in view) {
		return explanation(view.explained, frame);
	}
	if ('why' in view) {
		return partyPage(view.why, frame);
	}
	if ('plan' in view) {
		return planPage(view.plan, frame);
	}
	return 'legal' in view ? legal(view.legal.contact, frame) : PAGES[view.page](frame);
}

interface Frame {
	readonly posture: Posture;
	readonly translate: Translate;
	readonly appId: string;
}

const PAGES: Readonly<Record<Exclude<PanelPage, 'legal'>, (frame: Frame) => LayoutBlock[]>> = {
	'overview': overview,
	'flows-on': flowsOn,
	'flows-unknown': flowsUnknown,
	'changes': changes,
	'how': how,
};

function overview(frame: Frame): LayoutBlock[] {
	const { posture, translate } = frame;
	const headline = wholeSection(lines(say('panel_headline', { headline: headlineOf(posture) })), translate);
	if (posture.isPermissionMissing) {
		return [headline, ...doFirst(frame), panelButtons('panel-actions', frame, [refresh(frame)])];
	}
	return [
		headline,
		...changesIfAny(posture.memory).map((line) => sectionWithButton(lines(line), translate, frame.appId, 'panel-changes', press('show', 'changes', translate('button_details')))),
		columns(whereOf(posture.deployment), translate),
		...doFirst(frame),
		divider(),
		wholeSection(lines(say('panel_exposure')), translate),
		...PARTIES.map((party) =>
			sectionWithButton(lines(say('panel_party', { party: say(`party_${party}`) }), ...exposureLines(posture, party)), translate, frame.appId, `panel-${party}`, press('why', party, translate('button_why'))),
		),
		...whatLeaves(frame),
		...documents(frame),
		howLine(frame),
	];
}

/** At most three steps, each with one button: to the very page of the administration, or to the explanation. */
function doFirst({ posture, translate, appId }: Frame): LayoutBlock[] {
	const steps = firstSteps(posture);
	if (steps.length === 0) {
		return [];
	}
	return [
		wholeSection(lines(say('first_heading')), translate),
		...steps.map((step, at) => {
			const [button = step.flow === null ? undefined : press('explain', step.flow, translate('button_details'))] = openPage(posture, step.adminPage, translate('button_open-page'), step.id);
			const passage = lines(...stepLines(step, at + 1, button === undefined));
			return button === undefined ? wholeSection(passage, translate) : sectionWithButton(passage, translate, appId, `panel-first-${at + 1}`, button);
		}),
	];
}

/** The flows that carry the most outside, of those that are not among the first steps; and how many there are. */
function whatLeaves(frame: Frame): LayoutBlock[] {
	const { posture, translate, appId } = frame;
	const steps = firstSteps(posture).map(({ flow }) => flow);
	const [on, unknown] = [flowsIn(posture, 'on').length, flowsIn(posture, 'unknown').length];
	const agreed = agreedLines(posture);
	return [
		sectionWithSelection(lines(say('panel_flows', { ways: waysOf(posture) })), translate, appId, 'panel-goals', 'plan' satisfies PanelAction, translate('plan_page'), goals(translate)),
		...leavingFlows(posture)
			.filter(({ id }) => !steps.includes(id))
			.slice(0, FLOWS_ON_FIRST_PAGE)
			.map((flow) => sectionWithButton(lines(say('panel_flow', { name: shortlyAccepted(flow), reason: carriesOutside(flow) })), translate, appId, `panel-flow-${flow.id}`, press('explain', flow.id, translate('button_details')))),
		...panelRow('panel-flows', frame, [
			...(on === 0 ? [] : [press('show', 'flows-on', translate(say('button_all', { count: on })))]),
			...(unknown === 0 ? [] : [press('show', 'flows-unknown', translate(say('button_to-check', { count: unknown })))]),
		]),
		...(agreed.length === 0 ? [] : [context(lines(...agreed), translate)]),
	];
}

function goals(translate: Translate): Choice[] {
	return GOALS.map((goal) => ({ label: translate(`goal_${goal}`), value: goal }));
}

/** The steps, each with the button to its page, and the plan as a file. */
function planPage(plan: Plan, frame: Frame): LayoutBlock[] {
	const { posture, translate, appId } = frame;
	const [heading = [], ...passages] = planAnswer(plan, posture);
	const pageOf = (at: number): Press | undefined => plan.steps.slice(at, at + 1).flatMap(({ adminPage, flows: [{ id }] }) => openPage(posture, adminPage, translate('button_open-page'), id))[0];
	return [
		wholeSection(heading, translate),
		panelButtons('panel-plan', frame, [press('export-plan', plan.goal, translate('button_plan'))]),
		selection('panel-goals', appId, 'plan' satisfies PanelAction, translate('plan_page'), goals(translate)),
		...passages.map((passage, at) => {
			const page = pageOf(at);
			return page === undefined ? wholeSection(passage, translate) : sectionWithButton(passage, translate, appId, `panel-step-${at + 1}`, page);
		}),
	];
}

/** What people want of documents has a button, the other formats a selection. */
function documents(frame: Frame): LayoutBlock[] {
	const { translate, appId } = frame;
	const choices = FORMATS.filter(({ id }) => id !== 'html' && id !== 'register').map(({ id }) => ({ label: translate(`export-format_${id}`), value: id }));
	return [
		sectionWithSelection(lines(say('panel_documents')), translate, appId, 'panel-formats', 'export' satisfies PanelAction, translate('button_more-formats'), choices),
		panelButtons('panel-documents', frame, [
			press('export', 'html', translate('button_report')),
			press('export', 'register', translate('button_register')),
			{ actionId: NOTICE_ACTION, value: 'notice', label: translate('button_notice') },
			press('show', 'legal', translate('button_legal')),
			refresh(frame),
		]),
	];
}

/** When it was read, what an app cannot see, and the way to how it is known. */
function howLine({ posture, translate, appId }: Frame): LayoutBlock {
	const { generatedAt, unseen, server } = posture;
	const passage = lines(say('panel_read-at-without-host', { time: new Date(generatedAt) }), say('panel_limits', { count: unseen.length }), ...(server.verified ? [] : [serverOf(posture)]));
	return sectionWithButton(passage, translate, appId, 'panel-how', press('show', 'how', translate('button_how')));
}

function changes({ posture: { memory }, translate }: Frame): LayoutBlock[] {
	return memory === null ? [] : changesAnswer(memory, false).filter((passage) => passage.length > 0).flatMap((passage) => sections(passage, translate));
}

/** Everything that the answer rests on: verdict, contradictions, evidence, what could not be read, what no app sees. */
function how({ posture, translate }: Frame): LayoutBlock[] {
	const { deployment, unseen, workspaceHost: host, generatedAt } = posture;
	const listed = (heading: Statement, all: readonly Statement[]): LayoutBlock[] => (all.length === 0 ? [] : [divider(), wholeSection(lines(heading), translate), ...sections(items(all), translate)]);
	return [
		wholeSection(lines(...verdictLines(deployment), serverOf(posture)), translate),
		...(host === null ? [] : [context(lines(say('panel_read-at', { host, time: new Date(generatedAt) })), translate)]),
		...listed(say('panel_conflicts'), deployment.conflicts.map(conflictOf)),
		...listed(say('panel_evidence'), deployment.evidence.map(evidenceLine)),
		...listed(say('panel_unread'), deployment.unread.map((id) => say('setting_id', { id }))),
		...(deployment.unread.length === 0 ? [] : [context(lines(say('panel_unread-how')), translate)]),
		...listed(say('panel_unseen'), unseen.map((id) => say(`unseen_${id}`))),
	];
}

function partyPage(party: Party, { posture, translate }: Frame): LayoutBlock[] {
	const cells = cellsOf(posture, party);
	return [
		wholeSection(lines(say('panel_party', { party: say(`party_${party}`) })), translate),
		...sections(items(cellLines(cells)), translate),
		...baselineReasons(cells).map((reason) => context(lines(reason), translate)),
	];
}

function flowsOn(frame: Frame): LayoutBlock[] {
	const { posture, translate } = frame;
	const flows = flowsIn(posture, 'on');
	return [
		wholeSection(lines(say('panel_flows', { ways: waysOf(posture) })), translate),
		...explainSelection(flows, frame),
		...groupByRecipient(flows, translate).flatMap(({ party, lines: shown }) => [
			wholeSection(lines(party === null ? say('panel_flows-inside') : say('panel_flows-party', { party: say(`party_${party}`) })), translate),
			...sections(items(shown), translate),
		]),
		...(flows.some(({ effect }) => effect === 'attempted') ? [context(lines(say('panel_flows-attempted')), translate)] : []),
	];
}

function flowsUnknown(frame: Frame): LayoutBlock[] {
	const { posture, translate } = frame;
	const flows = flowsIn(posture, 'unknown');
	return [
		wholeSection(lines(say('panel_flows-unknown', { count: flows.length })), translate),
		...explainSelection(flows, frame),
		...sections(items(flows.map(unknownLine)), translate),
		context(lines(say('panel_unread-how')), translate),
	];
}

function explanation(flow: FlowFinding, frame: Frame): LayoutBlock[] {
	const { posture, translate, appId } = frame;
	const { heading, answer, turnOff, loses, evidence } = explanationOf(flow);
	const [button] = openPage(posture, flow.adminPage, translate('button_open-page'), flow.id);
	return [
		wholeSection(lines(heading), translate),
		...answer.map((line) => wholeSection(lines(line), translate)),
		button === undefined ? wholeSection(lines(turnOff), translate) : sectionWithButton(lines(turnOff), translate, appId, 'panel-switch', button),
		...loses.map((line) => wholeSection(lines(line), translate)),
		...panelRow('panel-accept', frame, [...pressAccept(flow, translate, `${flow.id} ${IN_PANEL}`), ...(isAcceptedByAdmin(flow) ? [press('end-accepted', flow.id, translate('button_end-accepted'))] : [])]),
		divider(),
		...evidence.map((line) => context(lines(line), translate)),
	];
}

/** Whom to ask, the text to copy, and where to confirm it before it is sent; then the rest. */
function legal(contact: string | null, frame: Frame): LayoutBlock[] {
	const { posture, translate } = frame;
	const [whom, text, ...rest] = legalAnswer(posture, contact).map((passage) => wholeSection(passage, translate));
	return [...[whom, text].filter((block) => block !== undefined), panelButtons('panel-lookup', frame, [openLookup(translate)]), ...rest, context(lines(say('panel_legal-how')), translate)];
}

function explainSelection(flows: readonly FlowFinding[], { translate, appId }: Frame): LayoutBlock[] {
	return flows.length === 0 ? [] : [selection('panel-explain', appId, 'explain' satisfies PanelAction, translate('panel_explain-placeholder'), flows.map(({ id, name }) => ({ label: translate(name), value: id })))];
}

/** At the top and at the end of a page they lead back alike. */
function back(blockId: string, frame: Frame): LayoutBlock {
	return panelButtons(blockId, frame, [press('show', 'overview', frame.translate('button_back'))]);
}

function refresh({ translate }: Frame): Press {
	return press('refresh', 'refresh', translate('button_refresh'));
}

function press(actionId: PanelAction, value: string, label: string): Press {
	return { actionId, value, label };
}

function panelButtons(blockId: string, { appId }: Frame, presses: readonly Press[]): LayoutBlock {
	return buttons(blockId, appId, presses);
}

function panelRow(blockId: string, frame: Frame, presses: readonly Press[]): LayoutBlock[] {
	return presses.length === 0 ? [] : [panelButtons(blockId, frame, presses)];
}
