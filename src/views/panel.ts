import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { PARTIES } from '../catalogue/words';
import type { Party } from '../catalogue/words';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import type { ExposureCell, Posture } from '../posture/posture';
import type { PanelAction } from './panel-actions';
import { cellsOf, evidenceLine, licenceOf, registrationOf, reportingOf, verdictOf } from './words';

export interface PanelContent {
	readonly title: string;
	readonly blocks: LayoutBlock[];
}

/**
 * The panel (a contextual bar): verdict with its evidence, contradictions, the matrix, what could not be read, the limits.
 *
 * @param appId the app's id, which every interactive block carries
 * @param notice what just happened, shown first: the answer to a pressed button
 */
export function statusPanel(posture: Posture, translate: Translate, appId: string, notice: Statement | null = null): PanelContent {
	const { deployment } = posture;
	const text = (statement: Statement): LayoutBlock => section(translate(statement));
	const list = (statements: readonly Statement[]): LayoutBlock => section(statements.map((statement) => `- ${translate(statement)}`).join('\n'));

	const blocks: LayoutBlock[] = [];
	if (notice !== null) {
		blocks.push(text(notice), divider());
	}
	blocks.push(
		section([verdictOf(deployment), registrationOf(deployment), licenceOf(deployment), reportingOf(deployment)].map(translate).join('\n')),
		context(
			translate(
				posture.workspaceHost === null
					? say('panel_read-at-without-host', { time: new Date(posture.generatedAt) })
					: say('panel_read-at', { host: posture.workspaceHost, time: new Date(posture.generatedAt) }),
			),
		),
		actions(
			appId,
			[
				{ actionId: 'export-json', label: 'button_export-json' },
				{ actionId: 'refresh', label: 'button_refresh' },
			],
			translate,
		),
	);
	if (deployment.conflicts.length > 0) {
		blocks.push(divider(), text(say('panel_conflicts')), list(deployment.conflicts.map(({ id, statement }) => say('conflict_line-panel', { id, statement }))));
	}
	blocks.push(divider(), text(say('panel_exposure')));
	for (const party of PARTIES) {
		blocks.push(...partyBlocks(posture, party, translate));
	}
	blocks.push(divider(), text(say('panel_evidence')), list(deployment.evidence.map(evidenceLine)));
	if (deployment.unread.length > 0) {
		blocks.push(divider(), text(say('panel_unread')), list(deployment.unread.map((id) => say('panel_unread-line', { id }))), context(translate('panel_unread-how')));
	}
	blocks.push(
		divider(),
		text(say('panel_server', { family: say(`family_${posture.server.family}`) })),
		divider(),
		text(say('panel_unseen')),
		list(posture.unseen.map((id) => say(`unseen_${id}`))),
	);
	return { title: translate('panel_title'), blocks };
}

/** The one sentence for a person without an allowed role, where no room is at hand to say it in. */
export function refusalModal(translate: Translate): PanelContent {
	return { title: translate('app_name'), blocks: [section(translate('refusal'))] };
}

function partyBlocks(posture: Posture, party: Party, translate: Translate): LayoutBlock[] {
	const cells = cellsOf(posture, party);
	const lines = new Set(cells.map((cell) => translate(cellState(cell)))).size === 1 ? [sameLine(cells)] : cells.map(cellLine);
	// The baseline's reason is the same for all cells of a party: said once, below them.
	const reasons = [...new Set(cells.flatMap(({ because }) => because.filter(({ source }) => !source.startsWith('flow:')).map(({ statement }) => translate(statement))))];
	return [section([translate(say('panel_party', { party: say(`party_${party}`) })), ...lines.map((line) => `- ${translate(line)}`)].join('\n')), context(reasons.join(' '))];
}

function cellLine(cell: ExposureCell): Statement {
	return say('panel_cell', { category: say(`category_${cell.category}`), state: cellState(cell) });
}

/** One line instead of five where all five say the same. */
function sameLine([cell]: readonly ExposureCell[]): Statement {
	return cell === undefined ? say('exposure_unknown') : say('panel_cell', { category: say('category_all'), state: cellState(cell) });
}

function cellState({ state, condition }: ExposureCell): Statement {
	const exposure = say(`exposure_${state}`);
	return condition === null ? say('panel_state', { exposure }) : say('panel_state-condition', { exposure, condition });
}

function section(text: string): LayoutBlock {
	return { type: 'section', text: { type: 'mrkdwn', text } };
}

function context(text: string): LayoutBlock {
	return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

function divider(): LayoutBlock {
	return { type: 'divider' };
}

function actions(appId: string, buttons: readonly { actionId: PanelAction; label: Parameters<Translate>[0] }[], translate: Translate): LayoutBlock {
	const blockId = 'panel-actions';
	return {
		type: 'actions',
		blockId,
		appId,
		elements: buttons.map(({ actionId, label }) => ({
			type: 'button',
			appId,
			blockId,
			actionId,
			value: actionId,
			text: { type: 'plain_text', text: translate(label) },
		})),
	};
}
