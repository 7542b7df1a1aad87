import { chooseLanguage, directionOf } from '../../../src/language/languages';
import type { Engine, OpenSurface, SeenMessage, WorkspaceUser } from '../../host/types';
import type { PageAppSetting, PageMessage, PageRoom, PageSettings, PageState, PageSurface } from '../contract';
import { validateMessageBlocks, validateView } from '../validators';
import type { Session } from './session';

/** What one window of one user's client shows now. An unknown user gets the first admin's. */
export function stateFor(session: Session, username: string | null, window: string | null = null): Omit<PageState, 'page' | 'reload'> {
	const frame = {
		phase: session.phase,
		problem: session.problem,
		workspaces: [...session.choices],
		workspace: session.workspace,
		app: session.app?.app ?? null,
		inPseudo: session.inPseudo,
		language: 'en',
		direction: 'ltr' as const,
	};
	const engine = session.running;
	if (engine === null) {
		return { ...frame, users: [], as: null, rooms: [], messages: [], surfaces: [], commands: [], buttons: [] };
	}
	const users = engine.server.users();
	const as = users.find((user) => user.username === username) ?? users.find(isAdmin) ?? users[0] ?? null;
	if (as === null) {
		return { ...frame, users, as, rooms: [], messages: [], surfaces: [], commands: [], buttons: [] };
	}
	const language = as.language ?? workspaceLanguage(engine);
	return {
		...frame,
		users,
		as,
		language,
		direction: directionOf(chooseLanguage([language])),
		rooms: roomsOf(engine, as),
		messages: messagesFor(session, engine, as),
		surfaces: engine.server.surfaces(as.username).filter(({ triggerId }) => session.isShownIn(window, triggerId)).map(pageSurface),
		commands: engine.commands(language),
		buttons: engine.actionButtons(language).filter((button) => mayShow(button.hasOneRole, as)),
	};
}

/** The client of somebody without a preference speaks the workspace's language. */
function workspaceLanguage(engine: Engine): string {
	const value = engine.server.settings().find(({ id }) => id === 'Language')?.value;
	return typeof value === 'string' && value !== '' ? value : 'en';
}

export function settingsOf(engine: Engine, { faults, uploads }: Pick<Session, 'faults' | 'uploads'>): PageSettings {
	const read = new Set(engine.server.readSettings());
	return {
		uploads,
		settings: engine.server.settings().map(({ id, type, value, default: fallback, hidden, secret }) => ({
			id,
			type,
			value,
			default: fallback,
			hidden,
			secret,
			read: read.has(id),
			fault: faults[id] ?? faults['*'] ?? null,
		})),
	};
}

/** The app's own settings page, in the words of that language. */
export function appSettingsOf(engine: Engine, language: string | null): PageAppSetting[] {
	const say = (key: unknown) => (typeof key === 'string' ? engine.translate(key, language ?? undefined) : '');
	return Object.values(engine.appSettings()).map((setting) => ({
		id: setting.id,
		type: setting.type,
		value: setting.value ?? setting.packageValue,
		section: say(setting['section']),
		label: say(setting['i18nLabel']),
		description: say(setting['i18nDescription']),
		multiline: setting['multiline'] === true,
		options: optionsOf(setting['values']).map(({ key, i18nLabel }) => ({ key, label: say(i18nLabel) })),
	}));
}

function optionsOf(values: unknown): { key: string; i18nLabel: string }[] {
	return Array.isArray(values) ? values.filter(isOption) : [];
}

function isOption(value: unknown): value is { key: string; i18nLabel: string } {
	return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'i18nLabel' in value;
}

export function isAdmin(user: WorkspaceUser): boolean {
	return user.roles.includes('admin');
}

/** As the client decides whether a button is drawn: one of the roles, or no roles asked for. */
function mayShow(hasOneRole: string[] | undefined, user: WorkspaceUser): boolean {
	return hasOneRole === undefined || hasOneRole.length === 0 || hasOneRole.some((role) => user.roles.includes(role));
}

function roomsOf(engine: Engine, as: WorkspaceUser): PageRoom[] {
	return engine.server
		.rooms()
		.filter(({ type, usernames }) => type === 'c' || usernames.includes(as.username))
		.map(({ id, name, type, usernames }) => ({
			id,
			type,
			name: type === 'd' ? usernames.filter((username) => username !== as.username).join(', ') || name : name,
		}));
}

function messagesFor(session: Session, engine: Engine, as: WorkspaceUser): PageMessage[] {
	const names = new Map(engine.server.users().map(({ username, name }) => [username, name]));
	const seen = engine.server.messages(as.username).map((message) => pageMessage(engine, names, message));
	const visible = new Map(seen.map((message) => [message.id, message]));
	const rooms = new Set(roomsOf(engine, as).map(({ id }) => id));

	const typedAfter = (id: string | null) =>
		session.typedMessages
			.filter(({ after, message }) => after === id && rooms.has(message.roomId))
			.map(({ message }) => pageMessage(engine, names, message));

	return [
		...typedAfter(null),
		...engine.server.messages().flatMap(({ id }) => {
			const message = visible.get(id);
			return [...(message === undefined ? [] : [message]), ...typedAfter(id)];
		}),
	];
}

function pageMessage(engine: Engine, names: Map<string, string>, message: SeenMessage): PageMessage {
	const { fileId, ...rest } = message;
	const file = fileId === undefined ? undefined : engine.server.files().find(({ id }) => id === fileId);
	return {
		...rest,
		byApp: !names.has(message.sender),
		senderName: names.get(message.sender) ?? message.sender,
		file: file === undefined ? null : { id: file.id, name: file.name, type: file.type, bytes: file.content.length },
		problems: validateMessageBlocks(message.blocks),
	};
}

function pageSurface({ kind, viewId, appId, view, updates, errors }: OpenSurface): PageSurface {
	return {
		kind,
		viewId,
		appId,
		title: view.title,
		blocks: view.blocks,
		submit: view.submit,
		close: view.close,
		updates,
		errors: errors ?? {},
		problems: validateView(view, kind),
	};
}
