import type { IUIKitSurface } from '@rocket.chat/apps-engine/definition/uikit';

/** How the server answers a read of one setting when it misbehaves on purpose. */
export type ReadFault = 'throws' | 'hangs' | 'undefined' | 'null-record';

/** How a call of a bridge goes wrong on purpose. The last one does what it was asked and then throws. */
export type CallFault = 'throws' | 'hangs' | 'undefined' | 'null' | 'loses the answer';

export type UploadMode = 'on' | 'off' | 'fails' | 'always';

/**
 * A whole Rocket.Chat workspace as data: only what differs from a fresh default server.
 * `test/workspaces/*.json` hold these; a file from anywhere else works the same.
 */
export interface Workspace {
	/** One sentence that says what this workspace is. */
	description: string;
	server: {
		/** Rocket.Chat's version, from 7.7 on; decides which settings exist. */
		version: string;
		/** The version that the database was made by: what no migration deleted since is still there. A fresh server when absent. */
		upgradedFrom?: string;
		/** Ids that do not exist on this server although its version has them. */
		absent?: string[];
		/**
		 * What a setting is that `settings` does not name: by default what a fresh server has. Of an export that holds all of a server's it is
		 * absent; of one that holds a part nothing is known of it, so no read of it is answered.
		 */
		others?: 'default' | 'absent' | 'unanswered';
		/** The package's defaults as the database holds them, where they may not be those of the list. */
		packageValues?: Record<string, unknown>;
		/** What a read of an id that does not exist gives; it throws by default, as it does for a hidden one. */
		absentAnswers?: 'throws' | 'null';
		/** What the environment variable SETTINGS_HIDDEN names: further hidden settings. */
		hiddenByEnvironment?: string[];
		/** Names of slash commands that are the server's own. */
		commands?: string[];
		/** The environment that an app may read (NODE_ENV, ROOT_URL, INSTANCE_IP, RC_APPS_<APPID>_*). */
		environment?: Record<string, string>;
	};
	licence?: WorkspaceLicence | null;
	/** Server settings that differ from the defaults, and what the database holds of other versions. */
	settings?: Record<string, unknown>;
	/** Own settings of the app, saved by an admin after the installation. */
	app?: Record<string, unknown>;
	/** Reads that go wrong; `*` stands for every id. */
	faults?: Record<string, ReadFault>;
	/** Permissions of the manifest that this workspace does not grant. */
	permissionsRefused?: string[];
	/** `always`: every file is taken, whatever the settings say of uploads. */
	uploads?: UploadMode;
	users?: WorkspaceUser[];
}

/** Made into an unsigned test token by the fixtures; never a real licence. */
export type WorkspaceLicence = (
	| { form: 'v3' | 'v2'; offline: boolean }
	/** A token of the third form with any content; a string is taken as it is, so that it need not be JSON. */
	| { form: 'v3'; payload: unknown }
	/** The whole text of the setting. */
	| { form: 'text'; text: string }
) & { status?: 'Valid' | 'Invalid' };

export interface WorkspaceUser {
	username: string;
	name: string;
	/** Role ids; default roles' ids equal their names. */
	roles: string[];
	/** The explicit preference only; absent when the person kept the default. */
	language?: string;
	/** Minutes from UTC are hours here, as in Rocket.Chat: -3, 1, 5.5. */
	utcOffset?: number;
}

/** What may become of an account. */
export interface UserChange {
	roles?: string[];
	/** Whether they may still log in. */
	active?: boolean;
	/** The explicit preference; null for none. */
	language?: string | null;
}

/** One message as somebody in the workspace sees it. */
export interface SeenMessage {
	id: string;
	kind: 'ephemeral' | 'stored';
	roomId: string;
	threadId?: string;
	/** Username of the sender (the app's own user, mostly). */
	sender: string;
	/** For an ephemeral message: the only user who sees it. */
	onlyFor?: string;
	text: string;
	blocks: unknown[];
	attachments: unknown[];
	/** For the message that Rocket.Chat makes for an uploaded file. */
	fileId?: string;
}

export interface StoredFile {
	id: string;
	name: string;
	type: string;
	roomId: string;
	uploader: string;
	content: Buffer;
}

/** A surface as the client of one user shows it. */
export interface OpenSurface {
	kind: 'modal' | 'contextual_bar';
	forUser: string;
	viewId: string;
	appId: string;
	view: IUIKitSurface;
	/** With which trigger id it was opened: it tells which of the user's windows asked for it. */
	triggerId: string;
	/** How often the app replaced its content after opening. */
	updates: number;
	errors?: Record<string, string>;
}

