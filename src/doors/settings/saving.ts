import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';

import { APP_ID } from '../../catalogue/identity';
import { REJECTABLE_SETTINGS } from '../../catalogue/rejections';
import type { RejectableSetting, Rejection } from '../../catalogue/rejections';
import { DEFAULT_ROLE } from '../../settings/app-settings';
import { objectionTo } from '../../settings/check-value';
import { readAppSettings } from '../../settings/read-app-settings';
import { storedRejections, withRejection } from '../../settings/rejections';
import { READ_LIMIT } from '../../workspace/read-settings';
import { within } from '../../workspace/within';
import type { AppFacts } from '../request';
import { freshSummary, refreshSummary } from './summary';

/**
 * Decides what is stored when somebody saves a setting. A bad value is answered with the former one, since the engine swallows
 * what this throws and stores the bad value (ProxiedApp.call). A summary from a page left open is answered with the true one.
 *
 * @returns the setting as it is to be stored
 */
export async function beforeSave({ oldSetting, newSetting }: ISettingUpdateContext, read: IRead, app: AppFacts): Promise<ISetting> {
	const former = { ...newSetting, value: (oldSetting.value ?? oldSetting.packageValue) as unknown };
	if (app.ownSettings.isOurs(newSetting)) {
		return newSetting;
	}
	try {
		if (newSetting.id === 'status_summary') {
			return { ...newSetting, value: await freshSummary(read, app) };
		}
		const setting = REJECTABLE_SETTINGS.find((id) => id === newSetting.id);
		if (setting === undefined) {
			return former;
		}
		const rejection = await objectionTo(setting, newSetting.value, (role) => roleExists(role, read));
		await remember(setting, rejection, read, app);
		return rejection === null ? newSetting : former;
	} catch (reason) {
		app.logger.error(`check of ${newSetting.id} failed: ${reason instanceof Error ? reason.name : typeof reason}`);
		return former;
	}
}

/** After every save the true summary stands in "Current status". */
export async function afterSave(setting: ISetting, read: IRead, app: AppFacts): Promise<void> {
	app.ownSettings.wasStored(setting);
	if (REJECTABLE_SETTINGS.some((id) => id === setting.id)) {
		await refreshSummary(app, () => freshSummary(read, app));
	}
}

async function remember(setting: RejectableSetting, rejection: Rejection | null, read: IRead, app: AppFacts): Promise<void> {
	const { rejections } = await readAppSettings(read.getEnvironmentReader().getSettings());
	if (rejection !== null || rejections.some((known) => known.setting === setting)) {
		await app.ownSettings.store('rejected_values', storedRejections(withRejection(rejections, setting, rejection)));
	}
}

/** Where no role is found that every server has, roles cannot be looked up, and that costs nobody their value. */
async function roleExists(idOrName: string, read: IRead): Promise<boolean | null> {
	const [found, works] = await Promise.all([hasRole(idOrName, read), hasRole(DEFAULT_ROLE, read)]);
	return works ? found : null;
}

async function hasRole(idOrName: string, read: IRead): Promise<boolean> {
	const ask = async (): Promise<boolean> => {
		try {
			return Boolean((await read.getRoleReader().getOneByIdOrName(idOrName, APP_ID))?.id);
		} catch {
			return false;
		}
	};
	return within(READ_LIMIT, ask(), () => false);
}
