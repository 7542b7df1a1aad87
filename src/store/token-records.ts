import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

import { tokenRecordSchema } from './token';
import type { TokenRecord } from './token';

/** More than this many are a sign of tokens that nobody looks after. */
export const MOST_TOKENS = 50;

/** Every token carries all three: the first finds them all, the second those of one name, the third it alone. */
const ALL = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'script-tokens');
const named = (name: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `script-token:${name}`);
const known = (id: string): RocketChatAssociationRecord => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `script-token-id:${id}`);

/**
 * Every token that the app knows, expired ones too, in the order of their names. What is kept and does not read as a
 * token counts as none.
 *
 * @returns null when nothing is answered, as the platform does without the permission: there may be tokens then
 */
export async function readTokens(persistence: IPersistenceRead): Promise<TokenRecord[] | null> {
	const kept: unknown = await persistence.readByAssociation(ALL);
	if (!Array.isArray(kept)) {
		return null;
	}
	return kept
		.flatMap((record: unknown) => {
			const parsed = tokenRecordSchema.safeParse(record);
			return parsed.success ? [parsed.data] : [];
		})
		.sort((a, b) => compare(a.name, b.name) || compare(a.madeAt, b.madeAt));
}

/**
 * Keeps a token.
 *
 * @returns false when the platform did not take it, as it does not without the permission, where it answers nothing
 */
export async function keepToken(persistence: IPersistence, record: TokenRecord): Promise<boolean> {
	const id: unknown = await persistence.createWithAssociations(record, [ALL, named(record.name), known(record.id)]);
	return typeof id === 'string' && id !== '';
}

/**
 * Forgets every token of a name: two servers of one workspace may have made one each, at the same moment.
 *
 * @returns how many there were
 */
export async function forgetTokens(persistence: IPersistence, name: string): Promise<number> {
	const removed: unknown = await persistence.removeByAssociations([ALL, named(name)]);
	return Array.isArray(removed) ? removed.length : 0;
}

/** Forgets one token and no other of its name. */
export async function forgetToken(persistence: IPersistence, { id }: Pick<TokenRecord, 'id'>): Promise<void> {
	await persistence.removeByAssociations([ALL, known(id)]);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
