import type { IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';

import type { Posture } from '../../posture/posture';
import { isSame, lastDifference, parseSnapshot, snapshotOf } from '../../posture/snapshot';
import type { Snapshot } from '../../posture/snapshot';
import type { AppSettings } from '../../settings/stated';
import { forgetSnapshot, keepSnapshot, MOST_RECENT, readSnapshots } from '../../store/snapshots';
import type { Kept } from '../../store/snapshots';
import { READ_LIMIT, withTimeout } from '../../workspace/timeout';
import { failureLine } from './failure';
import { readAndJudge, readFor } from './read-and-judge';
import type { Judged, Reading } from './read-and-judge';
import type { AppFacts } from './request';

/** Milliseconds that a look waits for what was kept where nobody waits for the look. */
const UNASKED_LIMIT = 20_000;

/** A look at the workspace, beside those that were kept. */
export interface Look {
	readonly now: Snapshot;
	/** Null where they could not be read, at all or in time. */
	readonly kept: Kept<Snapshot> | null;
}

/** What several people were answered from is kept once. */
const keptAlready = new WeakSet<Posture>();

/** A look that nobody waits for: reads the workspace and holds it against all looks that were kept, and never fails for these. */
export async function look(read: IRead, app: AppFacts, own: AppSettings): Promise<Judged & Look> {
	const [judged, kept] = await Promise.all([readAndJudge(read, app, own), recall(read, app, true, UNASKED_LIMIT)]);
	return { ...judged, ...(await remember(judged.posture, kept, read, app)) };
}

/**
 * The same for somebody who asked, against the recent ones, which are waited for no longer than the workspace; what is found is kept.
 *
 * @param isWhole whether it is to be held against all of them
 */
export async function lookFor(request: Parameters<typeof readFor>[0] & { readonly persistence?: IPersistence }, app: AppFacts, own: AppSettings, isWhole = false): Promise<Reading & Look> {
	const [reading, kept] = await Promise.all([readFor(request, app, own), recall(request.read, app, isWhole, READ_LIMIT)]);
	const found = { ...reading, ...(await remember(reading.posture, kept, request.read, app)) };
	if (request.persistence !== undefined && !keptAlready.has(reading.posture)) {
		keptAlready.add(reading.posture);
		// Nobody waits for it.
		void keep(found, request.read, request.persistence, app);
	}
	return found;
}

type Remembered = Look & Pick<Judged, 'posture'>;

/** What was remembered of a judgement, for those who share it and the looks. */
const shared = new WeakMap<Posture, { readonly recent: Kept<Snapshot> | null; readonly found: Promise<Remembered> }>();

async function remember(posture: Posture, recent: Kept<Snapshot> | null, read: IRead, app: AppFacts): Promise<Remembered> {
	const before = shared.get(posture);
	const found = before !== undefined && before.recent === recent ? before.found : holdAgainst(posture, recent, read, app);
	shared.set(posture, { recent, found });
	return found;
}

/** Where none of the recent looks differs in anything that can be told, an older one may. */
async function holdAgainst(posture: Posture, recent: Kept<Snapshot> | null, read: IRead, app: AppFacts): Promise<Remembered> {
	const now = snapshotOf(posture, recent?.usable[0] ?? null);
	const isFound = recent === null || recent.usable.length !== MOST_RECENT || lastDifference(recent.usable, now) !== null;
	const kept = isFound ? recent : await recall(read, app, true, READ_LIMIT);
	return { now, kept, posture: { ...posture, memory: { isReadable: kept !== null, unusable: kept?.unusable ?? 0, difference: lastDifference(kept?.usable ?? [], now) } } };
}

async function recall(read: IRead, app: AppFacts, isWhole: boolean, limit: number): Promise<Kept<Snapshot> | null> {
	const answer = async (): Promise<Kept<Snapshot> | null> => {
		try {
			return await (isWhole ? readSnapshots(read.getPersistenceReader(), parseSnapshot, true) : app.readings.recentLooks(read));
		} catch (reason) {
			app.logger.error(failureLine('reading earlier looks', reason));
			return null;
		}
	};
	return withTimeout(limit, answer(), () => null, app.readings.turn(read));
}

/** Keeps a look if it differs from the newest one; without knowing that one it keeps nothing. What came too late for the answer is asked for again. */
export async function keep({ posture, now: seen, kept: known, isCutShort }: Look & Pick<Judged, 'posture' | 'isCutShort'>, read: IRead, persistence: IPersistence, app: AppFacts): Promise<void> {
	if (isCutShort) {
		return;
	}
	const kept = known ?? (await recall(read, app, false, UNASKED_LIMIT));
	const newest = kept?.usable[0] ?? null;
	const now = known === null ? snapshotOf(posture, newest) : seen;
	if (kept === null || (newest !== null && isSame(newest, now))) {
		return;
	}
	try {
		await keepSnapshot(read.getPersistenceReader(), persistence, parseSnapshot, now);
		// Another server may have looked at the same moment. Both find the same one of the two to be one too many.
		const [last, before] = (await readSnapshots(read.getPersistenceReader(), parseSnapshot, false))?.usable ?? [];
		if (last !== undefined && before !== undefined && last.at !== before.at && isSame(before, last)) {
			await forgetSnapshot(persistence, last);
		}
	} catch (reason) {
		app.logger.error(failureLine('keeping the look', reason));
	}
}
