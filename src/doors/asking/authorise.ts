import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { DEFAULT_ROLE } from '../../settings/app-settings';
import { objectionsOf } from '../../settings/stated';
import type { AppSettings } from '../../settings/stated';
import { quoted } from '../../show/tell/quoted';
import { isInUse } from '../../workspace/accounts';
import { findRoles } from '../../workspace/roles';
import { findNamedRoom } from '../../workspace/rooms';

/**
 * Whether this person may see what the app found: the account is in use, and one of its roles is allowed. Asked at every door, since
 * the client's own checks (a command's permission, a button's `when`) are display only. Fails closed.
 */
export async function mayAsk(user: IUser, own: AppSettings, read: IRead): Promise<boolean> {
	return isInUse(user) && hasAllowedRole(user, own, read);
}

/**
 * Whether one of the roles is allowed.
 *
 * A user carries role ids; `allowed_roles` holds ids or names, and a custom role's id is no word that an admin knows. Where none of
 * the roles exists, the setting counts as not stated.
 */
export async function hasAllowedRole(user: IUser, { values }: AppSettings, read: IRead): Promise<boolean> {
	const roles: readonly unknown[] = Array.isArray(user.roles) ? user.roles : [];
	const allowed = values.allowed_roles;
	if (allowed.some((role) => roles.includes(role))) {
		return true;
	}
	const { ids, missing } = await findRoles(allowed, read);
	return ids.some((id) => roles.includes(id)) || (missing.length === allowed.length && roles.includes(DEFAULT_ROLE));
}

/** Why values of the app's own settings are not used, for admins: a sentence each. */
export async function findObjections(own: AppSettings, read: IRead): Promise<Statement[]> {
	const allowed = own.values.allowed_roles;
	const { setting, environment } = own.found.allowed_roles;
	const isStated = setting.kind === 'value' || environment.kind === 'value';
	const missing = isStated ? (await findRoles(allowed, read)).missing : [];
	const label = say('ps_allowed_roles');
	const { monitoring, alert_room: room } = own.values;
	const isLost = monitoring === 'daily' && room !== null && (await findNamedRoom(room, read)) === undefined;
	return [
		...objectionsOf(own),
		...(isLost ? [say('objection_room', { id: 'alert_room', label: say('ps_alert_room') })] : []),
		...missing.map((role) => say('objection_role', { id: 'allowed_roles', label, role: quoted(role) })),
		...(isStated && missing.length === allowed.length ? [say('objection_no-role-left', { role: DEFAULT_ROLE })] : []),
	];
}
