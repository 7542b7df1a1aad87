import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';

/** What of a request tells who calls. */
export type Caller = Pick<IApiRequest, 'headers' | 'query' | 'user'>;

const HEADERS: readonly string[] = ['x-auth-token', 'x-user-id'];
const COOKIES: readonly string[] = ['rc_token', 'rc_uid', 'meteor_login_token'];
/** Rocket.Chat's OAuth server takes the first (app/api/server/middlewares/authentication.ts, 7.7.1); the others are what people try. */
const QUERY: readonly string[] = ['access_token', 'authtoken', 'token'];

/**
 * Names of the parts of a request that log somebody in to Rocket.Chat, or try to. The engine has written them into the
 * app's log before the app is called (deno-runtime/handlers/api-handler.ts): so none is ever used, and the caller is told.
 */
export function credentialsIn({ headers, query, user }: Caller): string[] {
	const cookies = Object.entries(headers ?? {})
		.filter(([name]) => name.toLowerCase() === 'cookie')
		.flatMap(([, value]) => value.split(';'))
		.map((cookie) => cookie.split('=')[0]?.trim().toLowerCase() ?? '');
	const found = [
		...among(HEADERS, Object.keys(headers ?? {})),
		...among(COOKIES, cookies),
		...among(QUERY, Object.keys(query ?? {})),
	];
	// Rocket.Chat knows the caller although nothing above is there: by a token of its OAuth server.
	return found.length === 0 && (user ?? undefined) !== undefined ? ['authorization'] : found;
}

function among(known: readonly string[], names: readonly string[]): string[] {
	const present = names.map((name) => name.toLowerCase());
	return known.filter((name) => present.includes(name));
}

/**
 * What stands behind `Bearer` in the header `Authorization`.
 *
 * @returns null without such a header, or with one of another form
 */
export function bearerOf({ headers }: Pick<Caller, 'headers'>): string | null {
	const [, value] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
	return /^Bearer +(\S+)$/i.exec(value?.trim() ?? '')?.[1] ?? null;
}
