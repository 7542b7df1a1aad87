import type { ReactElement, Ref } from 'react';
import { useEffect, useRef, useState } from 'react';
import { LANGUAGE_NAMES } from '../contract';
import type { PageRoom, PageState } from '../contract';
import type { Panel } from './App';
import { english } from './english';
import { MenuButton } from './MenuButton';

type Language = (typeof LANGUAGE_NAMES)[number];

interface Props {
	state: PageState;
	room: PageRoom | null;
	onWorkspace: (name: string) => void;
	onUser: (username: string) => void;
	onLanguage: (language: Language | null) => void;
	onPseudo: (on: boolean) => void;
	onRoom: (id: string) => void;
	onPress: (actionId: string) => void;
	/** What is looked at in place of the room, or over it. */
	panel: Panel | null;
	onPanel: (panel: Panel) => void;
	/** Gets the focus back when one leaves the page that it opens. */
	appSettingsButton: Ref<HTMLButtonElement>;
}

/** Where: which workspace, as whom, in which room. */
export function Sidebar({ state, room, onWorkspace, onUser, onLanguage, onPseudo, onRoom, onPress, panel, onPanel, appSettingsButton }: Props): ReactElement {
	const [open, setOpen] = useState(false);
	const userButtons = state.buttons.filter(({ context }) => context === 'userDropdownAction');
	const fresh = useFreshRooms(state, room);
	const openPanel = (picked: Panel) => {
		onPanel(picked);
		setOpen(false);
	};

	return (
		<nav {...english} className={`sidebar${open ? ' open' : ''}`} aria-label="Workspace, user and rooms">
			<div className="sidebar-head">
				<button type="button" className="plain only-narrow" aria-expanded={open} aria-controls="sidebar-content" onClick={() => setOpen(!open)}>
					<span aria-hidden="true">☰</span> Menu
				</button>
				<h1>
					Privacy Status <small>workbench</small>
				</h1>
				<MenuButton
					label={`User menu of ${state.as?.name ?? 'nobody'}`}
					className="user-menu"
					items={userButtons.map(({ actionId, label }) => ({ id: actionId, label }))}
					empty="The app offers nothing here"
					speaks={state}
					onPick={onPress}
				>
					<span className="avatar" aria-hidden="true">
						{initial(state.as?.name)}
					</span>
				</MenuButton>
			</div>
			<div id="sidebar-content" className="sidebar-content">
				<div className="field">
					<label htmlFor="workspace">Workspace</label>
					<select id="workspace" value={state.workspace.name} onChange={(event) => onWorkspace(event.target.value)}>
						{[...new Set(state.workspaces.map(({ group }) => group))].map((group) => (
							<optgroup key={group} label={group}>
								{state.workspaces
									.filter((choice) => choice.group === group)
									.map(({ name, description }) => (
										<option key={name} value={name}>
											{`${name} · ${description}`}
										</option>
									))}
							</optgroup>
						))}
					</select>
				</div>
				<p className="hint">{state.phase === 'starting' ? 'Starting …' : state.workspace.description}</p>

				<div className="field">
					<label htmlFor="user">You are</label>
					<select id="user" value={state.as?.username ?? ''} disabled={state.users.length === 0} onChange={(event) => onUser(event.target.value)}>
						{state.users.map(({ username, name, roles, language }) => (
							<option key={username} value={username}>
								{name} ({roles.join(', ')}
								{language === undefined ? '' : `; ${language}`})
							</option>
						))}
					</select>
				</div>

				<div className="field">
					<label htmlFor="language">Your language</label>
					<select
						id="language"
						value={LANGUAGE_NAMES.find((name) => name === state.as?.language) ?? ''}
						disabled={state.as === null}
						onChange={({ target: { value } }) => onLanguage(LANGUAGE_NAMES.find((name) => name === value) ?? null)}
					>
						<option value="">the workspace’s ({state.as?.language === undefined ? state.language : 'no preference'})</option>
						{LANGUAGE_NAMES.map((name) => (
							<option key={name} value={name} lang={name}>
								{new Intl.DisplayNames([name], { type: 'language' }).of(name)}
							</option>
						))}
					</select>
				</div>
				<h2>Rooms</h2>
				<ul className="rooms">
					{state.rooms.map(({ id, name, type }) => (
						<li key={id}>
							<button
								type="button"
								aria-current={panel !== 'app-settings' && id === room?.id ? 'page' : undefined}
								onClick={() => {
									onRoom(id);
									setOpen(false);
								}}
							>
								<span aria-hidden="true">{type === 'd' ? '@' : '#'}</span> {name}
								{fresh.has(id) && <span className="badge">new</span>}
							</button>
						</li>
					))}
				</ul>

				<h2>Settings</h2>
				<ul className="rooms">
					<li>
						<button type="button" ref={appSettingsButton} aria-current={panel === 'app-settings' ? 'page' : undefined} onClick={() => openPanel('app-settings')}>
							The app’s settings
						</button>
					</li>
					<li>
						<button type="button" onClick={() => openPanel('workspace-settings')}>
							Workspace settings
						</button>
					</li>
				</ul>

				<details className="tools">
					<summary>Workbench</summary>
					<label className="check hint">
						<input type="checkbox" checked={state.inPseudo} onChange={(event) => onPseudo(event.target.checked)} />
						Pseudo-language in place of English
					</label>
					<p className="hint">
						Real: Apps-Engine, Deno sandbox, rc-apps package, Fuselage UI kit. Ours: an in-memory Rocket.Chat behind the engine’s bridges, and
						this shell.{' '}
						<button type="button" className="link" onClick={() => openPanel('about')}>
							More
						</button>
					</p>
				</details>
			</div>
		</nav>
	);
}

/** Rooms where something was said since they were last looked at. */
function useFreshRooms(state: PageState, room: PageRoom | null): Set<string> {
	const looked = useRef(new Map<string, number>());
	const client = `${state.workspace.name} ${state.as?.username ?? ''}`;
	const [, redraw] = useState(0);

	const count = (id: string) => state.messages.filter(({ roomId }) => roomId === id).length;
	const key = (id: string) => `${client} ${id}`;

	useEffect(() => {
		if (room !== null && looked.current.get(key(room.id)) !== count(room.id)) {
			looked.current.set(key(room.id), count(room.id));
			redraw((value) => value + 1);
		}
	});
	return new Set(state.rooms.map(({ id }) => id).filter((id) => id !== room?.id && count(id) > (looked.current.get(key(id)) ?? 0)));
}

function initial(name: string | undefined): string {
	return (name ?? '?').trim().charAt(0).toUpperCase();
}
