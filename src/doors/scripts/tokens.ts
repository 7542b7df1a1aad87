import { tokenObjection } from '../../settings/stated';
import type { AppSettings } from '../../settings/stated';
import { lines } from '../../show/tell/passage';
import type { Passage } from '../../show/tell/passage';
import { freshTokenAnswer, givenTokenEnd, lostTokenAnswer, noSuchToken, revokedAnswer, takenTokenName, tokensAnswer, tooManyTokens, untoldTokenAnswer } from '../../show/tell/tokens';
import { isExpired, isGivenToken, makeToken, tokenName } from '../../store/token';
import { forgetToken, forgetTokens, keepToken, MOST_TOKENS } from '../../store/token-records';
import { findAccount, findsAccounts } from '../../workspace/accounts';
import { readSetting } from '../../workspace/read-settings';
import { withTimeout } from '../../workspace/timeout';
import { answer } from '../asking/answer';
import { closest } from '../asking/closest';
import { Failure, failureLine, unlessLost } from '../asking/failure';
import type { AppFacts, Request } from '../asking/request';
import { hashesIn, knownTokens } from './known-tokens';
import { endpointAddress } from './address';
import type { EndpointAddress } from './address';
import { REPORT_PATH } from './report-endpoints';
import type { TokenRequest } from './token-words';

/** `/privacy-status token`: makes, lists and revokes what scripts read the report with. */
export async function answerTokenRequest(request: Request, app: AppFacts, own: AppSettings, wanted: TokenRequest): Promise<void> {
	switch (wanted.kind) {
		case 'create':
			await createToken(request, app, wanted.name, wanted.days);
			break;
		case 'list':
			await listTokens(request, app, own);
			break;
		case 'revoke':
			await revokeToken(request, app, own, wanted.name);
			break;
	}
}

async function createToken(request: Request, app: AppFacts, name: string, days: number): Promise<void> {
	// A token is shown once, in a room: without one nobody would ever see it.
	if (request.room === undefined) {
		return;
	}
	const [made, address] = await Promise.all([inTurn(() => keepFresh(request, app, name, days)), reportAddress(request, app)]);
	if ('objection' in made) {
		await answer(request, made.objection);
		return;
	}
	const { token, record } = made;
	try {
		await answer(request, freshTokenAnswer({ name, expiresAt: new Date(record.expiresAt), token, address }));
	} catch (reason) {
		app.logger.error(failureLine('showing a token', reason));
		// Nobody has seen it, and who sees it later shall know.
		const ended = await unlessLost('ending a token that was not shown', forgetToken(request.persistence, record), app);
		await answer(request, untoldTokenAnswer(name, ended !== 'lost'));
	}
}

/** Makes a token where its name is free, and one more is allowed. */
async function keepFresh(request: Request, app: AppFacts, name: string, days: number): Promise<ReturnType<typeof makeToken> | { readonly objection: Passage }> {
	const now = app.now();
	const tokens = await knownTokens(request.read);
	const others = tokens.filter((token) => token.name !== name);
	if (tokens.some((token) => token.name === name && !isExpired(token, now))) {
		return { objection: takenTokenName(name) };
	}
	if (others.length >= MOST_TOKENS) {
		return { objection: tooManyTokens(MOST_TOKENS) };
	}
	// Each by itself: another server may be making one of the same name at this moment.
	await Promise.all(tokens.filter((token) => token.name === name).map((token) => forgetToken(request.persistence, token)));
	const made = makeToken(name, days, request.user.id, now, (bytes) => app.randomHex(bytes));
	if ((await unlessLost('keeping a token', keepToken(request.persistence, made.record), app)) === true) {
		return made;
	}
	// It may be kept although the answer was lost, and come even later: nobody has seen it and nobody will.
	await unlessLost('ending a token that was not shown', forgetToken(request.persistence, made.record), app);
	return { objection: lostTokenAnswer() };
}

/** Milliseconds that one making of a token keeps the next waiting at most. */
const TURN_LIMIT = 4000;

let turn: Promise<unknown> = Promise.resolve();

/** What this process makes at once is made one after the other, so that each sees what was made before. Of another server's, `token list` shows what is too many. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const done = turn.then(work);
	turn = withTimeout<unknown>(TURN_LIMIT, done, () => null).catch(() => null);
	return done;
}

async function listTokens(request: Request, app: AppFacts, own: AppSettings): Promise<void> {
	const tokens = await knownTokens(request.read);
	const makers = await usernames(request, tokens.map(({ madeBy }) => madeBy));
	const now = app.now();
	const told = tokens.map((token) => ({
		name: token.name,
		maker: makers.get(token.madeBy) ?? null,
		madeAt: new Date(token.madeAt),
		expiresAt: new Date(token.expiresAt),
		isExpired: isExpired(token, now),
	}));
	await answer(request, lines(...tokenObjection(own)), ...tokensAnswer(told, hashesIn(own.tokenHashes).length, await reportAddress(request, app), MOST_TOKENS));
}

/** Where scripts find the report; null where the engine has not said it. */
async function reportAddress({ read }: Request, app: AppFacts): Promise<EndpointAddress | null> {
	const site = await readSetting(read, 'Site_Url');
	const path = app.endpointPath(REPORT_PATH);
	return path === null ? null : endpointAddress(site.readable ? String(site.value) : '', path);
}

/** Usernames of those who made something, by id; an account that is gone has none. */
export async function usernames({ read }: Request, makers: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const ids = [...new Set(makers)];
	const users = await Promise.all(ids.map((id) => findAccount(id, read).catch(() => null)));
	if (users.includes(null) || (!users.every(Boolean) && !(await findsAccounts(read)))) {
		// Nobody is gone for all that is known: an id is what can be told.
		return new Map(ids.map((id) => [id, id]));
	}
	return new Map(users.flatMap((user) => (!user ? [] : [[user.id, user.username]])));
}

async function revokeToken(request: Request, app: AppFacts, own: AppSettings, typed: string): Promise<void> {
	const name = tokenName(typed);
	const count = name === null ? 0 : await unlessLost('ending a token', forgetTokens(request.persistence, name), app);
	if (count === 'lost') {
		await answer(request, lostTokenAnswer());
		return;
	}
	if (name !== null && count > 0) {
		await answer(request, revokedAnswer(name, count));
		return;
	}
	const hashes = hashesIn(own.tokenHashes);
	// What cannot be a name may be such a token, or its hash: it is not repeated.
	if (hashes.length > 0 && (name === null || isGivenToken(typed, hashes))) {
		await answer(request, givenTokenEnd());
		return;
	}
	const names = (await knownTokens(request.read)).map((token) => token.name);
	if (name !== null && names.includes(name)) {
		throw new Failure('the token was not ended');
	}
	await answer(request, [...noSuchToken(typed, closest(typed.toLowerCase(), names)), ...(hashes.length > 0 ? givenTokenEnd() : [])]);
}
