import { HIDDEN_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import type { UnreadableReason } from '../../src/catalogue/vocabulary';
import type { Declarations, Signal, Signals, SettingValue } from '../../src/workspace/signals';
import { definitionsFor } from '../../tools/host/server/definitions';

export type Overrides = Partial<Record<SettingId, SettingValue>>;

const NOTHING_DECLARED: Declarations = { setting: 'auto', settingIsInvalid: false, environment: { state: 'absent' }, hosting: 'unstated', ownDomains: [] };

const FRESH = definitionsFor('7.7.1');

/** What an app reads of one setting on a fresh 7.7.1 server. */
function fresh(id: SettingId): Signal {
	const definition = FRESH.get(id);
	if (definition === undefined || (definition.hidden && !(HIDDEN_SETTINGS as readonly string[]).includes(id))) {
		return { readable: false, reason: 'refused' };
	}
	return { readable: true, value: (definition.default ?? '') as SettingValue, isDefault: true };
}

/** The settings of a fresh default 7.7.1 server, with some changed and some unreadable. */
export function settingsWith(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], reason: UnreadableReason = 'refused'): Signals['settings'] {
	const entries = SETTING_IDS.map((id): [SettingId, Signal] => {
		if (unreadable.includes(id)) {
			return [id, { readable: false, reason }];
		}
		const value = overrides[id];
		return [id, value === undefined ? fresh(id) : { readable: true, value, isDefault: value === FRESH.get(id)?.default }];
	});
	return Object.fromEntries(entries) as Record<SettingId, Signal>;
}

/** The signals of a fresh default 7.7.1 server on which nothing is declared, with some settings changed and some unreadable. */
export function defaultSignals(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], declarations: Partial<Declarations> = {}): Signals {
	return { settings: settingsWith(overrides, unreadable), declarations: { ...NOTHING_DECLARED, ...declarations } };
}

/** A licence as a fixture makes it: an unsigned token of the third form. */
export function licenceToken(payload: unknown): string {
	const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `RCV3_${part({ alg: 'RS256' })}.${part(payload)}.unsigned`;
}
