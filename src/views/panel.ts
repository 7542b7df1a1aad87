import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { PARTIES, REPORT_FORMATS } from '../catalogue/words';
import type { Party } from '../catalogue/words';
import { say } from '../language/translate';
import type { MessageKey, Statement, Translate } from '../language/translate';
import { flowsBehind } from '../posture/exposure';
import type { ExposureCell, FlowFinding, Posture } from '../posture/posture';
import { countsOf, explanationOf, flowsIn, groupByRecipient, unknownLine } from './flows';
import { legalSections } from './legal';
import type { OwnContact } from './legal';
import type { PanelAction, PanelPage } from './panel-actions';
import { intoMessages } from './split';
import { cellsOf, evidenceLine, licenceOf, registrationOf, reportingOf, verdictOf } from './words';

export interface PanelContent {
	readonly title: string;
	readonly blocks: LayoutBlock[];
}

/** What the panel shows: all of it with long lists folded, one list whole, one flow explained, or the legal view. */
export type PanelView = { readonly page: Exclude<PanelPage, 'legal'> } | { readonly explained: FlowFinding } | { readonly legal: OwnContact };

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
): PanelContent {
	const frame: Frame = { posture, translate, appId };
	return {
		title: translate('panel_title'),
		blocks: [...(notice === null ? [] : [section(translate(notice)), divider()]), ...blocksOf(view, frame)],
	};
}

