import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import { quoted } from './messages';
import { intoMessages } from './split';

/** What is told of a token; never any part of it. */
export interface ToldToken {
	readonly name: string;
	/** Username of whoever made it; null for an account that cannot be found. */
	readonly maker: string | null;
	readonly madeAt: Date;
	readonly expiresAt: Date;
	readonly isExpired: boolean;
}

/** A token that was made a moment ago, for the one who made it. */
export interface FreshToken extends Pick<ToldToken, 'name' | 'expiresAt'> {
	readonly token: string;
	/** Address of the JSON report; the workspace's own is unknown where it could not be read. */
	readonly address: { readonly url: string; readonly isPlaceholder: boolean };
}

/** The only message that ever holds a token: how to use it, for how long, and who else can see it. */
export function freshTokenMessage({ name, expiresAt, token, address }: FreshToken, translate: Translate): string {
	const told: (Statement | string)[] = [
		say('token_made', { name: code(name) }),
		block(token),
		say('token_made-use'),
		block(`curl -H 'Authorization: Bearer ${token}' ${address.url}`),
		...(address.isPlaceholder ? [say('token_made-placeholder')] : []),
		...[
			say('token_made-expires', { time: expiresAt }),
			say('token_made-power'),
			say('token_made-log', { ttl: code('Apps_Logs_TTL') }),
			say('token_made-end', { command: code(`/privacy-status token revoke ${name}`) }),
		].map((line) => say('list_line', { line })),
	];
	return told.map((line) => (typeof line === 'string' ? line : translate(line))).join('\n');
}

/** Every token with its maker and its days. */
export function tokensMessages(tokens: readonly ToldToken[], translate: Translate): string[] {
	if (tokens.length === 0) {
		return [translate(say('token_none', { command: code('/privacy-status token create <name>') }))];
	}
	const lines = tokens.map(({ name, maker, madeAt, expiresAt, isExpired }) =>
		say(isExpired ? 'token_line-expired' : 'token_line', {
			name: code(name),
			maker: maker === null ? say('token_maker-gone') : say('token_maker', { name: quoted(maker) }),
			made: madeAt,
			time: expiresAt,
		}),
	);
	const list = [say('token_list'), ...lines.map((line) => say('list_line', { line }))].map(translate).join('\n');
	return intoMessages([list, translate(say('token_list-end', { command: code('/privacy-status token revoke <name>') }))]);
}

/** @param count how many there were: two servers of one workspace can have made one each, at the same moment */
export function revokedMessage(name: string, count: number, translate: Translate): string {
	return translate(say(count === 1 ? 'token_revoked' : 'token_revoked-several', { name: code(name), count }));
}

/** The answer to `revoke` with a name that no token has. */
export function noSuchTokenMessage(typed: string, suggestion: string | null, translate: Translate): string {
	return translate(
		suggestion === null
			? say('token_no-such', { typed: quoted(typed), command: code('/privacy-status token list') })
			: say('token_no-such-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status token revoke ${suggestion}`) }),
	);
}

/** The answer to `token` without a verb, or with one that does not exist: the three forms. */
export function unknownTokenWordMessage(typed: string | null, suggestion: string | null, translate: Translate): string {
	const forms = FORMS.map(code);
	if (typed === null) {
		return translate(say('token_which', { forms }));
	}
	return translate(
		suggestion === null
			? say('token_unknown', { typed: quoted(typed), forms })
			: say('token_unknown-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status token ${suggestion}`), forms }),
	);
}

/** The answer to `create` or `revoke` without a name. */
export function unnamedTokenMessage(verb: 'create' | 'revoke', translate: Translate): string {
	return translate(verb === 'create' ? say('token_unnamed-create', { example: code(EXAMPLE) }) : say('token_unnamed-revoke', { command: code('/privacy-status token list') }));
}

/** The answer to a name that cannot be one. */
export function misnamedTokenMessage(typed: string, translate: Translate): string {
	return translate(say('token_misnamed', { typed: quoted(typed), example: code(EXAMPLE) }));
}

/** The answer to days that are none. */
export function misdatedTokenMessage(typed: string, days: { readonly least: number; readonly most: number; readonly usual: number }, translate: Translate): string {
	return translate(say('token_misdated', { typed: quoted(typed), ...days, example: code(`${EXAMPLE} 30`) }));
}

/** The answer to a name that a working token has. */
export function takenNameMessage(name: string, translate: Translate): string {
	return translate(say('token_taken', { name: code(name), command: code(`/privacy-status token revoke ${name}`) }));
}

/** The answer where there are as many tokens as there may be. */
export function tooManyTokensMessage(most: number, translate: Translate): string {
	return translate(say('token_too-many', { most, list: code('/privacy-status token list'), command: code('/privacy-status token revoke <name>') }));
}

const FORMS = ['/privacy-status token create <name> [days]', '/privacy-status token list', '/privacy-status token revoke <name>'] as const;
const EXAMPLE = '/privacy-status token create nightly-check';

function code(text: string): string {
	return `\`${text}\``;
}

function block(text: string): string {
	return `\`\`\`\n${text}\n\`\`\``;
}
