import type {
	IAppAccessors,
	IConfigurationExtend,
	IConfigurationModify,
	IEnvironmentRead,
	IHttp,
	IModify,
	IPersistence,
	IRead,
	IServerSettingRead,
	ISettingRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api/IApiEndpointMetadata';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import {
	EnvironmentalVariableRead,
	EnvironmentRead,
	EnvironmentWrite,
	HttpExtend,
	LivechatRead,
	MessageRead,
	Modify,
	Notifier,
	OAuthAppsReader,
	Persistence,
	PersistenceRead,
	Reader,
	RoleRead,
	RoomRead,
	SchedulerModify,
	ServerSettingRead,
	ServerSettingsModify,
	ServerSettingUpdater,
	UploadRead,
	UserRead,
	VideoConferenceRead,
} from '@rocket.chat/apps-engine/server/accessors';
import { CloudWorkspaceRead } from '@rocket.chat/apps-engine/server/accessors/CloudWorkspaceRead';
import { ContactRead } from '@rocket.chat/apps-engine/server/accessors/ContactRead';
import { ExperimentalRead } from '@rocket.chat/apps-engine/server/accessors/ExperimentalRead';
import { ThreadRead } from '@rocket.chat/apps-engine/server/accessors/ThreadRead';
import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';

/** A request to the host, as `Wire` makes it. */
export type Ask = (method: string, params: unknown[]) => Promise<unknown>;

/** What an app offers, as it was registered: the host asks for it by name. */
export interface Offered {
	commands: Map<string, ISlashCommand>;
	endpoints: Map<string, IApiEndpoint>;
	processors: Map<string, IProcessor>;
}

/** Everything through which an app reaches the server. */
export interface Accessors {
	environmentRead: IEnvironmentRead;
	configurationExtend: IConfigurationExtend;
	configurationModify: IConfigurationModify;
	reader: IRead;
	modifier: IModify;
	persistence: IPersistence;
	http: IHttp;
	/** What the app's constructor gets. */
	ofApp: IAppAccessors;
}

const VERBS = ['get', 'post', 'put', 'delete', 'head', 'options', 'patch'] as const;

/**
 * The published accessors of 1.62.0, over bridges that are on the host's side: as newer engines have it, whose accessors live in the
 * sandbox and send `bridges:` messages only.
 * @param ask how the host is asked
 * @param appId whose accessors these are; the host puts the id in itself, so that no app can speak for another
 * @param offered filled with what the app registers
 */
