import type { ReactElement } from 'react';
import { useState } from 'react';
import type { ActionButton, CommandInfo, WorkspaceUser } from '../../../host/types';
import type { PageMessage, PageRoom } from '../../contract';
import { english } from '../english';
import { MenuButton } from '../MenuButton';
import type { Action } from '../uikit/Blocks';
import { Composer } from './Composer';
import { Messages } from './Messages';
import { Tries, type Try } from './Tries';

interface Props {
	room: PageRoom;
	as: WorkspaceUser;
	messages: PageMessage[];
	commands: CommandInfo[];
	buttons: ActionButton[];
	waiting: boolean;
	/** In the room that one sees first. */
	onTry: ((picked: Try) => void) | null;
	onPress: (actionId: string) => void;
	onCommand: (text: string, threadId: string | null) => Promise<void>;
	onSay: (text: string, threadId: string | null) => void;
	onBlockAction: (messageId: string, action: Action) => Promise<void>;
	/** The client itself refuses: the sentence for it. */
	onRefuse: (text: string) => void;
}

/** A room, or one thread of it, as one user sees it. */
export function Room(props: Props): ReactElement {
	const { room, as, messages, commands, buttons, waiting, onTry, onPress, onCommand, onSay, onBlockAction, onRefuse } = props;
	const [thread, setThread] = useState<string | null>(null);
	const known = new Set(messages.map(({ id }) => id));
	const shown =
		thread === null
			? messages.filter(({ threadId }) => threadId === undefined || !known.has(threadId))
			: messages.filter(({ id, threadId }) => id === thread || threadId === thread);
	const name = room.type === 'd' ? `@${room.name}` : `#${room.name}`;

	return (
		<>
			<header className="room-head">
				{thread === null ? (
					<h2>
						<span {...english}>{name}</span>
					</h2>
				) : (
					<>
						<button type="button" className="plain" onClick={() => setThread(null)} {...english}>
							← Back
						</button>
						<h2>
							<span {...english}>Thread in {name}</span>
						</h2>
					</>
				)}
				<MenuButton
					label="Room menu"
					items={buttons.map(({ actionId, label }) => ({ id: actionId, label }))}
					empty="The app offers you nothing here"
					onPick={onPress}
				>
					<span aria-hidden="true">⋮</span>
				</MenuButton>
			</header>
			{onTry !== null && thread === null && <Tries compact={messages.some(({ byApp }) => byApp)} onTry={onTry} />}
			<Messages
				messages={shown}
				replies={thread === null ? countReplies(messages) : new Map()}
				onThread={thread === null ? setThread : null}
				onBlockAction={onBlockAction}
			/>
			<p className="waiting" role="status">
				<span {...english}>{waiting ? 'The app is answering …' : ''}</span>
			</p>
			<Composer
				place={thread === null ? name : `the thread in ${name}`}
				as={as}
				commands={commands}
				onSend={(text) => {
					const command = /^\/(\S+)/.exec(text)?.[1];
					if (command === undefined) {
						onSay(text, thread);
					} else if (commands.some((candidate) => candidate.command === command)) {
						void onCommand(text, thread);
					} else {
						onRefuse(`No such command: /${command}`);
					}
				}}
			/>
		</>
	);
}

function countReplies(messages: PageMessage[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { threadId } of messages) {
		if (threadId !== undefined) {
			counts.set(threadId, (counts.get(threadId) ?? 0) + 1);
		}
	}
	return counts;
}
