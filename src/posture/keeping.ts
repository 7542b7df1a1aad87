import type { LegalCategory } from '../catalogue/categories';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement, WholeKey } from '../language/statement';
import type { Signals } from '../workspace/signals';

/** One thing that this workspace itself keeps, or does not, as its settings stand. */
export interface Kept {
	readonly category: LegalCategory;
	readonly statement: Statement;
}

/** The settings that this judgement reads, and no others. */
export const KEEPING_SETTINGS = [
	'Troubleshoot_Disable_Sessions_Monitor',
	'Block_Multiple_Failed_Logins_Enabled',
	'Login_Logs_Enabled',
	'Message_Read_Receipt_Enabled',
	'RetentionPolicy_Enabled',
	'RetentionPolicy_FilesOnly',
	'RetentionPolicy_AppliesToChannels',
	'RetentionPolicy_AppliesToGroups',
	'RetentionPolicy_AppliesToDMs',
	'RetentionPolicy_TTL_Channels',
	'RetentionPolicy_TTL_Groups',
	'RetentionPolicy_TTL_DMs',
	'Message_ErasureType',
	'Message_KeepHistory',
	'E2E_Enable',
] as const satisfies readonly SettingId[];

type KeepingSetting = (typeof KEEPING_SETTINGS)[number];
type Settings = Pick<Signals['settings'], KeepingSetting>;

/**
 * What the workspace itself keeps, category by category, for whoever has to answer a legal request.
 * Settings of Rocket.Chat 7.7.1; what cannot be read is told as unknown.
 */
export function judgeKeeping(settings: Settings): Kept[] {
	return [
		{ category: 'basic-subscriber-information', statement: say('keeps_accounts') },
		{ category: 'non-content-records', statement: bySwitch(settings, 'Troubleshoot_Disable_Sessions_Monitor', { on: 'keeps_logins-off', off: 'keeps_logins-on' }, 'keeps_logins-unknown') },
		{ category: 'non-content-records', statement: bySwitch(settings, 'Block_Multiple_Failed_Logins_Enabled', { on: 'keeps_login-attempts-on', off: 'keeps_login-attempts-off' }, 'keeps_login-attempts-unknown') },
		{ category: 'non-content-records', statement: bySwitch(settings, 'Login_Logs_Enabled', { on: 'keeps_login-logs-on', off: 'keeps_login-logs-off' }, 'keeps_login-logs-unknown') },
		{ category: 'non-content-records', statement: bySwitch(settings, 'Message_Read_Receipt_Enabled', { on: 'keeps_read-receipts-on', off: 'keeps_read-receipts-off' }, 'keeps_read-receipts-unknown') },
		...retention(settings).map((statement): Kept => ({ category: 'content', statement })),
		{ category: 'content', statement: erasure(settings) },
		{ category: 'content', statement: bySwitch(settings, 'Message_KeepHistory', { on: 'keeps_history-on', off: 'keeps_history-off' }, 'keeps_history-unknown') },
		{ category: 'content', statement: bySwitch(settings, 'E2E_Enable', { on: 'keeps_encryption-on', off: 'keeps_encryption-off' }, 'keeps_encryption-unknown') },
		{ category: 'content', statement: say('keeps_audit') },
	];
}

function bySwitch(settings: Settings, id: KeepingSetting, known: { on: WholeKey; off: WholeKey }, unknown: WholeKey): Statement {
	const signal = settings[id];
	return !signal.readable ? say(unknown) : say(signal.value === true ? known.on : known.off);
}

/** Room kinds that a retention policy can apply to, each with its switch and its age in milliseconds (since 6.10). */
const RETENTION = [
	{ room: 'retention-room_channels', applies: 'RetentionPolicy_AppliesToChannels', age: 'RetentionPolicy_TTL_Channels' },
	{ room: 'retention-room_groups', applies: 'RetentionPolicy_AppliesToGroups', age: 'RetentionPolicy_TTL_Groups' },
	{ room: 'retention-room_direct', applies: 'RetentionPolicy_AppliesToDMs', age: 'RetentionPolicy_TTL_DMs' },
] as const satisfies readonly { room: WholeKey; applies: KeepingSetting; age: KeepingSetting }[];

const MILLISECONDS_A_DAY = 86_400_000;

function retention(settings: Settings): Statement[] {
	const enabled = settings.RetentionPolicy_Enabled;
	if (!enabled.readable) {
		return [say('keeps_retention-unknown')];
	}
	if (enabled.value !== true) {
		return [say('keeps_retention-off')];
	}
	const filesOnly = settings.RetentionPolicy_FilesOnly;
	const what: WholeKey = !filesOnly.readable ? 'retention-what_unknown' : filesOnly.value === true ? 'retention-what_files' : 'retention-what_messages';
	return RETENTION.map(({ room, applies, age }) => {
		const params = { room: say(room), what: say(what) };
		const covered = settings[applies];
		if (!covered.readable) {
			return say('keeps_retention-room-unknown', { room: params.room });
		}
		if (covered.value !== true) {
			return say('keeps_retention-room-off', { room: params.room });
		}
		const days = settings[age];
		return days.readable && typeof days.value === 'number' && days.value > 0
			? say('keeps_retention-room-on', { ...params, days: Math.round(days.value / MILLISECONDS_A_DAY) })
			: say('keeps_retention-room-age-unknown', params);
	});
}

const ERASURE: ReadonlyMap<string, WholeKey> = new Map([
	['Delete', 'keeps_erasure-delete'],
	['Keep', 'keeps_erasure-keep'],
	['Unlink', 'keeps_erasure-unlink'],
]);

function erasure(settings: Settings): Statement {
	const type = settings.Message_ErasureType;
	const known = type.readable ? ERASURE.get(String(type.value)) : undefined;
	return say(known ?? 'keeps_erasure-unknown');
}
