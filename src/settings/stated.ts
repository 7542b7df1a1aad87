import { TOKEN_VARIABLE } from '../catalogue/identity';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import { APP_SETTING_IDS, ROWS, variableOf } from './app-settings';
import type { AppSettingId, AppSettingValues, Row } from './app-settings';
import { parseHashes } from './parse';
import type { Parsed, WrongPart } from './parse';

/** What was found in one place in which a setting can be stated. */
export type Found<Value> =
	| { readonly kind: 'nothing' }
	/** The place could not be read. */
	| { readonly kind: 'unreadable' }
	| { readonly kind: 'value'; readonly value: Value; readonly wrong?: readonly WrongPart[] }
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
	/** Hashes of the tokens that the environment gives, which is the only place for them. */
	readonly tokenHashes: Found<readonly string[]>;
}

/**
 * What one place says of a setting.
 *
 * @param stored what was read there; undefined where there is nothing
 */
export function findIn(id: AppSettingId, stored: unknown): Found<unknown> {
	const { choices, parse }: Row<unknown, unknown> = ROWS[id];
	return findValue(stored, parse, choices?.[0]);
}

/** What the environment says of tokens for scripts. */
export function findHashes(variable: unknown): Found<readonly string[]> {
	return findValue(variable, parseHashes);
}

/** @param nothing a text that states as little as an empty one */
function findValue<Value>(stored: unknown, parse: (text: string) => Parsed<Value>, nothing = ''): Found<Value> {
	if (stored === undefined || stored === null) {
		return { kind: 'nothing' };
	}
	if (typeof stored !== 'string') {
		return { kind: 'unusable', objection: say('objection_not-a-text') };
	}
	const text = stored.trim();
	if (text === '' || text === nothing) {
		return { kind: 'nothing' };
	}
	const parsed = parse(text);
	return 'objection' in parsed ? { kind: 'unusable', objection: parsed.objection } : { kind: 'value', ...parsed };
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

/** Why values that somebody stated, or parts of them, are not used: a sentence for each. */
export function objectionsOf({ found, tokenHashes }: Pick<AppSettings, 'found' | 'tokenHashes'>): Statement[] {
	const settings = APP_SETTING_IDS.flatMap((id) => {
		const { setting, environment } = found[id];
		const label = say(`ps_${id}`);
		return [
			...(setting.kind === 'unusable' ? [say('objection_setting', { id, label, reason: setting.objection })] : wrongParts(id, label, setting)),
			...variableObjection(variableOf(id), label, environment),
		];
	});
	return [...settings, ...tokenObjection({ tokenHashes })];
}

/** The same for the tokens that the environment gives. */
export function tokenObjection({ tokenHashes }: Pick<AppSettings, 'tokenHashes'>): Statement[] {
	return variableObjection(TOKEN_VARIABLE, say('token_hashes'), tokenHashes);
}

function variableObjection(variable: string, label: Statement, found: Found<unknown>): Statement[] {
	return found.kind === 'unusable' ? [say('objection_variable', { variable, label, reason: found.objection })] : wrongParts(variable, label, found);
}

function wrongParts(place: string, label: Statement, found: Found<unknown>): Statement[] {
	return found.kind === 'value' ? (found.wrong ?? []).map((wrong) => say('objection_part', { ...wrong, id: place, label })) : [];
}
