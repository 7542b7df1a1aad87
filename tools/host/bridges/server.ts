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

import { maybe } from './stand-in';
import type { RocketChat } from '../server/rocket-chat';
import type { ReadRight } from '../server/settings';

export abstract class Settings extends ServerSettingBridge {
	constructor(
		private readonly server: RocketChat,
		private readonly rightOf: (appId: string) => ReadRight,
	) {
		super();
	}

	protected async getOneById(id: string, appId: string): Promise<ISetting> {
		return maybe(await this.server.settings.readForApp(id, this.rightOf(appId)));
	}
}

export abstract class Environmental extends EnvironmentalVariableBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async getValueByName(name: string, appId: string): Promise<string | undefined> {
		return this.server.environment.value(name, appId);
	}
}

export abstract class Persisting extends PersistenceBridge {
	constructor(private readonly server: RocketChat) {
		super();
	}

	protected async purge(appId: string): Promise<void> {
		this.server.records.purge(appId);
	}

	protected async createWithAssociations(data: object, associations: RocketChatAssociationRecord[], appId: string): Promise<string> {
		return this.server.records.create(appId, data, associations);
	}

	protected async readByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[]> {
		return this.server.records.byAssociations(appId, associations);
	}

	protected async removeByAssociations(associations: RocketChatAssociationRecord[], appId: string): Promise<object[] | undefined> {
		return this.server.records.removeByAssociations(appId, associations);
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
		const started = this.server.jobs.register(appId, processors, this.server.instance);
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
