/**
 * The program of the sandbox in Node: takes the host's requests, runs the app, and asks the host's bridges for it. It is written for these
 * tests after what the runtime of Rocket.Chat 8.8 does (packages/apps, base-runtime and node-runtime), and has what an app of this kind meets.
 */
import { AppConsole } from '@rocket.chat/apps-engine/server/logging';

import { AppInside } from './app';
import { Failure } from './failure';
import { Wire } from './wire';

const running: { app?: AppInside } = {};

/** @returns the app's answer, with what it logged meanwhile, as the host stores it. */
async function answer(method: string, params: unknown[]): Promise<{ value: unknown; logs?: object }> {
	const logger = new AppConsole(method as AppConsole['method']);
	const logs = (): { logs?: object } => (running.app !== undefined && logger.getEntries().length > 0 ? { logs: AppConsole.toStorageEntry(running.app.id, logger) } : {});
	try {
		if (method === 'app:construct') {
			running.app = await AppInside.construct(params[0], wire, logger);
			return { value: true, ...logs() };
		}
		if (running.app === undefined) {
			throw new Failure('App unavailable');
		}
		return { value: (await running.app.answer(method, params, logger)) ?? null, ...logs() };
	} catch (error) {
		const { message, code, data } = Failure.of(error);
		throw new Failure(message, code, { ...data, ...logs() });
	}
}

const wire = new Wire(answer);

// What nobody catches goes to the app's log, and the process stays, as in the engine.
process.on('unhandledRejection', (reason) => {
	wire.notify('unhandledRejection', [{ type: 'unhandledrejection', reason: reason instanceof Error ? reason.message : reason, timestamp: new Date() }]);
});
process.on('uncaughtException', ({ message }) => {
	wire.notify('uncaughtException', [{ type: 'error', message }]);
});

void wire.listen().finally(() => {
	// The host is gone.
	process.exit(0);
});
