import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

/** Looks that are kept; older ones are forgotten. */
export const MOST_SNAPSHOTS = 50;

/** Those of them that every answer is held against: reading all fifty takes much longer, and the rest is seldom asked for. */
export const MOST_RECENT = 4;

const misc = (id: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);
/** Every snapshot is in one of the two, by its first association, and carries a second of its own. */
const RECENT = misc('snapshots');
const OLDER = misc('snapshots-older');
const madeAt = (at: string): RocketChatAssociationRecord => misc(`snapshot:${at}`);

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
 * The snapshots that the app has kept.
 *
 * @param parse null for what is none
 * @param isWhole whether the older ones are asked for too
 * @returns null when nothing is answered, as the platform does without the permission
 */
export async function readSnapshots<One extends Made>(persistence: IPersistenceRead, parse: (record: unknown) => One | null, isWhole: boolean): Promise<Kept<One> | null> {
	const [recent, older] = await Promise.all([readPart(persistence, parse, RECENT), isWhole ? readPart(persistence, parse, OLDER) : NONE]);
	return recent === null || older === null ? null : { usable: newestFirst([...recent.usable, ...missingIn(recent.usable, older.usable)]), unusable: recent.unusable + older.unusable };
}

/**
 * Keeps one, and forgets the oldest. Whatever ends the server in between leaves one in both parts at most, which is read once.
 *
 * @param parse null for what is none
 */
export async function keepSnapshot<One extends Made>(reader: IPersistenceRead, persistence: IPersistence, parse: (record: unknown) => One | null, snapshot: One): Promise<void> {
	const recent = await readPart(reader, parse, RECENT);
	await persistence.createWithAssociations(snapshot, [RECENT, madeAt(snapshot.at)]);
	const leaving = recent?.usable.slice(MOST_RECENT - 1) ?? [];
	const older = leaving.length === 0 ? null : await readPart(reader, parse, OLDER);
	if (older === null) {
		return;
	}
	const moving = missingIn(older.usable, leaving);
	for (const one of moving) {
		await persistence.createWithAssociations(one, [OLDER, madeAt(one.at)]);
	}
	for (const { at } of leaving) {
		await persistence.removeByAssociations([RECENT, madeAt(at)]);
	}
	for (const { at } of newestFirst([...older.usable, ...moving]).slice(MOST_SNAPSHOTS - MOST_RECENT)) {
		await persistence.removeByAssociations([OLDER, madeAt(at)]);
	}
}

/** Forgets a recent one, for two servers may both have kept the same. */
export async function forgetSnapshot(persistence: IPersistence, { at }: Made): Promise<void> {
	await persistence.removeByAssociations([RECENT, madeAt(at)]);
}

const NONE: Kept<never> = { usable: [], unusable: 0 };

async function readPart<One extends Made>(persistence: IPersistenceRead, parse: (record: unknown) => One | null, part: RocketChatAssociationRecord): Promise<Kept<One> | null> {
	const records: unknown = await persistence.readByAssociation(part);
	if (!Array.isArray(records)) {
		return null;
	}
	const usable = records.map(parse).filter((one) => one !== null);
	return { usable: newestFirst(usable), unusable: records.length - usable.length };
}

function missingIn<One extends Made>(part: readonly One[], snapshots: readonly One[]): One[] {
	const known = new Set(part.map(({ at }) => at));
	return snapshots.filter(({ at }) => !known.has(at));
}

function newestFirst<One extends Made>(snapshots: readonly One[]): One[] {
	return [...snapshots].sort((one, other) => Number(one.at < other.at) - Number(one.at > other.at));
}
