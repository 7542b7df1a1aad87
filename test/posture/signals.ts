import { HIDDEN_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import type { UnreadableReason } from '../../src/catalogue/vocabulary';
import type { Reading } from '../../src/posture/condition';
import type { OwnNetwork } from '../../src/posture/recipient';
import { inferServer } from '../../src/posture/server';
import type { Declarations, Signal, Signals, SettingValue } from '../../src/workspace/signals';
import { definitionsFor } from '../../tools/host/server/definitions';

export type Overrides = Partial<Record<SettingId, SettingValue>>;

const NOTHING_DECLARED: Declarations = { setting: 'auto', settingIsInvalid: false, environment: { state: 'absent' }, hosting: 'unstated', hasContact: false, ownDomains: [] };

type Definitions = ReturnType<typeof definitionsFor>;
const known = new Map<string, Definitions>();

function definitionsOf(version: string): Definitions {
	const found = known.get(version) ?? definitionsFor(version);
	known.set(version, found);
	return found;
}

/** What an app reads of one setting on a fresh server. */
function fresh(id: SettingId, definitions: Definitions): Signal {
	const definition = definitions.get(id);
	if (definition === undefined || (definition.hidden && !(HIDDEN_SETTINGS as readonly string[]).includes(id))) {
		return { readable: false, reason: 'refused' };
	}
	return { readable: true, value: (definition.default ?? '') as SettingValue, isDefault: true };
}

/** The settings of a fresh default server, of 7.7.1 unless told otherwise, with some changed and some unreadable. */
export function settingsWith(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], reason: UnreadableReason = 'refused', version = '7.7.1'): Signals['settings'] {
	const definitions = definitionsOf(version);
	const entries = SETTING_IDS.map((id): [SettingId, Signal] => {
		if (unreadable.includes(id)) {
			return [id, { readable: false, reason }];
		}
		const value = overrides[id];
		return [id, value === undefined ? fresh(id, definitions) : { readable: true, value, isDefault: value === definitions.get(id)?.default }];
	});
	return Object.fromEntries(entries) as Record<SettingId, Signal>;
}

/** The same as a condition is held against it: with the versions that these settings tell. */
export function readingWith(...settings: Parameters<typeof settingsWith>): Reading {
	const read = settingsWith(...settings);
	return { settings: read, server: inferServer(read) };
}

/** Nothing but what is inside by its name or number. */
export const NO_NETWORK: OwnNetwork = { host: null, domains: [] };

/** The signals of a fresh default 7.7.1 server on which nothing is declared, with some settings changed and some unreadable. */
export function defaultSignals(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], declarations: Partial<Declarations> = {}, version = '7.7.1'): Signals {
	return { settings: settingsWith(overrides, unreadable, 'refused', version), declarations: { ...NOTHING_DECLARED, ...declarations } };
}

/** The same without any setting that could be read, for one reason. */
export function nothingRead(reason: UnreadableReason): Signals {
	return { ...defaultSignals(), settings: settingsWith({}, SETTING_IDS, reason) };
}

/** A licence as a fixture makes it: an unsigned token of the third form. */
export function licenceToken(payload: unknown): string {
	const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `RCV3_${part({ alg: 'RS256' })}.${part(payload)}.unsigned`;
}
