import { misdatedToken, misnamedToken, unknownTokenWord, unnamedToken } from '../../show/tell/tokens';
import { tokenDays, tokenName, TOKEN_DAYS } from '../../store/token';
import { closest } from '../asking/closest';
import type { Parsed } from '../asking/parsed';

/** What a person asked `/privacy-status token` for. */
export type TokenRequest =
	| { readonly kind: 'create'; readonly name: string; readonly days: number }
	| { readonly kind: 'list' }
	| { readonly kind: 'revoke'; readonly name: string };

const VERBS = ['create', 'list', 'revoke'] as const;

/** What may follow `token`, as the clients' list of commands shows it. */
export const TOKEN_USAGE = VERBS.join('|');

/** Reads the words after `token`. Letter case does not matter; words too many are passed over. Never throws. */
export function parseTokenRequest([typed, name, days]: readonly string[]): Parsed<TokenRequest> {
	const verb = VERBS.find((candidate) => candidate === typed?.toLowerCase());
	switch (verb) {
		case undefined:
			return { answer: [unknownTokenWord(typed, typed === undefined ? null : closest(typed.toLowerCase(), VERBS))] };
		case 'list':
			return { wanted: { kind: 'list' } };
		case 'create':
			return name === undefined ? { answer: [unnamedToken(verb)] } : parseCreation(name, days);
		case 'revoke':
			return name === undefined ? { answer: [unnamedToken(verb)] } : { wanted: { kind: 'revoke', name } };
	}
}

function parseCreation(typedName: string, typedDays: string | undefined): Parsed<TokenRequest> {
	const name = tokenName(typedName);
	if (name === null) {
		return { answer: [misnamedToken(typedName)] };
	}
	const days = typedDays === undefined ? TOKEN_DAYS.usual : tokenDays(typedDays);
	return days === null ? { answer: [misdatedToken(typedDays ?? '', TOKEN_DAYS)] } : { wanted: { kind: 'create', name, days } };
}
