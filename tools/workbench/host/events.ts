import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageState } from '../contract';
import type { Session } from './session';
import { stateFor } from './state';

/** Sends one user's state now and after each change, as server-sent events. */
export function streamState(
	request: IncomingMessage,
	response: ServerResponse,
	session: Session,
	username: string | null,
): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	let waiting = false;
	let last = '';

	const send = () => {
		waiting = false;
		const state: PageState = stateFor(session, username);
		const data = JSON.stringify(state);
		if (data !== last && !response.writableEnded) {
			last = data;
			response.write(`data: ${data}\n\n`);
		}
	};
	// An answer changes several things at once: they travel together.
	const end = session.onChange(() => {
		if (!waiting) {
			waiting = true;
			setTimeout(send, 10);
		}
	});
	request.once('close', end);
	send();
}
