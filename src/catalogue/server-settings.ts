import { FLOWS } from './flows';
import type { OwnSettingId } from './flows';
import { SHARED_SETTINGS } from './shared-settings';
import type { ServerSetting, SharedSettingId } from './shared-settings';

export type SettingId = SharedSettingId | OwnSettingId;

/** The Rocket.Chat settings that this app reads, and no others: an explicit list, never a pattern. */
export const SERVER_SETTINGS = Object.fromEntries([SHARED_SETTINGS, ...FLOWS.map(({ settings }) => settings ?? {})].flatMap((each) => Object.entries<ServerSetting>(each))) as Readonly<Record<SettingId, ServerSetting>>;

export const SETTING_IDS = Object.keys(SERVER_SETTINGS) as readonly SettingId[];

/**
 * Hidden settings that the manifest's `server-setting.read` permission names, because their emptiness is needed.
 * The consent dialog does not show this list, so the README does. Never a credential.
 */
export const HIDDEN_SETTINGS = ['Cloud_Workspace_Client_Id'] as const satisfies readonly SettingId[];
