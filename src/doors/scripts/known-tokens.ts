import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import type { AppSettings } from '../../settings/stated';
import type { TokenRecord } from '../../store/token';
import { readTokens } from '../../store/token-records';
import { Failure } from '../asking/failure';

/**
 * Every token that the app knows.
 *
 * @throws Failure where they cannot be read: that is not that there are none
 */
export async function knownTokens(read: IRead): Promise<TokenRecord[]> {
	const tokens = await readTokens(read.getPersistenceReader());
	if (tokens === null) {
		throw new Failure('tokens cannot be read');
	}
	return tokens;
}

/**
 * Hashes of the tokens that the environment gives.
 *
 * @throws Failure where it cannot be read: that is not that there are none
 */
export function hashesIn(found: AppSettings['tokenHashes']): readonly string[] {
	if (found.kind === 'unreadable') {
		throw new Failure('the environment cannot be read');
	}
	return found.kind === 'value' ? found.value : [];
}