/** What reached a user's client through the UI interaction bridge, in order. */
export interface Interaction {
	type: string;
	forUser: string;
	triggerId?: string;
	/** False when the client ignored it: an unknown or expired trigger id. */
	accepted: boolean;
	payload: unknown;
}

export interface LogLine {
	appId: string;
	method: string;
	severity: string;
	text: string;
}

export interface ActionButton {
	actionId: string;
	context: string;
	/** Translated label for that language. */
	label: string;
	roomTypes?: string[];
	hasOneRole?: string[];
}

export interface CommandInfo {
	command: string;
	description: string;
	params: string;
	permission?: string;
}

export interface CommandCall {
	/** Username. */
	as: string;
	/** As typed: `/privacy-status export json`. Parsed as Rocket.Chat does (lib/utils/parseParameters.ts). */
	text: string;
	/** Defaults to the channel `general`. */
	roomId?: string;
	threadId?: string;
	/** A fresh one by default; `null` for a REST caller without one, or a stale or foreign one. */
	triggerId?: string | null;
}

export interface BlockActionCall {
	as: string;
	actionId: string;
	blockId?: string;
	value?: string;
	/** The view or message that the block is in; an id that no surface has is sent all the same, as a forged client would. */
	viewId?: string;
	messageId?: string;
	roomId?: string;
	triggerId?: string;
	/** Overrides of the incoming view, for forged payloads. */
	forged?: Record<string, unknown>;
}

export interface ViewCall {
	as: string;
	viewId: string;
	/** view.state: blockId -> actionId -> value */
	state?: Record<string, Record<string, unknown>>;
	roomId?: string;
	forged?: Record<string, unknown>;
}

export interface ActionButtonCall {
	as: string;
	actionId: string;
	context: string;
	roomId?: string;
	messageId?: string;
	triggerId?: string;
}

export interface EndpointCall {
	method: string;
	path: string;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	content?: unknown;
	as?: string;
}

/** The state of the in-memory Rocket.Chat: what a test looks at. */
export interface ServerView {
	/** Everything this user sees in their open client, oldest first; all users when absent. */
	messages(forUser?: string): SeenMessage[];
	files(): StoredFile[];
	/** Surfaces open in that user's client, the newest last. */
	surfaces(forUser: string): OpenSurface[];
	interactions(): Interaction[];
	/** The app's stored log, as an admin reads it, and what the sandbox wrote to the console. */
	logs(): LogLine[];
	/** Puts a record where the app keeps its own, as an earlier day would have left it. */
	keepRecord(data: object, associations: { model: string; id: string }[]): void;
	persistence(): { id: string; appId: string; associations: { model: string; id: string }[]; data: unknown }[];
	/** As if that many milliseconds had passed since records were kept. */
	ageRecords(milliseconds: number): void;
	jobs(): { name: string; recurring: boolean; data: unknown }[];
	/** Runs a scheduled job now, by its processor's name, instead of waiting for its time. The app's state still decides whether the engine lets it run. */
	runJob(name: string): Promise<void>;
	/** Ids of the settings that were read through the bridge since the start or the last `forgetReads`. */
	readSettings(): string[];
	forgetReads(): void;
	setSetting(id: string, value: unknown): void;
	setFault(id: string, fault: ReadFault | null): void;
	/** @param call bridge and method, such as `UserBridge.getAppUser` */
	setCallFault(call: string, fault: CallFault | null): void;
	/** Calls of bridges that were made since the start or the last `forgetCalls`. */
	calls(): string[];
	forgetCalls(): void;
	setUploads(mode: UploadMode): void;
	users(): WorkspaceUser[];
	/** Usernames of all accounts, those of apps too. */
	accounts(): string[];
	/** As an admin does it; null deletes the account. */
	changeUser(username: string, change: UserChange | null): void;
	rooms(): { id: string; name: string; type: 'c' | 'p' | 'd'; usernames: string[] }[];
	/** Settings for display in the workbench: id, type, current value, hidden, secret. */
	settings(): { id: string; type: string; value: unknown; default: unknown; hidden: boolean; secret: boolean; group?: string; section?: string }[];
	/** Called for each change that a client would see. Returns a function that ends it. */
	onChange(listener: () => void): () => void;
	/** A fresh trigger id for that user, as the client makes one per action; it dies after 5 seconds. */
	issueTrigger(forUser: string): string;
}

