import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { SERVER_SETTINGS, SETTING_IDS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import type { ServerSetting } from '../catalogue/shared-settings';
import type { Signal, SettingValue } from './signals';
import { QUEUE_LIMIT, READ_LIMIT, turn, withTimeout } from './timeout';

/** The only question that the platform answers about a server setting: one id, which may throw or stay `undefined`. */
export interface SettingSource {
	getOneById(id: string): Promise<ISetting | undefined>;
}

/** What was read of the server's settings. */
export interface SettingsRead {
	readonly settings: Readonly<Record<SettingId, Signal>>;
	/** Whether the reading was ended while answers still came in: then some that count as late only waited for their turn. */
	readonly isCutShort: boolean;
}

/**
 * Reads every setting of the catalogue, together: a slow or failing read costs only itself.
 *
 * A read is late when no other has been answered either for as long as the limit, and nothing is left in front of it: so many that ask
 * at once wait in a queue, and say nothing of a setting.
 *
 * @param source the engine's reader of server settings
 * @param limit milliseconds
 * @param passQueue waits until the platform has taken up what was asked before; never rejects
 * @returns one signal for each id; never rejects
 */
export async function readSettings(source: SettingSource, limit: number = READ_LIMIT, passQueue: () => Promise<void> = async () => {}): Promise<SettingsRead> {
	const signals = new Map<SettingId, Signal>(SETTING_IDS.map((id) => [id, { readable: false, reason: 'timed-out' }]));
	let left = SETTING_IDS.length;
	let heard = 0;
	const reads = SETTING_IDS.map(async (id) => {
		const signal = await ask(source, id).catch((): Signal => ({ readable: false, reason: 'refused' }));
		signals.set(id, signal);
		left -= 1;
		heard = Date.now();
	});
	const untilSilent = async (): Promise<boolean> => {
		await passQueue();
		heard = Date.now();
		for (let before = left; left > 0; before = left) {
			await withTimeout<unknown>(heard + limit - Date.now(), all, () => undefined);
			if (left > 0 && Date.now() >= heard + limit) {
				// A timer that is late itself comes before answers that have arrived.
				await passQueue();
				if (left === before) {
					break;
				}
			}
		}
		return false;
	};
	const all = Promise.all(reads).then(() => false);
	const isCutShort = await withTimeout(QUEUE_LIMIT, Promise.race([all, untilSilent()]), () => true);
	return { settings: Object.fromEntries(signals) as Record<SettingId, Signal>, isCutShort };
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
	return withTimeout<Signal>(limit, answer(), () => ({ readable: false, reason: 'timed-out' }), turn(() => read.getEnvironmentReader()));
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
