/** Something that this app could not do; its message names no value of the workspace, so the log may hold it. */
export class Failure extends Error {
	public override readonly name = 'Failure';
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
	const kind = reason instanceof Failure ? reason.message : reason.name;
	// Names of functions and places in the code: nothing of the workspace.
	const [, name = 'the code', line, column] = /^\s+at (?:async )?(?:([\w.$<>]+) )?.*?:(\d+):(\d+)\)?$/m.exec(reason.stack?.replace(reason.message, '') ?? '') ?? [];
	return line === undefined || column === undefined ? kind : `${kind} in ${name}, ${line}:${column}`;
}
