import { Broadcasts } from './broadcasts';
import { Changes } from './changes';
import { Clients } from './clients';
import { Environment } from './environment';
import { Jobs } from './jobs';
import { Logbook } from './logbook';
import { Messages } from './messages';
import { defaultPeople, People } from './people';
import { Records } from './records';
import { Rooms } from './rooms';
import { ServerSettings } from './settings';
import { Uploads } from './uploads';
import { userForApp } from './people';
import type { InstanceOptions, Workspace } from '../types';

/** A Rocket.Chat server in memory: what is behind the bridges. It knows nothing of the engine's managers. */
export class RocketChat {
	readonly changes = new Changes();

	readonly people: People;

	readonly rooms: Rooms;

	readonly settings: ServerSettings;

	readonly messages: Messages;

	readonly uploads: Uploads;

	readonly clients: Clients;

	readonly records = new Records();

	readonly jobs: Jobs;

	readonly environment: Environment;

	readonly logbook: Logbook;

	/** Which instance of its cluster it is. */
	readonly instance: number = 0;

	/** Names of the slash commands that no app brought. */
	readonly ownCommands: readonly string[];

	constructor(
		workspace: Workspace,
		readonly clock: () => number,
		readonly broadcasts = new Broadcasts(),
	) {
		const now = (): Date => new Date(clock());
		this.logbook = new Logbook(this.changes);
		this.people = new People(workspace.users ?? defaultPeople, now());
		this.rooms = new Rooms(this.people);
		this.settings = new ServerSettings(workspace, this.changes, now);
		this.messages = new Messages(this.people, this.rooms, this.changes, () => this.settings.numberOf('Message_MaxAllowedSize', 5000), now);
		this.uploads = new Uploads(workspace.uploads ?? 'on', this.people, this.rooms, this.messages, this.settings, now);
		this.clients = new Clients(this.changes, clock);
		this.jobs = new Jobs(clock, (name, error) => this.logbook.add({ appId: '', method: `job:${name}`, severity: 'console', text: String(error) }));
		this.environment = new Environment(workspace.server.environment ?? {});
		this.ownCommands = workspace.server.commands ?? [];
		this.furnish(now());
	}

	/** Another instance over the same database: its process has an environment of its own, and it may read settings otherwise. */
	another(instance: number, { environment, faults = {}, settings = {} }: InstanceOptions): RocketChat {
		return Object.assign(Object.create(RocketChat.prototype) as RocketChat, this, {
			instance,
			settings: this.settings.readElsewhere(faults, settings),
			...(environment !== undefined && { environment: new Environment(environment) }),
		});
	}

	private furnish(now: Date): void {
		this.rooms.furnish(now);
		const general = this.rooms.byName('general');
		if (general !== undefined) {
			this.messages.send({ room: this.rooms.forApp(general), sender: userForApp(this.people.installer()), text: 'Welcome. What does this workspace share?' });
		}
	}
}
