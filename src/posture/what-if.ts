import type { SettingId } from '../catalogue/server-settings';
import type { DeclarableModel } from '../catalogue/vocabulary';
import type { Signal, SettingValue, Signals } from '../workspace/signals';
import { judge } from './judge';
import type { FlowFinding, Posture } from './posture';

/** A setting, with the value that it would have. */
export interface Change {
	readonly setting: SettingId;
	readonly value: SettingValue;
}

/**
 * What would hold if these settings had other values and all others stayed: the same judgement, over changed signals.
 *
 * @param posture what was judged of the same signals
 * @param declared what the app's setting would declare; as it is now where that is left out
 */
export function whatIf({ settings, declarations }: Signals, posture: Pick<Posture, 'generatedAt' | 'appVersion' | 'flows'>, changes: readonly Change[], declared?: DeclarableModel): Posture {
	const changed = changes.map(({ setting, value }): [SettingId, Signal] => [setting, { readable: true, value, isDefault: false }]);
	const signals: Signals = {
		settings: { ...settings, ...Object.fromEntries(changed) },
		declarations: declared === undefined ? declarations : { ...declarations, setting: declared, settingIsInvalid: false },
	};
	const then = judge(signals, new Date(posture.generatedAt), posture.appVersion);
	// What was agreed to stays so.
	return { ...then, flows: then.flows.map((flow, at) => ({ ...flow, accepted: posture.flows[at]?.accepted ?? null })) };
}

/** What would change if one switch were off. */
export interface SwitchedOff {
	readonly change: Change;
	/** The flows whose state would be another one, as they would be then. */
	readonly flows: readonly FlowFinding[];
	readonly after: Posture;
}

/**
 * What would change if a switch had the value that switches its flow off, and nothing else changed.
 *
 * @param posture what was judged of the same signals
 * @returns null for what is no switch of a flow, could not be read, or is off
 */
export function ifSwitchedOff(signals: Signals, posture: Posture, id: SettingId): SwitchedOff | null {
	const change = posture.flows.flatMap(({ offBy }) => offBy).find(({ setting }) => setting === id);
	const signal = signals.settings[id];
	if (change === undefined || !signal.readable || signal.value === change.value) {
		return null;
	}
	const after = whatIf(signals, posture, [change]);
	return { change, after, flows: after.flows.filter(({ state }, at) => state !== posture.flows[at]?.state) };
}
