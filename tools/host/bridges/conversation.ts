import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom, IRoomRaw } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import type { ITypingDescriptor } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import { RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';

import { maybe } from './border';
import { newId } from '../server/ids';
import { userForApp } from '../server/people';
import type { RocketChat } from '../server/rocket-chat';
import type { RoomRecord } from '../server/rooms';

export class Messaging extends MessageBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async create(message: IMessage): Promise<string> {
		return this.server.messages.send(message);
	}

	protected async update(message: IMessage): Promise<void> {
		this.server.messages.update(message);
	}

	protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
		this.server.messages.whisper(user, message);
	}

	protected async notifyRoom(room: IRoom, message: IMessage): Promise<void> {
		const record = this.server.rooms.byId(room.id);
		for (const user of record === undefined ? [] : this.server.rooms.members(record)) {
			this.server.messages.whisper(userForApp(user), message);
		}
	}

	protected async typing({ scope }: ITypingDescriptor): Promise<void> {
		if (scope !== 'room') {
			throw new Error('Unrecognized typing scope provided');
		}
	}

	protected async getById(messageId: string): Promise<IMessage> {
		return maybe(this.server.messages.forApp(messageId));
	}

	protected async delete(message: IMessage): Promise<void> {
		this.server.messages.delete(message);
	}

	protected async addReaction(): Promise<void> {
		throw new Error('The in-memory server has no reactions.');
	}

	protected async removeReaction(): Promise<void> {
		throw new Error('The in-memory server has no reactions.');
	}
}

export class Threads extends ThreadBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getById(messageId: string): Promise<IMessage[]> {
		return this.server.messages.thread(messageId);
	}
}

export class Uploading extends UploadBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getById(id: string): Promise<IUpload> {
		const file = this.server.uploads.byId(id);
		return maybe(file && this.server.uploads.forApp(file));
	}

	protected async getBuffer(upload: IUpload): Promise<Buffer> {
		const file = this.server.uploads.byId(upload.id);
		if (file === undefined) {
			throw new Error('Unknown error');
		}
		return Buffer.from(file.content);
	}

	protected async createUpload(details: IUploadDetails, buffer: Buffer): Promise<IUpload> {
		return this.server.uploads.create(details, buffer);
	}
}

export class Rooming extends RoomBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async create(room: IRoom, members: string[]): Promise<string> {
		const creator = this.server.people.byId(room.creator.id);
		if (creator === undefined) {
			throw new Error('Invalid user [error-invalid-user]');
		}
		const now = new Date(this.server.clock());
		switch (room.type) {
			case RoomType.DIRECT_MESSAGE:
				return this.server.rooms.openDirect(creator, members, now)._id;
			case RoomType.CHANNEL:
			case RoomType.PRIVATE_GROUP: {
				const memberIds = members.flatMap((username) => this.server.people.byUsername(username)?._id ?? []);
				const record: RoomRecord = {
					_id: newId(),
					t: room.type === RoomType.CHANNEL ? 'c' : 'p',
					name: room.slugifiedName,
					fname: room.displayName ?? room.slugifiedName,
					creatorId: creator._id,
					memberIds: [...new Set([creator._id, ...memberIds])],
					ts: now,
					_updatedAt: now,
					messageCount: 0,
				};
				this.server.rooms.add(record);
				return record._id;
			}
			default:
				throw new Error('Only channels, private groups and direct messages can be created.');
		}
	}

	protected async getById(roomId: string): Promise<IRoom> {
		return maybe(this.converted(this.server.rooms.byId(roomId)));
	}

	protected async getByName(roomName: string): Promise<IRoom> {
		return maybe(this.converted(this.server.rooms.byName(roomName)));
	}

	protected async getCreatorById(roomId: string): Promise<IUser | undefined> {
		return this.creator(this.server.rooms.byId(roomId));
	}

	protected async getCreatorByName(roomName: string): Promise<IUser | undefined> {
		return this.creator(this.server.rooms.byName(roomName));
	}

	protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
		return this.converted(this.server.rooms.directOf(usernames));
	}

	protected async getMembers(roomId: string): Promise<IUser[]> {
		const room = this.server.rooms.byId(roomId);
		return room === undefined ? [] : this.server.rooms.members(room).map(userForApp);
	}

	protected async delete(roomId: string): Promise<void> {
		this.server.rooms.delete(roomId);
	}

	protected async getAllRooms(): Promise<IRoomRaw[]> {
		throw new Error('The in-memory server does not list rooms.');
	}

	protected async update(): Promise<void> {
		throw new Error('The in-memory server does not change rooms.');
	}

	protected async createDiscussion(): Promise<string> {
		throw new Error('The in-memory server has no discussions.');
	}

	protected async getModerators(): Promise<IUser[]> {
		return [];
	}

	protected async getOwners(roomId: string): Promise<IUser[]> {
		const creator = this.creator(this.server.rooms.byId(roomId));
		return creator === undefined ? [] : [creator];
	}

	protected async getLeaders(): Promise<IUser[]> {
		return [];
	}

	protected async getMessages(): Promise<IMessageRaw[]> {
		throw new Error('The in-memory server does not list messages.');
	}

	protected async removeUsers(roomId: string, usernames: string[]): Promise<void> {
		const room = this.server.rooms.byId(roomId);
		if (room !== undefined) {
			room.memberIds = room.memberIds.filter((id) => !usernames.includes(this.server.people.byId(id)?.username ?? ''));
		}
	}

	protected async getUnreadByUser(): Promise<IMessageRaw[]> {
		throw new Error('The in-memory server does not count what is unread.');
	}

	protected async getUserUnreadMessageCount(): Promise<number> {
		throw new Error('The in-memory server does not count what is unread.');
	}

	private converted(room: RoomRecord | undefined): IRoom | undefined {
		return room === undefined ? undefined : this.server.rooms.forApp(room);
	}

	private creator(room: RoomRecord | undefined): IUser | undefined {
		const user = room?.creatorId === undefined ? undefined : this.server.people.byId(room.creatorId);
		return user === undefined ? undefined : userForApp(user);
	}
}
