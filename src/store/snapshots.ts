import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/** Looks that are kept; older ones are forgotten. */
export const MOST_SNAPSHOTS = 50;

/** Every snapshot carries both: the first finds them all, the second one of them. */
const ALL = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'snapshots');
const madeAt = (at: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `snapshot:${at}`);

/** What is known of one that is kept: when it was made. */
interface Made {
	/** ISO 8601, UTC. */
	readonly at: string;
}

/** What was found of what is kept. */
export interface Kept<One extends Made> {
	/** Newest first. */
	readonly usable: readonly One[];
	/** How many are broken, or of a newer version of the app: they stay where they are. */
	readonly unusable: number;
}

/**
 * Every snapshot that the app has kept.
 *
 * @param parse null for what is none
 * @returns null when nothing is answered, as the platform does without the permission
 */
export async function readSnapshots<One extends Made>(persistence: IPersistenceRead, parse: (record: unknown) => One | null): Promise<Kept<One> | null> {
	const records: unknown = await persistence.readByAssociation(ALL);
	if (!Array.isArray(records)) {
		return null;
	}
	const usable = records.map(parse).filter((one) => one !== null);
	return { usable: usable.sort((one, other) => (one.at < other.at ? 1 : -1)), unusable: records.length - usable.length };
}

/**
 * Keeps one, and forgets the oldest. Two servers may both keep the same, which is one too many and no harm.
 *
 * @param kept what was kept before
 */
export async function keepSnapshot<One extends Made>(persistence: IPersistence, snapshot: One, { usable }: Kept<One>): Promise<void> {
	await persistence.createWithAssociations(snapshot, [ALL, madeAt(snapshot.at)]);
	for (const { at } of usable.slice(MOST_SNAPSHOTS - 1)) {
		await persistence.removeByAssociations([ALL, madeAt(at)]);
	}
}
