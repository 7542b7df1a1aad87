import type { ReportingState } from '../catalogue/vocabulary';
import type { Signal } from '../workspace/signals';

/** The days that a workspace without a licence has left after the last accepted report (Rocket.Chat 7.0, AirGappedRestriction.ts). */
const FULL_PERIOD = 10;
/** The collector confirmed a report within about two days. */
const RECENTLY_ACCEPTED = 8;
/** Licensed, or never computed: nothing can be seen. */
const NOT_COMPUTED = -1;

export interface Reporting {
	readonly state: ReportingState;
	readonly daysLeft: number | null;
}

/** What the remaining days say of the daily report to Rocket.Chat's collector. A number outside the known range says nothing. */
export function judgeReporting(days: Signal): Reporting {
	if (!days.readable || typeof days.value !== 'number' || !Number.isInteger(days.value)) {
		return { state: 'unknown', daysLeft: null };
	}
	const { value } = days;
	if (value === NOT_COMPUTED) {
		return { state: 'not-visible', daysLeft: null };
	}
	if (value < 0 || value > FULL_PERIOD) {
		return { state: 'unknown', daysLeft: null };
	}
	const state = value === 0 ? 'restricted' : value < RECENTLY_ACCEPTED ? 'failing' : 'accepted';
	return { state, daysLeft: value };
}
