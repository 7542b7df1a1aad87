import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { APP_ID } from '../catalogue/identity';
import { readAppSettings } from '../settings/read-app-settings';
import type { AppSettings } from '../settings/read-app-settings';
import { READ_LIMIT } from '../workspace/read-settings';
import { within } from '../workspace/within';

/**
 * Whether this person may see what the app found: one of their roles is allowed. Asked at every door, since the client's
 * own checks (a command's permission, a button's `when`) are display only. Fails closed.
 *
 * A user carries role ids; `allowed_roles` holds ids or names, and a custom role's id is no word that an admin knows.
 *
 * @returns the app's settings for a person who may ask, null for everybody else
 */
export async function authorise(user: IUser, read: IRead): Promise<AppSettings | null> {
	const roles: readonly unknown[] = Array.isArray(user.roles) ? user.roles : [];
	const settings = await readAppSettings(read.getEnvironmentReader().getSettings());
	if (settings.allowedRoles.some((role) => roles.includes(role))) {
		return settings;
	}
	const named = await within<(string | undefined)[]>(READ_LIMIT, Promise.all(settings.allowedRoles.map((role) => roleId(role, read))), () => []);
	return named.some((id) => id !== undefined && roles.includes(id)) ? settings : null;
}

async function roleId(idOrName: string, read: IRead): Promise<string | undefined> {
	try {
		const role = await read.getRoleReader().getOneByIdOrName(idOrName, APP_ID);
		return role?.id;
	} catch {
		return undefined;
	}
}
