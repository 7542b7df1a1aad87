import { Late } from '../../workspace/timeout';
import type { AppFacts } from './request';

/** Something that this app could not do; its message names no value of the workspace, so the log may hold it. */
export class Failure extends Error {
	public override readonly name = 'Failure';
}

/**
 * What a write answered; where it failed or was late, nobody knows whether it was done all the same, and nothing may be said that claims to.
 *
 * @param what the work, in a few words for the log
 */
export async function unlessLost<T>(what: string, write: Promise<T>, { logger }: Pick<AppFacts, 'logger'>): Promise<T | 'lost'> {
	try {
		return await write;
	} catch (reason) {
		logger.error(failureLine(what, reason));
		return 'lost';
	}
}

/**
 * A log line of what failed and where.
 *
 * @param what the work that failed, in a few words
 */
export function failureLine(what: string, reason: unknown): string {
	return `${what} failed: ${causeOf(reason)}`;
}

/**
 * What was thrown and where, for the log. Of an error that is not this app's only its kind is told, since its message may hold
 * values; its place is told in any case.
 */
export function causeOf(reason: unknown): string {
	if (!(reason instanceof Error)) {
		return typeof reason;
	}
	const kind = reason instanceof Failure ? reason.message : reason instanceof Late ? `no answer in time to ${reason.call}` : reason.name;
	// Names of functions and places in the code: nothing of the workspace.
	const [, name = 'the code', line, column] = /^\s+at (?:async )?(?:([\w.$<>]+) )?.*?:(\d+):(\d+)\)?$/m.exec(reason.stack?.replace(reason.message, '') ?? '') ?? [];
	return line === undefined || column === undefined ? kind : `${kind} in ${name}, ${line}:${column}`;
}
