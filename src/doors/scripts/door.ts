import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translator } from '../../language/translate';
import type { AppSettings } from '../../settings/stated';
import { checkToken, isGivenToken } from '../../store/token';
import { findAccount, findsAccounts } from '../../workspace/accounts';
import { readTokenHashes } from '../../workspace/read-app-settings';
import { askersLanguage } from '../asking/answer';
import { mayAsk } from '../asking/authorise';
import { Failure, failureLine } from '../asking/failure';
import type { AppFacts } from '../asking/request';
import { refusal } from './answers';
import { bearerOf, credentialsIn } from './credentials';
import { hashesIn, knownTokens } from './known-tokens';

/** Somebody who may read the report. */
export interface Reader {
	/** The maker of the token that was presented; null for one that the environment gives. */
	readonly user: IUser | null;
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
		app.logger.error(failureLine('the endpoint', reason));
		return refusal({ key: 'api_failed' }, english);
	}
}

async function answerOrRefuse(request: IApiRequest, app: AppFacts, read: IRead, answer: (reader: Reader) => Promise<IApiResponse>): Promise<IApiResponse> {
	const credentials = credentialsIn(request);
	if (credentials.length > 0) {
		return refusal({ key: 'api_credential', params: { names: credentials } }, english);
	}
	if (!METHODS.includes(request.method.toLowerCase())) {
		return refusal({ key: 'api_method' }, english);
	}
	const tokens = await knownTokens(read);
	const environment = read.getEnvironmentReader();
	const presented = bearerOf(request);
	const check = checkToken(presented, tokens, app.now());
	if (check.kind === 'unknown') {
		const hashes = hashesIn(await readTokenHashes(environment));
		if (isGivenToken(presented, hashes)) {
			// It has no maker whose role could be looked up: who sets the server's environment may do everything there.
			return answer({ user: null, own: await app.readings.appSettings(read) });
		}
		return refusal({ key: tokens.length + hashes.length === 0 ? 'api_closed' : 'api_unauthorised' }, english);
	}
	const user = await findAccount(check.record.madeBy, read);
	if (user === undefined && !(await findsAccounts(read))) {
		// Then the maker is not gone for all that is known, and nobody is let in.
		throw new Failure('accounts cannot be looked up');
	}
	const translate = user === undefined ? english : await askersLanguage({ user, read });
	if (check.kind === 'expired') {
		return refusal({ key: 'api_expired' }, translate);
	}
	const own = await app.readings.appSettings(read);
	return user === undefined || !(await mayAsk(user, own, read)) ? refusal({ key: 'api_forbidden' }, translate) : answer({ user, own });
}

/** The server drops the content of an answer to HEAD. */
const METHODS: readonly string[] = ['get', 'head'];
