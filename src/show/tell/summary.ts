import { CATEGORIES } from '../../catalogue/categories';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Posture } from '../../posture/posture';
import { partyLine } from './exposure';
import { countsOf, waysOf } from './flows';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { conflictOf, unreadOf, verdictLines } from './verdict';

/** What is in "Current status" of the settings page, in this order. */
export interface StatusSummary {
	/** Why values of the app's own settings are not used. */
	readonly objections: Passage;
	/** When the workspace was read. */
	readonly time: Passage;
	readonly status: readonly Passage[];
}

/** @param objections a sentence for each value that is not used */
export function statusSummary(posture: Posture, objections: readonly Statement[]): StatusSummary {
	const { deployment, exposure, generatedAt } = posture;
	return {
		objections: lines(...objections),
		time: lines(say('summary_time', { time: new Date(generatedAt) })),
		status: [
			lines(...verdictLines(deployment)),
			deployment.conflicts.length === 0 ? lines(say('summary_no-conflicts')) : [...lines(say('status_conflicts')), ...items(deployment.conflicts.map(conflictOf))],
			deployment.unread.length === 0 ? [] : lines(unreadOf(deployment)),
			lines(say('status_exposure')),
			...CATEGORIES.map((category) => [
				...lines(say('summary_category', { category: say(`category_${category}`) })),
				...items(exposure.filter((cell) => cell.category === category).map(partyLine)),
			]),
			lines(say('summary_counts', { ways: waysOf(posture), unknown: countsOf(posture).unknown }), say('summary_more')),
		],
	};
}
