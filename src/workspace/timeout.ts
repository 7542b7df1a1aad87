import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

/**
 * Milliseconds that one read may take. The web client forgets a trigger id after five seconds
 * (Rocket.Chat, app/ui-message/client/ActionManager.ts), and the panel opens after the reading.
 */
export const READ_LIMIT = 2000;

/** Milliseconds in which everything that a request asks of the server is done or given up; then follows what is said. */
export const BUDGET = 7000;

/** Milliseconds that a read may take with all that waits in front of it: within the budget, and it leaves time for what else is asked. */
export const QUEUE_LIMIT = 6000;

/** Milliseconds that saying something to a person may take, after all else: they have an answer within twelve seconds, a surface tried in between. */
const SAY_LIMIT = 3000;

/** The server did not answer in time: what it was asked to do, it may still do. */
export class Late extends Error {
	/** @param call what it was asked: no value of the workspace */
	public constructor(public readonly call: string) {
		super(call);
	}
}

/** What takes one look in memory or database wherever it works, roles too. Settings and records are read together, within limits of their own. */
const QUICK = /^(?:getAppUser|getBy|getDirect|getMembers|getOneByIdOrName)/;

/** Hundreds of these are asked at once, and what asks them waits no longer than a limit of its own (read-settings.ts, read-app-settings.ts). */
const TOGETHER = ['getOneById', 'getValueByName'];

/** Of these, none is begun after the budget. */
const WRITE = /^(?:cancel|create|finish|remove|schedule|update|upload)/;

/** Milliseconds for a call; 0 where it is too late to begin it. */
function limitOf(call: string, left: number): number {
	if (call === 'notifyUser' || call === 'openSurfaceView') {
		return call === 'notifyUser' ? SAY_LIMIT : READ_LIMIT;
	}
	return Math.max(0, Math.min(QUICK.test(call) ? READ_LIMIT : BUDGET, left));
}

/**
 * What the platform lends, so that no call of it takes longer than its limit, and all together no longer than the budget. Everything that
 * asks the server goes through here, once, where the platform calls the app (lint holds that: `house/limited-calls`).
 *
 * @param lent an accessor, or several by their names
 * @param budget milliseconds from now; Infinity where nobody waits
 * @returns the same; a call that gets no answer in time rejects with `Late`
 */
export function limited<Lent extends object>(lent: Lent, budget: number = BUDGET): Lent {
	const end = Date.now() + budget;
	const wrap = <T extends object>(accessor: T): T =>
		new Proxy(accessor, {
			get(target, key): unknown {
				const member: unknown = target[key as keyof T];
				if (typeof member !== 'function') {
					return isObject(member) ? wrap(member) : member;
				}
				const call = String(key);
				return (...given: unknown[]): unknown => {
					const limit = limitOf(call, end - Date.now());
					if (limit === 0 && WRITE.test(call)) {
						return Promise.reject(new Late(call));
					}
					const answer: unknown = (member as (...of: unknown[]) => unknown).apply(target, given);
					if (TOGETHER.includes(call)) {
						return answer;
					}
					if (isPromise(answer)) {
						return withTimeout(limit, answer, () => {
							throw new Late(call);
						});
					}
					// What is made at once is another accessor, or something that asks nothing, such as a message to write.
					return call.startsWith('get') && isObject(answer) ? wrap(answer) : answer;
				};
			},
		});
	return wrap(lent);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/** In the sandbox, an accessor has every member that is asked for, `then` too (deno-runtime/lib/accessors/mod.ts), and promises may come from another realm. */
function isPromise(value: unknown): value is Promise<unknown> {
	return Object.prototype.toString.call(value) === '[object Promise]';
}

/**
 * Waits for an answer no longer than the limit.
 *
 * @param limit milliseconds
 * @param late what stands for an answer that did not come in time
 * @param since from when on the time counts, where that is not at once; never rejects
 * @returns the answer, or what `late` gives; rejects only if one of them does so in time
 */
export async function withTimeout<T>(limit: number, answer: Promise<T>, late: () => T, since?: Promise<unknown>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;
	const passed = new Promise<void>((resolve) => {
		const start = (): void => {
			timer = isOver ? undefined : setTimeout(resolve, limit);
		};
		if (since === undefined) {
			start();
		} else {
			void since.then(start);
		}
	});
	try {
		return await Promise.race([answer, passed.then(late)]);
	} finally {
		isOver = true;
		clearTimeout(timer);
	}
}

/**
 * Waits for several answers no longer than the limit: one that is late, or fails, costs only itself.
 *
 * @param late what stands for such an answer
 * @param since as above
 */
export async function allWithin<T>(limit: number, answers: readonly Promise<T>[], late: T, since?: Promise<unknown>): Promise<T[]> {
	const found = answers.map(() => late);
	const all = Promise.all(
		answers.map(async (answer, at) => {
			found[at] = await answer.catch(() => late);
		}),
	);
	await withTimeout<unknown>(limit, all, () => undefined, since);
	return [...found];
}

/**
 * Waits until the platform has taken up what was asked of it before, and has handed over what it had answered: messages keep their order, and
 * this one it answers from its memory (Apps-Engine, SettingRead.getValueById). So a queue, however long, is told from an answer that does not come.
 *
 * @returns never rejects
 */
export async function turn(environment: () => Pick<IEnvironmentRead, 'getSettings'>): Promise<void> {
	const ask = async (): Promise<void> => {
		try {
			await environment().getSettings().getValueById('declared_deployment');
		} catch {
			// An answer as well.
		}
	};
	await withTimeout(QUEUE_LIMIT, ask(), () => undefined);
}
