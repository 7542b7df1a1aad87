import type { IncomingMessage } from 'node:http';

/**
 * Only this machine's own browser, looking at this page, may talk to the workbench.
 * A page elsewhere can neither reach it under a name of its own (DNS rebinding) nor post to it (cross-site requests).
 */
export function refusal(request: Pick<IncomingMessage, 'method' | 'headers'>, port: number): string | null {
	const { host, origin } = request.headers;
	const own = [`localhost:${port}`, `127.0.0.1:${port}`];
	if (host === undefined || !own.includes(host.toLowerCase())) {
		return 'The workbench answers to localhost and 127.0.0.1 only.';
	}
	if (request.method === 'GET' || request.method === 'HEAD') {
		return null;
	}
	if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) {
		return 'The workbench takes no requests from other pages.';
	}
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin') {
		return 'The workbench takes no requests from other pages.';
	}
	// A form of another page cannot send this type without asking first.
	if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
		return 'The workbench takes JSON only.';
	}
	return null;
}
