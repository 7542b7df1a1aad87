import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { lookFor } from '../../src/doors/asking/look';
import type { AppFacts } from '../../src/doors/asking/request';
import { readAppSettings } from '../../src/workspace/read-app-settings';
import { Readings } from '../../src/doors/asking/readings';
import { Records } from '../../tools/host/server/records';
import { definitionsFor } from '../../tools/host/server/definitions';

export const user = { id: 'admin', username: 'admin', roles: ['admin'], isEnabled: true } as unknown as IUser;
const definitions = definitionsFor('7.7.1');

/** A server with a clock that a test can move, and persistence that behaves as told. */
export class Server {
	readonly records = new Records();

	readonly settings: Record<string, unknown> = { Site_Url: 'https://chat.example.org' };

	readonly errors: string[] = [];

	readonly own: Record<string, string> = { monitoring: 'daily' };

	readonly users: IUser[] = [user];

	/** Rooms by name or id, each with its type and its members. */
	readonly rooms: Record<string, { id: string; type: string; members: IUser[] }> = {};

	/** What was written, and where. */
	readonly sent: { room: string; text: string }[] = [];

	/** What becomes of a message before it is written. */
	onSend: (room: string) => void = () => {};

	private claims = 0;

	now = Date.UTC(2026, 2, 1, 12);

	readKept: (association: unknown) => Promise<unknown> = async (association) => this.records.byAssociations('app', [association]);

	create: (data: object, associations: readonly unknown[]) => Promise<string> = async (data, associations) => this.records.create('app', data, associations);

	readonly app = { id: 'app', version: '1.0.0', readings: new Readings(), logger: { error: (line: string) => this.errors.push(line) }, now: () => new Date(this.now), randomHex: () => String(++this.claims).padStart(16, '0') } as unknown as AppFacts;

	readonly persistence = {
		createWithAssociations: async (data: object, associations: unknown[]) => this.create(data, associations),
		updateByAssociation: async (association: unknown, data: object, upsert: boolean) => this.records.updateByAssociations('app', [association], data, upsert),
		removeByAssociations: async (associations: unknown[]) => this.records.removeByAssociations('app', associations),
		update: async () => Promise.reject(new Error('Not implemented.')),
	} as unknown as IPersistence;

	read(): IRead {
		const getOneById = async (id: string): Promise<unknown> => {
			const definition = definitions.get(id);
			return definition === undefined ? Promise.reject(new Error('None.')) : { value: this.settings[id] ?? definition.default, packageValue: definition.default };
		};
		const environment = { getServerSettings: () => ({ getOneById }), getSettings: () => ({ getValueById: async (id: string) => this.own[id] }), getEnvironmentVariables: () => ({ getValueByName: async () => undefined }) };
		return {
			getEnvironmentReader: () => environment,
			getUserReader: () => ({ getAppUser: async () => ({ id: 'bot', username: 'bot' }), getById: async (id: string) => this.users.find((each) => each.id === id) }),
			getRoleReader: () => ({ getOneByIdOrName: async (name: string) => (name === 'admin' ? { id: 'admin' } : undefined) }),
			getRoomReader: () => ({
				getById: async (id: string) => Object.values(this.rooms).find((room) => room.id === id),
				getByName: async (name: string) => this.rooms[name],
				getMembers: async (id: string) => Object.values(this.rooms).find((room) => room.id === id)?.members,
				getDirectByUsernames: async ([, username]: string[]) => ({ id: `direct-${String(username)}`, type: 'd' }),
			}),
			getPersistenceReader: () => ({ readByAssociation: async (association: unknown) => this.readKept(association) }),
		} as unknown as IRead;
	}

	async look(): Promise<Awaited<ReturnType<typeof lookFor>>> {
		const read = this.read();
		const found = await lookFor({ user, read, persistence: this.persistence }, this.app, await readAppSettings(read.getEnvironmentReader()));
		await new Promise((resolve) => setImmediate(resolve));
		return found;
	}

	modify(): IModify {
		const startMessage = (): Record<string, unknown> => {
			const message: Record<string, unknown> = {};
			for (const part of ['Room', 'Sender', 'Text', 'Blocks']) {
				message[`set${part}`] = (set: unknown) => {
					message[part] = set;
					return message;
				};
			}
			return message;
		};
		const finish = async (message: { Room: { id: string }; Text: string }): Promise<string> => {
			this.onSend(message.Room.id);
			this.sent.push({ room: message.Room.id, text: message.Text });
			return 'id';
		};
		return { getCreator: () => ({ startMessage, finish }) } as unknown as IModify;
	}
}
