import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outcome } from '../contract';
import { Mistake } from '../mistake';
import type { Bundle } from './bundle';
import { streamState } from './events';
import { sendFile } from './files';
import { FONTS } from './fonts';
import { refusal } from './guard';
import { html } from './html';
import type { Reload } from './reload';
import { serve } from './requests';
import type { Session } from './session';
import { appSettingsOf, settingsOf, stateFor } from './state';

const largestBody = 1_000_000;

/** The workbench's own server; it listens to this machine only. */
export class PageServer {
	private readonly server: Server;

	constructor(
		private readonly session: Session,
		private bundle: Bundle,
		private readonly reload: Reload | null,
	) {
		this.server = createServer((request, response) => {
			this.answer(request, response).catch((error: unknown) => {
				if (!response.headersSent) {
					text(response, 500, error instanceof Error ? error.message : String(error));
				}
			});
		});
	}

	/** From now on the page is this one; who looks at another loads it. */
	show(bundle: Bundle): void {
		this.bundle = bundle;
	}

	/** Takes the port, or the first free one above it; `onBusy` hears of each that was taken. */
	async listen(port: number, onBusy: (port: number) => void): Promise<number> {
		for (let candidate = port; ; candidate++) {
			try {
				return await this.tryPort(candidate);
			} catch (error) {
				if (!isBusy(error) || candidate >= Math.min(port + 100, 65_535)) {
					throw error;
				}
				onBusy(candidate);
			}
		}
	}

	close(): Promise<void> {
		return new Promise((resolve) => {
			this.server.close(() => resolve());
			this.server.closeAllConnections();
		});
	}

	private get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	private tryPort(port: number): Promise<number> {
		return new Promise((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', () => {
				this.server.off('error', reject);
				resolve(this.port);
			});
		});
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const refused = refusal(request, this.port);
		if (refused !== null) {
			return text(response, 403, refused);
		}
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		if (request.method === 'POST' && pathname.startsWith('/api/')) {
			return json(response, 200, await this.act(pathname.slice('/api/'.length), request));
		}
		if (request.method !== 'GET') {
			return text(response, 405, 'The workbench takes GET and POST only.');
		}
		const font = FONTS[pathname];
		if (font !== undefined) {
			return send(response, 'font/woff2', await readFile(font));
		}
		switch (pathname) {
			case '/':
				return send(response, 'text/html; charset=utf-8', html(this.bundle.version));
			case '/page.js':
				return send(response, 'text/javascript; charset=utf-8', this.bundle.script);
			case '/page.css':
				return send(response, 'text/css; charset=utf-8', this.bundle.style);
			case '/icon.png':
				return send(response, 'image/png', this.session.app?.icon ?? '');
			case '/api/state':
				return streamState(request, response, [this.session, ...(this.reload === null ? [] : [this.reload])], () => ({
					...stateFor(this.session, searchParams.get('as'), searchParams.get('window')),
					page: this.bundle.version,
					reload: this.reload?.state ?? null,
				}));
			case '/api/settings':
				return json(response, 200, await this.session.act(async (engine) => settingsOf(engine, this.session)));
			case '/api/app-settings':
				return json(response, 200, await this.session.act(async (engine) => appSettingsOf(engine, searchParams.get('language'))));
		}
		const file = /^\/files\/([^/]+)$/.exec(pathname)?.[1];
		if (file !== undefined) {
			return sendFile(response, this.session, decodeURIComponent(file), searchParams.has('download'));
		}
		text(response, 404, 'There is nothing here.');
	}

	/** A refusal of the app or the engine is shown in the page: it is an answer, not a broken request. */
	private async act(name: string, request: IncomingMessage): Promise<Outcome> {
		try {
			await serve(name, await jsonBody(request), this.session);
			return { problem: null };
		} catch (error) {
			return { problem: error instanceof Error ? error.message : String(error) };
		}
	}
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = Buffer.from(chunk as Uint8Array);
		size += bytes.length;
		if (size > largestBody) {
			throw new Mistake('That is more than the workbench takes at once.');
		}
		chunks.push(bytes);
	}
	try {
		return JSON.parse(Buffer.concat(chunks).toString('utf8'));
	} catch {
		throw new Mistake('That request is not JSON.');
	}
}

function isBusy(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function json(response: ServerResponse, status: number, content: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
	response.end(JSON.stringify(content));
}

function text(response: ServerResponse, status: number, content: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
	response.end(`${content}\n`);
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
	response.writeHead(200, {
		'content-type': type,
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		// Fuselage writes its styles from script; nothing may come from another place.
		'content-security-policy':
			"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
	});
	response.end(content);
}
