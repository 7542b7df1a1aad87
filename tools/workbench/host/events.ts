import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageState } from '../contract';

/** Something that tells when it changed. */
interface Changing {
	onChange(listener: () => void): () => void;
}

/** Sends one user's state now and after each change of these, as server-sent events. */
export function streamState(
	request: IncomingMessage,
	response: ServerResponse,
	of: readonly Changing[],
	state: () => PageState,
): void {
	response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	let waiting = false;
	let last = '';

	const send = () => {
		waiting = false;
		const data = JSON.stringify(state());
		if (data !== last && !response.writableEnded) {
			last = data;
			response.write(`data: ${data}\n\n`);
		}
	};
	// An answer changes several things at once: they travel together.
	const soon = () => {
		if (!waiting) {
			waiting = true;
			setTimeout(send, 10);
		}
	};
	for (const changing of of) {
		request.once('close', changing.onChange(soon));
	}
	send();
}
