import type { ReactElement } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { WorkspaceUser } from '../../host/types';
import type { PageState, ViewState } from '../contract';
import { About } from './About';
import { AppInfo } from './app-info/AppInfo';
import { Drawer } from './drawer/Drawer';
import { WorkspaceSettings } from './drawer/WorkspaceSettings';
import { english } from './english';
import { Notices, useNotices } from './Notices';
import { ReloadNote } from './ReloadNote';
import { Room } from './room/Room';
import type { Try } from './room/Tries';
import { ask, useServerState } from './server';
import { Sidebar } from './Sidebar';
import { Bar } from './uikit/Bar';
import { Dialog } from './uikit/Dialog';

export type Panel = 'workspace-settings' | 'app-settings' | 'about';

export function App(): ReactElement {
	const [as, setAs] = useState(() => new URLSearchParams(window.location.search).get('as'));
	const { state, connected } = useServerState(as);
	const [roomId, setRoomId] = useState<string | null>(null);
	const [panel, setPanel] = useState<Panel | null>(null);
	const [lastCommand, setLastCommand] = useState<string | null>(null);
	const [pending, setPending] = useState(0);
	const appSettingsButton = useRef<HTMLButtonElement>(null);
	const { notices, tell, dismiss } = useNotices();

	const room = state?.rooms.find(({ id }) => id === (roomId === withTheApp ? roomWithTheApp(state) : roomId)) ?? firstRoom(state);
	const username = state?.as?.username ?? null;

	useEffect(() => {
		if (as !== null) {
			window.history.replaceState(null, '', `?as=${encodeURIComponent(as)}`);
		}
	}, [as]);

	// Not as often as it is drawn anew: another language or a reload takes the focus from nobody.
	useEffect(() => {
		if (panel === 'app-settings') {
			document.querySelector<HTMLElement>('.app-info-content')?.focus({ preventScroll: true });
		}
	}, [panel]);

	const { language = 'en', direction = 'ltr' } = state ?? {};
	useEffect(() => {
		// Fuselage asks the document for the direction, and its lists are drawn outside of everything else.
		document.documentElement.lang = language;
		document.documentElement.dir = direction;
	}, [language, direction]);

	/** Everything that goes to the app goes through here: it counts as waiting, and its failure is shown. */
	const send = useCallback(
		async <Name extends Parameters<typeof ask>[0]>(name: Name, body: Parameters<typeof ask<Name>>[1]) => {
			setPending((count) => count + 1);
			const problem = await ask(name, body);
			setPending((count) => count - 1);
			if (problem !== null) {
				tell(problem);
			}
		},
		[tell],
	);

	const command = useCallback(
		async (text: string, threadId: string | null) => {
			if (username !== null && room !== null) {
				setLastCommand(text);
				await send('command', { as: username, text, roomId: room.id, ...(threadId === null ? {} : { threadId }) });
			}
		},
		[room, send, username],
	);

	/** As the first admin, or the first member who is none; in the room that everybody has. */
	const tryOut = (picked: Try) => {
		const isAdmin = ({ roles }: WorkspaceUser) => roles.includes('admin');
		const who = state?.users.find((user) => isAdmin(user) === (picked !== 'notice')) ?? state?.as;
		const general = firstRoom(state);
		if (who === undefined || who === null || general === null) {
			return;
		}
		setAs(who.username);
		setPanel(picked === 'settings' ? 'app-settings' : null);
		setRoomId(picked === 'export' ? withTheApp : general.id);
		const text = { ask: '/privacy-status', notice: '/privacy-notice', export: '/privacy-status export html', settings: null }[picked];
		if (text !== null) {
			setLastCommand(text);
			void send('command', { as: who.username, text, roomId: (picked === 'export' && roomWithTheApp(state)) || general.id });
		}
	};

	const pickWorkspace = useCallback(
		(name: string) => {
			setRoomId(null);
			setLastCommand(null);
			void send('workspace', { name });
		},
		[send],
	);

	/** The bar belongs to the room: it waits there while another page is looked at. */
	const bar = useMemo(
		() => (panel === 'app-settings' ? undefined : state?.surfaces.filter(({ kind }) => kind === 'contextual_bar').at(-1)),
		[state, panel],
	);
	const modal = useMemo(() => state?.surfaces.filter(({ kind }) => kind === 'modal').at(-1), [state]);

	const leaveAppInfo = () => {
		setPanel(null);
		appSettingsButton.current?.focus();
	};

	if (state === null) {
		return <p className="alone">Reaching the workbench …</p>;
	}

	const surfaceProps = {
		onAction: (action: { actionId: string; blockId: string; value?: string }, viewId: string) =>
			username === null ? Promise.resolve() : send('action', { as: username, viewId, ...action, ...(room === null ? {} : { roomId: room.id }) }),
		onSubmit: (viewId: string, values: ViewState) =>
			username === null ? Promise.resolve() : send('submit', { as: username, viewId, state: values, ...(room === null ? {} : { roomId: room.id }) }),
		onClose: (viewId: string, values: ViewState) =>
			username === null ? Promise.resolve() : send('close', { as: username, viewId, state: values, ...(room === null ? {} : { roomId: room.id }) }),
	};
	const press = (actionId: string, context: string) => {
		if (username !== null && room !== null) {
			void send('button', { as: username, actionId, context, roomId: room.id });
		}
	};

	return (
		<div className={`workbench${bar === undefined ? '' : ' with-bar'}`} lang={state.language} dir={state.direction}>
			<Sidebar
				state={state}
				room={room}
				onWorkspace={pickWorkspace}
				onUser={setAs}
				onLanguage={(language) => username !== null && void send('language', { as: username, language })}
				onPseudo={(on) => void send('pseudo', { on })}
				onRoom={(id) => {
					setPanel(null);
					setRoomId(id);
				}}
				onPress={(actionId) => press(actionId, 'userDropdownAction')}
				panel={panel}
				onPanel={setPanel}
				appSettingsButton={appSettingsButton}
			/>
			<main className="room" aria-busy={pending > 0}>
				{state.reload !== null && <ReloadNote reload={state.reload} />}
				<Notices notices={notices} onDismiss={dismiss} />
				{!connected && <p className="banner" {...english}>The workbench does not answer. Is it still running?</p>}
				{state.phase === 'ready' && panel === 'app-settings' && state.app !== null ? (
					<AppInfo
						// Texts and settings are read anew where they may be others.
						key={`${state.workspace.name} ${state.language} ${state.reload?.count ?? 0}`} app={state.app} language={state.language} onBack={leaveAppInfo} />
				) : state.phase === 'ready' && room !== null && state.as !== null ? (
					<Room
						key={`${state.workspace.name} ${state.as.username} ${room.id}`}
						room={room}
						as={state.as}
						messages={state.messages.filter((message) => message.roomId === room.id)}
						commands={state.commands}
						buttons={state.buttons.filter(({ context }) => context === 'roomAction')}
						waiting={pending > 0}
						onTry={room.id === firstRoom(state)?.id ? tryOut : null}
						onPress={(actionId) => press(actionId, 'roomAction')}
						onCommand={command}
						onSay={(text, threadId) =>
							void send('say', { as: state.as?.username ?? '', text, roomId: room.id, ...(threadId === null ? {} : { threadId }) })
						}
						onBlockAction={(messageId, action) =>
							username === null ? Promise.resolve() : send('action', { as: username, messageId, roomId: room.id, ...action })
						}
						onRefuse={tell}
					/>
				) : (
					<Phase state={state} />
				)}
			</main>
			{bar !== undefined && <Bar key={`${username} ${bar.viewId}`} surface={bar} {...surfaceProps} />}
			{modal !== undefined && <Dialog key={username} surface={modal} {...surfaceProps} />}
			{panel === 'workspace-settings' && (
				<Drawer title="Workspace settings" onClose={() => setPanel(null)}>
					<WorkspaceSettings
						phase={state.phase}
						lastCommand={lastCommand}
						onTell={tell}
						onAskAgain={(text) => {
							setPanel(null);
							void command(text, null);
						}}
					/>
				</Drawer>
			)}
			{panel === 'about' && (
				<Drawer title="What is real here" onClose={() => setPanel(null)}>
					<About />
				</Drawer>
			)}
		</div>
	);
}

function Phase({ state }: { state: PageState }): ReactElement {
	if (state.phase === 'failed') {
		return (
			<div className="alone" role="alert" {...english}>
				<p>This workspace did not start.</p>
				<pre>{state.problem}</pre>
			</div>
		);
	}
	return (
		<p className="alone" role="status" {...english}>
			Starting {state.workspace.name} …
		</p>
	);
}

/** In place of a room's id: the direct messages of the app, which may be made only then. */
const withTheApp = 'with the app';

function roomWithTheApp(state: PageState | null): string | undefined {
	const byApp = state?.messages.find((message) => message.byApp && message.kind === 'stored');
	return state?.rooms.find(({ id, type }) => type === 'd' && id === byApp?.roomId)?.id;
}

function firstRoom(state: PageState | null): PageState['rooms'][number] | null {
	return state?.rooms.find(({ name }) => name === 'general') ?? state?.rooms[0] ?? null;
}
