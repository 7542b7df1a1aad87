import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UserStatusConnection, UserType } from '@rocket.chat/apps-engine/definition/users';

import { copy } from './copy';
import { newId } from './ids';
import type { UserChange, WorkspaceUser } from '../types';

/** A document of Rocket.Chat's users collection, as far as an app can see it. */
export interface UserRecord {
	_id: string;
	username: string;
	name: string;
	type: 'user' | 'bot' | 'app';
	active: boolean;
	roles: string[];
	emails?: { address: string; verified: boolean }[];
	status: string;
	statusConnection?: string;
	utcOffset?: number;
	createdAt: Date;
	_updatedAt: Date;
	lastLogin?: Date;
	appId?: string;
	/** The explicit preference; absent when the person kept the default. */
	language?: string;
}

export const defaultPeople: WorkspaceUser[] = [
	{ username: 'admin', name: 'Alex Admin', roles: ['admin', 'user'], utcOffset: 0 },
	{ username: 'member', name: 'Morgan Member', roles: ['user'], utcOffset: -3 },
	{ username: 'anja', name: 'Anja Adler', roles: ['admin', 'user'], language: 'de', utcOffset: 1 },
	{ username: 'jonas', name: 'Jonas Jung', roles: ['user'], language: 'de', utcOffset: 1 },
];

const TYPES = { user: UserType.USER, bot: UserType.BOT, app: UserType.APP };

const CONNECTIONS: Record<string, UserStatusConnection> = {
	online: UserStatusConnection.ONLINE,
	offline: UserStatusConnection.OFFLINE,
	away: UserStatusConnection.AWAY,
	busy: UserStatusConnection.BUSY,
};

/**
 * What `app/apps/server/converters/users` (7.7.1) hands to an app: the language only as the explicit preference,
 * `settings` always, absent fields present as undefined. The cast is for those: the engine's types say that all are there.
 */
export function userForApp(user: UserRecord): IUser {
	return {
		id: user._id,
		username: user.username,
		emails: user.emails,
		type: TYPES[user.type],
		isEnabled: user.active,
		name: user.name,
		roles: [...user.roles],
		status: user.status,
		statusText: undefined,
		statusConnection: CONNECTIONS[user.statusConnection ?? ''] ?? UserStatusConnection.UNDEFINED,
		utcOffset: user.utcOffset,
		createdAt: user.createdAt,
		updatedAt: user._updatedAt,
		lastLoginAt: user.lastLogin,
		appId: user.appId,
		customFields: undefined,
		settings: { preferences: { ...(user.language !== undefined && { language: user.language }) } },
	} as unknown as IUser;
}

export class People {
	private readonly records = new Map<string, UserRecord>();

	/** Login tokens: token → user id. */
	private readonly logins = new Map<string, string>();

	constructor(
		private persons: readonly WorkspaceUser[],
		now: Date,
	) {
		for (const { username, name, roles, language, utcOffset } of persons) {
			this.add({
				_id: newId(),
				username,
				name,
				type: 'user',
				active: true,
				roles: [...roles],
				emails: [{ address: `${username}@example.test`, verified: true }],
				status: 'online',
				statusConnection: 'online',
				utcOffset: utcOffset ?? 0,
				createdAt: now,
				_updatedAt: now,
				lastLogin: now,
				...(language !== undefined && { language }),
			});
		}
	}

	listed(): WorkspaceUser[] {
		return this.persons.map((person) => ({ ...person, roles: [...person.roles] }));
	}

	all(): UserRecord[] {
		return [...this.records.values()];
	}

	add(user: UserRecord): void {
		if (this.byUsername(user.username) !== undefined) {
			throw new Error(`The username "${user.username}" is already being used. Rename or remove the user using it to install this App`);
		}
		this.records.set(user._id, user);
	}

	remove(id: string): void {
		this.records.delete(id);
	}

	/** The list of those who may log in follows: it is what the workbench offers. */
	change(username: string, change: UserChange | null): void {
		const user = this.named(username);
		const person = this.persons.find((known) => known.username === username);
		if (change === null) {
			this.remove(user._id);
			this.persons = this.persons.filter((known) => known !== person);
			return;
		}
		const { language, ...rest } = change;
		Object.assign(user, copy(rest));
		if (language === null) {
			delete user.language;
		} else if (language !== undefined) {
			user.language = language;
		}
		this.persons = this.persons.map((known) => {
			if (known !== person) {
				return known;
			}
			const { language: _former, ...others } = known;
			return { ...others, roles: [...user.roles], ...(user.language !== undefined && { language: user.language }) };
		});
	}

	byId(id: string): UserRecord | undefined {
		return this.records.get(id);
	}

	byUsername(username: string): UserRecord | undefined {
		return this.all().find((user) => user.username === username);
	}

	byAppId(appId: string): UserRecord | undefined {
		return this.all().find((user) => user.appId === appId);
	}

	/** For the caller of the fake, where an unknown name is a mistake. */
	named(username: string): UserRecord {
		const user = this.byUsername(username);
		if (user === undefined) {
			throw new Error(`This workspace has no user "${username}". It has: ${this.all().map((known) => known.username).join(', ')}.`);
		}
		return user;
	}

	/** Installations need somebody who may do it; a workspace without an admin has its first user. */
	installer(): UserRecord {
		const user = this.all().find((candidate) => candidate.roles.includes('admin')) ?? this.all()[0];
		if (user === undefined) {
			throw new Error('This workspace has no user at all; somebody has to install the app.');
		}
		return user;
	}

	logIn(username: string): { 'x-user-id': string; 'x-auth-token': string } {
		const user = this.named(username);
		const token = newId() + newId();
		this.logins.set(token, user._id);
		return { 'x-user-id': user._id, 'x-auth-token': token };
	}

	byLogin(userId: string, token: string): UserRecord | undefined {
		return this.logins.get(token) === userId ? this.byId(userId) : undefined;
	}
}
