import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { IOnetimeSchedule, IProcessor, IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler';
import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { EnvironmentalVariableBridge } from '@rocket.chat/apps-engine/server/bridges/EnvironmentalVariableBridge';
import { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges/PersistenceBridge';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge';

import { maybe } from './border';
import type { RocketChat } from '../server/rocket-chat';
import type { ReadRight } from '../server/settings';

export class Settings extends ServerSettingBridge {
	constructor(
		private readonly server: RocketChat,
		private readonly rightOf: (appId: string) => ReadRight,
	) {
		super();
	}

	protected async getOneById(id: string, appId: string): Promise<ISetting> {
		return maybe(await this.server.settings.readForApp(id, this.rightOf(appId)));
	}

	protected async isReadableById(id: string): Promise<boolean> {
		return this.server.settings.isReadableById(id);
	}

	protected async updateOne(setting: ISetting): Promise<void> {
		if (!this.server.settings.isReadableById(setting.id)) {
			throw new Error(`The setting "${setting.id}" is not readable.`);
		}
		this.server.settings.set(setting.id, setting.value);
	}

	/** No accessor of the engine leads here; it throws itself. */
	protected async getAll(): Promise<ISetting[]> {
		throw new Error('Method not implemented.');
	}

	protected async hideGroup(): Promise<void> {
		throw new Error('Method not implemented.');
	}

	protected async hideSetting(): Promise<void> {
		throw new Error('Method not implemented.');
	}

	protected async incrementValue(): Promise<void> {
		throw new Error('The in-memory server does not count settings up.');
	}
}

export class Environmental extends EnvironmentalVariableBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getValueByName(name: string, appId: string): Promise<string | undefined> {
		return this.server.environment.value(name, appId);
	}

	protected async isReadable(name: string, appId: string): Promise<boolean> {
		return this.server.environment.isReadable(name, appId);
	}

	protected async isSet(name: string, appId: string): Promise<boolean> {
		return this.server.environment.value(name, appId) !== undefined;
	}
}

export class Persisting extends PersistenceBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async purge(appId: string): Promise<void> {
		this.server.records.purge(appId);
	}

	protected async create(data: object, appId: string): Promise<string> {
		return this.server.records.create(appId, data);
	}

	protected async createWithAssociations(data: object, associations: RocketChatAssociationRecord[], appId: string): Promise<string> {
		return this.server.records.create(appId, data, associations);
	}

	protected async readById(id: string): Promise<object> {
		return this.server.records.byId(id);
	}

	protected async readByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[]> {
		return this.server.records.byAssociations(appId, associations);
	}

	protected async remove(id: string, appId: string): Promise<object | undefined> {
		return this.server.records.remove(appId, id);
	}

	protected async removeByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[] | undefined> {
		return this.server.records.removeByAssociations(appId, associations);
	}

	/** `app/apps/server/bridges/persistence.ts` (7.7.1) has never implemented it. */
	protected async update(): Promise<string> {
		throw new Error('Not implemented.');
	}

	protected async updateByAssociations(associations: RocketChatAssociationRecord[], data: object, upsert: boolean, appId: string): Promise<string> {
		return this.server.records.updateByAssociations(appId, associations, data, upsert);
	}
}

/** Scheduling errors are logged by the real server and answered with nothing. */
export class Scheduling extends SchedulerBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async registerProcessors(processors: IProcessor[] = [], appId: string): Promise<void | string[]> {
		const started = this.server.jobs.register(appId, processors);
		return started.length > 0 ? started : undefined;
	}

	protected async scheduleOnce({ id, when, data }: IOnetimeSchedule, appId: string): Promise<void | string> {
		return this.logged(appId, () => this.server.jobs.once(appId, id, when, data));
	}

	protected async scheduleRecurring({ id, interval, skipImmediate, data }: IRecurringSchedule, appId: string): Promise<void | string> {
		return this.logged(appId, () => this.server.jobs.recurring(appId, id, interval, skipImmediate ?? false, data));
	}

	protected async cancelJob(jobId: string): Promise<void> {
		this.server.jobs.cancel(jobId);
	}

	/** Public, because the engine's manager calls this one itself when it cleans up. */
	async cancelAllJobs(appId: string): Promise<void> {
		this.server.jobs.cancelAll(appId);
	}

	private logged(appId: string, schedule: () => string): string | undefined {
		try {
			return schedule();
		} catch (error) {
			this.server.logbook.add({ appId, method: 'scheduler', severity: 'console', text: String(error) });
			return undefined;
		}
	}
}

export class Interacting extends UiInteractionBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async notifyUser(user: IUser, interaction: IUIKitInteraction): Promise<void> {
		const receiver = this.server.people.byId(user.id);
		if (receiver !== undefined) {
			this.server.clients.receive(receiver.username, interaction);
		}
	}
}
