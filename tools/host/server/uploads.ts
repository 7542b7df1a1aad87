import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads';
import { StoreType } from '@rocket.chat/apps-engine/definition/uploads/StoreType';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';

import { newId } from './ids';
import type { Messages } from './messages';
import type { People } from './people';
import { userForApp } from './people';
import type { Rooms } from './rooms';
import type { ServerSettings } from './settings';
import type { StoredFile, UploadMode } from '../types';

const TYPES: Record<string, string> = {
	csv: 'text/csv',
	html: 'text/html',
	json: 'application/json',
	md: 'text/markdown',
	pdf: 'application/pdf',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain',
	zip: 'application/zip',
};

function listed(type: string, list: string): boolean {
	return list
		.split(',')
		.map((pattern) => pattern.trim())
		.filter((pattern) => pattern !== '')
		.some((pattern) => pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1))));
}

/** `app/file-upload/server/lib/FileUpload.ts` and `app/apps/server/bridges/uploads.ts` (7.7.1), with their texts. */
export class Uploads {
	readonly files: StoredFile[] = [];

	constructor(
		public mode: UploadMode,
		private readonly people: People,
		private readonly rooms: Rooms,
		private readonly messages: Messages,
		private readonly settings: ServerSettings,
		private readonly now: () => Date,
	) {}

	create(details: IUploadDetails, buffer: Buffer): IUpload {
		if (!details.userId) {
			throw new Error('Missing user to perform the upload operation');
		}
		const type = TYPES[details.name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
		this.validate(details, type);
		if (this.mode === 'fails') {
			throw new Error('NoSuchBucket: The specified bucket does not exist');
		}
		const user = this.people.byId(details.userId);
		if (user === undefined) {
			throw new Error('Invalid user [error-invalid-user]');
		}
		const file: StoredFile = { id: newId(), name: details.name, type, roomId: details.rid, uploader: user.username, content: Buffer.from(buffer) };
		this.files.push(file);
		this.messages.sendFile(details.rid, user, { id: file.id, name: file.name, size: buffer.length });
		return this.forApp(file);
	}

	/** The cast is for what an uploaded file of an app does not have: size is a number in the database, there is no visitor. */
	forApp(file: StoredFile): IUpload {
		const room = this.rooms.byId(file.roomId);
		const user = this.people.byUsername(file.uploader);
		const at = this.now();
		return {
			id: file.id,
			name: file.name,
			size: file.content.length,
			type: file.type,
			store: StoreType.GridFS,
			complete: true,
			uploading: false,
			extension: file.name.split('.').pop(),
			progress: 1,
			etag: newId(),
			path: `/ufs/GridFS:Uploads/${file.id}/${encodeURI(file.name)}`,
			url: `/ufs/GridFS:Uploads/${file.id}/${encodeURI(file.name)}`,
			updatedAt: at,
			uploadedAt: at,
			...(room !== undefined && { room: this.rooms.forApp(room) }),
			...(user !== undefined && { user: userForApp(user) }),
		} as unknown as IUpload;
	}

	private validate(details: IUploadDetails, type: string): void {
		const room = this.rooms.byId(details.rid);
		if (room === undefined) {
			throw new Error('File is not valid [invalid-file]');
		}
		if (this.mode === 'always') {
			return;
		}
		if (this.mode === 'off' || this.settings.valueOf('FileUpload_Enabled') === false) {
			throw new Error('File uploads are disabled. [error-file-upload-disabled]');
		}
		if (room.t === 'd' && this.settings.valueOf('FileUpload_Enabled_Direct') === false) {
			throw new Error('File sharing not allowed in direct messages. [error-direct-message-file-upload-not-allowed]');
		}
		const largest = this.settings.valueOf('FileUpload_MaxFileSize');
		if (typeof largest === 'number' && largest > -1 && details.size > largest) {
			throw new Error(`File exceeds allowed size of ${largest} B. [error-file-too-large]`);
		}
		const allowed = this.settings.valueOf('FileUpload_MediaTypeWhiteList');
		const refused = this.settings.valueOf('FileUpload_MediaTypeBlackList');
		if ((typeof allowed === 'string' && allowed !== '' && !listed(type, allowed)) || (typeof refused === 'string' && listed(type, refused))) {
			throw new Error('File type is not accepted. [error-invalid-file-type]');
		}
	}
}
