import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserType } from '@rocket.chat/apps-engine/definition/users';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import { UserBridge } from '@rocket.chat/apps-engine/server/bridges/UserBridge';

import { maybe } from './stand-in';
import { newId } from '../server/ids';
import type { UserRecord } from '../server/people';
import { userForApp } from '../server/people';
import type { RocketChat } from '../server/rocket-chat';

const DEFAULT_ROLES = ['admin', 'moderator', 'leader', 'owner', 'user', 'bot', 'app', 'guest', 'anonymous', 'livechat-agent', 'livechat-manager'];

export abstract class Users extends UserBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getById(id: string): Promise<IUser> {
		return maybe(this.converted(this.server.people.byId(id)));
	}

	protected async getByUsername(username: string): Promise<IUser> {
		return maybe(this.converted(this.server.people.byUsername(username)));
	}

	protected async getAppUser(appId?: string): Promise<IUser | undefined> {
		return appId === undefined ? undefined : this.converted(this.server.people.byAppId(appId));
	}

	/** `app/apps/server/bridges/users.ts` (7.7.1): only bots and apps, and the username has to be free. */
	protected async create(data: Partial<IUser>): Promise<string> {
		if (data.type !== UserType.APP && data.type !== UserType.BOT) {
			throw new Error('Creating normal users is currently not supported');
		}
		const now = new Date(this.server.clock());
		const { username = '', name = '', roles = [], status = 'offline', appId } = data;
		const user: UserRecord = {
			_id: newId(),
			username,
			name,
			type: data.type === UserType.APP ? 'app' : 'bot',
			active: data.isEnabled ?? true,
			roles: [...roles],
			status,
			createdAt: now,
			_updatedAt: now,
			...(appId !== undefined && { appId }),
		};
		this.server.people.add(user);
		return user._id;
	}

	protected async remove(user: IUser): Promise<boolean> {
		this.server.people.remove(user.id);
		return true;
	}

	private converted(user: UserRecord | undefined): IUser | undefined {
		return user === undefined ? undefined : userForApp(user);
	}
}

/** The default roles, and those that somebody here has: all have ids that equal their names. */
export abstract class Roles extends RoleBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getOneByIdOrName(idOrName: string): Promise<IRole | null> {
		const exists = DEFAULT_ROLES.includes(idOrName) || this.server.people.all().some(({ roles }) => roles.includes(idOrName));
		return exists ? { id: idOrName, name: idOrName, description: '', mandatory2fa: false, protected: true, scope: 'Users' } : null;
	}
}