/** What the sandbox of an app runs in: Deno before Rocket.Chat 8.8, Node from 8.9 on, in 8.8 either. */
export type Runtime = 'deno' | 'node';

/** How an engine is started, apart from the workspace. */
export interface EngineOptions {
	/** Deno by default, which is the engine's own sandbox; the one in Node is this project's (sandbox/node/). */
	runtime?: Runtime;
	/** The default keeps what the sandbox and the engine say to the console in `server.logs()` alone. */
	quiet?: boolean;
	/** Milliseconds since 1970; for tests of what grows old, such as trigger ids. */
	now?: () => number;
	/** How long the engine waits for an answer of the app, in milliseconds; the engine's own default is 30 seconds. */
	timeout?: number;
}

/** How one instance of a cluster differs from the workspace. */
export interface InstanceOptions {
	/** The environment of its process, in place of the workspace's. */
	environment?: Record<string, string>;
	/** Reads that go wrong there, beside the workspace's. */
	faults?: Record<string, ReadFault>;
	/** Server settings that only it has these values of. */
	settings?: Record<string, unknown>;
}

export interface ClusterOptions extends EngineOptions {
	/** Milliseconds until the others have what one instance has sent; 5 by default. */
	delay?: number;
}

/** What one instance of a cluster has told all others. */
export interface SentBroadcast {
	name: string;
	/** Which instance. */
	from: number;
	/** Milliseconds since 1970. */
	at: number;
	/** Of `apps.settingUpdated`: which setting of the app's, and its value. */
	setting?: string;
	value?: unknown;
}

/** Two or three instances of one workspace: each has an engine and a sandbox of its own, and all have one database. */
export interface Cluster {
	/** What is installed, enabled or saved at one of them reaches the others; what a person sees is the same at each. */
	readonly instances: readonly Engine[];
	/** All that they have told each other, oldest first. */
	broadcasts(): SentBroadcast[];
	/** All that was written of the app's settings, oldest first. */
	settingWrites(): { id: string; at: number }[];
	/** What the database holds of the app's settings: a new instance would start with it. */
	storedSettings(): Promise<Record<string, unknown>>;
	/** Waits until all that was sent has arrived, and what was done with it is done. */
	settled(): Promise<void>;
	stop(): Promise<void>;
}

/** The real Apps-Engine over an in-memory Rocket.Chat. */
export interface Engine {
	readonly appId: string | null;
	readonly server: ServerView;
	/**
	 * Installs as the server does after an upload: add with the granted permissions, then enable; then saves the workspace's `app` settings.
	 *
	 * @param by who uploads it: the first admin by default, null where the server does not know
	 */
	install(zip: Buffer, by?: string | null): Promise<void>;
	update(zip: Buffer): Promise<void>;
	uninstall(): Promise<void>;
	enable(): Promise<void>;
	disable(): Promise<void>;
	/** The engine remembers an answer for five minutes, also one that it got while it was restarting the sandbox. */
	status(): Promise<string>;
	/** Rejects when the app throws, as the method call of a client would fail. */
	command(call: CommandCall): Promise<void>;
	blockAction(call: BlockActionCall): Promise<unknown>;
	viewSubmit(call: ViewCall): Promise<unknown>;
	viewClosed(call: ViewCall): Promise<unknown>;
	actionButton(call: ActionButtonCall): Promise<unknown>;
	endpoint(call: EndpointCall): Promise<{ status: number; headers: Record<string, string>; content: unknown }>;
	/** The settings page: definitions with current values. */
	appSettings(): Record<string, { id: string; type: string; value: unknown; packageValue: unknown; [key: string]: unknown }>;
	/** Saves as the form does: through the engine's settings manager, hooks included. */
	saveAppSettings(values: Record<string, unknown>): Promise<void>;
	commands(language?: string): CommandInfo[];
	actionButtons(language?: string): ActionButton[];
	/** The app's translation of a key, as the client looks it up. */
	translate(key: string, language?: string): string;
	/** Process id of the Deno sandbox, for memory measurement and leak tests. */
	sandboxPid(): number | undefined;
	/** How many calls to the server the app has made since its sandbox was started: each is one message. */
	asked(): number;
	/** Unloads the app, ends the sandbox, removes temporary files. Safe to call twice. */
	stop(): Promise<void>;
}
