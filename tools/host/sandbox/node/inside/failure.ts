/** JSON-RPC's numbers: what the app threw, and what went wrong around it. */
export const SERVER_ERROR = -32000;
export const INTERNAL_ERROR = -32603;

/** An error as it goes to the host. */
export class Failure extends Error {
	constructor(
		message: string,
		readonly code = SERVER_ERROR,
		readonly data: object = {},
	) {
		super(message);
	}

	static of(error: unknown): Failure {
		return error instanceof Failure ? error : new Failure(error instanceof Error ? error.message : 'Unknown error');
	}
}
