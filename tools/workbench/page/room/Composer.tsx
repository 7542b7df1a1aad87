import type { KeyboardEvent, ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { CommandInfo, WorkspaceUser } from '../../../host/types';
import { english } from '../english';

interface Props {
	place: string;
	as: WorkspaceUser;
	commands: CommandInfo[];
	onSend: (text: string) => void;
}

/** The line to type in. A slash opens the list of commands; arrow up brings back what was sent before. */
export function Composer({ place, as, commands, onSend }: Props): ReactElement {
	const [text, setText] = useState('');
	const [chosen, setChosen] = useState(0);
	const [dismissed, setDismissed] = useState(false);
	const sent = useRef<string[]>([]);
	const recalled = useRef(0);
	const input = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLUListElement>(null);

	const word = /^\/\S*$/.exec(text)?.[0] ?? null;
	const matching = word === null ? [] : commands.filter(({ command }) => `/${command}`.startsWith(word));
	const exact = matching.length === 1 && `/${matching[0]?.command ?? ''}` === word;
	const open = matching.length > 0 && !exact && !dismissed;
	const at = Math.min(chosen, matching.length - 1);

	useEffect(() => {
		list.current?.children.item(at)?.scrollIntoView({ block: 'nearest' });
	}, [at]);

	const write = (value: string) => {
		setText(value);
		setChosen(0);
		setDismissed(false);
	};
	const complete = (command: CommandInfo | undefined) => {
		if (command !== undefined) {
			write(`/${command.command} `);
			input.current?.focus();
		}
	};
	const send = () => {
		if (text.trim() !== '') {
			sent.current.push(text);
			recalled.current = sent.current.length;
			onSend(text.trim());
			write('');
		}
	};
	const recall = (step: number) => {
		recalled.current = Math.max(0, Math.min(sent.current.length, recalled.current + step));
		setText(sent.current[recalled.current] ?? '');
		setDismissed(true);
	};

	const onKeyDown = (event: KeyboardEvent) => {
		const plain = !event.shiftKey && !event.nativeEvent.isComposing;
		if (open && event.key === 'Escape') {
			setDismissed(true);
		} else if (open && event.key === 'ArrowDown') {
			setChosen((at + 1) % matching.length);
		} else if (open && event.key === 'ArrowUp') {
			setChosen((at - 1 + matching.length) % matching.length);
		} else if (open && plain && (event.key === 'Tab' || event.key === 'Enter')) {
			complete(matching[at]);
		} else if (plain && event.key === 'Enter') {
			send();
		} else if (!open && event.key === 'ArrowUp') {
			recall(-1);
		} else if (!open && event.key === 'ArrowDown') {
			recall(1);
		} else {
			return;
		}
		event.preventDefault();
	};

	return (
		<form
			className="composer"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			{open && (
				<ul className="completions" id="completions" role="listbox" aria-label="Commands" ref={list}>
					{matching.map((command, index) => (
						<li
							key={command.command}
							id={`completion-${index}`}
							role="option"
							aria-selected={index === at}
							onMouseDown={(event) => {
								// Keeps the focus where one types.
								event.preventDefault();
								complete(command);
							}}
						>
							<span>
								<bdi dir="ltr">
									<strong>/{command.command}</strong> <code>{command.params}</code>
								</bdi>
							</span>
							<span className="hint">{command.description}</span>
						</li>
					))}
				</ul>
			)}
			<input
				ref={input}
				// What is typed decides; before that the placeholder is English.
				dir="auto"
				type="text"
				role="combobox"
				aria-label={`Message ${place} as ${as.name}`}
				aria-autocomplete="list"
				aria-expanded={open}
				aria-controls="completions"
				aria-activedescendant={open ? `completion-${at}` : undefined}
				placeholder={`Message ${place}, or / for commands`}
				autoComplete="off"
				spellCheck={false}
				value={text}
				onChange={(event) => write(event.target.value)}
				onKeyDown={onKeyDown}
				onBlur={() => setDismissed(true)}
				onFocus={() => setDismissed(false)}
			/>
			<button type="submit" className="primary" disabled={text.trim() === ''} {...english}>
				Send
			</button>
		</form>
	);
}
