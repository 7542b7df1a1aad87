import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import * as z from 'zod/mini';

const misc = (id: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id);
const READERS = misc('alert-readers');
/** A newer version keeps what means something else under another name. */
const STATE = misc('alert-state-1');

const readerSchema = z.object({ userId: z.string() });

/** Ids of the people who asked for messages; two servers may have kept one twice. Null where nothing is answered, as without the permission. */
export async function alertReaders(persistence: IPersistenceRead): Promise<readonly string[] | null> {
	const kept: unknown = await persistence.readByAssociation(READERS);
	return Array.isArray(kept) ? [...new Set(kept.flatMap((record: unknown) => readerSchema.safeParse(record).data?.userId ?? []))] : null;
}

export async function keepAlertReader(persistence: IPersistence, userId: string): Promise<void> {
	await persistence.createWithAssociations({ userId }, [READERS, ofUser(userId)]);
}

export async function forgetAlertReader(persistence: IPersistence, userId: string): Promise<void> {
	await persistence.removeByAssociations([READERS, ofUser(userId)]);
}

function ofUser(userId: string): RocketChatAssociationRecord {
	return new RocketChatAssociationRecord(RocketChatAssociationModel.USER, userId);
}

const stateSchema = z.object({
	/** When this was written. */
	at: z.iso.datetime(),
	/** Everything that was found until then was told, or was not worth a message. */
	told: z.iso.datetime(),
	/** The day of the last message, empty before the first. */
	day: z.string(),
	/** Who is sending now, since `at`; empty for nobody. */
	claim: z.string(),
	/** Whom this message has reached. */
	reached: z.array(z.string()),
});
export type AlertState = z.infer<typeof stateSchema>;

/** How far messages have come; null before the first look, and for what does not read. Of two that were kept at once the later one counts. */
export async function alertState(persistence: IPersistenceRead): Promise<AlertState | null> {
	const kept: unknown = await persistence.readByAssociation(STATE);
	const states = Array.isArray(kept) ? kept.flatMap((record: unknown) => stateSchema.safeParse(record).data ?? []) : [];
	return states.sort((one, other) => ([one.at, one.claim].join() < [other.at, other.claim].join() ? 1 : -1))[0] ?? null;
}

/** One write, so that whatever ends the server leaves the old state or the new one. */
export async function keepAlertState(persistence: IPersistence, state: AlertState): Promise<void> {
	await persistence.updateByAssociation(STATE, state, true);
}
