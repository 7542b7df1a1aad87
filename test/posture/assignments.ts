import type { Condition } from '../../src/catalogue/conditions';
import { SERVER_SETTINGS } from '../../src/catalogue/server-settings';
import type { SettingId } from '../../src/catalogue/server-settings';
import type { ServerVersions } from '../../src/posture/posture';
import { has } from '../../src/posture/server';
import type { SettingValue } from '../../src/workspace/signals';
import { licenceToken } from './signals';
import type { Overrides } from './signals';

/** Values of one setting that make a difference to a condition: of each kind of leaf, one that holds and one that does not. */
export function tellingValues(condition: Condition<SettingId>, id: SettingId): SettingValue[] {
	switch (condition.kind) {
		case 'always':
		case 'from':
		case 'offline-licence':
		case 'reads':
			return [];
		case 'not':
			return tellingValues(condition.part, id);
		case 'all':
		case 'any':
			return [...new Set(condition.parts.flatMap((part) => tellingValues(part, id)))];
		default:
			return condition.setting === id ? [holding(condition), failing(condition)] : [];
	}
}

type Leaf = Exclude<Extract<Condition<SettingId>, { setting: SettingId }>, { kind: 'reads' }>;

function holding(leaf: Leaf): SettingValue {
	switch (leaf.kind) {
		case 'true':
			return true;
		case 'one-of':
			return leaf.values[0] ?? '';
		case 'set':
		case 'changed':
			return 'something';
		case 'names-host':
			return 'url(https://pictures.example/one.png)';
	}
}

function failing(leaf: Leaf): SettingValue {
	return leaf.kind === 'true' ? false : leaf.kind === 'one-of' ? 'something' : ' ';
}

/**
 * Every way to give a condition an answer on a server, as the settings that it takes; what contradicts itself, or needs a setting that
 * the server cannot have, is left out.
 */
export function* assignments(condition: Condition<SettingId>, wanted: boolean, server: ServerVersions): Generator<Overrides> {
	switch (condition.kind) {
		case 'always':
			if (wanted) {
				yield {};
			}
			return;
		case 'from':
			if ((has(server, { since: condition.release }) === 'yes') === wanted) {
				yield {};
			}
			return;
		case 'offline-licence':
			yield wanted ? { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' } : { Enterprise_License: '' };
			return;
		case 'reads':
			if (wanted === (has(server, SERVER_SETTINGS[condition.setting]) !== 'no')) {
				yield {};
			}
			return;
		case 'not':
			yield* assignments(condition.part, !wanted, server);
			return;
		case 'all':
		case 'any':
			if (wanted === (condition.kind === 'all')) {
				yield* together(condition.parts, wanted, server);
			} else {
				for (const part of condition.parts) {
					yield* assignments(part, wanted, server);
				}
			}
			return;
		default:
			if (has(server, SERVER_SETTINGS[condition.setting]) !== 'no') {
				yield { [condition.setting]: wanted ? holding(condition) : failing(condition) };
			} else if (!wanted) {
				yield {};
			}
	}
}

function* together([first, ...rest]: readonly Condition<SettingId>[], wanted: boolean, server: ServerVersions): Generator<Overrides> {
	if (first === undefined) {
		yield {};
		return;
	}
	for (const found of assignments(first, wanted, server)) {
		for (const others of together(rest, wanted, server)) {
			const agrees = Object.entries(found).every(([id, value]) => !(id in others) || others[id as SettingId] === value);
			if (agrees) {
				yield { ...found, ...others };
			}
		}
	}
}
