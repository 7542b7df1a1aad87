import type { SettingId } from '../catalogue/server-settings';
import type { DeclarableModel } from '../catalogue/vocabulary';
import type { Signal, SettingValue, Signals } from '../workspace/signals';
import { judge } from './judge';
import type { Posture } from './posture';

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
export function whatIf({ settings, declarations }: Signals, posture: Pick<Posture, 'generatedAt' | 'appVersion'>, changes: readonly Change[], declared?: DeclarableModel): Posture {
	const changed = changes.map(({ setting, value }): [SettingId, Signal] => [setting, { readable: true, value, isDefault: false }]);
	const signals: Signals = {
		settings: { ...settings, ...Object.fromEntries(changed) },
		declarations: declared === undefined ? declarations : { ...declarations, setting: declared, settingIsInvalid: false },
	};
	return judge(signals, new Date(posture.generatedAt), posture.appVersion);
}
