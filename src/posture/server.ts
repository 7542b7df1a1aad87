import { CAME, CAME_TOGETHER, CONTROL, RELEASES, WENT } from '../catalogue/versions';
import type { Lifespan, Release } from '../catalogue/versions';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signal, Signals } from '../workspace/signals';
import { observed } from './observed';
import type { Evidence, Posture, ServerVersions } from './posture';

/** A server of which nothing is known. */
const ANY_VERSION: ServerVersions = { atLeast: null, below: null };

/**
 * Apps get no version, so it is inferred from the settings that read: presence is strong, absence needs several ids of the same age
 * and a control that reads. What contradicts itself, as after a downgrade, leaves the version unknown.
 */
export function inferServer(settings: Signals['settings']): Posture['server'] {
	const versions = versionsOf(settings);
	return {
		...versions,
		verified: versions.below !== null,
		evidence: MARKERS.map((id) => evidenceOf(settings, id)),
	};
}

const MARKERS: readonly SettingId[] = [...new Set<SettingId>([CONTROL, ...CAME.flatMap(({ ids }) => ids), ...CAME_TOGETHER.flatMap(({ ids }) => ids), ...WENT.flatMap(({ ids }) => ids)])];

function versionsOf(settings: Signals['settings']): ServerVersions {
	if (presence(settings, CONTROL) !== 'present') {
		return ANY_VERSION;
	}
	const isThere = (id: SettingId): boolean => presence(settings, id) === 'present';
	const isAbsent = (id: SettingId): boolean => presence(settings, id) === 'absent';
	const proven: ServerVersions = {
		atLeast: newest(CAME.filter(({ ids }) => ids.some(isThere)).map(({ since }) => since)),
		below: oldest(WENT.filter(({ ids }) => ids.some(isThere)).map(({ until }) => until)),
	};
	if (isEmpty(proven)) {
		return ANY_VERSION;
	}
	const hasReached = (release: Release | null): boolean => release !== null && proven.atLeast !== null && !isBefore(proven.atLeast, release);
	const wentMissing = WENT.filter(({ ids, after }) => hasReached(after) && ids.every(isAbsent)).map(({ until }) => until);
	const isOlderThan = (release: Release | undefined): boolean => release === undefined || (proven.below !== null && !isBefore(release, proven.below));
	const neverCame = CAME_TOGETHER.filter((group) => isOlderThan('before' in group ? group.before : undefined) && group.ids.every(isAbsent)).map(({ since }) => since);
	// Absence never overrules what was read.
	const atLeast = newest([proven.atLeast, ...wentMissing.filter((release) => proven.below === null || isBefore(release, proven.below))]);
	const below = oldest([proven.below, ...neverCame.filter((release) => atLeast === null || isBefore(atLeast, release))]);
	return { atLeast, below };
}

/** Whether a server of these versions has something: `may` where some of them do and others do not. */
export function has({ atLeast, below }: ServerVersions, { since, until }: Lifespan): 'yes' | 'no' | 'may' {
	const isTooOld = since !== undefined && below !== null && !isBefore(since, below);
	const isTooNew = until !== undefined && atLeast !== null && !isBefore(atLeast, until);
	if (isTooOld || isTooNew) {
		return 'no';
	}
	const hasBegun = since === undefined || (atLeast !== null && !isBefore(atLeast, since));
	const hasNotEnded = until === undefined || (below !== null && !isBefore(until, below));
	return hasBegun && hasNotEnded ? 'yes' : 'may';
}

/** The versions among which a server is, in words; stands within a sentence. */
export function serverWords(versions: ServerVersions): Statement {
	const { atLeast, below } = versions;
	if (atLeast === null && below === null) {
		return say('server_unknown');
	}
	const [first, last] = releasesIn(versions);
	if (last === null) {
		return say('server_or-newer', { first });
	}
	if (first === last) {
		return say('server_one', { first });
	}
	return say(RELEASES.indexOf(last) - RELEASES.indexOf(first) === 1 ? 'server_two' : 'server_between', { first, last });
}

/** The first and the last release among which a server is; null for what is newer than all that are known. */
function releasesIn({ atLeast, below }: ServerVersions): readonly [Release, Release | null] {
	const known = RELEASES.filter((release) => (atLeast === null || !isBefore(release, atLeast)) && (below === null || isBefore(release, below)));
	return [known[0] ?? RELEASES[0], below === null ? null : (known.at(-1) ?? RELEASES[0])];
}

function isBefore(one: Release, other: Release): boolean {
	return RELEASES.indexOf(one) < RELEASES.indexOf(other);
}

function isEmpty({ atLeast, below }: ServerVersions): boolean {
	return atLeast !== null && below !== null && !isBefore(atLeast, below);
}

function newest(releases: readonly (Release | null)[]): Release | null {
	return [...RELEASES].reverse().find((release) => releases.includes(release)) ?? null;
}

function oldest(releases: readonly (Release | null)[]): Release | null {
	return RELEASES.find((release) => releases.includes(release)) ?? null;
}

type Presence = 'present' | 'absent' | 'unknown';

/** A missing and a hidden setting are refused alike; a newer host may answer nothing instead. */
export function isMissing(signal: Signal): boolean {
	return !signal.readable && (signal.reason === 'refused' || signal.reason === 'no-answer');
}

function presence(settings: Signals['settings'], id: SettingId): Presence {
	const signal = settings[id];
	if (signal.readable || signal.reason === 'wrong-type') {
		return 'present';
	}
	return isMissing(signal) ? 'absent' : 'unknown';
}

function evidenceOf(settings: Signals['settings'], id: SettingId): Evidence {
	return { source: `setting:${id}`, observed: observed(settings, id), statement: say(`server_marker-${presence(settings, id)}`) };
}
