import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import { APP_SETTING_IDS, ROWS, variableOf } from './app-settings';
import type { AppSettingId, AppSettingValues, Row } from './app-settings';

/** What was found in one place in which a setting can be stated. */
export type Found<Value> =
	| { readonly kind: 'nothing' }
	/** The place could not be read. */
	| { readonly kind: 'unreadable' }
	| { readonly kind: 'value'; readonly value: Value }
	| { readonly kind: 'unusable'; readonly objection: Statement };

/** A setting's two places: the settings page, then the environment. */
interface Places<Value> {
	readonly setting: Found<Value>;
	readonly environment: Found<Value>;
}

/** What is stated of the app's own settings, as it was read for one request. */
export interface AppSettings {
	readonly values: AppSettingValues;
	/** What was found where; an unusable value counts as none, and stays where it is. */
	readonly found: { readonly [Id in AppSettingId]: Places<NonNullable<AppSettingValues[Id]>> };
}

/**
 * What one place says of a setting.
 *
 * @param stored what was read there; undefined where there is nothing
 */
export function findIn(id: AppSettingId, stored: unknown): Found<unknown> {
	if (stored === undefined || stored === null) {
		return { kind: 'nothing' };
	}
	if (typeof stored !== 'string') {
		return { kind: 'unusable', objection: say('objection_not-a-text') };
	}
	const { choices, parse }: Row<unknown, unknown> = ROWS[id];
	const text = stored.trim();
	if (text === '' || text === choices?.[0]) {
		return { kind: 'nothing' };
	}
	const parsed = parse(text);
	return 'objection' in parsed ? { kind: 'unusable', objection: parsed.objection } : { kind: 'value', value: parsed.value };
}

/** Joins what was found: the settings page wins, then the environment, else what holds while nothing is stated. */
export function settle(found: AppSettings['found']): AppSettingValues {
	return Object.fromEntries(
		APP_SETTING_IDS.map((id) => {
			const { setting, environment } = found[id];
			const stated = setting.kind === 'value' ? setting : environment;
			return [id, stated.kind === 'value' ? stated.value : ROWS[id].unstated];
		}),
	) as AppSettingValues;
}

/** Why values that somebody stated are not used: a sentence for each. */
export function objectionsOf({ found }: Pick<AppSettings, 'found'>): Statement[] {
	return APP_SETTING_IDS.flatMap((id) => {
		const { setting, environment } = found[id];
		return [
			...(setting.kind === 'unusable' ? [say('objection_setting', { id, label: say(`ps_${id}`), reason: setting.objection })] : []),
			...(environment.kind === 'unusable' ? [say('objection_variable', { variable: variableOf(id), label: say(`ps_${id}`), reason: environment.objection })] : []),
		];
	});
}
