import { Decoder, Encoder, ExtensionCodec } from '@msgpack/msgpack';
import { App } from 'apps-engine-1.66/definition/App';

import { Failure } from './failure';

/** JSON-RPC, as far as the two sides use it. */
interface Message {
	id?: string;
	method?: string;
	params?: unknown[];
	result?: unknown;
	error?: { message: string };
}

interface Waiting {
	resolve(result: unknown): void;
	reject(error: Error): void;
}

/** What the host's side of 1.62.0 decodes (server/runtime/deno/codec.ts): functions, and the app itself, arrive as nothing. */
function codec(): { extensionCodec: ExtensionCodec } {
	const extensionCodec = new ExtensionCodec();
	extensionCodec.register({
		type: 0,
		encode: (value: unknown) => (typeof value === 'function' || value instanceof App ? new Uint8Array(0) : null),
		decode: () => undefined,
	});
	extensionCodec.register({
		type: 1,
		encode: (value: unknown) => (Buffer.isBuffer(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null),
		decode: (data) => Buffer.from(data),
	});
	return { extensionCodec };
}

/** Frames of msgpack on standard in and out, as the engine's Deno sandbox has them, and its Node sandbox in Rocket.Chat 8.8. */
export class Wire {
	private readonly encoder = new Encoder(codec());

	private readonly waiting = new Map<string, Waiting>();

	private asked = 0;

	/** @param answer how a request of the host is answered; it rejects with a `Failure`. */
	constructor(private readonly answer: (method: string, params: unknown[]) => Promise<unknown>) {}

	/** Asks the host. Errors arrive as nothing but their message, as in the engine. */
	request(method: string, params: unknown[]): Promise<unknown> {
		const id = String(this.asked++);
		return new Promise((resolve, reject) => {
			this.waiting.set(id, { resolve, reject });
			this.send({ id, method, params });
		});
	}

	notify(method: string, params: unknown[] = []): void {
		this.send({ method, params });
	}

	/** Says that it is ready, and takes what the host sends until the host is gone. */
	async listen(): Promise<void> {
		this.notify('ready');
		for await (const message of new Decoder(codec()).decodeStream(process.stdin)) {
			if (message === '_zPING') {
				process.stdout.write(this.encoder.encode('_zPONG'));
			} else {
				this.take(message as Message);
			}
		}
	}

	private take({ id = '', method, params, result, error }: Message): void {
		if (method !== undefined) {
			this.answer(method, params ?? [])
				.then((value) => this.send({ id, result: value }))
				.catch((reason: unknown) => {
					const { message, code, data } = Failure.of(reason);
					this.send({ id, error: { message, code, data } });
				});
			return;
		}
		const waiting = this.waiting.get(id);
		this.waiting.delete(id);
		if (error !== undefined) {
			waiting?.reject(new Error(error.message));
		} else {
			waiting?.resolve(result);
		}
	}

	private send(message: object): void {
		process.stdout.write(this.encoder.encode({ jsonrpc: '2.0', ...message }));
	}
}
