import type { Engine, ReadFault, SeenMessage, Workspace } from '../../host/types';
import type { UploadMode, WorkspaceChoice } from '../contract';
import { Mistake } from '../mistake';
import { appInfoOf, type AppInfo } from './app-info';

/** A plain message that somebody typed in the page, and the app's message that it came after. */
export interface TypedMessage {
	message: SeenMessage;
	after: string | null;
}

/** What a workspace file says, and an engine that runs it. */
interface Running {
	workspace: Workspace;
	engine: Engine;
	app: AppInfo;
}

/** Starts an engine with the package that is given, or else with the last one that could be made. */
type Start = (choice: WorkspaceChoice, inPseudo: boolean, app?: Buffer) => Promise<Running>;

/**
 * The one engine that runs at a time, and the way from one workspace to the next.
 * Whoever asks for something while a workspace starts waits for it.
 */
export class Session {
	private engine: Engine | null = null;
	private appNow: AppInfo | null = null;
	private failure: string | null = null;
	private current: WorkspaceChoice;
	private starts: Promise<void> = Promise.resolve();
	private pending = 0;
	private stopped = false;
	private typed: TypedMessage[] = [];
	private faultsNow: Record<string, ReadFault> = {};
	private uploadsNow: UploadMode = 'on';
	private pseudoNow = false;
	/** Which window a trigger id was issued for. */
	private windows = new Map<string, string>();
	private readonly listeners = new Set<() => void>();

	constructor(
		readonly choices: readonly WorkspaceChoice[],
		first: WorkspaceChoice,
		private readonly start: Start,
	) {
		this.current = first;
		void this.pick(first.name);
	}

	get workspace(): WorkspaceChoice {
		return this.current;
	}

	get phase(): 'starting' | 'ready' | 'failed' {
		if (this.pending > 0) {
			return 'starting';
		}
		return this.failure === null && this.engine !== null ? 'ready' : 'failed';
	}

	get problem(): string | null {
		return this.failure;
	}

	/** The running engine, for looking; null while one starts. */
	get running(): Engine | null {
		return this.phase === 'ready' ? this.engine : null;
	}

	/** What the installed package says of itself; null while none is installed. */
	get app(): AppInfo | null {
		return this.running === null ? null : this.appNow;
	}

	get typedMessages(): readonly TypedMessage[] {
		return this.typed;
	}

	/** Reads that go wrong now: by the workspace's file, or because somebody wanted to see it. */
	get faults(): Readonly<Record<string, ReadFault>> {
		return this.faultsNow;
	}

	get uploads(): UploadMode {
		return this.uploadsNow;
	}

	/** Whether the app speaks the pseudo-language. */
	get inPseudo(): boolean {
		return this.pseudoNow;
	}

	/** Installs the app anew, in the pseudo-language or not. */
	async setPseudo(on: boolean): Promise<void> {
		this.pseudoNow = on;
		await this.pick(this.current.name);
	}

	/**
	 * Makes a package and puts it into the running workspace in place of the installed one, as an update does: messages, people and
	 * settings stay. What cannot be updated is started anew with the package that it had.
	 *
	 * @throws Error when the package cannot be made or installed
	 */
	update(make: (inPseudo: boolean) => Promise<Buffer>): Promise<void> {
		const update = this.starts.then(async () => {
			if (this.stopped) {
				return;
			}
			const app = await make(this.pseudoNow);
			if (this.engine === null) {
				await this.restart(this.current, app);
				if (this.failure !== null) {
					throw new Error(this.failure);
				}
				return;
			}
			try {
				await this.engine.update(app);
				this.appNow = appInfoOf(app);
			} catch (error) {
				await this.restart(this.current);
				throw new Error(`It was built, but does not start: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
			}
		});
		this.starts = update.then(
			() => this.changed(),
			() => this.changed(),
		);
		return update;
	}

	/** A trigger id for what somebody asks in that window. */
	triggerFor(engine: Engine, username: string, window: string | undefined): string {
		const id = engine.server.issueTrigger(username);
		if (window !== undefined) {
			this.windows.set(id, window);
		}
		return id;
	}

	/** Whether a window shows what was opened with that trigger id: what nobody asked for in a window of the page, every one does. */
	isShownIn(window: string | null, triggerId: string): boolean {
		return [undefined, window].includes(this.windows.get(triggerId));
	}

	async setFault(id: string, fault: ReadFault | null): Promise<void> {
		await this.act(async ({ server }) => server.setFault(id, fault));
		const { [id]: _former, ...others } = this.faultsNow;
		this.faultsNow = fault === null ? others : { ...others, [id]: fault };
	}

	async setUploads(mode: UploadMode): Promise<void> {
		await this.act(async ({ server }) => server.setUploads(mode));
		this.uploadsNow = mode;
	}

	/** Ends the running engine, if any, and starts one for this workspace. Calls are served in their order. */
	pick(name: string): Promise<void> {
		const choice = this.choices.find((candidate) => candidate.name === name);
		if (choice === undefined) {
			throw new Mistake(`There is no workspace named "${name}" to pick.`);
		}
		this.pending++;
		this.current = choice;
		this.starts = this.starts.then(async () => {
			try {
				// Only the last of several quick picks is worth a start.
				if (this.pending === 1 && !this.stopped) {
					await this.restart(choice);
				}
			} finally {
				this.pending--;
				this.changed();
			}
		});
		this.changed();
		return this.starts;
	}

	/** Does something with the engine, as soon as it is up. */
	async act<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
		await this.starts;
		if (this.engine === null) {
			throw new Mistake(this.failure ?? 'No workspace is running.');
		}
		return work(this.engine);
	}

	/** Resolves as soon as no workspace is starting any more. */
	settled(): Promise<void> {
		return this.starts;
	}

	say(message: Omit<SeenMessage, 'id' | 'kind' | 'blocks' | 'attachments'>): void {
		const after = this.engine?.server.messages().at(-1)?.id ?? null;
		const id = `typed-${this.typed.length + 1}`;
		this.typed.push({ message: { ...message, id, kind: 'stored', blocks: [], attachments: [] }, after });
		this.changed();
	}

	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	async stop(): Promise<void> {
		this.stopped = true;
		await this.starts;
		await this.engine?.stop();
		this.engine = null;
	}

	private async restart(choice: WorkspaceChoice, given?: Buffer): Promise<void> {
		const previous = this.engine;
		this.engine = null;
		this.failure = null;
		this.typed = [];
		this.windows = new Map();
		try {
			await previous?.stop();
			const { engine, workspace, app } = await this.start(choice, this.pseudoNow, given);
			engine.server.onChange(() => this.changed());
			this.faultsNow = workspace.faults ?? {};
			this.uploadsNow = workspace.uploads ?? 'on';
			this.appNow = app;
			this.engine = engine;
		} catch (error) {
			this.failure = error instanceof Error ? error.message : String(error);
		}
	}

	private changed(): void {
		for (const listener of this.listeners) {
			listener();
		}
	}
}
