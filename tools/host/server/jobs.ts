import type { IProcessor } from '@rocket.chat/apps-engine/definition/scheduler';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler';

import { copy } from './copy';
import { newObjectId } from './ids';

interface Job {
	id: string;
	/** The processor's name with `_<app id>` behind it, as the engine makes it. */
	name: string;
	data: object;
	/** Milliseconds between two runs; undefined for a job that runs once. NaN for a rule that this fake does not compute (cron). */
	every?: number;
	timer?: NodeJS.Timeout;
}

/** What one processor is called with: the engine wraps the app's own function and adds the accessors itself. */
type Run = (context: Record<string, unknown>) => Promise<unknown>;

const LONGEST_TIMER = 2 ** 31 - 1;

const UNITS: Record<string, number> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_629_800_000, year: 31_557_600_000 };

/** "30 seconds", "in 5 minutes", "1 day", "one hour": what Agenda's human-interval reads, in its common forms. */
function milliseconds(text: string): number {
	const match = /^(?:in\s+)?(\d+(?:\.\d+)?|an?|one)\s+(second|minute|hour|day|week|month|year)s?$/i.exec(text.trim());
	const [, amount, unit] = match ?? [];
	if (amount === undefined || unit === undefined) {
		return Number.NaN;
	}
	const count = Number(amount);
	return (Number.isNaN(count) ? 1 : count) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
}

/**
 * Agenda behind `app/apps/server/bridges/scheduler.ts` (7.7.1): recurring jobs are single per name and run at once unless told
 * otherwise, one-time jobs vanish after a success. Agenda looks for due jobs every five seconds, so an app that registers a job while
 * it starts is enabled by the time it runs; here due jobs wait until `release`.
 */
export class Jobs {
	/** By job and instance: every instance of a cluster offers to run it, and one does, each in turn. */
	private readonly processors = new Map<string, Map<number, Run>>();

	private turn = 0;

	private jobs: Job[] = [];

	private due: Job[] = [];

	private held = false;

	private stopped = false;

	constructor(
		private readonly clock: () => number,
		private readonly onError: (name: string, error: unknown) => void,
	) {}

	listed(): { name: string; recurring: boolean; data: unknown }[] {
		return this.jobs.map(({ name, every, data }) => ({ name, recurring: every !== undefined, data: copy(data) }));
	}

	hold(): void {
		this.held = true;
	}

	release(): void {
		this.held = false;
		for (const job of this.due.splice(0)) {
			void this.run(job);
		}
	}

	stop(): void {
		this.stopped = true;
		this.cancelWhere(() => true);
	}

	register(appId: string, processors: IProcessor[], instance = 0): string[] {
		const started: string[] = [];
		for (const { id, processor, startupSetting } of processors) {
			// The engine's wrapper takes the context alone, although it is declared like the app's own function.
			this.processors.set(id, (this.processors.get(id) ?? new Map<number, Run>()).set(instance, processor as unknown as Run));
			if (startupSetting?.type === StartupType.RECURRING) {
				started.push(this.recurring(appId, id, startupSetting.interval, startupSetting.skipImmediate ?? false, startupSetting.data));
			}
			if (startupSetting?.type === StartupType.ONETIME && !this.jobs.some((job) => job.name === id && job.every === undefined)) {
				started.push(this.once(appId, id, startupSetting.when, startupSetting.data));
			}
		}
		return started;
	}

	once(appId: string, name: string, when: string | Date, data: object | undefined): string {
		const at = when instanceof Date ? when.getTime() : Date.parse(when);
		const delay = Number.isNaN(at) ? milliseconds(String(when)) : at - this.clock();
		if (Number.isNaN(delay)) {
			throw new Error(`The time "${String(when)}" of job ${name} cannot be read.`);
		}
		const job: Job = { id: newObjectId(), name, data: { ...copy(data), appId } };
		this.jobs.push(job);
		this.arm(job, delay);
		return job.id;
	}

	recurring(appId: string, name: string, interval: string | number, skipImmediate: boolean, data: object | undefined): string {
		const every = typeof interval === 'number' ? interval : milliseconds(interval);
		const present = this.jobs.find((job) => job.name === name && job.every !== undefined);
		const job: Job = present ?? { id: newObjectId(), name, data: {} };
		job.data = { ...copy(data), appId };
		job.every = every;
		if (present === undefined) {
			this.jobs.push(job);
		}
		clearTimeout(job.timer);
		if (skipImmediate) {
			this.arm(job, every);
		} else {
			this.arm(job, 0);
		}
		return job.id;
	}

	/** By the job's own id, which the engine gives an app's suffix, or by its name. */
	cancel(idOrName: string): void {
		const id = idOrName.split('_')[0];
		this.cancelWhere((job) => (/^[0-9a-f]{24}$/.test(id ?? '') ? job.id === id : job.name === idOrName));
	}

	cancelAll(appId: string): void {
		this.cancelWhere((job) => job.name.endsWith(`_${appId}`));
	}

	/** Does not wait for the time: what a test does instead of waiting for tomorrow. */
	async runNow(name: string): Promise<void> {
		const jobs = this.jobs.filter((job) => job.name === name || job.name.startsWith(`${name}_`));
		if (jobs.length === 0) {
			throw new Error(`No job "${name}" is scheduled. Scheduled: ${this.jobs.map((job) => job.name).join(', ') || 'none'}.`);
		}
		for (const job of jobs) {
			await this.run(job);
		}
	}

	private arm(job: Job, delay: number): void {
		if (Number.isNaN(delay) || this.stopped) {
			return;
		}
		job.timer = setTimeout(() => this.ring(job), Math.min(Math.max(delay, 0), LONGEST_TIMER));
		job.timer.unref();
	}

	private ring(job: Job): void {
		if (this.held) {
			this.due.push(job);
			return;
		}
		void this.run(job);
	}

	private async run(job: Job): Promise<void> {
		if (!this.jobs.includes(job)) {
			return;
		}
		clearTimeout(job.timer);
		if (job.every !== undefined) {
			this.arm(job, job.every);
		}
		const processors = [...(this.processors.get(job.name)?.values() ?? [])];
		const processor = processors[this.turn++ % processors.length];
		if (processor === undefined) {
			return;
		}
		const { appId: _internal, ...data } = { appId: '', ...copy(job.data) };
		try {
			await processor({ ...data, jobId: job.id });
			if (job.every === undefined) {
				this.cancelWhere((other) => other === job);
			}
		} catch (error) {
			this.onError(job.name, error);
		}
	}

	private cancelWhere(matches: (job: Job) => boolean): void {
		for (const job of this.jobs.filter(matches)) {
			clearTimeout(job.timer);
		}
		this.jobs = this.jobs.filter((job) => !matches(job));
		this.due = this.due.filter((job) => !matches(job));
	}
}
