import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { PARTIES } from '../../catalogue/vocabulary';
import type { Party } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { FlowFinding, Posture } from '../../posture/posture';
import { FORMATS } from '../formats';
import { firstSteps, pageAddress, stepLines } from '../tell/first';
import { headlineOf } from '../tell/headline';
import { baselineReasons, cellLines, cellsOf } from '../tell/exposure';
import { explanationOf, flowsIn, groupByRecipient, unknownLine, waysOf } from '../tell/flows';
import { legalAnswer } from '../tell/legal';
import { items, lines } from '../tell/passage';
import { conflictOf, evidenceLine, serverOf, verdictLines } from '../tell/verdict';
import { buttons, context, divider, sections, sectionWithButton, selection, wholeSection } from './blocks';
import type { Choice, SurfaceContent } from './blocks';
import { LINK_ACTION } from './panel-actions';
import type { PanelAction, PanelPage } from './panel-actions';

/** What the panel shows: all of it with long lists folded, one list whole, one flow explained, or the legal view. */
export type PanelView = { readonly page: Exclude<PanelPage, 'legal'> } | { readonly explained: FlowFinding } | { readonly legal: { readonly contact: string | null } };

/** A list longer than this is folded in the overview; the rest is one press away. */
const LINES_IN_OVERVIEW = 14;

/**
 * The panel (a contextual bar): verdict, contradictions, the matrix, what leaves, what cannot be told, the evidence, the limits.
 *
 * @param appId the app's id, which every interactive block carries
 * @param notice what just happened, shown first: the answer to a pressed button
 */
export function statusPanel(
	posture: Posture,
	translate: Translate,
	appId: string,
	view: PanelView = { page: 'overview' },
	notice: Statement | null = null,
): SurfaceContent {
	const frame: Frame = { posture, translate, appId };
	return {
		title: translate('panel_title'),
		blocks: [...(notice === null ? [] : [wholeSection(lines(notice), translate), divider()]), ...blocksOf(view, frame)],
	};
}

