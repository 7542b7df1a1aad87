import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { SERVER_SETTINGS, SETTING_IDS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import type { ServerSetting } from '../catalogue/shared-settings';
import type { Signal, SettingValue } from './signals';
import { Late, READ_LIMIT, withTimeout } from './timeout';

/** The only question that the platform answers about a server setting: one id, which may throw or stay `undefined`. */
export interface SettingSource {
	getOneById(id: string): Promise<ISetting | undefined>;
}

/**
 * Reads every setting of the catalogue, together and each within the same limit: a slow or failing read costs only itself.
 *
 * @param source the engine's reader of server settings
 * @param limit milliseconds after which a read counts as timed out
 * @returns one signal for each id; never rejects
 */
export async function readSettings(source: SettingSource, limit: number = READ_LIMIT): Promise<Record<SettingId, Signal>> {
	const signals = new Map<SettingId, Signal>(SETTING_IDS.map((id) => [id, { readable: false, reason: 'timed-out' }]));
	const reads = SETTING_IDS.map(async (id) => {
		const signal = await ask(source, id).catch((thrown: unknown): Signal => ({ readable: false, reason: thrown instanceof Late ? 'timed-out' : 'refused' }));
		signals.set(id, signal);
	});
	// They all start now, so one timer tells for each of them whether it took too long.
	await withTimeout<unknown>(limit, Promise.all(reads), () => undefined);
	return Object.fromEntries(signals) as Record<SettingId, Signal>;
}

/** Reads one setting of the catalogue, where the rest is not needed; never rejects, even where nothing at all can be read. */
export async function readSetting(read: IRead, id: SettingId, limit: number = READ_LIMIT): Promise<Signal> {
	const answer = async (): Promise<Signal> => {
		try {
			return await ask(read.getEnvironmentReader().getServerSettings(), id);
		} catch {
			return { readable: false, reason: 'refused' };
		}
	};
	return withTimeout<Signal>(limit, answer(), () => ({ readable: false, reason: 'timed-out' }));
}

async function ask(source: SettingSource, id: SettingId): Promise<Signal> {
	const record: unknown = await source.getOneById(id);
	// Without the permission the engine logs and answers nothing instead of throwing (Apps-Engine, ServerSettingBridge).
	if (typeof record !== 'object' || record === null) {
		return { readable: false, reason: 'no-answer' };
	}
	const { value, packageValue } = record as Partial<Record<'value' | 'packageValue', unknown>>;
	// A value of null stands for the package's default (Apps-Engine, ServerSettingRead.getValueById).
	const effective: unknown = value ?? packageValue;
	if (!hasType(effective, SERVER_SETTINGS[id])) {
		return { readable: false, reason: 'wrong-type' };
	}
	return { readable: true, value: effective, isDefault: effective === packageValue };
}

function hasType(value: unknown, { type }: ServerSetting): value is SettingValue {
	return typeof value === type && (type !== 'number' || Number.isFinite(value));
}
