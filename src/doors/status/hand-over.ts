import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { ReportFile } from '../../show/formats';
import { fileStoreStatements } from '../../show/tell/export';
import { rememberFileStore, toldFileStore } from '../../store/told-file-store';
import { tell } from '../asking/answer';
import { directRoom } from '../asking/direct-room';
import { Failure, failureLine } from '../asking/failure';
import type { Reading } from '../asking/read-and-judge';
import type { AppFacts, Request } from '../asking/request';

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
export async function handOver(request: Request, app: AppFacts, file: ReportFile, reading: Reading): Promise<HandedOver> {
	const { signals, appUser } = reading;
	const uploads = signals.settings.FileUpload_Enabled;
	// Only a readable "off" counts: whether uploads work is shown by trying.
	if (uploads.readable && uploads.value === false) {
		return { isDone: false, outcome: say('export_uploads-off') };
	}
	if (appUser === undefined) {
		return { isDone: false, outcome: say('export_failed') };
	}
	try {
		const room = await directRoom(request, appUser);
		await tellWhereFilesAreKept(request, reading, room);
		const upload: unknown = await request.modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(file.content, 'utf8'), { filename: file.name, room, user: appUser });
		// Without the permission the engine answers nothing, and there is no file (Apps-Engine, UploadBridge).
		if (typeof upload !== 'object' || upload === null) {
			throw new Failure('the upload was answered with nothing');
		}
	} catch (reason) {
		app.logger.error(failureLine('the export', reason));
		return { isDone: false, outcome: say('export_failed') };
	}
	return { isDone: true, outcome: say('export_done', { what: file.title, file: file.name, sender: appUser.username }) };
}

/** In the room where they asked; a button in a panel may come without one, then where the file comes. */
async function tellWhereFilesAreKept(request: Request, { posture, translate, appUser }: Reading, direct: IRoom): Promise<void> {
	const statements = fileStoreStatements(posture);
	const told = statements.map(({ key }) => key).join(' ');
	if ((await toldFileStore(request.read.getPersistenceReader(), request.user.id)) === told) {
		return;
	}
	await tell({ ...request, room: request.room ?? direct }, statements.map((statement) => translate(statement)).join(' '), appUser);
	await rememberFileStore(request.persistence, request.user.id, told);
}
