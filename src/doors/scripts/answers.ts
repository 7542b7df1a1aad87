import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import type { MessageKey, Statement } from '../../language/statement';
import type { Translate } from '../../language/translate';

/** What a script is refused with: the word that it can act on, the status, the sentence for whoever reads its output. */
interface Refusal {
	readonly code: string;
	readonly status: HttpStatusCode;
	readonly headers?: Readonly<Record<string, string>>;
}

const REFUSALS = {
	'api_credential': { code: 'credential-in-request', status: HttpStatusCode.BAD_REQUEST },
	'api_unauthorised': { code: 'unauthorised', status: HttpStatusCode.UNAUTHORIZED, headers: { 'www-authenticate': 'Bearer' } },
	'api_expired': { code: 'token-expired', status: HttpStatusCode.UNAUTHORIZED, headers: { 'www-authenticate': 'Bearer' } },
	'api_forbidden': { code: 'maker-not-allowed', status: HttpStatusCode.FORBIDDEN },
	'api_closed': { code: 'no-tokens', status: HttpStatusCode.NOT_FOUND },
	'api_method': { code: 'method-not-allowed', status: HttpStatusCode.METHOD_NOT_ALLOWED, headers: { allow: 'GET, HEAD' } },
	'api_failed': { code: 'failed', status: HttpStatusCode.INTERNAL_SERVER_ERROR },
} as const satisfies Partial<Record<MessageKey, Refusal>>;

export type RefusalKey = keyof typeof REFUSALS;

/** A document, as text: Rocket.Chat sends a string as it is. */
export function document(type: string, content: string): IApiResponse {
	return { status: HttpStatusCode.OK, headers: headersFor(type), content };
}

/** A refusal, as JSON; its sentence is the text of the same key. */
export function refusal(sentence: Statement & { readonly key: RefusalKey }, translate: Translate): IApiResponse {
	const { code, status, headers }: Refusal = REFUSALS[sentence.key];
	const content = `${JSON.stringify({ error: { code, message: translate(sentence) } })}\n`;
	return { status, headers: { ...headersFor('application/json'), ...headers }, content };
}

/** Nothing is kept by whoever stands between, and a browser that opens the address runs and guesses nothing. */
function headersFor(type: string): Record<string, string> {
	return {
		'content-type': `${type}; charset=utf-8`,
		'cache-control': 'no-store',
		'content-security-policy': "default-src 'none'",
		'x-content-type-options': 'nosniff',
	};
}
