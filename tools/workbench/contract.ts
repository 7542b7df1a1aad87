import type { ActionButton, CommandInfo, ReadFault, SeenMessage, UploadMode, WorkspaceUser } from '../host/types';

export type { Requests, ViewState } from './host/requests';

/**
 * What the workbench's server sends to its page: nothing that would draw the engine into the page, so that both sides may import it.
 */

/** The languages of the app, by Rocket.Chat's codes, in the order in which they are offered. */
export const LANGUAGE_NAMES = ['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'pl', 'ru', 'ja', 'ar', 'zh', 'hi-IN'] as const;

export interface WorkspaceChoice {
	/** File name without `.json`; for a file from outside, its path. */
	name: string;
	description: string;
	/** Which of the groups it belongs to. */
	group: string;
}

export interface FileLink {
	id: string;
	name: string;
	type: string;
	bytes: number;
}

export type PageMessage = Omit<SeenMessage, 'fileId'> & {
	/** Whether the app wrote it, and not somebody of the workspace. */
	byApp: boolean;
	senderName: string;
	file: FileLink | null;
	/** What Rocket.Chat's own validators refuse in the message's blocks. */
	problems: string[];
};

export interface PageSurface {
	kind: SurfaceKind;
	viewId: string;
	appId: string;
	title: unknown;
	blocks: unknown[];
	submit: unknown;
	close: unknown;
	updates: number;
	errors: Record<string, string>;
	/** What Rocket.Chat's own validators refuse in this view. */
	problems: string[];
}

export type SurfaceKind = 'modal' | 'contextual_bar';

export interface PageRoom {
	id: string;
	name: string;
	type: 'c' | 'p' | 'd';
}

/** The app, as its page in the marketplace names it. */
export interface PageApp {
	name: string;
	version: string;
	author: string;
}

/** What is made of sources and can be made anew. */
export type Part = 'app' | 'page';

/** How it stands with what the workbench makes anew as its sources change. */
export interface PageReload {
	making: Part[];
	/** What could not be made, until it is mended; what was made before goes on. */
	problems: { part: Part; text: string }[];
	/** How often something was made anew. */
	count: number;
}

/** Everything that one user's client shows. */
export interface PageState {
	phase: 'starting' | 'ready' | 'failed';
	/** Why the workspace did not start. */
	problem: string | null;
	/** Which page this is of; one that was loaded before another was made loads itself anew. */
	page: string;
	/** Null where nobody watches the sources. */
	reload: PageReload | null;
	workspaces: WorkspaceChoice[];
	workspace: WorkspaceChoice;
	/** The app that is installed; null while none is. */
	app: PageApp | null;
	/** Whether the app speaks the pseudo-language in place of English. */
	inPseudo: boolean;
	users: WorkspaceUser[];
	/** Whose client this is; null while nobody can be. */
	as: WorkspaceUser | null;
	/** The language of their client: their preference, else the workspace's. */
	language: string;
	/** In which direction that language is written. */
	direction: 'ltr' | 'rtl';
	rooms: PageRoom[];
	messages: PageMessage[];
	surfaces: PageSurface[];
	commands: CommandInfo[];
	buttons: ActionButton[];
}

export interface PageSetting {
	id: string;
	type: string;
	value: unknown;
	default: unknown;
	hidden: boolean;
	secret: boolean;
	/** Whether the app asked for it since the last command. */
	read: boolean;
	/** What goes wrong when the app reads it. */
	fault: ReadFault | null;
}

export type { UploadMode };

export interface PageSettings {
	settings: PageSetting[];
	uploads: UploadMode;
}

/** One line of the app's own settings page. */
export interface PageAppSetting {
	id: string;
	type: string;
	value: unknown;
	section: string;
	label: string;
	/** Markdown, as the real page renders it. */
	description: string;
	multiline: boolean;
	options: { key: string; label: string }[];
}

/** A request that the app or the engine refused is an answer too: the page shows the sentence. */
export interface Outcome {
	problem: string | null;
}
