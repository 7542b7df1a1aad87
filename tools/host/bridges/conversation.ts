import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import { RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';

import { maybe } from './stand-in';
import { userForApp } from '../server/people';
import type { RocketChat } from '../server/rocket-chat';
import type { RoomRecord } from '../server/rooms';

export abstract class Messaging extends MessageBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async create(message: IMessage): Promise<string> {
		return this.server.messages.send(message);
	}

	protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
		this.server.messages.whisper(user, message);
	}
}

export abstract class Uploading extends UploadBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async createUpload(details: IUploadDetails, buffer: Buffer): Promise<IUpload> {
		return this.server.uploads.create(details, buffer);
	}
}

export abstract class Rooming extends RoomBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async create(room: IRoom, members: string[]): Promise<string> {
		if (room.type !== RoomType.DIRECT_MESSAGE) {
			throw new Error('This stand-in has no rooms but direct ones for an app to create.');
		}
		const creator = this.server.people.byId(room.creator.id);
		if (creator === undefined) {
			throw new Error('Invalid user [error-invalid-user]');
		}
		return this.server.rooms.openDirect(creator, members, new Date(this.server.clock()))._id;
	}

	protected async getById(roomId: string): Promise<IRoom> {
		return maybe(this.converted(this.server.rooms.byId(roomId)));
	}

	protected async getByName(roomName: string): Promise<IRoom> {
		return maybe(this.converted(this.server.rooms.byName(roomName)));
	}

	protected async getMembers(roomId: string): Promise<IUser[]> {
		const room = this.server.rooms.byId(roomId);
		return room === undefined ? [] : this.server.rooms.members(room).map(userForApp);
	}

	protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
		return this.converted(this.server.rooms.directOf(usernames));
	}

	private converted(room: RoomRecord | undefined): IRoom | undefined {
		return room === undefined ? undefined : this.server.rooms.forApp(room);
	}
}
