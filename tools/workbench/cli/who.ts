import type { WorkspaceUser } from '../../host/types';
import { Mistake } from '../mistake';
import { closest } from './closest';

/**
 * The user that `--as` names: a username, or the first who holds the role; an admin when nobody is named.
 * `member` means somebody who is no admin, whatever their roles are called.
 */
export function who(users: WorkspaceUser[], asked: string | null): WorkspaceUser {
	const wanted = asked ?? 'admin';
	const found =
		users.find(({ username }) => username === wanted) ??
		users.find(({ roles }) => roles.includes(wanted)) ??
		(wanted === 'member' ? users.find(({ roles }) => !roles.includes('admin')) : undefined);
	if (found !== undefined) {
		return found;
	}
	const names = users.map(({ username, roles }) => `${username} (${roles.join(', ')})`).join('; ');
	const near = closest(
		wanted,
		users.flatMap(({ username, roles }) => [username, ...roles]),
	);
	throw new Mistake(
		`Nobody in this workspace is called "${wanted}" or has that role.${near === null ? '' : ` Did you mean "${near}"?`} Users: ${names}.`,
	);
}
