import type { ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';

import type { AppSettings } from '../../settings/stated';
import { limited } from '../../workspace/timeout';
import { failureLine } from '../asking/failure';
import type { AppFacts, FactsOwner } from '../asking/request';
import { lookDaily, lookUnasked } from './daily-look';

const ONCE = 'look';
const DAILY = 'daily-look';

/** Every server of a cluster offers to do them; one does. */
export function jobs(owner: FactsOwner): IProcessor[] {
	const job = (id: string, work: (...to: Parameters<typeof lookUnasked>) => Promise<void>): IProcessor => ({
		id,
		processor: async (_context, read, modify, _http, persistence) =>
			(await owner.isServing()) ? work(limited({ read, modify, persistence }, Infinity), owner.facts()) : undefined,
	});
	return [job(ONCE, lookUnasked), job(DAILY, (lent, app) => lookDaily(lent, app))];
}

/**
 * After the app was enabled or its settings were saved: registers the daily look, which the platform then runs at once, or ends it and has a
 * single look made, since only a job may keep what it finds there. The platform has one job of a name, whichever server registers it.
 */
export async function schedule({ values }: AppSettings, scheduler: ISchedulerModify, app: AppFacts): Promise<void> {
	const lent = limited(scheduler);
	try {
		if (values.monitoring === 'daily') {
			await lent.scheduleRecurring({ id: DAILY, interval: '1 day' });
		} else {
			await lent.cancelJob(DAILY);
			// Of servers that start at once, each would register one.
			await lent.cancelJob(ONCE);
			await lent.scheduleOnce({ id: ONCE, when: '5 seconds' });
		}
	} catch (reason) {
		app.logger.error(failureLine('scheduling', reason));
	}
}
