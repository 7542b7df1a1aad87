import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { greetingMessage } from '../../show/as/greeting';
import { readAppSettings } from '../../workspace/read-app-settings';
import { askersLanguage } from '../asking/answer';
import { mayAsk } from '../asking/authorise';
import { directRoom } from '../asking/direct-room';
import { Failure, failureLine } from '../asking/failure';
import { makeRequest } from '../asking/request';
import type { AppFacts, Request } from '../asking/request';

/**
 * Greets the person who installed the app, in one direct message. Nobody else, and not where that person is unknown or may not ask.
 *
 * The engine calls this once: on one server of a cluster, and never for an update or a start (AppManager.add, 1.53.1 to 1.62.0). So there
 * is nothing to remember. It disables an app that throws here, so nothing does.
 */
export async function greet(user: IUser | null | undefined, read: IRead, persistence: IPersistence, modify: IModify, app: AppFacts): Promise<void> {
	if (!user) {
		return;
	}
	try {
		await send(makeRequest({ user }, read, modify, persistence), app);
	} catch (reason) {
		app.logger.error(failureLine('the greeting', reason));
	}
}

/** The app is not initialised yet and has no settings, so that only the environment can name other roles than the usual one. */
async function send(request: Request, app: AppFacts): Promise<void> {
	const { user, read, modify } = request;
	if (!(await mayAsk(user, await readAppSettings(read.getEnvironmentReader()), read))) {
		return;
	}
	const [translate, sender] = await Promise.all([askersLanguage(request), read.getUserReader().getAppUser()]);
	if (!sender) {
		throw new Failure('the app has no user');
	}
	const { text, blocks } = greetingMessage(translate, app.id);
	const creator = modify.getCreator();
	await creator.finish(creator.startMessage().setRoom(await directRoom(request, sender)).setSender(sender).setText(text).setBlocks(blocks));
}
