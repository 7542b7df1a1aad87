import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { findDirectRoom, findRoom } from '../../workspace/rooms';
import { Failure } from './failure';
import type { Request } from './request';

/** The direct room of that person and the app's own user; made where there is none yet. */
export async function directRoom({ user, read, modify }: Request, appUser: IUser): Promise<IRoom> {
	const usernames = [appUser.username, user.username];
	const existing = await findDirectRoom(usernames, read);
	if (existing !== undefined) {
		return existing;
	}
	const builder = modify.getCreator().startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(appUser).setMembersToBeAddedByUsernames(usernames);
	const id = await modify.getCreator().finish(builder);
	const room = await findRoom(id, read);
	if (room === undefined) {
		throw new Failure('the direct room was made and is not found');
	}
	return room;
}