function blocksOf(view: PanelView, frame: Frame): LayoutBlock[] {
	if ('explained' in view) {
		return explanation(view.explained, frame);
	}
	return 'legal' in view ? legal(view.legal, frame) : PAGES[view.page](frame);
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

function verdict(frame: Frame): LayoutBlock[] {
	const { posture, translate, appId } = frame;
	const { deployment, workspaceHost: host } = posture;
	const time = new Date(posture.generatedAt);
	const buttons = [
		{ actionId: 'refresh', label: translate('button_refresh') },
		{ actionId: 'show', value: 'legal', label: translate('button_legal') },
		{ actionId: 'notice', label: translate('button_notice') },
	] as const;
	return [
		section([verdictOf(deployment), registrationOf(deployment), licenceOf(deployment), reportingOf(deployment)].map(translate).join('\n')),
		context(translate(host === null ? say('panel_read-at-without-host', { time }) : say('panel_read-at', { host, time }))),
		actions('panel-actions', appId, buttons),
		exportSelection(frame),
	];
}

function conflicts({ posture, translate }: Frame): LayoutBlock[] {
	const found = posture.deployment.conflicts;
	if (found.length === 0) {
		return [];
	}
	return [divider(), section(translate('panel_conflicts')), ...list(found.map(({ id, statement }) => say('conflict_line-panel', { id, statement })), translate)];
}

function exposure({ posture, translate }: Frame): LayoutBlock[] {
	return [section(translate('panel_exposure')), ...PARTIES.flatMap((party) => partyBlocks(posture, party, translate))];
}

function flowsOn({ posture, translate, appId }: Frame, most: number): LayoutBlock[] {
	const flows = flowsIn(posture, 'on');
	const { sent, attempted } = countsOf(posture);
	const blocks = [section(translate(attempted > 0 ? say('panel_flows-attempted-count', { sent, attempted }) : say('panel_flows', { count: sent })))];
	if (flows.length === 0) {
		return [...blocks, context(translate('panel_flows-none'))];
	}
	const groups = groupByRecipient(flows, translate);
	let left = most;
	for (const { party, lines } of groups) {
		const shown = lines.slice(0, left);
		left -= shown.length;
		if (shown.length > 0) {
			blocks.push(section(translate(say('panel_flows-party', { party: say(`party_${party}`) }))), ...list(shown, translate));
		}
	}
	const hidden = groups.flatMap(({ lines }) => lines).length - most;
	if (hidden > 0) {
		blocks.push(actions('panel-flows-on', appId, [{ actionId: 'show', value: 'flows-on', label: translate(say('panel_rest', { count: hidden })) }]));
	}
	if (flows.some(({ effect }) => effect === 'attempted')) {
		blocks.push(context(translate('panel_flows-attempted')));
	}
	return blocks;
}

function flowsUnknown({ posture, translate, appId }: Frame, most: number): LayoutBlock[] {
	const flows = flowsIn(posture, 'unknown');
	const { unread } = posture.deployment;
	const blocks: LayoutBlock[] = [];
	if (flows.length > 0) {
		blocks.push(divider(), section(translate(say('panel_flows-unknown', { count: flows.length }))), ...list(flows.slice(0, most).map(unknownLine), translate));
		if (flows.length > most) {
			const label = translate(say('panel_rest', { count: flows.length - most }));
			blocks.push(actions('panel-flows-unknown', appId, [{ actionId: 'show', value: 'flows-unknown', label }]));
		}
	}
	if (unread.length > 0) {
		blocks.push(divider(), section(translate('panel_unread')), ...list(unread.slice(0, most).map((id) => say('panel_unread-line', { id })), translate));
	}
	return blocks.length === 0 ? [] : [...blocks, context(translate('panel_unread-how'))];
}

function evidence({ posture, translate }: Frame): LayoutBlock[] {
	return [section(translate('panel_evidence')), ...list(posture.deployment.evidence.map(evidenceLine), translate)];
}

function limits({ posture, translate }: Frame): LayoutBlock[] {
	const { family } = posture.server;
	return [
		section(translate(family === 'unknown' ? 'panel_server-unknown' : say('panel_server', { family: say(`family_${family}`) }))),
		divider(),
		section(translate('panel_unseen')),
		...list(posture.unseen.map((id) => say(`unseen_${id}`)), translate),
	];
}

function explanation(flow: FlowFinding, frame: Frame): LayoutBlock[] {
	return [backButton(frame), ...explanationOf(flow).map((line) => section(frame.translate(line))), divider(), explainSelection(frame)];
}

function legal(contact: OwnContact, frame: Frame): LayoutBlock[] {
	const sections = legalSections(frame.posture, contact, frame.translate);
	return [backButton(frame), ...sections.map(section), context(frame.translate('panel_legal-how'))];
}

/** The flows that leave or may leave; a selection of all would be too long to pick from, and the command explains the rest. */
function explainSelection(frame: Frame): LayoutBlock {
	const { posture, translate } = frame;
	const flows = [...flowsIn(posture, 'on'), ...flowsIn(posture, 'unknown')];
	const options = flows.map(({ id, state }) => ({ text: translate(say('panel_explain-option', { id, state: say(`flow-state_${state}`) })), value: id }));
	return selection(frame, 'panel-explain', 'explain', 'panel_explain-placeholder', options);
}

function exportSelection(frame: Frame): LayoutBlock {
	const options = REPORT_FORMATS.map((format) => ({ text: frame.translate(`export-format_${format}`), value: format }));
	return selection(frame, 'panel-export', 'export', 'button_export', options);
}

function selection({ translate, appId }: Frame, blockId: string, actionId: PanelAction, placeholder: MessageKey, options: readonly { text: string; value: string }[]): LayoutBlock {
	return {
		type: 'actions',
		blockId,
		appId,
		elements: [
			{
				type: 'static_select',
				appId,
				blockId,
				actionId,
				placeholder: { type: 'plain_text', text: translate(placeholder) },
				options: options.map(({ text, value }) => ({ text: { type: 'plain_text', text }, value })),
			},
		],
	};
}

function backButton({ translate, appId }: Frame): LayoutBlock {
	return actions('panel-back', appId, [{ actionId: 'show', value: 'overview', label: translate('button_back') }]);
}

/** One sentence as a modal, where no room is at hand to say it in. */
export function sentenceModal(sentence: MessageKey, translate: Translate): PanelContent {
	return { title: translate('app_name'), blocks: [section(translate(sentence))] };
}

function partyBlocks(posture: Posture, party: Party, translate: Translate): LayoutBlock[] {
	const cells = cellsOf(posture, party);
	const lines = new Set(cells.map((cell) => translate(cellLine({ ...cell, category: 'account-data' })))).size === 1 ? [sameLine(cells)] : cells.map(cellLine);
	// The baseline's reason is the same for all cells of a party: said once, below them.
	const reasons = [...new Set(cells.flatMap(({ because }) => because.filter(({ source }) => !source.startsWith('flow:')).map(({ statement }) => translate(statement))))];
	return [section([translate(say('panel_party', { party: say(`party_${party}`) })), ...lines.map((line) => `- ${translate(line)}`)].join('\n')), context(reasons.join(' '))];
}

/** More flows than this are counted instead of named; the report names them all. */
const FLOWS_IN_CELL = 6;

function cellLine(cell: ExposureCell): Statement {
	const params = { category: say(`category_${cell.category}`), state: cellState(cell) };
	const flows = flowsOfCell(cell);
	const isSaid = flows.length === 0 || cell.condition?.key === 'condition_flows';
	if (isSaid) {
		return say('panel_cell', params);
	}
	return say(cell.state === 'unknown' ? 'panel_cell-unknown' : 'panel_cell-flows', { ...params, flows });
}

function flowsOfCell(cell: ExposureCell): (string | Statement)[] {
	const flows = flowsBehind(cell).map((id) => `\`${id}\``);
	const rest = flows.length - FLOWS_IN_CELL;
	return rest > 0 ? [...flows.slice(0, FLOWS_IN_CELL), say('panel_cell-more', { count: rest })] : flows;
}

/** One line instead of five where all five say the same. */
function sameLine([cell]: readonly ExposureCell[]): Statement {
	return cell === undefined ? say('exposure_unknown') : say('panel_cell', { category: say('category_all'), state: cellState(cell) });
}

function cellState(cell: ExposureCell): Statement {
	const exposure = say(`exposure_${cell.state}`);
	const condition = cell.condition?.key === 'condition_flows' ? say('condition_flows', { flows: flowsOfCell(cell) }) : cell.condition;
	return condition === null ? say('panel_state', { exposure }) : say('panel_state-condition', { exposure, condition });
}

export function section(text: string): LayoutBlock {
	return { type: 'section', text: { type: 'mrkdwn', text } };
}

export function context(text: string): LayoutBlock {
	return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

export function divider(): LayoutBlock {
	return { type: 'divider' };
}

/** List items, in as many sections as keep each at a comfortable length. */
function list(statements: readonly Statement[], translate: Translate): LayoutBlock[] {
	return intoMessages([statements.map((statement) => `- ${translate(statement)}`).join('\n')], SECTION_LIMIT).map(section);
}

/** Characters in one section: a longer text is hard to read in a narrow bar. */
const SECTION_LIMIT = 2500;

function actions(blockId: string, appId: string, buttons: readonly { actionId: PanelAction; value?: string; label: string }[]): LayoutBlock {
	return {
		type: 'actions',
		blockId,
		appId,
		elements: buttons.map(({ actionId, value, label }) => ({
			type: 'button',
			appId,
			blockId,
			actionId,
			value: value ?? actionId,
			text: { type: 'plain_text', text: label },
		})),
	};
}
