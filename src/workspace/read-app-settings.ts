import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

import { APP_SETTING_IDS, STATUS_SETTING, variableOf } from '../settings/app-settings';
import type { AppSettingId } from '../settings/app-settings';
import { findIn, settle } from '../settings/stated';
import type { AppSettings, Found } from '../settings/stated';
import { READ_LIMIT, withTimeout } from './timeout';

/**
 * Reads the app's own settings, from the settings page and from the environment.
 *
 * @returns never rejects: what cannot be read counts as not stated
 */
export async function readAppSettings(environment: IEnvironmentRead): Promise<AppSettings> {
	const [statusSummary, ...places] = await Promise.all([
		stored(environment, STATUS_SETTING),
		...APP_SETTING_IDS.map(async (id) => {
			const [setting, variable] = await Promise.all([stored(environment, id), findInEnvironment(environment, id)]);
			return [id, { setting: findIn(id, setting), environment: variable }] as const;
		}),
	]);
	const found = Object.fromEntries(places) as AppSettings['found'];
	return { found, values: settle(found), statusSummary: typeof statusSummary === 'string' ? statusSummary : '' };
}

async function stored(environment: IEnvironmentRead, id: AppSettingId | typeof STATUS_SETTING): Promise<unknown> {
	try {
		return (await environment.getSettings().getValueById(id)) as unknown;
	} catch {
		// The engine throws for a setting that it does not hold yet, which is the default.
		return undefined;
	}
}

async function findInEnvironment(environment: IEnvironmentRead, id: AppSettingId): Promise<Found<unknown>> {
	const ask = async (): Promise<Found<unknown>> => {
		try {
			return findIn(id, await environment.getEnvironmentVariables().getValueByName(variableOf(id)));
		} catch {
			return { kind: 'unreadable' };
		}
	};
	return withTimeout<Found<unknown>>(READ_LIMIT, ask(), () => ({ kind: 'unreadable' }));
}
