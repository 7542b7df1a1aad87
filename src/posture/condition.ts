import type { Condition } from '../catalogue/conditions';
import { SERVER_SETTINGS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import type { Signal, Signals } from '../workspace/signals';
import { readLicence } from './licence';
import type { ServerVersions } from './posture';
import { namesAddress } from './quoted-hosts';
import { has, isMissing } from './server';

/** What a condition is held against: the settings, and the versions among which their server is. */
export interface Reading {
	readonly settings: Signals['settings'];
	readonly server: ServerVersions;
}

/**
 * The answer to a condition. `decidedBy` are the readable settings that settle it,
 * `unreadable` those that keep it from being settled (empty unless the state is unknown).
 */
export interface Verdict {
	readonly state: boolean | 'unknown';
	readonly decidedBy: readonly SettingId[];
	readonly unreadable: readonly SettingId[];
	/** True where the version of the server keeps it from being settled. */
	readonly isByVersion: boolean;
}

/**
 * Three-valued evaluation: one readable `false` settles an "and", one `true` an "or", although the rest is unreadable.
 * Total: any setting value of any type gives an answer.
 */
export function evaluate(condition: Condition<SettingId>, reading: Reading): Verdict {
	switch (condition.kind) {
		case 'always':
			return settled(true);
		case 'from':
			return ofRelease(has(reading.server, { since: condition.release }));
		case 'offline-licence':
			return usesOfflineLicence(reading.settings);
		case 'not':
			return negate(evaluate(condition.part, reading));
		case 'all':
			return combine(condition.parts, reading, false);
		case 'any':
			return combine(condition.parts, reading, true);
		case 'reads':
			return whether(condition.setting, reading.settings[condition.setting]);
		default:
			return leaf(condition, reading);
	}
}

function settled(state: boolean, ...decidedBy: SettingId[]): Verdict {
	return { state, decidedBy, unreadable: [], isByVersion: false };
}

function unread(id: SettingId): Verdict {
	return { state: 'unknown', decidedBy: [], unreadable: [id], isByVersion: false };
}

const BY_VERSION: Verdict = { state: 'unknown', decidedBy: [], unreadable: [], isByVersion: true };

function ofRelease(answer: ReturnType<typeof has>): Verdict {
	return answer === 'may' ? BY_VERSION : settled(answer === 'yes');
}

/** The server uses a licence that it holds for valid; the flag is the one that its own test reads. */
function usesOfflineLicence({ Enterprise_License: licence, Enterprise_License_Status: status }: Signals['settings']): Verdict {
	switch (readLicence(licence)) {
		case 'unknown':
			return unread('Enterprise_License');
		case 'offline':
			if (!status.readable) {
				return unread('Enterprise_License_Status');
			}
			// A licence that is not in use decides nothing.
			return status.value === 'Valid' ? settled(true, 'Enterprise_License') : settled(false);
		default:
			return settled(false);
	}
}

/** What is missing does not read; what failed in another way might have. */
function whether(id: SettingId, signal: Signal): Verdict {
	if (signal.readable) {
		return settled(true, id);
	}
	return isMissing(signal) ? settled(false) : unread(id);
}

type Leaf = Exclude<Extract<Condition<SettingId>, { setting: SettingId }>, { kind: 'reads' }>;
type Readable = Extract<Signal, { readable: true }>;

/** What this server cannot have is no setting that could not be read; what it may not have leaves the question to its version. */
function leaf(condition: Leaf, { settings, server }: Reading): Verdict {
	const id = condition.setting;
	const signal = settings[id];
	const setting = SERVER_SETTINGS[id];
	const answer = has(server, setting);
	if (signal.readable) {
		const state = holds(condition, signal);
		// The value has outlived its code, or may have.
		const isOutlived = answer === 'no' || (answer === 'may' && setting.until !== undefined);
		return state && isOutlived ? BY_VERSION : settled(state, id);
	}
	if (answer === 'no') {
		return settled(false);
	}
	return answer === 'may' && isMissing(signal) ? BY_VERSION : unread(id);
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
		case 'names-host':
			return namesAddress(String(value));
	}
}

/** `settling` is the answer of one part that settles the whole: `false` for "and", `true` for "or". */
function combine(parts: readonly Condition<SettingId>[], reading: Reading, settling: boolean): Verdict {
	const verdicts = parts.map((part) => evaluate(part, reading));
	const deciding = verdicts.filter(({ state }) => state === settling);
	if (deciding.length > 0) {
		return settled(settling, ...distinct(deciding.flatMap(({ decidedBy }) => decidedBy)));
	}
	const unreadable = distinct(verdicts.flatMap((verdict) => verdict.unreadable));
	const decidedBy = distinct(verdicts.flatMap((verdict) => verdict.decidedBy));
	const isByVersion = verdicts.some((verdict) => verdict.isByVersion);
	return { state: verdicts.some(({ state }) => state === 'unknown') ? 'unknown' : !settling, decidedBy, unreadable, isByVersion };
}

function negate(verdict: Verdict): Verdict {
	return { ...verdict, state: verdict.state === 'unknown' ? verdict.state : !verdict.state };
}

function distinct<T>(items: readonly T[]): T[] {
	return [...new Set(items)];
}

