import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { name, nameSlug } from '../../app.json';
import { APP_ID } from '../catalogue/identity';

/** The app's own user, in whose name it answers; undefined where it has none, and where that cannot be looked up. */
export async function appUser(read: IRead): Promise<IUser | undefined> {
	try {
		return (await read.getUserReader().getAppUser()) ?? undefined;
	} catch {
		return undefined;
	}
}

/**
 * Stands for the app's own user in what is said to one person and stored nowhere. Of a sender that Rocket.Chat does not know, it shows
 * what it is given (app/apps/server/converters/messages.js, convertAppMessage, 7.7.1); without any, the engine looks for the app's user.
 */
export function standInSender(asker: IUser): IUser {
	return { ...asker, id: APP_ID, username: `${nameSlug}.bot`, name, emails: [], type: UserType.APP, roles: ['app'] };
}

/** The account with that id; undefined where there is none, and where accounts cannot be looked up. */
export async function findAccount(id: string, read: IRead): Promise<IUser | undefined> {
	return (await read.getUserReader().getById(id)) ?? undefined;
}

/**
 * The account as it is now: between what brought it here and the answer, an admin may have taken a role from it or deactivated it.
 *
 * @param user as it arrived; it counts where accounts cannot be looked up, since the server has let it in for this very request
 * @returns null for one that is gone
 */
export async function accountNow(user: IUser, read: IRead): Promise<IUser | null> {
	try {
		return (await findAccount(user.id, read)) ?? ((await findsAccounts(read)) ? null : user);
	} catch {
		return user;
	}
}

/** Rocket.Chat keeps the roles of an account that is deactivated. The account of an app cannot log in, so nobody asks with it. */
export function isInUse({ isEnabled, type }: IUser): boolean {
	return (isEnabled as unknown) !== false && type !== UserType.APP;
}

/**
 * Whether accounts can be looked up at all. Without the permission the engine answers nothing, just as for an account that
 * is gone (Apps-Engine, UserBridge); the app's own account is there for certain, and needs no permission to be named.
 */
export async function findsAccounts(read: IRead): Promise<boolean> {
	try {
		const own = await appUser(read);
		return Boolean(own && (await findAccount(own.id, read)));
	} catch {
		return false;
	}
}
