import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { say } from '../language/translate';
import type { Statement } from '../language/translate';
import type { ReportFile } from '../report/file';
import { rememberFileStore, toldFileStore } from '../store/told-file-store';
import { fileStoreStatements } from '../views/export';
import { tell } from './answer';
import type { Sight } from './look';
import type { AppFacts, Request } from './request';

/** How handing over a file went. */
export interface HandedOver {
	readonly isDone: boolean;
	/** What to tell the asker: where the file is, or why there is none and what to do. */
	readonly outcome: Statement;
}

/**
 * Hands a file to the asker in a direct message from the app. Before the first one it says where such files are kept, and
 * again when that has changed.
 */
export async function handOver(request: Request, app: AppFacts, file: ReportFile, sight: Sight): Promise<HandedOver> {
	const { uploads, appUser } = sight;
	// Only a readable "off" counts: whether uploads work is shown by trying.
	if (uploads.readable && uploads.value === false) {
		return { isDone: false, outcome: say('export_uploads-off') };
	}
	if (appUser === undefined) {
		return { isDone: false, outcome: say('export_failed') };
	}
	try {
		const room = await directRoom(request, appUser);
		await tellWhereFilesAreKept(request, sight, room);
		const upload: unknown = await request.modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(file.content, 'utf8'), { filename: file.name, room, user: appUser });
		// Without the permission the engine answers nothing, and there is no file (Apps-Engine, UploadBridge).
		if (typeof upload !== 'object' || upload === null) {
			throw new Error('no-upload');
		}
	} catch (reason) {
		app.logger.error(`export failed: ${reason instanceof Error ? reason.name : typeof reason}`);
		return { isDone: false, outcome: say('export_failed') };
	}
	return { isDone: true, outcome: say('export_done', { file: file.name, sender: appUser.username }) };
}

/** In the room where they asked; a button in a panel may come without one, then where the file comes. */
async function tellWhereFilesAreKept(request: Request, { posture, translate, appUser }: Sight, direct: IRoom): Promise<void> {
	const statements = fileStoreStatements(posture);
	const told = statements.map(({ key }) => key).join(' ');
	if ((await toldFileStore(request.read.getPersistenceReader(), request.user.id)) === told) {
		return;
	}
	await tell({ ...request, room: request.room ?? direct }, statements.map(translate).join(' '), appUser);
	await rememberFileStore(request.persistence, request.user.id, told);
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
