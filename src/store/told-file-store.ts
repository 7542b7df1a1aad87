import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import * as z from 'zod/mini';

const recordSchema = z.object({ told: z.string() });

/** What a person was told last about the place where exported files are kept; null if nothing, or if that cannot be read. */
export async function toldFileStore(reader: IPersistenceRead, userId: string): Promise<string | null> {
	const kept: unknown = await reader.readByAssociations(associations(userId));
	return recordSchema.safeParse(Array.isArray(kept) ? kept[0] : undefined).data?.told ?? null;
}

/** Remembers what a person was told. Two instances may both insert; either record says the same. */
export async function rememberFileStore(persistence: IPersistence, userId: string, told: string): Promise<void> {
	await persistence.removeByAssociations(associations(userId));
	await persistence.createWithAssociations({ told }, associations(userId));
}

function associations(userId: string): RocketChatAssociationRecord[] {
	return [new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'told-file-store'), new RocketChatAssociationRecord(RocketChatAssociationModel.USER, userId)];
}
