import { TOKEN_VARIABLE } from '../../catalogue/identity';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { copy, items, lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';

/** What is told of a token; never any part of it. */
export interface ToldToken {
	readonly name: string;
	/** Username of whoever made it; null for an account that cannot be found. */
	readonly maker: string | null;
	readonly madeAt: Date;
	readonly expiresAt: Date;
	readonly isExpired: boolean;
}

/** Address of the JSON report; the workspace's own is unknown where it could not be read, all of it where it is null. */
export type ReportAddress = { readonly url: string; readonly isPlaceholder: boolean } | null;

/** A token that was made a moment ago, for the one who made it. */
export interface FreshToken extends Pick<ToldToken, 'name' | 'expiresAt'> {
	readonly token: string;
	readonly address: ReportAddress;
}

/** The only message that ever holds a token: how to use it, for how long, and who else can see it. */
export function freshTokenAnswer({ name, expiresAt, token, address }: FreshToken): Passage {
	return [
		...lines(say('token_made', { name: code(name) })),
		...copy(token),
		...lines(say('token_made-use')),
		...copy(`curl -H 'Authorization: Bearer ${token}' ${address?.url ?? '<address>'}`),
		...lines(...missingIn(address)),
		...items([
			say('token_made-expires', { time: expiresAt }),
			say('token_made-power'),
			say('token_address-keep'),
			say('token_made-log', { ttl: code('Apps_Logs_TTL') }),
			say('token_made-end', { command: revoke(name) }),
		]),
	];
}

/** What is said where nobody knows whether one was made, or ended. */
export function lostTokenAnswer(): Passage {
	return lines(say('outcome_lost', { command: code(`${COMMAND} list`) }));
}

/** What is said of one that was made and could not be shown. */
export function untoldTokenAnswer(name: string, isEnded: boolean): Passage {
	return lines(isEnded ? say('token_untold', { name: code(name) }) : say('token_untold-lost', { name: code(name), command: revoke(name) }));
}

/**
 * Every token with its maker and its days, and the address, which tokens of the environment are used at too.
 *
 * What several servers of one workspace have created at the same moment can be more than is allowed: that is said too.
 *
 * @param given how many more the environment gives
 * @param most how many are allowed beside those
 */
export function tokensAnswer(tokens: readonly ToldToken[], given: number, address: ReportAddress, most: number): Passage[] {
	if (tokens.length + given === 0) {
		return [lines(say('token_none', { command: code(`${COMMAND} create <name>`) }))];
	}
	const told = tokens.map(({ name, maker, madeAt, expiresAt, isExpired }) =>
		say(isExpired ? 'token_line-expired' : 'token_line', {
			name: code(name),
			maker: maker === null ? say('token_maker-gone') : say('token_maker', { name: quoted(maker) }),
			made: madeAt,
			time: expiresAt,
		}),
	);
	const ofEnvironment = given === 0 ? [] : [say('token_given', { count: given })];
	return [
		[...lines(say('token_list')), ...items([...told, ...ofEnvironment])],
		[...lines(...surplusIn(tokens, most)), ...(tokens.length === 0 ? [] : lines(say('token_list-end', { command: revoke('<name>') }))), ...(given === 0 ? [] : givenTokenEnd())],
		[...(address === null ? [] : [...lines(say('token_address')), ...copy(address.url)]), ...lines(...missingIn(address), say('token_address-keep'))],
	];
}

function surplusIn(tokens: readonly ToldToken[], most: number): Statement[] {
	const names = tokens.map(({ name }) => name);
	const double = [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
	return [
		...(tokens.length > most ? [say('token_surplus', { count: tokens.length, most })] : []),
		...double.map((name) => say('token_same-name', { name: code(name), count: names.filter((each) => each === name).length, command: revoke(name) })),
	];
}

/** What of the address could not be found out, and where it is. */
function missingIn(address: ReportAddress): Statement[] {
	if (address === null) {
		return [say('token_address-unknown')];
	}
	return address.isPlaceholder ? [say('token_made-placeholder')] : [];
}

/** How a token ends that the environment gives. */
export function givenTokenEnd(): Passage {
	return lines(say('token_given-end', { variable: code(TOKEN_VARIABLE) }));
}

/** @param count how many there were: two servers of one workspace can have made one each, at the same moment */
export function revokedAnswer(name: string, count: number): Passage {
	return lines(count === 1 ? say('token_revoked', { name: code(name) }) : say('token_revoked-several', { name: code(name), count }));
}

/** The answer to `revoke` with a name that no token has. */
export function noSuchToken(typed: string, suggestion: string | null): Passage {
	return lines(
		suggestion === null
			? say('token_no-such', { typed: quoted(typed), command: code(`${COMMAND} list`) })
			: say('token_no-such-suggestion', { typed: quoted(typed), suggestion: revoke(suggestion) }),
	);
}

/** The answer to `token` without a verb, or with one that does not exist: the three forms. */
export function unknownTokenWord(typed: string | undefined, suggestion: string | null): Passage {
	const forms = ['create <name> [days]', 'list', 'revoke <name>'].map((form) => code(`${COMMAND} ${form}`));
	if (typed === undefined) {
		return lines(say('token_which', { forms }));
	}
	return lines(
		suggestion === null
			? say('token_unknown', { typed: quoted(typed), forms })
			: say('token_unknown-suggestion', { typed: quoted(typed), suggestion: code(`${COMMAND} ${suggestion}`), forms }),
	);
}

/** The answer to `create` or `revoke` without a name. */
export function unnamedToken(verb: 'create' | 'revoke'): Passage {
	return lines(verb === 'create' ? say('token_unnamed-create', { example: code(EXAMPLE) }) : say('token_unnamed-revoke', { command: code(`${COMMAND} list`) }));
}

/** The answer to a name that cannot be one. */
export function misnamedToken(typed: string): Passage {
	return lines(say('token_misnamed', { typed: quoted(typed), example: code(EXAMPLE) }));
}

/** The answer to days that are none. */
export function misdatedToken(typed: string, { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number }): Passage {
	return lines(say('token_misdated', { typed: quoted(typed), least, most, usual, example: code(`${EXAMPLE} 30`) }));
}

/** The answer to a name that a working token has. */
export function takenTokenName(name: string): Passage {
	return lines(say('token_taken', { name: code(name), command: revoke(name) }));
}

/** The answer where there are as many tokens as there may be. */
export function tooManyTokens(most: number): Passage {
	return lines(say('token_too-many', { most, list: code(`${COMMAND} list`), command: revoke('<name>') }));
}

const COMMAND = '/privacy-status token';
const EXAMPLE = `${COMMAND} create nightly-check`;

function revoke(name: string): ReturnType<typeof code> {
	return code(`${COMMAND} revoke ${name}`);
}
