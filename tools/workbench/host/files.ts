import type { ServerResponse } from 'node:http';
import type { Engine } from '../../host/types';

/** Types that a browser may show; everything else is only downloaded. */
const shown = new Map([
	['text/html', 'text/html; charset=utf-8'],
	['text/csv', 'text/plain; charset=utf-8'],
	['text/markdown', 'text/plain; charset=utf-8'],
	['text/plain', 'text/plain; charset=utf-8'],
	['application/json', 'application/json; charset=utf-8'],
	['image/png', 'image/png'],
]);

/** A file that the app stored, to look at or to keep. It runs no script and loads nothing. */
export function sendFile(response: ServerResponse, session: { running: Pick<Engine, 'server'> | null }, id: string, download: boolean): void {
	const file = session.running?.server.files().find((candidate) => candidate.id === id);
	if (file === undefined) {
		response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
		response.end('There is no such file.\n');
		return;
	}
	const type = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
	const disposition = download || !shown.has(type) ? 'attachment' : 'inline';
	response.writeHead(200, {
		'content-type': shown.get(type) ?? 'application/octet-stream',
		'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store',
	});
	response.end(file.content);
}