function blocksOf(view: PanelView, frame: Frame): LayoutBlock[] {
	if ('explained' in view) {
		return explanation(view.explained, frame);
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
	'flows-on': (frame) => [backButton(frame), ...flowsOn(frame, Infinity)],
	'flows-unknown': (frame) => [backButton(frame), ...flowsUnknown(frame, Infinity)],
};

function overview(frame: Frame): LayoutBlock[] {
	return [
		wholeSection(lines(headlineOf(frame.posture)), frame.translate),
		...doFirst(frame),
		divider(),
		...verdict(frame),
		...conflicts(frame),
		divider(),
		...exposure(frame),
		divider(),
		...flowsOn(frame, LINES_IN_OVERVIEW),
		explainSelection(frame),
		...flowsUnknown(frame, LINES_IN_OVERVIEW),
		divider(),
		...evidence(frame),
		divider(),
		...limits(frame),
	];
}

/** At most three steps, each with one button: to the very page of the administration, or to the explanation. */
function doFirst({ posture, translate, appId }: Frame): LayoutBlock[] {
	const steps = firstSteps(posture);
	if (steps.length === 0) {
		return [];
	}
	return [
		divider(),
		wholeSection(lines(say('first_heading')), translate),
		...steps.map((step, at) => {
			const url = pageAddress(posture, step.adminPage);
			const passage = lines(...stepLines(step, at + 1, url === null && step.flow === null));
			const button =
				url !== null
					? { label: translate('button_open-page'), actionId: LINK_ACTION, value: step.id, url }
					: step.flow !== null && { label: translate('button_details'), actionId: 'explain' satisfies PanelAction, value: step.flow };
			return button === false ? wholeSection(passage, translate) : sectionWithButton(passage, translate, appId, `panel-first-${at + 1}`, button);
		}),
	];
}

function verdict(frame: Frame): LayoutBlock[] {
	const { posture, translate, appId } = frame;
	const { deployment, workspaceHost: host } = posture;
	const time = new Date(posture.generatedAt);
	return [
		wholeSection(lines(...verdictLines(deployment)), translate),
		context(lines(host === null ? say('panel_read-at-without-host', { time }) : say('panel_read-at', { host, time })), translate),
		panelButtons('panel-actions', appId, [
			{ actionId: 'refresh', value: 'refresh', label: translate('button_refresh') },
			{ actionId: 'show', value: 'legal', label: translate('button_legal') },
			{ actionId: 'notice', value: 'notice', label: translate('button_notice') },
		]),
		exportSelection(frame),
	];
}

function conflicts({ posture, translate }: Frame): LayoutBlock[] {
	const found = posture.deployment.conflicts;
	return found.length === 0 ? [] : [divider(), wholeSection(lines(say('panel_conflicts')), translate), ...sections(items(found.map(conflictOf)), translate)];
}

function exposure({ posture, translate }: Frame): LayoutBlock[] {
	return [wholeSection(lines(say('panel_exposure')), translate), ...PARTIES.flatMap((party) => partyBlocks(posture, party, translate))];
}

function partyBlocks(posture: Posture, party: Party, translate: Translate): LayoutBlock[] {
	const cells = cellsOf(posture, party);
	const reasons = baselineReasons(cells);
	return [
		wholeSection([...lines(say('panel_party', { party: say(`party_${party}`) })), ...items(cellLines(cells))], translate),
		context(reasons.length === 0 ? [] : lines(reasons.reduce((first, second) => say('caveats_joined', { first, second }))), translate),
	];
}

function flowsOn({ posture, translate, appId }: Frame, most: number): LayoutBlock[] {
	const flows = flowsIn(posture, 'on');
	const blocks = [wholeSection(lines(say('panel_flows', { ways: waysOf(posture) })), translate)];
	if (flows.length === 0) {
		return [...blocks, context(lines(say('panel_flows-none')), translate)];
	}
	const groups = groupByRecipient(flows, translate);
	let left = most;
	for (const group of groups) {
		const shown = group.lines.slice(0, left);
		left -= shown.length;
		if (shown.length > 0) {
			blocks.push(wholeSection(lines(group.party === null ? say('panel_flows-inside') : say('panel_flows-party', { party: say(`party_${group.party}`) })), translate), ...sections(items(shown), translate));
		}
	}
	const hidden = groups.flatMap((group) => group.lines).length - most;
	if (hidden > 0) {
		blocks.push(panelButtons('panel-flows-on', appId, [{ actionId: 'show', value: 'flows-on', label: translate(say('panel_rest', { count: hidden })) }]));
	}
	if (flows.some(({ effect }) => effect === 'attempted')) {
		blocks.push(context(lines(say('panel_flows-attempted')), translate));
	}
	return blocks;
}

function flowsUnknown({ posture, translate, appId }: Frame, most: number): LayoutBlock[] {
	const flows = flowsIn(posture, 'unknown');
	const { unread } = posture.deployment;
	const blocks: LayoutBlock[] = [];
	if (flows.length > 0) {
		blocks.push(divider(), wholeSection(lines(say('panel_flows-unknown', { count: flows.length })), translate), ...sections(items(flows.slice(0, most).map(unknownLine)), translate));
		if (flows.length > most) {
			const label = translate(say('panel_rest', { count: flows.length - most }));
			blocks.push(panelButtons('panel-flows-unknown', appId, [{ actionId: 'show', value: 'flows-unknown', label }]));
		}
	}
	if (unread.length > 0) {
		blocks.push(divider(), wholeSection(lines(say('panel_unread')), translate), ...sections(items(unread.slice(0, most).map((id) => say('setting_id', { id }))), translate));
	}
	return blocks.length === 0 ? [] : [...blocks, context(lines(say('panel_unread-how')), translate)];
}

function evidence({ posture, translate }: Frame): LayoutBlock[] {
	return [wholeSection(lines(say('panel_evidence')), translate), ...sections(items(posture.deployment.evidence.map(evidenceLine)), translate)];
}

function limits({ posture, translate }: Frame): LayoutBlock[] {
	return [
		wholeSection(lines(serverOf(posture)), translate),
		divider(),
		wholeSection(lines(say('panel_unseen')), translate),
		...sections(items(posture.unseen.map((id) => say(`unseen_${id}`))), translate),
	];
}

function explanation(flow: FlowFinding, frame: Frame): LayoutBlock[] {
	return [backButton(frame), ...explanationOf(flow).map((line) => wholeSection(lines(line), frame.translate)), divider(), explainSelection(frame)];
}

function legal(contact: string | null, frame: Frame): LayoutBlock[] {
	const { posture, translate } = frame;
	return [backButton(frame), ...legalAnswer(posture, contact).map((passage) => wholeSection(passage, translate)), context(lines(say('panel_legal-how')), translate)];
}

/** The flows that leave or may leave; a selection of all would be too long to pick from, and the command explains the rest. */
function explainSelection({ posture, translate, appId }: Frame): LayoutBlock {
	const flows = [...flowsIn(posture, 'on'), ...flowsIn(posture, 'unknown')];
	const choices = flows.map(({ id, name, state }) => ({ label: translate(say('panel_explain-option', { name, state: say(`flow-state_${state}`) })), value: id }));
	return selection('panel-explain', appId, 'explain' satisfies PanelAction, translate('panel_explain-placeholder'), choices);
}

function exportSelection({ translate, appId }: Frame): LayoutBlock {
	const choices = FORMATS.map(({ id }) => ({ label: translate(`export-format_${id}`), value: id }));
	return selection('panel-export', appId, 'export' satisfies PanelAction, translate('button_export'), choices);
}

function backButton({ translate, appId }: Frame): LayoutBlock {
	return panelButtons('panel-back', appId, [{ actionId: 'show', value: 'overview', label: translate('button_back') }]);
}

function panelButtons(blockId: string, appId: string, choices: readonly (Choice & { readonly actionId: PanelAction })[]): LayoutBlock {
	return buttons(blockId, appId, choices);
}
