import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { FileLink, PageMessage } from '../../contract';
import { english } from '../english';
import { Message } from '../markdown/Message';
import { Blocks, type Action } from '../uikit/Blocks';
import { Problems } from '../uikit/Problems';

interface Props {
	messages: PageMessage[];
	/** How many answers each message has in its thread. */
	replies: Map<string, number>;
	onThread: ((messageId: string) => void) | null;
	onBlockAction: (messageId: string, action: Action) => Promise<void>;
}

export function Messages({ messages, replies, onThread, onBlockAction }: Props): ReactElement {
	const list = useRef<HTMLOListElement>(null);
	const last = messages.at(-1)?.id;

	useEffect(() => {
		// The beginning of a long answer matters more than its end.
		list.current?.lastElementChild?.scrollIntoView({ block: 'start' });
	}, [last]);

	return (
		<div className="messages" role="log" aria-label="Messages" tabIndex={0}>
			<ol ref={list}>
				{messages.length === 0 && <li className="nothing">
						<span {...english}>Nothing was said here yet. Type / to see the app’s commands.</span>
					</li>}
				{messages.map((message) => (
					<MessageRow
						key={message.id}
						message={message}
						replies={replies.get(message.id) ?? 0}
						onThread={onThread}
						onAction={(action) => onBlockAction(message.id, action)}
					/>
				))}
			</ol>
		</div>
	);
}

interface RowProps {
	message: PageMessage;
	replies: number;
	onThread: ((messageId: string) => void) | null;
	onAction: (action: Action) => Promise<void>;
}

function MessageRow({ message, replies, onThread, onAction }: RowProps): ReactElement {
	const { id, kind, byApp, sender, senderName, text, blocks, attachments, file, problems } = message;
	return (
		<li className={`message ${kind}`}>
			<span className="avatar" aria-hidden="true">
				{senderName.charAt(0).toUpperCase()}
			</span>
			<div className="message-body">
				<p className="message-head">
					<strong>{senderName}</strong> {senderName !== sender && <span className="hint">@{sender}</span>}{' '}
					{byApp && <span className="tag">app</span>}
				</p>
				{/* As Rocket.Chat does (RoomMessageContent.tsx): what has blocks shows no text. */}
				{text !== '' && blocks.length === 0 && <Message text={text} />}
				{file !== null && <File file={file} />}
				{file === null && attachments.map((attachment, index) => <Attachment key={index} attachment={attachment} />)}
				{problems.length > 0 && <Problems what="this message’s blocks" problems={problems} />}
				{blocks.length > 0 && <Blocks surface="message" blocks={blocks} appId="" onAction={onAction} />}
				<p className="message-foot">
					{kind === 'ephemeral' && <span className="hint" {...english}>Only you can see this</span>}
					{kind === 'stored' && onThread !== null && (
						<button type="button" className="link" onClick={() => onThread(id)} {...english}>
							{replies === 0 ? 'Reply in thread' : `${replies} ${replies === 1 ? 'reply' : 'replies'} in thread`}
						</button>
					)}
				</p>
			</div>
		</li>
	);
}

/** What a file is, in words; other types name themselves. */
const kinds: Readonly<Record<string, string>> = {
	'application/json': 'JSON',
	'text/csv': 'CSV table',
	'text/html': 'HTML document',
	'text/markdown': 'Markdown text',
};

function File({ file: { id, name, type, bytes } }: { file: FileLink }): ReactElement {
	const address = `/files/${encodeURIComponent(id)}`;
	const about = `${kinds[type] ?? type}, ${bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`}`;
	return (
		<p className="file" {...english}>
			<a href={address} target="_blank" rel="noopener noreferrer">
				{name} <span className="file-about">({about})</span>
			</a>{' '}
			<a href={`${address}?download`} download={name} aria-label={`Download ${name} (${about})`}>
				Download
			</a>
		</p>
	);
}

/** The texts of an attachment; its other decorations are not drawn here. */
function Attachment({ attachment }: { attachment: unknown }): ReactElement {
	const part = (name: string): string => {
		const value: unknown = typeof attachment === 'object' && attachment !== null ? Reflect.get(attachment, name) : undefined;
		return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : typeof value === 'string' ? value : '';
	};
	return (
		<blockquote>
			<strong>{part('title')}</strong>
			<Message text={part('text') || part('description')} />
		</blockquote>
	);
}
