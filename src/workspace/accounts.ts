import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** The app's own user, in whose name it answers. */
export async function appUser(read: IRead): Promise<IUser | undefined> {
	return read.getUserReader().getAppUser();
}

/** The account with that id; undefined where there is none, and where accounts cannot be looked up. */
export async function findAccount(id: string, read: IRead): Promise<IUser | undefined> {
	return (await read.getUserReader().getById(id)) ?? undefined;
}

/**
 * Whether accounts can be looked up at all. Without the permission the engine answers nothing, just as for an account that
 * is gone (Apps-Engine, UserBridge); the app's own account is there for certain, and needs no permission to be named.
 */
export async function findsAccounts(read: IRead): Promise<boolean> {
	const own = await appUser(read);
	return Boolean(own && (await findAccount(own.id, read)));
}
