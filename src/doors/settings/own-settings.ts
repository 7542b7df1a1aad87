import type { ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import type { AppSettingId } from '../../settings/app-settings';
import { within } from '../../workspace/within';

/** Settings that the app alone writes. */
export type OwnedSetting = Extract<AppSettingId, 'status_summary' | 'rejected_values'>;

/** Milliseconds to wait for the platform to store a value; it gives no word when it has. */
const STORING_LIMIT = 3000;

/**
 * The app's own writing of its settings. The engine passes what the app writes through the same hooks as what a person saves
 * (SettingUpdater → AppSettingsManager.updateAppSetting, 1.62.0), and does not wait for it: this tells the two apart, and waits.
 */
export class OwnSettings {
	private readonly writing = new Map<OwnedSetting, { value: string; stored: () => void }>();

	public constructor(private readonly updater: () => ISettingUpdater) {}

	/** Stores a value; resolves when it is stored, or when that takes too long. */
	public async store(id: OwnedSetting, value: string): Promise<void> {
		const stored = new Promise<void>((resolve) => this.writing.set(id, { value, stored: resolve }));
		await this.updater().updateValue(id, value);
		await within(STORING_LIMIT, stored, () => undefined);
	}

	/** Whether this is what the app itself is storing now. */
	public isOurs({ id, value }: Pick<ISetting, 'id' | 'value'>): boolean {
		return this.writing.get(id as OwnedSetting)?.value === value;
	}

	/** To be called when the platform has stored a setting. */
	public wasStored({ id }: Pick<ISetting, 'id'>): void {
		this.writing.get(id as OwnedSetting)?.stored();
		this.writing.delete(id as OwnedSetting);
	}
}
