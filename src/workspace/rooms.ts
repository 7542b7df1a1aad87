import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { READ_LIMIT, withTimeout } from './timeout';

/** The direct room of these people; undefined where there is none yet. */
export async function findDirectRoom(usernames: readonly string[], read: IRead): Promise<IRoom | undefined> {
	try {
		return (await read.getRoomReader().getDirectByUsernames([...usernames])) ?? undefined;
	} catch {
		// Some servers throw where no such room exists yet.
		return undefined;
	}
}

/** The room with that id or name; undefined where there is none, and where it cannot be looked up. */
export async function findNamedRoom(idOrName: string, read: IRead): Promise<IRoom | undefined> {
	const name = idOrName.replace(/^#/, '');
	const ask = async (): Promise<IRoom | undefined> => {
		try {
			return (await findRoom(name, read)) ?? (await read.getRoomReader().getByName(name)) ?? undefined;
		} catch {
			return undefined;
		}
	};
	return withTimeout(READ_LIMIT, ask(), () => undefined);
}

/** Who is in a room; nobody where that cannot be looked up. */
export async function findMembers(id: string, read: IRead): Promise<readonly IUser[]> {
	const ask = async (): Promise<readonly IUser[]> => {
		try {
			return (await read.getRoomReader().getMembers(id)) ?? [];
		} catch {
			return [];
		}
	};
	return withTimeout(READ_LIMIT, ask(), () => []);
}

export async function findRoom(id: string, read: IRead): Promise<IRoom | undefined> {
	return (await read.getRoomReader().getById(id)) ?? undefined;
}
