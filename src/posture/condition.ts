import type { Condition } from '../catalogue/conditions';
import type { SettingId } from '../catalogue/server-settings';
import type { Signal, Signals } from '../workspace/signals';

/**
 * The answer to a condition. `decidedBy` are the readable settings that settle it,
 * `unreadable` those that keep it from being settled (empty unless the state is unknown).
 */
export interface Verdict {
	readonly state: boolean | 'unknown';
	readonly decidedBy: readonly SettingId[];
	readonly unreadable: readonly SettingId[];
}

/**
 * Three-valued evaluation: one readable `false` settles an "and", one `true` an "or", although the rest is unreadable.
 * Total: any setting value of any type gives an answer.
 */
export function evaluate(condition: Condition<SettingId>, settings: Signals['settings']): Verdict {
	switch (condition.kind) {
		case 'always':
			return { state: true, decidedBy: [], unreadable: [] };
		case 'not':
			return negate(evaluate(condition.part, settings));
		case 'all':
			return combine(condition.parts, settings, false);
		case 'any':
			return combine(condition.parts, settings, true);
		default:
			return leaf(condition.setting, settings[condition.setting], (signal) => holds(condition, signal));
	}
}

type Leaf = Extract<Condition<SettingId>, { setting: SettingId }>;
type Readable = Extract<Signal, { readable: true }>;

function leaf(id: SettingId, signal: Signal, test: (signal: Readable) => boolean): Verdict {
	return signal.readable
		? { state: test(signal), decidedBy: [id], unreadable: [] }
		: { state: 'unknown', decidedBy: [], unreadable: [id] };
}

function holds(condition: Leaf, { value, isDefault }: Readable): boolean {
	const isBlank = typeof value === 'string' && value.trim() === '';
	switch (condition.kind) {
		case 'true':
			return value === true;
		case 'set':
			return typeof value === 'string' && !isBlank;
		case 'one-of':
			return condition.values.includes(String(value));
		case 'changed':
			return !isBlank && !isDefault;
	}
}

/** `settling` is the answer of one part that settles the whole: `false` for "and", `true` for "or". */
function combine(parts: readonly Condition<SettingId>[], settings: Signals['settings'], settling: boolean): Verdict {
	const verdicts = parts.map((part) => evaluate(part, settings));
	const settled = verdicts.filter(({ state }) => state === settling);
	if (settled.length > 0) {
		return { state: settling, decidedBy: distinct(settled.flatMap(({ decidedBy }) => decidedBy)), unreadable: [] };
	}
	const unreadable = distinct(verdicts.flatMap((verdict) => verdict.unreadable));
	const decidedBy = distinct(verdicts.flatMap((verdict) => verdict.decidedBy));
	return { state: verdicts.some(({ state }) => state === 'unknown') ? 'unknown' : !settling, decidedBy, unreadable };
}

function negate({ state, decidedBy, unreadable }: Verdict): Verdict {
	return { state: state === 'unknown' ? state : !state, decidedBy, unreadable };
}

function distinct<T>(items: readonly T[]): T[] {
	return [...new Set(items)];
}

