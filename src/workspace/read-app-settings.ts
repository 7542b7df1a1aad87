import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

import { TOKEN_VARIABLE } from '../catalogue/identity';
import { APP_SETTING_IDS, variableOf } from '../settings/app-settings';
import type { AppSettingId } from '../settings/app-settings';
import { STATUS_LINES } from '../settings/status-lines';
import type { StatusLine, StatusLines } from '../settings/status-lines';
import { findHashes, findIn, settle } from '../settings/stated';
import type { AppSettings, Found } from '../settings/stated';
import { allWithin, QUEUE_LIMIT, READ_LIMIT, turn } from './timeout';

/** Values of variables that were read: they are those of the server's process, and stay as long as it runs. */
export type KnownVariables = Map<string, unknown>;

/**
 * Reads the app's own settings, from the settings page and from the environment.
 *
 * @param known the variables that need not be asked for again
 * @returns never rejects: what cannot be read counts as not stated
 */
export async function readAppSettings(environment: IEnvironmentRead, known: KnownVariables = new Map()): Promise<AppSettings> {
	const values = allWithin(QUEUE_LIMIT, APP_SETTING_IDS.map(async (id) => stored(environment, id)), undefined);
	// The settings are asked for first: when they are there, so is the turn of the variables.
	const [settings, [tokens, ...variables]] = await Promise.all([values, readVariables(environment, [TOKEN_VARIABLE, ...APP_SETTING_IDS.map(variableOf)], known, values)]);
	const found = Object.fromEntries(
		APP_SETTING_IDS.map((id, at) => [id, { setting: findIn(id, settings[at]), environment: foundIn(variables[at], (value) => findIn(id, value)) }]),
	) as AppSettings['found'];
	return { found, values: settle(found), tokenHashes: foundIn(tokens, findHashes) };
}

/** Reads the hashes of the tokens that the environment gives. Never rejects. */
export async function readTokenHashes(environment: IEnvironmentRead): Promise<AppSettings['tokenHashes']> {
	const [tokens] = await readVariables(environment, [TOKEN_VARIABLE], new Map(), turn(() => environment));
	return foundIn(tokens, findHashes);
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

/** A variable that was read, with its value; null where it could not be. */
type Variable = { readonly value: unknown } | null;

/** @param since from when on the time of the answers counts */
async function readVariables(environment: IEnvironmentRead, names: readonly string[], known: KnownVariables, since: Promise<unknown>): Promise<Variable[]> {
	const ask = async (name: string): Promise<Variable> => {
		if (!known.has(name)) {
			try {
				known.set(name, await environment.getEnvironmentVariables().getValueByName(name));
			} catch {
				return null;
			}
		}
		return { value: known.get(name) };
	};
	return allWithin<Variable>(READ_LIMIT, names.map(ask), null, since);
}

function foundIn<Value>(variable: Variable | undefined, find: (value: unknown) => Found<Value>): Found<Value> {
	return variable ? find(variable.value) : { kind: 'unreadable' };
}
