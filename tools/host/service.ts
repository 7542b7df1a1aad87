import { AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';

import type { Broadcast } from './server/broadcasts';
import type { Storage } from './storage';

/** What an instance of a cluster does when another one has changed something (`apps/meteor/server/services/apps-engine/service.ts`, 8.x). */
export async function follow(manager: AppManager, { apps, packages }: Storage, broadcast: Broadcast): Promise<void> {
	const { appId } = broadcast;
	const app = manager.getOneById(appId);
	switch (broadcast.name) {
		case 'apps.added':
			if (app === undefined) {
				await manager.addLocal(appId);
			}
			return;
		case 'apps.removed':
			if (app !== undefined) {
				await manager.removeLocal(appId);
			}
			return;
		case 'apps.updated': {
			const item = await apps.retrieveOne(appId);
			if (item !== null) {
				const zip = await packages.fetch(item);
				await (AppStatusUtils.isEnabled(item.status) ? manager.updateAndStartupLocal(item, zip) : manager.updateAndInitializeLocal(item, zip));
			}
			return;
		}
		case 'apps.statusUpdate': {
			const { status } = broadcast;
			if (app === undefined || (await app.getStatus()) === status) {
				return;
			}
			if (AppStatusUtils.isEnabled(status)) {
				await manager.enable(appId);
			} else if (AppStatusUtils.isDisabled(status)) {
				await manager.disable(appId, status, true);
			}
			return;
		}
		case 'apps.settingUpdated': {
			const { setting } = broadcast;
			if (app !== undefined && !hasValue(app.getStorageItem().settings[setting.id], setting)) {
				await manager.getSettingsManager().updateAppSetting(appId, setting);
			}
		}
	}
}

function hasValue(present: ISetting | undefined, { value }: ISetting): boolean {
	return JSON.stringify(present?.value) === JSON.stringify(value);
}
