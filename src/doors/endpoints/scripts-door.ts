import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translator } from '../../language/translate';
import type { AppSettings } from '../../settings/read-app-settings';
import { checkToken } from '../../store/token';
import { readTokens } from '../../store/tokens';
import { findsAccounts } from '../accounts';
import { askersLanguage } from '../answer';
import { authorise } from '../authorise';
import type { AppFacts } from '../request';
import { refusal } from './answers';
import { bearerOf, credentialsIn } from './credentials';

/** Somebody who may read the report: the maker of the token that was presented. */
export interface Reader {
	readonly user: IUser;
	readonly own: AppSettings;
}

const english = translator('en');

/**
 * Lets a script in, or tells why not. The order matters: a login is refused before anything else is looked at, and
 * without any token there is no door.
 *
 * @param answer what whoever may read gets
 * @returns never rejects: what nobody expected becomes one sentence, and a log line that holds no value
 */
export async function answerScript(request: IApiRequest, app: AppFacts, read: IRead, answer: (reader: Reader) => Promise<IApiResponse>): Promise<IApiResponse> {
	try {
		return await answerOrRefuse(request, app, read, answer);
	} catch (reason) {
		app.logger.error(`endpoint failed: ${reason instanceof Error ? reason.name : typeof reason}`);
		return refusal('api_failed', english);
	}
}

async function answerOrRefuse(request: IApiRequest, app: AppFacts, read: IRead, answer: (reader: Reader) => Promise<IApiResponse>): Promise<IApiResponse> {
	const credentials = credentialsIn(request);
	if (credentials.length > 0) {
		return refusal('api_credential', english, { names: credentials });
	}
	if (!METHODS.includes(request.method.toLowerCase())) {
		return refusal('api_method', english);
	}
	const tokens = await readTokens(read.getPersistenceReader());
	if (tokens.length === 0) {
		return refusal('api_closed', english);
	}
	const check = checkToken(bearerOf(request), tokens, app.now());
	if (check.kind === 'unknown') {
		return refusal('api_unauthorised', english);
	}
	const user: IUser | undefined = (await read.getUserReader().getById(check.record.madeBy)) ?? undefined;
	if (user === undefined && !(await findsAccounts(read))) {
		// Then the maker is not gone for all that is known, and nobody is let in.
		throw new Error('accounts-not-readable');
	}
	const translate = user === undefined ? english : await askersLanguage({ user, read });
	if (check.kind === 'expired') {
		return refusal('api_expired', translate);
	}
	// Rocket.Chat keeps the roles of an account that was disabled.
	const isEnabled: unknown = user?.isEnabled;
	const own = user === undefined || isEnabled === false ? null : await authorise(user, read);
	return user === undefined || own === null ? refusal('api_forbidden', translate) : answer({ user, own });
}

/** The server drops the content of an answer to HEAD. */
const METHODS: readonly string[] = ['get', 'head'];
