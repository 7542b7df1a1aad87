import { createRequire } from 'node:module';

import type { AppConsole } from '@rocket.chat/apps-engine/server/logging';
import { App } from 'apps-engine-1.66/definition/App';
import type { IRoom } from 'apps-engine-1.66/definition/rooms';
import { SlashCommandContext } from 'apps-engine-1.66/definition/slashcommands';
import type { IUser } from 'apps-engine-1.66/definition/users';
import {
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewCloseInteractionContext,
	UIKitViewSubmitInteractionContext,
} from 'apps-engine-1.66/definition/uikit/UIKitInteractionContext';

import type { Accessors, Offered } from './accessors';
import { accessorsOver } from './accessors';
import { Failure, INTERNAL_ERROR } from './failure';
import type { Wire } from './wire';

/** What the runtime of 8.8 hands to an app, each with what lies below it (packages/apps, node-runtime/src/lib/require.ts). */
const ALLOWED = ['path', 'url', 'crypto', 'buffer', 'stream', 'net', 'http', 'https', 'zlib', 'util', 'punycode', 'os', 'querystring', 'fs', 'uuid', '@rocket.chat/apps-engine'];

/** The newest definitions that Rocket.Chat has published. */
const DEFINITIONS = 'apps-engine-1.66';

/** Code that speaks of these is rewritten before it runs (sanitizeDeprecatedUsage.ts). Nothing is rewritten here. */
const REWRITTEN = /\.usernames\b|\.isOnline\(|\.createToken\(/;

const CONTEXTS: Record<string, new (payload: never) => object> = {
	executeBlockActionHandler: UIKitBlockInteractionContext,
	executeViewSubmitHandler: UIKitViewSubmitInteractionContext,
	executeViewClosedHandler: UIKitViewCloseInteractionContext,
	executeActionButtonHandler: UIKitActionButtonInteractionContext,
};

interface Package {
	info: { id: string; classFile: string };
	files: Record<string, string>;
}

const installed = createRequire(__filename);

/** A command's context, as it comes over the wire. */
interface CommandData {
	sender: IUser;
	room: IRoom;
	params: string[];
	threadId?: string;
	triggerId?: string;
}

function allowedRequire(name: string): unknown {
	const module = name.replace('node:', '');
	if (!ALLOWED.some((allowed) => module.startsWith(allowed))) {
		throw new Error(`Module ${name} is not allowed`);
	}
	return installed(module.replace('@rocket.chat/apps-engine', DEFINITIONS));
}

/** Builds the code with the names bound that it has on a server, `globalThis` to nothing. What it prints goes beside the frames. */
async function exportsOf(code: string): Promise<Record<string, unknown>> {
	const body = `
		const module = { exports: {} };
		return (async (exports, module, require, console, globalThis) => {
			${code};
		})(module.exports, module, require, __globals.console, undefined).then(() => module.exports);`;
	const print = console.error.bind(console);
	const run: unknown = Reflect.construct(Function, ['require', '__globals', body]);
	const globals = { console: { log: print, error: print, debug: print, info: print, warn: print } };
	return (await Reflect.apply(run as (...parameters: unknown[]) => unknown, undefined, [allowedRequire, globals])) as Record<string, unknown>;
}

/** The app, and everything that the host may ask of it. */
export class AppInside {
	private constructor(
		readonly id: string,
		private readonly app: App,
		private readonly accessors: Accessors,
		private readonly offered: Offered,
	) {}

	/** @param given the package, as the host has unpacked it */
	static async construct(given: unknown, wire: Wire, logger: AppConsole): Promise<AppInside> {
		const { info, files } = given as Package;
		const code = files[info.classFile] ?? '';
		if (REWRITTEN.test(code)) {
			throw new Error('A server would change this code before it runs it; this sandbox does not.');
		}
		const offered: Offered = { commands: new Map(), endpoints: new Map(), processors: new Map() };
		const accessors = accessorsOver((method, params) => wire.request(method, params), info.id, offered);
		// The first of the exports is the app, by whatever name.
		const [AppClass] = Object.values(await exportsOf(code));
		const app: unknown = typeof AppClass === 'function' && Reflect.construct(AppClass, [info, logger, accessors.ofApp]);
		if (!(app instanceof App)) {
			throw new Error('The first export is no app.');
		}
		return new AppInside(info.id, app, accessors, offered);
	}

	/** Answers a request of the host; `logger` takes what the app logs meanwhile. */
	async answer(method: string, params: unknown[], logger: AppConsole): Promise<unknown> {
		const [kind, ...names] = method.split(':');
		const app = this.logging(this.app, logger);
		switch (kind) {
			case 'app':
				return this.ask(app, names[0] ?? '', params);
			case 'slashcommand':
				return this.runCommand(names[0] ?? '', params[0], app);
			case 'api':
				return this.runEndpoint(names.slice(0, -1).join(':'), names.at(-1) ?? '', params, app, logger);
			case 'scheduler':
				return this.runJob(names[0] ?? '', params[0], app);
			default:
				throw new Failure('Method not found', -32601);
		}
	}

	private async ask(app: App, method: string, params: unknown[]): Promise<unknown> {
		const { environmentRead, configurationExtend, configurationModify, reader, modifier, persistence, http } = this.accessors;
		const life: Record<string, unknown[]> = {
			initialize: [configurationExtend, environmentRead],
			getStatus: [],
			setStatus: params,
			onEnable: [environmentRead, configurationModify],
			onDisable: [configurationModify],
			onInstall: [...params, reader, http, persistence, modifier],
			onUninstall: [...params, reader, http, persistence, modifier],
			onUpdate: [...params, reader, http, persistence, modifier],
			onPreSettingUpdate: [...params, configurationModify, reader, http],
			onSettingUpdated: [...params, configurationModify, reader, http],
		};
		const known = life[method];
		if (known !== undefined) {
			const answer = await call(app, method, known);
			return ['getStatus', 'onEnable', 'onPreSettingUpdate'].includes(method) ? answer : method !== 'setStatus';
		}
		const Context = CONTEXTS[method];
		if (Context === undefined) {
			throw new Failure(`Unknown method "${method}"`, -32601);
		}
		const context: unknown = Reflect.construct(Context, params);
		return internal(() => call(app, method, [context, reader, http, persistence, modifier]));
	}

	private async runCommand(name: string, given: unknown, app: App): Promise<unknown> {
		const command = this.offered.commands.get(name);
		if (command === undefined) {
			throw new Failure(`Slashcommand ${name} not found`);
		}
		const { sender, room, params, threadId, triggerId } = given as CommandData;
		const { reader, modifier, http, persistence } = this.accessors;
		return call(this.holding(command, app), 'executor', [new SlashCommandContext(sender, room, params, threadId, triggerId), reader, modifier, http, persistence]);
	}

	private async runEndpoint(path: string, verb: string, params: unknown[], app: App, logger: AppConsole): Promise<unknown> {
		const endpoint = this.offered.endpoints.get(path);
		if (endpoint === undefined) {
			throw new Failure(`Endpoint ${path} not found`);
		}
		// The engine writes every request into the app's log, headers included, before the app sees it (base-runtime/src/handlers/api-handler.ts).
		logger.debug(`${path}:${verb} is being executed`, params[0]);
		const { reader, modifier, http, persistence } = this.accessors;
		return call(this.holding(endpoint, app), verb, [...params.slice(0, 2), reader, modifier, http, persistence]);
	}

	private async runJob(id: string, context: unknown, app: App): Promise<unknown> {
		const processor = this.offered.processors.get(id);
		if (processor === undefined) {
			throw new Failure(`Could not find processor ${id}`, -32601);
		}
		const { reader, modifier, http, persistence } = this.accessors;
		const run = (): unknown => Reflect.apply(processor.processor, app, [context, reader, modifier, http, persistence]);
		await internal(async () => run());
		return null;
	}

	/** The same app, whose log is that of one request. */
	private logging(app: App, logger: AppConsole): App {
		return new Proxy(app, { get: (target, member, receiver) => (member === 'logger' ? logger : (Reflect.get(target, member, receiver) as unknown)) });
	}

	/** The same command or endpoint, which holds that app where it held its own: one that was made for an earlier request, most likely. */
	private holding<T extends object>(thing: T, app: App): T {
		return new Proxy(thing, {
			get: (target, member, receiver) => {
				const value: unknown = Reflect.get(target, member, receiver);
				return value instanceof App ? app : value;
			},
		});
	}
}

async function call(thing: object, method: string, params: unknown[]): Promise<unknown> {
	const found: unknown = Reflect.get(thing, method);
	if (typeof found !== 'function') {
		throw new Failure(`There is no ${method}.`, -32601);
	}
	return Reflect.apply(found, thing, params) as unknown;
}

/** Where the engine tells what an app threw as an error of its own. */
async function internal(run: () => Promise<unknown>): Promise<unknown> {
	try {
		return await run();
	} catch (error) {
		throw new Failure('Internal error', INTERNAL_ERROR, { message: Failure.of(error).message });
	}
}
