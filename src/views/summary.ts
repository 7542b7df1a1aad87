import { CATEGORIES } from '../catalogue/categories';
import type { Category } from '../catalogue/categories';
import type { Rejection } from '../catalogue/rejections';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import { flowsBehind } from '../posture/exposure';
import type { ExposureCell, Posture } from '../posture/posture';
import { countsOf } from './flows';
import { quoted } from './messages';
import { licenceOf, registrationOf, reportingOf, verdictOf } from './words';

/**
 * What stands in "Current status" of the settings page: plain text, since the platform shows a setting's value as it is.
 *
 * @param rejections values that a save brought and that were not stored; they stand first
 */
export function statusSummary(posture: Posture, rejections: readonly Rejection[], translate: Translate): string {
	const { deployment, generatedAt } = posture;
	const paragraphs: Statement[][] = [
		rejections.map(rejectionLine),
		[say('summary_time', { time: new Date(generatedAt) })],
		[verdictOf(deployment), registrationOf(deployment), licenceOf(deployment), reportingOf(deployment)],
		deployment.conflicts.length === 0
			? [say('summary_no-conflicts')]
			: [say('summary_conflicts'), ...deployment.conflicts.map(({ id, statement }) => say('list_line', { line: say('conflict_line-panel', { id, statement }) }))],
		deployment.unread.length === 0 ? [] : [say('summary_unread', { ids: deployment.unread })],
		[say('summary_exposed')],
		...CATEGORIES.map((category) => categoryLines(posture, category)),
		[say('summary_counts', countsOf(posture)), say('summary_more')],
	];
	return paragraphs
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.map((line) => plain(translate(line))).join('\n'))
		.join('\n\n');
}

/** A value that was not saved, and why; what somebody typed is told short and harmless. */
export function rejectionLine({ setting, reason, detail }: Rejection): Statement {
	const params = { limit: detail, role: quoted(detail) };
	return say('rejected_line', { id: setting, label: say(`ps_${setting}`), reason: say(`rejected_${reason}`, params) });
}

function categoryLines({ exposure }: Posture, category: Category): Statement[] {
	return [
		say('summary_category', { category: say(`category_${category}`) }),
		...exposure.filter((cell) => cell.category === category).map((cell) => say('list_line', { line: cellLine(cell) })),
	];
}

function cellLine(cell: ExposureCell): Statement {
	const params = { party: say(`party_${cell.party}`), state: say(`exposure_${cell.state}`) };
	const flows = flowsBehind(cell);
	const { condition } = cell;
	if (condition === null) {
		return flows.length === 0 ? say('summary_cell', params) : say(cell.state === 'unknown' ? 'summary_cell-unknown' : 'summary_cell-flows', { ...params, flows });
	}
	// A condition that the flows themselves are names them already.
	const isTold = flows.length === 0 || condition.key === 'condition_flows';
	return isTold ? say('summary_cell-condition', { ...params, condition }) : say('summary_cell-condition-flows', { ...params, condition, flows });
}

/** Without the marks that only Markdown would turn into anything. */
function plain(text: string): string {
	return text.replace(/[*`]/g, '');
}
