import * as z from 'zod/mini';

import { DECLARABLE_MODELS } from '../catalogue/words';
import type { DeclarableModel } from '../catalogue/words';
import { DEFAULT_ROLE, SELF_HOSTED } from './app-settings';
import type { AppSettingId } from './app-settings';

export interface AppSettings {
	readonly declaredDeployment: { readonly value: DeclarableModel | 'auto'; readonly isInvalid: boolean };
	/** Role ids or names; whoever has one of them may ask. */
	readonly allowedRoles: readonly string[];
	readonly hosting: 'unstated' | 'self' | 'third-party';
}

/** What holds while nothing is stored, or while nothing can be read: nobody but admins may ask, nothing is declared. */
export const DEFAULT_APP_SETTINGS: AppSettings = {
	declaredDeployment: { value: 'auto', isInvalid: false },
	allowedRoles: [DEFAULT_ROLE],
	hosting: 'unstated',
};

/** The engine's reader of the app's own settings. */
export interface OwnSettingSource {
	getValueById(id: string): Promise<unknown>;
}

const declarationSchema = z.enum(['auto', ...DECLARABLE_MODELS]);
const textSchema = z.catch(z.string(), '');

/**
 * Reads the app's own settings, each parsed on its own: a stored value that is none of the choices counts as the default.
 *
 * @param source the engine's reader of the app's own settings
 * @returns never rejects
 */
export async function readAppSettings(source: OwnSettingSource): Promise<AppSettings> {
	const [declared, roles, hosting] = await Promise.all([
		stored(source, 'declared_deployment'),
		stored(source, 'allowed_roles'),
		stored(source, 'hosting_provider'),
	]);
	const declaration = declarationSchema.safeParse(declared ?? 'auto');
	const provider = textSchema.parse(hosting).trim();
	return {
		declaredDeployment: { value: declaration.data ?? 'auto', isInvalid: !declaration.success },
		allowedRoles: parseRoles(textSchema.parse(roles)),
		hosting: provider === '' ? 'unstated' : provider.toLowerCase() === SELF_HOSTED ? 'self' : 'third-party',
	};
}

/** Splits the comma-separated list of `allowed_roles`; an empty one means admins. */
export function parseRoles(list: string): string[] {
	const roles = [...new Set(list.split(',').map((role) => role.trim()).filter((role) => role !== ''))];
	return roles.length > 0 ? roles : [DEFAULT_ROLE];
}

async function stored(source: OwnSettingSource, id: AppSettingId): Promise<unknown> {
	try {
		return await source.getValueById(id);
	} catch {
		// The engine throws for a setting that it does not hold yet, which is the default.
		return undefined;
	}
}
