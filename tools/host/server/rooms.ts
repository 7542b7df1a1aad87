import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';

import { newId } from './ids';
import type { People, UserRecord } from './people';
import { userForApp } from './people';

export interface RoomRecord {
	_id: string;
	t: 'c' | 'p' | 'd';
	name?: string;
	fname?: string;
	creatorId?: string;
	memberIds: string[];
	ts: Date;
	_updatedAt: Date;
	default?: boolean;
	ro?: boolean;
	messageCount: number;
}

const TYPES = { c: RoomType.CHANNEL, p: RoomType.PRIVATE_GROUP, d: RoomType.DIRECT_MESSAGE };

export class Rooms {
	private readonly records = new Map<string, RoomRecord>();

	constructor(private readonly people: People) {}

	/** What every test may count on: the default channel with everybody, and a private room of the first two. */
	furnish(now: Date): void {
		const everybody = this.people.all();
		const first = this.people.installer();
		this.add({ _id: 'GENERAL', t: 'c', name: 'general', creatorId: first._id, memberIds: everybody.map((user) => user._id), ts: now, _updatedAt: now, default: true, messageCount: 0 });
		this.add({
			_id: newId(),
			t: 'p',
			name: 'board',
			fname: 'Board',
			creatorId: first._id,
			memberIds: everybody.slice(0, 2).map((user) => user._id),
			ts: now,
			_updatedAt: now,
			messageCount: 0,
		});
	}

	add(room: RoomRecord): void {
		this.records.set(room._id, room);
	}

	all(): RoomRecord[] {
		return [...this.records.values()];
	}

	byId(id: string | undefined): RoomRecord | undefined {
		return id === undefined ? undefined : this.records.get(id);
	}

	byName(name: string): RoomRecord | undefined {
		return this.all().find((room) => room.name === name);
	}

	/** A test may name a room as people do; an id that no room has stays what it is, as a forged client would send it. */
	idOf(idOrName: string | undefined): string {
		if (idOrName === undefined) {
			return 'GENERAL';
		}
		return this.byId(idOrName)?._id ?? this.byName(idOrName)?._id ?? idOrName;
	}

	members(room: RoomRecord): UserRecord[] {
		return room.memberIds.flatMap((id) => this.people.byId(id) ?? []);
	}

	usernames(roomId: string): string[] {
		const room = this.byId(roomId);
		return room === undefined ? [] : this.members(room).map((user) => user.username);
	}

	canAccess(room: RoomRecord, user: UserRecord): boolean {
		return room.t === 'c' || room.memberIds.includes(user._id);
	}

	directOf(usernames: string[]): RoomRecord | undefined {
		const ids = usernames.map((username) => this.people.byUsername(username)?._id);
		return this.all().find((room) => room.t === 'd' && room.memberIds.length === ids.length && ids.every((id) => id !== undefined && room.memberIds.includes(id)));
	}

	/** `server/methods/createDirectMessage.ts` (7.7.1): the creator and the members; the same people always get the same room. */
	openDirect(creator: UserRecord, members: string[], now: Date): RoomRecord {
		const others = members
			.filter((username) => username !== creator.username)
			.map((username) => {
				const user = this.people.byUsername(username);
				if (user === undefined) {
					throw new Error('Invalid user [error-invalid-user]');
				}
				return user;
			});
		const everybody = [creator, ...others];
		const present = this.directOf(everybody.map((user) => user.username));
		if (present !== undefined) {
			return present;
		}
		const memberIds = everybody.map((user) => user._id);
		const room: RoomRecord = {
			// A conversation of two has the two ids as its own id.
			_id: memberIds.length === 2 ? [...memberIds].sort().join('') : newId(),
			t: 'd',
			creatorId: creator._id,
			memberIds,
			ts: now,
			_updatedAt: now,
			messageCount: 0,
		};
		this.add(room);
		return room;
	}

	/**
	 * What `app/apps/server/converters/rooms` (7.7.1) hands to an app: fields without a value are left out, the rest of the
	 * document sits in `_unmappedProperties_`. The cast is for the names that a direct room does not have and for `usernames`,
	 * which the engine's own `Room` class asks for later.
	 */
	forApp(room: RoomRecord): IRoom {
		const creator = room.creatorId === undefined ? undefined : this.people.byId(room.creatorId);
		return {
			id: room._id,
			...(room.fname !== undefined && { displayName: room.fname }),
			...(room.name !== undefined && { slugifiedName: room.name }),
			...(room.t === 'd' && { userIds: [...room.memberIds] }),
			messageCount: room.messageCount,
			createdAt: room.ts,
			updatedAt: room._updatedAt,
			isDefault: room.default === true,
			isReadOnly: room.ro === true,
			displaySystemMessages: true,
			type: TYPES[room.t],
			...(creator !== undefined && { creator: userForApp(creator) }),
			_unmappedProperties_: { usersCount: room.memberIds.length, ...(room.t === 'd' && { usernames: this.usernames(room._id) }) },
		} as unknown as IRoom;
	}
}
