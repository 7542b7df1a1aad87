import { isExpired, makeToken, TOKEN_DAYS, tokenName } from '../store/token';
import type { TokenRecord } from '../store/token';
import { forgetToken, forgetTokens, keepToken, MOST_TOKENS, readTokens } from '../store/tokens';
import {
	freshTokenMessage,
	misdatedTokenMessage,
	misnamedTokenMessage,
	noSuchTokenMessage,
	revokedMessage,
	takenNameMessage,
	tokensMessages,
	tooManyTokensMessage,
	unknownTokenWordMessage,
	unnamedTokenMessage,
} from '../views/tokens';
import { READ_LIMIT } from '../workspace/read-settings';
import { within } from '../workspace/within';
import { findsAccounts } from './accounts';
import { askersLanguage, tell, tellAll } from './answer';
import { closest } from './commands/closest';
import type { TokenRequest } from './commands/token-words';
import { endpointAddress } from './endpoints/address';
import type { EndpointAddress } from './endpoints/address';
import { REPORT_PATH } from './endpoints/report-endpoints';
import type { AppFacts, Request } from './request';

/** `/privacy-status token`: makes, lists and revokes what scripts read the report with. */
export async function answerTokenRequest(request: Request, app: AppFacts, wanted: TokenRequest): Promise<void> {
	switch (wanted.kind) {
		case 'create':
			await createToken(request, app, wanted.name, wanted.days);
			break;
		case 'list':
			await listTokens(request, app);
			break;
		case 'revoke':
			await revokeToken(request, wanted.name);
			break;
		case 'unknown':
			await tell(request, unknownTokenWordMessage(wanted.typed, wanted.suggestion, await askersLanguage(request)));
			break;
		case 'unnamed':
			await tell(request, unnamedTokenMessage(wanted.verb, await askersLanguage(request)));
			break;
		case 'misnamed':
			await tell(request, misnamedTokenMessage(wanted.typed, await askersLanguage(request)));
			break;
		case 'misdated':
			await tell(request, misdatedTokenMessage(wanted.typed, TOKEN_DAYS, await askersLanguage(request)));
			break;
	}
}

async function createToken(request: Request, app: AppFacts, name: string, days: number): Promise<void> {
	// A token is shown once, in a room: without one nobody would ever see it.
	if (request.room === undefined) {
		return;
	}
	const now = app.now();
	const [tokens, translate, address] = await Promise.all([readTokens(request.read.getPersistenceReader()), askersLanguage(request), reportAddress(request, app)]);
	const others = tokens.filter((token) => token.name !== name);
	if (tokens.some((token) => token.name === name && !isExpired(token, now))) {
		await tell(request, takenNameMessage(name, translate));
		return;
	}
	if (others.length >= MOST_TOKENS) {
		await tell(request, tooManyTokensMessage(MOST_TOKENS, translate));
		return;
	}
	// Each by itself: another server may be making one of the same name at this moment.
	await Promise.all(tokens.filter((token) => token.name === name).map((token) => forgetToken(request.persistence, token)));
	const { token, record } = makeToken(name, days, request.user.id, now, (bytes) => app.randomHex(bytes));
	await keepToken(request.persistence, record);
	try {
		await tell(request, freshTokenMessage({ name, expiresAt: new Date(record.expiresAt), token, address }, translate));
	} catch (reason) {
		// Nobody has seen it and nobody will.
		await forgetToken(request.persistence, record);
		throw reason;
	}
}

async function reportAddress({ read }: Request, app: AppFacts): Promise<EndpointAddress> {
	const siteUrl = async (): Promise<unknown> => {
		try {
			return await read.getEnvironmentReader().getServerSettings().getValueById('Site_Url');
		} catch {
			return undefined;
		}
	};
	return endpointAddress(await within<unknown>(READ_LIMIT, siteUrl(), () => undefined), app.id, REPORT_PATH);
}

async function listTokens(request: Request, app: AppFacts): Promise<void> {
	const [tokens, translate] = await Promise.all([readTokens(request.read.getPersistenceReader()), askersLanguage(request)]);
	const makers = await usernames(request, tokens);
	const now = app.now();
	const told = tokens.map((token) => ({
		name: token.name,
		maker: makers.get(token.madeBy) ?? null,
		madeAt: new Date(token.madeAt),
		expiresAt: new Date(token.expiresAt),
		isExpired: isExpired(token, now),
	}));
	await tellAll(request, tokensMessages(told, translate));
}

/** Usernames of those who made the tokens, by id; an account that is gone has none. */
async function usernames({ read }: Request, tokens: readonly TokenRecord[]): Promise<ReadonlyMap<string, string>> {
	const ids = [...new Set(tokens.map(({ madeBy }) => madeBy))];
	const users = await Promise.all(ids.map((id) => read.getUserReader().getById(id)));
	if (!users.every(Boolean) && !(await findsAccounts(read))) {
		// Nobody is gone for all that is known: an id is what can be told.
		return new Map(ids.map((id) => [id, id]));
	}
	return new Map(users.flatMap((user) => (user ? [[user.id, user.username]] : [])));
}

async function revokeToken(request: Request, typed: string): Promise<void> {
	const translate = await askersLanguage(request);
	const name = tokenName(typed);
	const count = name === null ? 0 : await forgetTokens(request.persistence, name);
	if (name !== null && count > 0) {
		await tell(request, revokedMessage(name, count, translate));
		return;
	}
	const names = (await readTokens(request.read.getPersistenceReader())).map((token) => token.name);
	await tell(request, noSuchTokenMessage(typed, closest(typed.toLowerCase(), names), translate));
}
