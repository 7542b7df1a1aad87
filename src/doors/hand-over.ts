import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { say } from '../language/translate';
import type { Statement } from '../language/translate';
import type { ReportFile } from '../report/file';
import type { Sight } from './look';
import type { AppFacts, Request } from './request';

/**
 * Hands a file to the asker in a direct message from the app.
 *
 * @returns what to tell the asker: where the file is, or why there is none and what to do
 */
export async function handOver(request: Request, app: AppFacts, file: ReportFile, { uploads, translate, appUser }: Pick<Sight, 'uploads' | 'translate' | 'appUser'>): Promise<Statement> {
	// Only a readable "off" counts: whether uploads work is shown by trying.
	if (uploads.readable && uploads.value === false) {
		return say('export_uploads-off');
	}
	if (appUser === undefined) {
		return say('export_failed');
	}
	try {
		const room = await directRoom(request, appUser);
		const before = request.modify.getCreator().startMessage().setRoom(room).setSender(appUser).setText(translate('export_before'));
		await request.modify.getCreator().finish(before);
		await request.modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(file.content, 'utf8'), { filename: file.name, room, user: appUser });
	} catch (reason) {
		app.logger.error(`export failed: ${reason instanceof Error ? reason.name : typeof reason}`);
		return say('export_failed');
	}
	return say('export_done', { file: file.name, sender: appUser.username });
}

async function directRoom({ user, read, modify }: Request, appUser: IUser): Promise<IRoom> {
	const usernames = [appUser.username, user.username];
	const existing = await existingRoom(read, usernames);
	if (existing) {
		return existing;
	}
	const builder = modify.getCreator().startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(appUser).setMembersToBeAddedByUsernames(usernames);
	const id = await modify.getCreator().finish(builder);
	const room = await read.getRoomReader().getById(id);
	if (!room) {
		throw new Error('no-direct-room');
	}
	return room;
}

async function existingRoom(read: Request['read'], usernames: string[]): Promise<IRoom | undefined> {
	try {
		return (await read.getRoomReader().getDirectByUsernames(usernames)) ?? undefined;
	} catch {
		// Some servers throw where no such room exists yet.
		return undefined;
	}
}
