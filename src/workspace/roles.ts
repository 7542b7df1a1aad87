import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import { APP_ID } from '../catalogue/identity';
import { DEFAULT_ROLE } from '../settings/app-settings';

/** What was found of roles by their ids or names. */
export interface RolesFound {
	/** Ids of those that exist. */
	readonly ids: readonly string[];
	/** Those that do not exist; empty where roles cannot be looked up. */
	readonly missing: readonly string[];
}

/**
 * Looks roles up. Without the permission the platform answers as for a role that does not exist; so where even a role that every server
 * has is not found, none counts as missing. Nor does one whose lookup failed or was late.
 *
 * @param names ids or names
 */
export async function findRoles(names: readonly string[], read: IRead): Promise<RolesFound> {
	const [works, ...ids] = await Promise.all([DEFAULT_ROLE, ...names].map(async (name) => roleId(name, read)));
	return {
		ids: ids.filter((id) => typeof id === 'string'),
		missing: typeof works === 'string' ? names.filter((_, at) => ids[at] === undefined) : [],
	};
}

/** Null where it cannot be looked up. */
async function roleId(idOrName: string, read: IRead): Promise<string | undefined | null> {
	try {
		return (await read.getRoleReader().getOneByIdOrName(idOrName, APP_ID))?.id;
	} catch {
		return null;
	}
}
