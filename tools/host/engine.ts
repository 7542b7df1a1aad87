import { AppStatus, AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import AdmZip from 'adm-zip';

import type { Bridges } from './bridges';
import { bridgesTo } from './bridges';
import { parseParameters, splitCommand } from './client/command-text';
import { Endpoints } from './client/endpoints';
import { Interactions } from './client/interactions';
import type { LanguageContent } from './client/translation';
import { translate } from './client/translation';
import type { Host } from './host';
import { startHost } from './host';
import { readRight } from './reading';
import { copy } from './server/copy';
import { userForApp } from './server/people';
import { Broadcasts } from './server/broadcasts';
import type { Broadcast } from './server/broadcasts';
import { RocketChat } from './server/rocket-chat';
import { follow } from './service';
import { InstalledApps, Packages, StoredLog } from './storage';
import type { Storage } from './storage';
import type {
	ActionButton,
	ActionButtonCall,
	BlockActionCall,
	CallFault,
	Cluster,
	ClusterOptions,
	CommandCall,
	CommandInfo,
	EndpointCall,
	Engine,
	EngineOptions,
	InstanceOptions,
	ReadFault,
	ServerView,
	UploadMode,
	UserChange,
	ViewCall,
	Workspace,
} from './types';

/** The engine rejects with what came over its wire, which is no `Error` but has a message. */
function asError(reason: unknown): Error {
	if (reason instanceof Error) {
		return reason;
	}
	return new Error(typeof reason === 'object' && reason !== null && 'message' in reason ? String(reason.message) : String(reason));
}

class RunningEngine implements Engine {
	readonly server: ServerView;

	private installed: string | null = null;

	private readonly interactions: Interactions;

	private readonly endpoints: Endpoints;

	private ending: Promise<void> | undefined;

	constructor(
		private readonly workspace: Workspace,
		private readonly rocketChat: RocketChat,
		private readonly bridges: Bridges,
		private readonly host: Host,
		storage: Storage,
	) {
		this.server = this.view();
		rocketChat.broadcasts.receive(rocketChat.instance, async (broadcast) => this.receive(broadcast, storage));
		const appId = (): string => this.app().getID();
		this.interactions = new Interactions(rocketChat, host.manager, appId);
		this.endpoints = new Endpoints(rocketChat, host.manager, bridges.apis, appId);
	}

	get appId(): string | null {
		return this.installed;
	}

	/** As `POST /api/apps` does: add without enabling, then change the status (8.x; 7.7.1 enables directly, to the same end). */
	async install(zip: Buffer, by?: string | null): Promise<void> {
		await this.settled(async () => {
			const { people } = this.rocketChat;
			// The engine's type wants somebody, and takes nobody.
			const user = (by === null ? undefined : userForApp(by === undefined ? people.installer() : people.named(by))) as IUser;
			const permissionsGranted = this.granted(zip);
			const result = await this.manager.add(zip, { enable: false, user, ...(permissionsGranted !== undefined && { permissionsGranted }) });
			this.installed = result.hasStorageError() || result.hasAppUserError() ? null : result.getAppInfo().id;
			this.assertStored(result);
			// Instances that are told of both at once, as by a server in a hurry, would miss that it was enabled.
			await this.rocketChat.broadcasts.settled();
			await this.manager.changeStatus(result.getAppInfo().id, AppStatus.MANUALLY_ENABLED);
			await this.assertEnabled();
			await this.rocketChat.broadcasts.settled();
			if (this.workspace.app !== undefined) {
				await this.saveAppSettings(this.workspace.app);
			}
		});
	}

	async update(zip: Buffer): Promise<void> {
		await this.settled(async () => {
			const wasEnabled = AppStatusUtils.isEnabled(await this.app().getStatus());
			const user = userForApp(this.rocketChat.people.installer());
			// The engine's type wants a list, and takes the lack of one for a manifest that asks for nothing.
			const permissionsGranted = this.granted(zip) as IPermission[];
			this.assertStored(await this.manager.update(zip, permissionsGranted, { user, loadApp: true }));
			if (wasEnabled) {
				await this.assertEnabled();
			}
			await this.rocketChat.broadcasts.settled();
		});
	}

	async uninstall(): Promise<void> {
		await this.manager.remove(this.app().getID(), { user: userForApp(this.rocketChat.people.installer()) });
		this.installed = null;
		await this.rocketChat.broadcasts.settled();
	}

	async enable(): Promise<void> {
		await this.settled(async () => {
			await this.manager.changeStatus(this.app().getID(), AppStatus.MANUALLY_ENABLED);
			await this.assertEnabled();
			await this.rocketChat.broadcasts.settled();
		});
	}

	async disable(): Promise<void> {
		await this.manager.changeStatus(this.app().getID(), AppStatus.MANUALLY_DISABLED);
		await this.rocketChat.broadcasts.settled();
	}

	async status(): Promise<string> {
		return this.installed === null ? 'not installed' : this.app().getStatus();
	}

	/** The web client finds the command, the Meteor method `slashCommand` runs it. Nobody checks the command's permission on the server. */
	async command({ as, text, roomId, threadId, triggerId }: CommandCall): Promise<void> {
		const parsed = splitCommand(text);
		if (parsed === undefined) {
			throw new Error(`"${text}" is no slash command: it would be sent as a message.`);
		}
		if (this.bridges.commands.named(parsed.command) === undefined) {
			throw new Error(`No such command: /${parsed.command} [error-invalid-command]`);
		}
		const user = this.rocketChat.people.named(as);
		const room = this.rocketChat.rooms.byId(this.rocketChat.rooms.idOf(roomId));
		if (room === undefined || !this.rocketChat.rooms.canAccess(room, user)) {
			throw new Error('Not allowed [error-not-allowed]');
		}
		const context = new SlashCommandContext(
			Object.freeze(userForApp(user)),
			Object.freeze(this.rocketChat.rooms.forApp(room)),
			parseParameters(parsed.params),
			threadId,
			triggerId === undefined ? this.rocketChat.clients.issueTrigger(as) : (triggerId ?? undefined),
		);
		try {
			await this.manager.getCommandManager().executeCommand(parsed.command, context);
		} catch (error) {
			throw asError(error);
		}
	}

	async blockAction(call: BlockActionCall): Promise<unknown> {
		return this.interactions.blockAction(call);
	}

	async viewSubmit(call: ViewCall): Promise<unknown> {
		return this.interactions.viewSubmit(call);
	}

	async viewClosed(call: ViewCall): Promise<unknown> {
		return this.interactions.viewClosed(call);
	}

	async actionButton(call: ActionButtonCall): Promise<unknown> {
		return this.interactions.actionButton(call);
	}

	async endpoint(call: EndpointCall): Promise<{ status: number; headers: Record<string, string>; content: unknown }> {
		return this.endpoints.call(call);
	}

	appSettings(): ReturnType<Engine['appSettings']> {
		return Object.fromEntries(this.shownSettings().map((setting) => [setting.id, { ...copy(setting), value: copy<unknown>(setting.value ?? setting.packageValue) }]));
	}

	/** The form posts all settings as JSON, so that moments arrive as texts, and the server updates those whose stored value differs: at the first save also each that still had its default. */
	async saveAppSettings(values: Record<string, unknown>): Promise<void> {
		const shown = this.shownSettings();
		const unknown = Object.keys(values).find((id) => !shown.some((setting) => setting.id === id));
		if (unknown !== undefined) {
			throw new Error(`The app has no setting "${unknown}". It has: ${shown.map(({ id }) => id).join(', ') || 'none'}.`);
		}
		const appId = this.app().getID();
		for (const setting of shown) {
			const value: unknown = setting.id in values ? values[setting.id] : (setting.value ?? setting.packageValue);
			if (setting.value !== value) {
				await this.manager.getSettingsManager().updateAppSetting(appId, JSON.parse(JSON.stringify({ ...setting, value })) as ISetting);
			}
		}
	}

	commands(language = 'en'): CommandInfo[] {
		return this.bridges.commands.listed().map(({ command, i18nDescription, i18nParamsExample, permission }) => ({
			command,
			description: this.translate(i18nDescription, language),
			params: this.translate(i18nParamsExample, language),
			...(typeof permission === 'string' && { permission }),
		}));
	}

	actionButtons(language = 'en'): ActionButton[] {
		const buttons = this.installed === null ? undefined : this.manager.getUIActionButtonManager().getAppActionButtons(this.installed);
		return [...(buttons?.values() ?? [])].map(({ actionId, context, labelI18n, when }) => ({
			actionId,
			context,
			label: this.translate(labelI18n, language),
			...(when?.roomTypes && { roomTypes: when.roomTypes }),
			...(when?.hasOneRole && { hasOneRole: when.hasOneRole }),
		}));
	}

	translate(key: string, language = 'en'): string {
		const content: LanguageContent = this.installed === null ? {} : this.app().getStorageItem().languageContent;
		return translate(content, key, language);
	}

	sandboxPid(): number | undefined {
		return this.host.sandbox()?.pid;
	}

	asked(): number {
		return this.host.sandbox()?.asked ?? 0;
	}

	stop(): Promise<void> {
		this.ending ??= this.end();
		return this.ending;
	}

	private async end(): Promise<void> {
		this.rocketChat.settings.stop();
		this.rocketChat.jobs.stop();
		await this.host.stop();
		this.installed = null;
	}

	/** The server logs what fails there, and goes on. */
	private async receive(broadcast: Broadcast, storage: Storage): Promise<void> {
		try {
			await follow(this.manager, storage, broadcast);
		} catch (reason) {
			this.rocketChat.logbook.add({ appId: broadcast.appId, method: broadcast.name, severity: 'engine', text: asError(reason).message });
		}
		this.installed = this.manager.getOneById(broadcast.appId) === undefined ? null : broadcast.appId;
	}

	private get manager(): AppManager {
		return this.host.manager;
	}

	private app(): ProxiedApp {
		const app = this.installed === null ? undefined : this.manager.getOneById(this.installed);
		if (app === undefined) {
			throw new Error('No app is installed.');
		}
		return app;
	}

	/** Jobs that become due while the app is on its way up wait for it, as Agenda's interval makes them. */
	private async settled(change: () => Promise<void>): Promise<void> {
		this.rocketChat.jobs.hold();
		try {
			await change();
		} catch (error) {
			throw asError(error);
		} finally {
			this.rocketChat.jobs.release();
		}
	}

	/** Of what the manifest asks for. The engine unpacks the whole package itself afterwards. */
	private granted(zip: Buffer): IPermission[] | undefined {
		const { permissions } = JSON.parse(new AdmZip(zip).readAsText('app.json')) as { permissions?: IPermission[] };
		const refused = this.workspace.permissionsRefused ?? [];
		return permissions?.filter(({ name }) => !refused.includes(name));
	}

	private assertStored(result: Awaited<ReturnType<AppManager['add']>>): void {
		if (result.hasStorageError()) {
			throw new Error(result.getStorageError());
		}
		if (result.hasAppUserError()) {
			throw asError(result.getAppUserError());
		}
	}

	private async assertEnabled(): Promise<void> {
		const status = await this.app().getStatus();
		if (!AppStatusUtils.isEnabled(status)) {
			const said = this.server.logs().filter(({ severity }) => ['console', 'engine', 'error'].includes(severity));
			throw new Error([`The app is not enabled, its status is "${status}".`, ...said.slice(-3).map(({ text }) => text)].join('\n'));
		}
	}

	private shownSettings(): ISetting[] {
		return Object.values(this.app().getStorageItem().settings).filter(({ hidden }) => hidden !== true);
	}

	private view(): ServerView {
		const { changes, clients, jobs, logbook, messages, people, records, rooms, settings, uploads } = this.rocketChat;
		return {
			messages: (forUser?: string) => messages.seenBy(forUser),
			files: () => uploads.files.map((file) => ({ ...file, content: Buffer.from(file.content) })),
			surfaces: (forUser: string) => clients.surfaces(forUser),
			interactions: () => clients.interactions.map(copy),
			logs: () => logbook.listed(),
			keepRecord: (data: object, associations: { model: string; id: string }[]) => {
				records.create(this.app().getID(), data, associations);
			},
			persistence: () => records.listed(),
			ageRecords: (milliseconds: number) => records.age(milliseconds),
			jobs: () => jobs.listed(),
			runJob: (name: string) => jobs.runNow(name),
			readSettings: () => settings.read(),
			forgetReads: () => settings.forgetReads(),
			setSetting: (id: string, value: unknown) => settings.set(id, value),
			setFault: (id: string, fault: ReadFault | null) => settings.setFault(id, fault),
			setCallFault: (call: string, fault: CallFault | null) => this.bridges.faults.set(call, fault),
			calls: () => [...this.bridges.faults.made],
			forgetCalls: () => this.bridges.faults.made.clear(),
			setUploads: (mode: UploadMode) => {
				uploads.mode = mode;
			},
			users: () => people.listed(),
			accounts: () => people.all().map(({ username }) => username),
			changeUser: (username: string, change: UserChange | null) => {
				people.change(username, change);
				changes.announce();
			},
			rooms: () => rooms.all().map((room) => ({ id: room._id, name: room.name ?? '', type: room.t, usernames: rooms.usernames(room._id) })),
			settings: () => settings.listed(),
			onChange: (listener: () => void) => changes.subscribe(listener),
			issueTrigger: (forUser: string) => clients.issueTrigger(people.named(forUser).username),
		};
	}
}

/** Starts the real engine over a workspace. One at a time per process: the engine's manager is a singleton. */
export async function startEngine(workspace: Workspace, options: EngineOptions = {}): Promise<Engine> {
	const rocketChat = new RocketChat(workspace, options.now ?? Date.now);
	return start(workspace, rocketChat, storageOf(rocketChat), options);
}

/**
 * Starts two or three instances of one workspace, each with the real engine and sandboxes of its own. What is installed or saved at one
 * reaches the others as on a server; jobs run at one of them. One cluster at a time per process, and no other engine beside it.
 *
 * @param instances how each differs from the workspace
 */
export async function startCluster(workspace: Workspace, instances: readonly InstanceOptions[], options: ClusterOptions = {}): Promise<Cluster> {
	const broadcasts = new Broadcasts(options.delay ?? 5);
	const first = new RocketChat(workspace, options.now ?? Date.now, broadcasts);
	const storage = storageOf(first);
	const engines: Engine[] = [];
	const stop = async (): Promise<void> => {
		broadcasts.close();
		// Each gives the console and the environment back as it found them.
		for (const engine of [...engines].reverse()) {
			await engine.stop();
		}
	};
	try {
		for (const [at, differing] of instances.entries()) {
			engines.push(await start(workspace, first.another(at, differing), storage, options));
		}
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		instances: [...engines],
		broadcasts: () => [...broadcasts.sent],
		settingWrites: () => [...storage.apps.settingWrites],
		storedSettings: async () => {
			const settings = [...(await storage.apps.retrieveAll()).values()].flatMap((item) => Object.values(item.settings));
			return Object.fromEntries(settings.map(({ id, value, packageValue }) => [id, (value ?? packageValue) as unknown]));
		},
		settled: async () => broadcasts.settled(),
		stop,
	};
}

function storageOf({ logbook }: RocketChat): Storage {
	return { apps: new InstalledApps(), packages: new Packages(), log: new StoredLog(logbook) };
}

async function start(workspace: Workspace, rocketChat: RocketChat, storage: Storage, options: EngineOptions): Promise<Engine> {
	const lookUp: { host?: Host } = {};
	const bridges = bridgesTo(rocketChat, (appId) => readRight(lookUp.host?.manager.getOneById(appId)?.getInfo().permissions));
	const host = await startHost(bridges, rocketChat, storage, options);
	lookUp.host = host;
	return new RunningEngine(workspace, rocketChat, bridges, host, storage);
}