export function accessorsOver(ask: Ask, appId: string, offered: Offered): Accessors {
	const bridges = remoteBridges(ask, appId);
	const resource = (method: string, ...params: unknown[]): Promise<unknown> => ask(`bridges:getAppResourceBridge:${method}`, [...params, 'APP_ID']);

	const ownSettings: ISettingRead = {
		getById: async (id) => (await resource('doGetSettingById', id)) as ISetting,
		getValueById: async (id) => valueOf(await ownSettings.getById(id), `Setting "${id}" does not exist.`),
	};
	const environmentRead = new EnvironmentRead(
		ownSettings,
		serverSettings(new ServerSettingRead(bridges.getServerSettingBridge(), appId)),
		new EnvironmentalVariableRead(bridges.getEnvironmentalVariableBridge(), appId),
	);
	const environmentWrite = new EnvironmentWrite(
		{
			updateValue: async (id, value) => {
				await resource('doUpdateSettingValue', id, value);
			},
			updateSelectOptions: () => refused('updateSelectOptions'),
		},
		new ServerSettingUpdater(bridges, appId),
	);
	const contacts = new ContactRead(bridges, appId);
	const reader = new Reader(
		environmentRead,
		new MessageRead(bridges.getMessageBridge(), appId),
		new PersistenceRead(bridges.getPersistenceBridge(), appId),
		new RoomRead(bridges.getRoomBridge(), appId),
		new UserRead(bridges.getUserBridge(), appId),
		new Notifier(bridges.getUserBridge(), bridges.getMessageBridge(), appId),
		new LivechatRead(bridges.getLivechatBridge(), appId),
		new UploadRead(bridges.getUploadBridge(), appId),
		new CloudWorkspaceRead(bridges.getCloudWorkspaceBridge(), appId),
		new VideoConferenceRead(bridges.getVideoConferenceBridge(), appId),
		// The published types disagree about a contact that is not there.
		{ getById: async (id) => (await contacts.getById(id)) ?? null },
		new OAuthAppsReader(bridges.getOAuthAppsBridge(), appId),
		new ThreadRead(bridges.getThreadBridge(), appId),
		new RoleRead(bridges.getRoleBridge(), appId),
		new ExperimentalRead(bridges.getExperimentalBridge(), appId),
	);
	const providedApiEndpoints: IApiEndpointMetadata[] = [];
	const configurationExtend: IConfigurationExtend = {
		http: new HttpExtend(),
		ui: {
			// The app does not wait for it, and the host logs what it refuses.
			registerButton: (button) => void resource('doRegisterActionButton', button).catch(() => undefined),
		},
		settings: {
			provideSetting: async (setting) => {
				await resource('doProvideSetting', setting);
			},
		},
		api: {
			provideApi: async (api) => {
				for (const endpoint of api.endpoints) {
					Object.assign(endpoint, { _availableMethods: VERBS.filter((verb) => typeof endpoint[verb] === 'function') });
					offered.endpoints.set(endpoint.path, endpoint);
				}
				await resource('doProvideApi', api);
				void resource('doListApis')
					.then((apis) => providedApiEndpoints.push(...(apis as IApiEndpointMetadata[])))
					.catch(() => undefined);
			},
		},
		scheduler: {
			registerProcessors: async (processors) => {
				for (const processor of processors) {
					offered.processors.set(processor.id, processor);
				}
				return (await resource('doRegisterProcessors', processors)) as string[];
			},
		},
		slashCommands: {
			provideSlashCommand: async (command) => {
				offered.commands.set(command.command, command);
				await resource('doProvideSlashCommand', command);
			},
		},
		externalComponents: { register: () => refused('register') },
		videoConfProviders: { provideVideoConfProvider: () => refused('provideVideoConfProvider') },
		outboundCommunication: { registerEmailProvider: () => refused('registerEmailProvider'), registerPhoneProvider: () => refused('registerPhoneProvider') },
	};
	const scheduler = new SchedulerModify(bridges.getSchedulerBridge(), appId);
	const http = httpOver(bridges, appId);
	return {
		environmentRead,
		configurationExtend,
		configurationModify: {
			scheduler,
			serverSettings: new ServerSettingsModify(bridges.getServerSettingBridge(), appId),
			slashCommands: {
				modifySlashCommand: () => refused('modifySlashCommand'),
				disableSlashCommand: () => refused('disableSlashCommand'),
				enableSlashCommand: () => refused('enableSlashCommand'),
			},
		},
		reader,
		modifier: new Modify(bridges, appId),
		persistence: new Persistence(bridges.getPersistenceBridge(), appId),
		http,
		ofApp: { environmentReader: environmentRead, environmentWriter: environmentWrite, reader, http, providedApiEndpoints },
	};
}

/** Every bridge of the engine, each of whose methods is a message. */
function remoteBridges(ask: Ask, appId: string): AppBridges {
	const bridge = (name: string): object =>
		new Proxy(
			{},
			{
				get: (_target, member) =>
					typeof member === 'string' && member.startsWith('do')
						? (...params: unknown[]) =>
								ask(
									`bridges:${name}:${member}`,
									params.map((param) => (param === appId ? 'APP_ID' : param)),
								)
						: undefined,
			},
		);
	return new Proxy(Object.create(AppBridges.prototype) as AppBridges, {
		get: (_target, member) => (/^get\w+Bridge$/.test(String(member)) ? () => bridge(String(member)) : undefined),
	});
}

/** A setting that is not there arrives as `null`; 1.62.0, whose accessors are on the host's side, sees `undefined`. */
function serverSettings(read: ServerSettingRead): IServerSettingRead {
	return {
		getOneById: (id) => read.getOneById(id),
		getValueById: async (id) => valueOf(await read.getOneById(id), `No Server Setting found, or it is unaccessible, by the id of "${id}".`),
		isReadableById: (id) => read.isReadableById(id),
		getAll: () => read.getAll(),
	};
}

function valueOf(setting: ISetting | null | undefined, missing: string): unknown {
	if (setting === null || setting === undefined) {
		throw new Error(missing);
	}
	return (setting.value as unknown) ?? setting.packageValue;
}

/** The engine's own client, without what an app may change about its requests: the host decides whether they are made. */
function httpOver(bridges: AppBridges, appId: string): IHttp {
	const sending =
		(method: RequestMethod): IHttp['get'] =>
		(url, request = {}) =>
			bridges.getHttpBridge().doCall({ appId, method, url, request });
	return {
		get: sending(RequestMethod.GET),
		post: sending(RequestMethod.POST),
		put: sending(RequestMethod.PUT),
		del: sending(RequestMethod.DELETE),
		patch: sending(RequestMethod.PATCH),
	};
}

function refused(method: string): never {
	throw new Error(`This sandbox has no ${method}.`);
}
