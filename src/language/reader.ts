import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { knownLanguage } from './languages';
import { translator } from './translate';
import type { Translate } from './translate';

/** The workspace's language, as far as it was read. */
type WorkspaceLanguage = { readonly readable: true; readonly value: unknown } | { readonly readable: false };

/**
 * The translator for one person: their own preference, then the workspace's language, then English.
 * Rocket.Chat hands an app only the explicit preference; who kept the default has none (converters/users, 7.7.1).
 *
 * @param reader null for whoever reads what is not told to one person
 */
export function translatorFor(reader: IUser | null, workspace: WorkspaceLanguage): Translate {
	return translator(preferenceOf(reader), workspace.readable ? String(workspace.value) : undefined);
}

/** Whether a person's own preference is a language that the app speaks, so that nothing else matters. */
export function hasKnownPreference(reader: IUser): boolean {
	return knownLanguage(preferenceOf(reader)) !== undefined;
}

function preferenceOf(reader: IUser | null): string | undefined {
	return reader?.settings?.preferences?.language;
}
