import type { ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import type { Rejection } from '../../catalogue/rejections';
import type { AppSettingId } from '../../settings/app-settings';
import { storedRejections } from '../../settings/rejections';
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
	private readonly writing = new Map<string, { value: string; stored: () => void }>();

	private told = '';

	public constructor(private readonly updater: () => ISettingUpdater) {}

	/** Stores a value; resolves when it is stored, or when that takes too long. */
	public async store(id: OwnedSetting, value: string): Promise<void> {
		const stored = new Promise<void>((resolve) => this.writing.set(id, { value, stored: resolve }));
		await this.updater().updateValue(id, value);
		await within(STORING_LIMIT, stored, () => undefined);
	}

	/** Whether this is what the app itself is storing now. */
	public isOurs({ id, value }: Pick<ISetting, 'id' | 'value'>): boolean {
		const own = this.writing.get(id);
		// A save may come without a value, which is nobody's.
		return own !== undefined && own.value === value;
	}

	/** To be called when the platform has stored a setting. */
	public wasStored({ id }: Pick<ISetting, 'id'>): void {
		this.writing.get(id)?.stored();
		this.writing.delete(id);
		if (id === ('rejected_values' satisfies OwnedSetting)) {
			this.told = '';
		}
	}

	/** Of the rejections that are stored, those that nobody was told since: where an engine must not be asked to forget them, this process does. */
	public untold(rejections: readonly Rejection[]): readonly Rejection[] {
		return storedRejections(rejections) === this.told ? [] : rejections;
	}

	/** To be called when somebody was told. */
	public wereTold(rejections: readonly Rejection[]): void {
		this.told = storedRejections(rejections);
	}
}
