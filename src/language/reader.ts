import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { translator } from './translate';
import type { Translate } from './translate';

/**
 * The translator for one person: their own preference, then the workspace's language, then English.
 * Rocket.Chat hands an app only the explicit preference; who kept the default has none (converters/users, 7.7.1).
 */
export function translatorFor(reader: IUser, workspaceLanguage: string | undefined): Translate {
	return translator(reader.settings?.preferences?.language, workspaceLanguage);
}
