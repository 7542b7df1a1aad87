import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { ReportFile } from '../../show/formats';
import { fileStoreStatements } from '../../show/tell/export';
import { rememberFileStore, toldFileStore } from '../../store/told-file-store';
import { READ_LIMIT, withTimeout } from '../../workspace/timeout';
import { tell } from '../asking/answer';
import { directRoom } from '../asking/direct-room';
import { unlessLost } from '../asking/failure';
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
 * again when that has changed; that this was said is noted afterwards, and a note that cannot be read or written costs no file.
 */
export async function handOver(request: Request, app: AppFacts, file: ReportFile, reading: Reading): Promise<HandedOver> {
	const { signals, appUser } = reading;
	const uploads = signals.settings.FileUpload_Enabled;
	// Only a readable "off" counts: whether uploads work is shown by trying.
	if (uploads.readable && uploads.value === false) {
		return { isDone: false, outcome: say('export_uploads-off') };
	}
	const room = appUser === undefined ? 'lost' : await unlessLost('opening the direct room', directRoom(request, appUser), app);
	if (appUser === undefined || room === 'lost') {
		return { isDone: false, outcome: say('export_no-room') };
	}
	const told = await unlessLost('saying where files are kept', tellWhereFilesAreKept(request, reading, room, app), app);
	const upload: unknown = await unlessLost('the export', request.modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(file.content, 'utf8'), { filename: file.name, room, user: appUser }), app);
	if (told !== null && told !== 'lost') {
		// Nobody waits for it.
		void unlessLost('noting where files are kept', rememberFileStore(request.persistence, request.user.id, told), app);
	}
	if (upload === 'lost') {
		return { isDone: false, outcome: say('export_lost', { sender: appUser.username }) };
	}
	// Without the permission the engine answers nothing, and there is no file (Apps-Engine, UploadBridge).
	return typeof upload === 'object' && upload !== null
		? { isDone: true, outcome: say('export_done', { what: file.title, file: file.name, sender: appUser.username }) }
		: { isDone: false, outcome: say('export_failed') };
}

/**
 * In the room where they asked; a button in a panel may come without one, then where the file comes.
 *
 * @returns what was said; null where they know it already
 */
async function tellWhereFilesAreKept(request: Request, { posture, translate, appUser }: Reading, direct: IRoom, app: AppFacts): Promise<string | null> {
	const statements = fileStoreStatements(posture);
	const keys = statements.map(({ key }) => key).join(' ');
	const known = unlessLost('reading what was said of files', toldFileStore(request.read.getPersistenceReader(), request.user.id), app);
	// No longer, so that time is left for the file.
	if ((await withTimeout<unknown>(READ_LIMIT, known, () => undefined)) === keys) {
		return null;
	}
	await tell({ ...request, room: request.room ?? direct }, statements.map((statement) => translate(statement)).join(' '), appUser);
	return keys;
}
