import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';

import type { Changes } from './changes';
import { copy } from './copy';
import { newId } from './ids';
import type { People, UserRecord } from './people';
import { userForApp } from './people';
import type { Rooms } from './rooms';
import type { SeenMessage } from '../types';

interface MessageRecord {
	seen: SeenMessage;
	senderId: string;
	ts: Date;
}

/** What an app hands over, after the engine's codec: absent fields come as null. */
type IncomingMessage = IMessage & { id?: string | null };

export class Messages {
	private readonly records: MessageRecord[] = [];

	constructor(
		private readonly people: People,
		private readonly rooms: Rooms,
		private readonly changes: Changes,
		private readonly maxLength: () => number,
		private readonly now: () => Date,
	) {}

	seenBy(username?: string): SeenMessage[] {
		const user = username === undefined ? undefined : this.people.named(username);
		return this.records
			.map(({ seen }) => seen)
			.filter((message) => {
				if (user === undefined) {
					return true;
				}
				return message.kind === 'ephemeral' ? message.onlyFor === user.username : this.rooms.byId(message.roomId)?.memberIds.includes(user._id) === true;
			})
			.map(copy);
	}

	/** `app/lib/server/methods/sendMessage.ts` (7.7.1): an app's own user may write anywhere, others where they may read. */
	send(message: IncomingMessage): string {
		const { roomId: claimedRoom, sender } = this.convert(message);
		if (sender === undefined) {
			throw new Error('Invalid user [error-invalid-user]');
		}
		const text = message.text ?? '';
		if (text.length > this.maxLength()) {
			throw new Error('Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]');
		}
		// Threads do not nest, and the parent decides about the room.
		const parent = this.record(message.threadId ?? undefined);
		const threadId = parent?.seen.threadId ?? message.threadId ?? undefined;
		const roomId = parent?.seen.roomId ?? claimedRoom;
		const room = this.rooms.byId(roomId);
		if (room === undefined || (sender.type !== 'app' && !this.rooms.canAccess(room, sender))) {
			throw new Error('not-allowed [error-not-allowed]');
		}
		return this.store(
			{
				id: newId(),
				kind: 'stored',
				roomId,
				...(threadId !== undefined && { threadId }),
				sender: sender.username,
				text,
				blocks: copy(message.blocks ?? []),
				attachments: copy(message.attachments ?? []),
			},
			sender._id,
		);
	}

	/** The message that Rocket.Chat makes for an uploaded file (`app/file-upload/server/methods/sendFileMessage.ts`, 7.7.1). */
	sendFile(roomId: string, sender: UserRecord, file: { id: string; name: string; size: number }): string {
		const link = `/file-upload/${file.id}/${encodeURI(file.name)}`;
		const attachment = { title: file.name, type: 'file', format: file.name.split('.').pop() ?? '', title_link: link, title_link_download: true, size: file.size };
		return this.store({ id: newId(), kind: 'stored', roomId, sender: sender.username, text: '', blocks: [], attachments: [attachment], fileId: file.id }, sender._id);
	}

	/** Live only: it reaches that user's open client and is stored nowhere. */
	whisper(user: { id?: string | null }, message: IncomingMessage): void {
		const { roomId, sender } = this.convert(message);
		const receiver = user.id === undefined || user.id === null ? undefined : this.people.byId(user.id);
		if (receiver === undefined) {
			return;
		}
		const { threadId } = message;
		this.store(
			{
				id: message.id ?? newId(),
				kind: 'ephemeral',
				roomId,
				...(threadId !== undefined && threadId !== null && { threadId }),
				sender: sender?.username ?? message.sender?.username ?? '',
				onlyFor: receiver.username,
				text: message.text ?? '',
				blocks: copy(message.blocks ?? []),
				attachments: copy(message.attachments ?? []),
			},
			sender?._id ?? '',
		);
	}

	/** Ephemeral messages are in no database, so nobody can look them up. */
	forApp(id: string): IMessage | undefined {
		const record = this.record(id);
		if (record === undefined) {
			return undefined;
		}
		const { seen, senderId, ts } = record;
		const room = this.rooms.byId(seen.roomId);
		const sender = this.people.byId(senderId);
		if (room === undefined || sender === undefined) {
			return undefined;
		}
		return {
			id: seen.id,
			...(seen.threadId !== undefined && { threadId: seen.threadId }),
			text: seen.text,
			createdAt: ts,
			updatedAt: ts,
			room: this.rooms.forApp(room),
			sender: userForApp(sender),
			// The app's own blocks and attachments, given back as they came.
			blocks: copy(seen.blocks) as NonNullable<IMessage['blocks']>,
			attachments: copy(seen.attachments) as NonNullable<IMessage['attachments']>,
		};
	}

	/** `app/apps/server/converters/messages` (7.7.1): without an existing room it throws, before anything else happens. */
	private convert(message: IncomingMessage): { roomId: string; sender: UserRecord | undefined } {
		const room = this.rooms.byId(message.room?.id);
		if (room === undefined) {
			throw new Error('Invalid room provided on the message.');
		}
		return { roomId: room._id, sender: message.sender?.id === undefined ? undefined : this.people.byId(message.sender.id) };
	}

	private record(id: string | undefined): MessageRecord | undefined {
		return this.records.find(({ seen }) => seen.kind === 'stored' && seen.id === id);
	}

	private store(seen: SeenMessage, senderId: string): string {
		const ts = this.now();
		this.records.push({ seen, senderId, ts });
		const room = this.rooms.byId(seen.roomId);
		if (room !== undefined && seen.kind === 'stored') {
			room.messageCount += 1;
		}
		this.changes.announce();
		return seen.id;
	}
}
