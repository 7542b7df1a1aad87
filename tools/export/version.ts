import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { RELEASES } from '../../src/catalogue/versions';
import { inferServer, serverWords } from '../../src/posture/server';
import type { ServerVersions } from '../../src/posture/posture';
import type { Signals } from '../../src/workspace/signals';
import { translator } from '../../src/language/translate';
import { compareVersions, LISTED_VERSIONS, unconditionalIds } from '../host/server/definitions';

/** What the app finds out of a server by which settings it has. Of a part of them, what is missing proves nothing. */
export function inferVersions(ids: ReadonlySet<string>, isWhole: boolean): ServerVersions {
	const settings = Object.fromEntries(
		SETTING_IDS.map((id) => [id, ids.has(id) ? { readable: true, value: '', isDefault: false } : { readable: false, reason: isWhole ? 'refused' : 'timed-out' }]),
	) as Signals['settings'];
	const { atLeast, below } = inferServer(settings);
	return { atLeast, below };
}

/** The versions in words, or null where nothing is known of them. */
export function versionWords(versions: ServerVersions): string | null {
	return versions.atLeast === null && versions.below === null ? null : translator('en')(serverWords(versions));
}

/** One of these versions, to look up what a setting is: one with a list of its own where there is one. */
export function oneOf({ atLeast, below }: ServerVersions): string {
	const fits = (version: string): boolean => (atLeast === null || compareVersions(version, atLeast) >= 0) && (below === null || compareVersions(version, below) < 0);
	const newest = [...LISTED_VERSIONS].reverse();
	return newest.find(fits) ?? [...RELEASES].reverse().find(fits) ?? newest[0] ?? RELEASES[0];
}

/** How much of what every server has must be there, so that what is missing is missing on the server. */
const NEARLY_ALL = 0.9;

/** Whether a file holds all that a server shows: a part, such as what everybody may read, lacks much that every server has. */
export function isWhole(ids: ReadonlySet<string>): boolean {
	const expected = unconditionalIds();
	return expected.filter((id) => ids.has(id)).length >= expected.length * NEARLY_ALL;
}
