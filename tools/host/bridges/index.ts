import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges';
// From the index, which names what an older engine does not have yet as `undefined`; a file of its own would be missing.
import { ExperimentalBridge, OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges';
import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge';
import { HttpBridge } from '@rocket.chat/apps-engine/server/bridges/HttpBridge';
import { LivechatBridge } from '@rocket.chat/apps-engine/server/bridges/LivechatBridge';
import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { VideoConferenceBridge } from '@rocket.chat/apps-engine/server/bridges/VideoConferenceBridge';

import { Activation, Apis, Commands, DetailChanges, Internal } from './app';
import { absent } from './border';
import { Messaging, Rooming, Threads, Uploading } from './conversation';
import { WorkspaceKeys } from './keys';
import { Roles, Users } from './people';
import { Environmental, Interacting, Persisting, Scheduling, Settings } from './server';
import type { RocketChat } from '../server/rocket-chat';
import type { ReadRight } from '../server/settings';

/** Rocket.Chat's side of the engine: 28 bridges (fewer in older engines), of which an app like ours meets about half. */
export class Bridges extends AppBridges {
	readonly commands: Commands;

	readonly apis = new Apis();

	private readonly activation: Activation;

	private readonly detailChanges: DetailChanges;

	private readonly environmental: Environmental;

	private readonly interacting: Interacting;

	private readonly internal: Internal;

	private readonly keys = new WorkspaceKeys();

	private readonly messaging: Messaging;

	private readonly persisting: Persisting;

	private readonly roles: Roles;

	private readonly rooming: Rooming;

	private readonly scheduling: Scheduling;

	private readonly settings: Settings;

	private readonly threads: Threads;

	private readonly uploading: Uploading;

	private readonly users: Users;

	private readonly cloud = absent(CloudWorkspaceBridge);

	private readonly contacts = absent(ContactBridge);

	private readonly email = absent(EmailBridge);

	private readonly experimental = absent(ExperimentalBridge);

	private readonly http = absent(HttpBridge);

	private readonly livechat = absent(LivechatBridge);

	private readonly moderation = absent(ModerationBridge);

	private readonly oauthApps = absent(OAuthAppsBridge);

	private readonly outbound = absent(OutboundMessageBridge);

	private readonly videoConferences = absent(VideoConferenceBridge);

	constructor(server: RocketChat, readRightOf: (appId: string) => ReadRight) {
		super();
		this.activation = new Activation(server);
		this.commands = new Commands(server);
		this.detailChanges = new DetailChanges(server);
		this.environmental = new Environmental(server);
		this.interacting = new Interacting(server);
		this.internal = new Internal(server);
		this.messaging = new Messaging(server);
		this.persisting = new Persisting(server);
		this.rooming = new Rooming(server);
		this.scheduling = new Scheduling(server);
		this.settings = new Settings(server, readRightOf);
		this.threads = new Threads(server);
		this.uploading = new Uploading(server);
		this.users = new Users(server);
		this.roles = new Roles(server);
	}

	getApiBridge(): Apis {
		return this.apis;
	}

	getAppActivationBridge(): Activation {
		return this.activation;
	}

	getAppDetailChangesBridge(): DetailChanges {
		return this.detailChanges;
	}

	getCloudWorkspaceBridge(): CloudWorkspaceBridge {
		return this.cloud;
	}

	getCommandBridge(): Commands {
		return this.commands;
	}

	getContactBridge(): ContactBridge {
		return this.contacts;
	}

	getEmailBridge(): EmailBridge {
		return this.email;
	}

	getEnvironmentalVariableBridge(): Environmental {
		return this.environmental;
	}

	getExperimentalBridge(): ExperimentalBridge {
		return this.experimental;
	}

	getHttpBridge(): HttpBridge {
		return this.http;
	}

	getInternalBridge(): Internal {
		return this.internal;
	}

	getInternalFederationBridge(): WorkspaceKeys {
		return this.keys;
	}

	/** The fake calls the listener manager itself, as the real bridge does; nobody else asks for this one. */
	getListenerBridge(): IListenerBridge {
		throw new Error('The in-memory server has no listener bridge.');
	}

	getLivechatBridge(): LivechatBridge {
		return this.livechat;
	}

	getMessageBridge(): Messaging {
		return this.messaging;
	}

	getModerationBridge(): ModerationBridge {
		return this.moderation;
	}

	getOAuthAppsBridge(): OAuthAppsBridge {
		return this.oauthApps;
	}

	getOutboundMessageBridge(): OutboundMessageBridge {
		return this.outbound;
	}

	getPersistenceBridge(): Persisting {
		return this.persisting;
	}

	getRoleBridge(): Roles {
		return this.roles;
	}

	getRoomBridge(): Rooming {
		return this.rooming;
	}

	getSchedulerBridge(): Scheduling {
		return this.scheduling;
	}

	getServerSettingBridge(): Settings {
		return this.settings;
	}

	getThreadBridge(): Threads {
		return this.threads;
	}

	getUiInteractionBridge(): Interacting {
		return this.interacting;
	}

	getUploadBridge(): Uploading {
		return this.uploading;
	}

	getUserBridge(): Users {
		return this.users;
	}

	getVideoConferenceBridge(): VideoConferenceBridge {
		return this.videoConferences;
	}
}
