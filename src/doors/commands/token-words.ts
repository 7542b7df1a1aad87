import { tokenDays, tokenName, TOKEN_DAYS } from '../../store/token';
import { closest } from './closest';

/** What a person asked `/privacy-status token` for. */
export type TokenRequest =
	| { readonly kind: 'create'; readonly name: string; readonly days: number }
	| { readonly kind: 'list' }
	| { readonly kind: 'revoke'; readonly name: string }
	| { readonly kind: 'unknown'; readonly typed: string | null; readonly suggestion: string | null }
	| { readonly kind: 'unnamed'; readonly verb: 'create' | 'revoke' }
	| { readonly kind: 'misnamed'; readonly typed: string }
	| { readonly kind: 'misdated'; readonly typed: string };

const VERBS = ['create', 'list', 'revoke'] as const;

/** Reads the words after `token`. Letter case does not matter; words too many are passed over. Never throws. */
export function parseTokenRequest([typed, name, days]: readonly string[]): TokenRequest {
	const verb = VERBS.find((candidate) => candidate === typed?.toLowerCase());
	switch (verb) {
		case undefined:
			return { kind: 'unknown', typed: typed ?? null, suggestion: typed === undefined ? null : closest(typed.toLowerCase(), VERBS) };
		case 'list':
			return { kind: 'list' };
		case 'create':
			return name === undefined ? { kind: 'unnamed', verb } : parseCreation(name, days);
		case 'revoke':
			return name === undefined ? { kind: 'unnamed', verb } : { kind: 'revoke', name };
	}
}

function parseCreation(typedName: string, typedDays: string | undefined): TokenRequest {
	const name = tokenName(typedName);
	if (name === null) {
		return { kind: 'misnamed', typed: typedName };
	}
	const days = typedDays === undefined ? TOKEN_DAYS.usual : tokenDays(typedDays);
	return days === null ? { kind: 'misdated', typed: typedDays ?? '' } : { kind: 'create', name, days };
}
