import type { IPermission, IReadSettingPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { Changes } from './server/changes';
import { Environment } from './server/environment';
import type { ReadRight } from './server/settings';
import { ServerSettings } from './server/settings';
import type { Workspace } from './types';

/** What an app may read of a workspace. */
export interface Reading {
	getServerSettings(): { getOneById(id: string): Promise<ISetting | undefined> };
	getEnvironmentVariables(): { getValueByName(name: string): Promise<string | undefined> };
	/** The app's own settings: what the workspace has saved of them, unchecked. */
	getSettings(): { getValueById(id: string): Promise<unknown> };
}

/** The real server looks into the manifest for the list of hidden settings; the engine checks before what was granted. */
export function readRight(permissions: IPermission[] | undefined): ReadRight {
	return {
		declared: permissions === undefined || permissions.some(({ name }) => name === 'server-setting.read'),
		hiddenSettings: permissions?.find(isReadSettingPermission)?.hiddenSettings ?? [],
	};
}

function isReadSettingPermission(permission: IPermission): permission is IReadSettingPermission {
	return permission.name === 'server-setting.read' && 'hiddenSettings' in permission;
}

/**
 * A workspace as an app with this manifest reads it, answered by the same server as behind the engine, but without an engine: for tests of
 * what is decided from it. A read that hangs is answered by nothing, as long as the process lives.
 */
export function readingOf(workspace: Workspace, manifest: { id: string; permissions: IPermission[] }): Reading {
	const settings = new ServerSettings(workspace, new Changes(), () => new Date(0));
	const environment = new Environment(workspace.server.environment ?? {});
	const right = readRight(manifest.permissions);
	// Without the permission the engine answers nothing instead of asking the server.
	const granted = (permission: string): boolean => workspace.permissionsRefused?.includes(permission) !== true;
	return {
		getServerSettings: () => ({ getOneById: async (id) => (granted('server-setting.read') ? ((await settings.readForApp(id, right)) ?? undefined) : undefined) }),
		getEnvironmentVariables: () => ({ getValueByName: async (name) => (granted('env.read') ? environment.value(name, manifest.id) : undefined) }),
		getSettings: () => ({ getValueById: async (id) => workspace.app?.[id] }),
	};
}
