import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { APP_ID } from '../catalogue/identity';
import { readAppSettings } from '../settings/read-app-settings';
import { READ_LIMIT } from '../workspace/read-settings';
import { within } from '../workspace/within';

/**
 * Whether this person may see what the app found: one of their roles is allowed. Asked at every door, since the client's
 * own checks (a command's permission, a button's `when`) are display only. Fails closed.
 *
 * A user carries role ids; `allowed_roles` holds ids or names, and a custom role's id is no word that an admin knows.
 */
export async function mayAsk(user: IUser, read: IRead): Promise<boolean> {
	const roles: readonly unknown[] = Array.isArray(user.roles) ? user.roles : [];
	const { allowedRoles } = await readAppSettings(read.getEnvironmentReader().getSettings());
	if (allowedRoles.some((role) => roles.includes(role))) {
		return true;
	}
	const named = await Promise.all(allowedRoles.map((role) => within(READ_LIMIT, roleId(role, read), undefined)));
	return named.some((id) => id !== undefined && roles.includes(id));
}

async function roleId(idOrName: string, read: IRead): Promise<string | undefined> {
	try {
		const role = await read.getRoleReader().getOneByIdOrName(idOrName, APP_ID);
		return role?.id;
	} catch {
		return undefined;
	}
}
