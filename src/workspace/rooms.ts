import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

/** The direct room of these people; undefined where there is none yet. */
export async function findDirectRoom(usernames: readonly string[], read: IRead): Promise<IRoom | undefined> {
	try {
		return (await read.getRoomReader().getDirectByUsernames([...usernames])) ?? undefined;
	} catch {
		// Some servers throw where no such room exists yet.
		return undefined;
	}
}

export async function findRoom(id: string, read: IRead): Promise<IRoom | undefined> {
	return (await read.getRoomReader().getById(id)) ?? undefined;
}
