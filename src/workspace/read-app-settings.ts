import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

import { TOKEN_VARIABLE } from '../catalogue/identity';
import { APP_SETTING_IDS, variableOf } from '../settings/app-settings';
import type { AppSettingId } from '../settings/app-settings';
import { STATUS_LINES } from '../settings/status-lines';
import type { StatusLine, StatusLines } from '../settings/status-lines';
import { findHashes, findIn, settle } from '../settings/stated';
import type { AppSettings, Found } from '../settings/stated';
import { READ_LIMIT, turn, withTimeout } from './timeout';

/**
 * Reads the app's own settings, from the settings page and from the environment.
 *
 * @returns never rejects: what cannot be read counts as not stated
 */
export async function readAppSettings(environment: IEnvironmentRead): Promise<AppSettings> {
	const [tokenHashes, ...places] = await Promise.all([
		readTokenHashes(environment),
		...APP_SETTING_IDS.map(async (id) => {
			const setting = stored(environment, id);
			const variable = inEnvironment(environment, variableOf(id), (value) => findIn(id, value), setting);
			return [id, { setting: findIn(id, await setting), environment: await variable }] as const;
		}),
	]);
	const found = Object.fromEntries(places) as AppSettings['found'];
	return { found, values: settle(found), tokenHashes };
}

/** Reads the hashes of the tokens that the environment gives. Never rejects. */
export async function readTokenHashes(environment: IEnvironmentRead): Promise<AppSettings['tokenHashes']> {
	return inEnvironment(environment, TOKEN_VARIABLE, findHashes, turn(() => environment));
}

/** What the lines of the settings page show now; what cannot be read counts as empty. */
export async function readStatusLines(environment: IEnvironmentRead): Promise<StatusLines> {
	const read = await Promise.all(STATUS_LINES.map(async (id) => [id, await stored(environment, id)] as const));
	return Object.fromEntries(read.map(([id, value]) => [id, typeof value === 'string' ? value : ''])) as StatusLines;
}

async function stored(environment: IEnvironmentRead, id: AppSettingId | StatusLine): Promise<unknown> {
	try {
		return (await environment.getSettings().getValueById(id)) as unknown;
	} catch {
		// The engine throws for a setting that it does not hold yet, which is the default.
		return undefined;
	}
}

/** @param since from when on the time of an answer counts */
async function inEnvironment<Value>(environment: IEnvironmentRead, variable: string, find: (value: unknown) => Found<Value>, since: Promise<unknown>): Promise<Found<Value>> {
	const ask = async (): Promise<Found<Value>> => {
		try {
			return find(await environment.getEnvironmentVariables().getValueByName(variable));
		} catch {
			return { kind: 'unreadable' };
		}
	};
	return withTimeout<Found<Value>>(READ_LIMIT, ask(), () => ({ kind: 'unreadable' }), since);
}
