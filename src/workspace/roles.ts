import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import { APP_ID } from '../catalogue/identity';
import { DEFAULT_ROLE } from '../settings/app-settings';
import { READ_LIMIT, turn, withTimeout } from './timeout';

/** What was found of roles by their ids or names. */
export interface RolesFound {
	/** Ids of those that exist. */
	readonly ids: readonly string[];
	/** Those that do not exist; empty where roles cannot be looked up. */
	readonly missing: readonly string[];
}

/**
 * Looks roles up. Without the permission, and on a failure, the platform answers as for a role that does not exist; so where even a
 * role that every server has is not found, none counts as missing.
 *
 * @param names ids or names
 */
export async function findRoles(names: readonly string[], read: IRead): Promise<RolesFound> {
	const [ids, works] = await Promise.all([Promise.all(names.map((name) => roleId(name, read))), roleId(DEFAULT_ROLE, read)]);
	return {
		ids: ids.filter((id) => id !== undefined),
		missing: works === undefined ? [] : names.filter((_, at) => ids[at] === undefined),
	};
}

async function roleId(idOrName: string, read: IRead): Promise<string | undefined> {
	const ask = async (): Promise<string | undefined> => {
		try {
			return (await read.getRoleReader().getOneByIdOrName(idOrName, APP_ID))?.id;
		} catch {
			return undefined;
		}
	};
	return withTimeout(READ_LIMIT, ask(), () => undefined, turn(() => read.getEnvironmentReader()));
}
