import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import * as z from 'zod/mini';

/** Raised when a record changes its meaning: what another version wrote is kept, and not used. */
const VERSION = 1;

/** That an admin accepted a flow. */
const recordSchema = z.strictObject({
	version: z.literal(VERSION),
	/** Names the record alone: two servers of one workspace may have written one each. */
	id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
	flow: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
	reason: z.string().check(z.minLength(1), z.maxLength(1000)),
	/** The last day on which it holds; null where it has no end. */
	until: z.nullable(z.iso.date()),
	/** Id of the user. */
	by: z.string().check(z.minLength(1)),
	at: z.iso.datetime(),
});
export type AcceptedRecord = z.infer<typeof recordSchema>;

/** What is kept of accepted flows. */
export interface KeptAccepted {
	/** The newest of each flow. */
	readonly records: readonly AcceptedRecord[];
	/** How many are broken, or of another version. */
	readonly unusable: number;
}

/** Each carries both: the first finds them all, the second one alone. */
const ALL = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'accepted');
const known = (id: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `accepted-id:${id}`);

/** @returns null when nothing is answered, as the platform does without the permission: something may be accepted then */
export async function readAccepted(reader: IPersistenceRead): Promise<KeptAccepted | null> {
	const kept = await readAll(reader);
	return kept === null ? null : { ...kept, records: kept.records.filter((record, at) => kept.records.findIndex(({ flow }) => flow === record.flow) === at) };
}

/**
 * Keeps that a flow was accepted; what was kept of it before goes only then, so that nothing is lost on the way. What another server
 * keeps at the same moment stays: the newest counts.
 *
 * @returns false when the platform did not take it, as it does not without the permission, where it answers nothing
 */
export async function keepAccepted(reader: IPersistenceRead, persistence: IPersistence, record: Omit<AcceptedRecord, 'version'>): Promise<boolean> {
	const before = (await readAll(reader))?.records.filter(({ flow }) => flow === record.flow);
	if (before === undefined) {
		return false;
	}
	// The clock of the server that wrote before may be fast.
	const at = new Date(Math.max(Date.parse(record.at), ...before.map((older) => Date.parse(older.at) + 1))).toISOString();
	const id: unknown = await persistence.createWithAssociations({ version: VERSION, ...record, at } satisfies AcceptedRecord, [ALL, known(record.id)]);
	if (typeof id !== 'string' || id === '') {
		return false;
	}
	await Promise.all(before.map((older) => forget(persistence, older)));
	return true;
}

/**
 * Ends that a flow is accepted.
 *
 * @returns how many records there were; null where they could not be read, or did not go
 */
export async function endAccepted(reader: IPersistenceRead, persistence: IPersistence, flow: string): Promise<number | null> {
	const ended = (await readAll(reader))?.records.filter((record) => record.flow === flow);
	await Promise.all(ended?.map((record) => forget(persistence, record)) ?? []);
	// A platform without the permission answers nothing, as for what another server removed at the same moment.
	const left = await readAll(reader);
	return ended === undefined || left === null || left.records.some((record) => record.flow === flow) ? null : ended.length;
}

async function forget(persistence: IPersistence, { id }: AcceptedRecord): Promise<void> {
	await persistence.removeByAssociations([ALL, known(id)]);
}

/** Newest first; what two servers wrote in the same moment comes in one order everywhere. */
async function readAll(reader: IPersistenceRead): Promise<KeptAccepted | null> {
	const kept: unknown = await reader.readByAssociation(ALL);
	if (!Array.isArray(kept)) {
		return null;
	}
	const records = kept.flatMap((record: unknown) => recordSchema.safeParse(record).data ?? []);
	const order = ({ at, id }: AcceptedRecord): string => `${new Date(at).toISOString()} ${id}`;
	return { records: records.sort((a, b) => (order(a) < order(b) ? 1 : -1)), unusable: kept.length - records.length };
}
