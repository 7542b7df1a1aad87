import { all, isOneOf, isTrue, not } from '../catalogue/conditions';
import type { Condition } from '../catalogue/conditions';
import { CATEGORY_ENTRIES } from '../catalogue/categories';
import type { LegalCategory } from '../catalogue/categories';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement, WholeKey } from '../language/statement';
import { evaluate } from './condition';
import type { Reading } from './condition';
import { ENCRYPTION_MODES, ENCRYPTION_SETTINGS, judgeEncryption } from './encryption';
import { isOpening } from './opening';
import type { FlowFinding } from './posture';
import { has } from './server';

/** One thing that this workspace itself keeps, or does not, as its settings stand. */
export interface Kept {
	readonly category: LegalCategory;
	readonly statement: Statement;
}

/** The settings that this judgement reads, and no others. */
export const KEEPING_SETTINGS = [
	...ENCRYPTION_SETTINGS,
	'LDAP_Enable',
	'LDAP_Encryption',
	'Troubleshoot_Disable_Sessions_Monitor',
	'Block_Multiple_Failed_Logins_Enabled',
	'Login_Logs_Enabled',
	'Message_Read_Receipt_Enabled',
	'Message_Read_Receipt_Store_Users',
	'Message_Read_Receipt_Archive_Enabled',
	'RetentionPolicy_Enabled',
	'RetentionPolicy_FilesOnly',
	'RetentionPolicy_AppliesToChannels',
	'RetentionPolicy_AppliesToGroups',
	'RetentionPolicy_AppliesToDMs',
	'RetentionPolicy_TTL_Channels',
	'RetentionPolicy_TTL_Groups',
	'RetentionPolicy_TTL_DMs',
	'RetentionPolicy_DoNotPrunePinned',
	'RetentionPolicy_DoNotPruneThreads',
	'RetentionPolicy_DoNotPruneDiscussion',
	'Message_ErasureType',
	'Message_KeepHistory',
	'E2E_Enable_Encrypt_Files',
	'Livechat_enabled',
	'Livechat_Allow_collect_and_store_HTTP_header_informations',
] as const satisfies readonly SettingId[];

type KeepingSetting = (typeof KEEPING_SETTINGS)[number];

/**
 * What the workspace itself keeps, category by category, and what of it is open to others or crosses the network unencrypted, for whoever
 * has to answer a legal request.
 * What cannot be read is told as unknown. Facts of Rocket.Chat 7.7.1 and 8.6.1.
 *
 * @param flows the findings, among which those that open something to anyone or to the admins are told
 */
export function judgeKeeping(reading: Reading, flows: readonly FlowFinding[]): Kept[] {
	return [
		...under('basic-subscriber-information', say('keeps_accounts'), ...directory(reading), ...visitors(reading)),
		...under(
			'non-content-records',
			bySwitch(reading, 'Troubleshoot_Disable_Sessions_Monitor', { on: 'keeps_logins-off', off: 'keeps_logins-on' }, 'keeps_logins-unknown'),
			bySwitch(reading, 'Block_Multiple_Failed_Logins_Enabled', { on: 'keeps_login-attempts-on', off: 'keeps_login-attempts-off' }, 'keeps_login-attempts-unknown'),
			bySwitch(reading, 'Login_Logs_Enabled', { on: 'keeps_login-logs-on', off: 'keeps_login-logs-off' }, 'keeps_login-logs-unknown'),
			...readReceipts(reading),
			...visitorRecords(reading),
		),
		...under(
			'content',
			...retention(reading),
			say('keeps_trash'),
			erasure(reading),
			say('keeps_erasure-rooms'),
			bySwitch(reading, 'Message_KeepHistory', { on: 'keeps_history-on', off: 'keeps_history-off' }, 'keeps_history-unknown'),
			...encryption(reading),
			say('keeps_audit'),
			...visitorConversations(reading),
		),
		...flows.flatMap(opened),
	];
}

function under(category: LegalCategory, ...statements: readonly Statement[]): Kept[] {
	return statements.map((statement) => ({ category, statement }));
}

function stateOf(reading: Reading, condition: Condition<SettingId>): boolean | 'unknown' {
	return evaluate(condition, reading).state;
}

function bySwitch(reading: Reading, id: KeepingSetting, known: { on: WholeKey; off: WholeKey }, unknown: WholeKey): Statement {
	const state = stateOf(reading, isTrue(id));
	return say(state === 'unknown' ? unknown : state ? known.on : known.off);
}

/** Who read what is stored only with both switches (Rocket.Chat 8.6.1, ee/server/lib/message-read-receipt/ReadReceipt.ts). */
function readReceipts(reading: Reading): Statement[] {
	const enabled = stateOf(reading, isTrue('Message_Read_Receipt_Enabled'));
	if (enabled !== true) {
		return [say(enabled === 'unknown' ? 'keeps_read-receipts-unknown' : 'keeps_read-receipts-off')];
	}
	const archived = stateOf(reading, isTrue('Message_Read_Receipt_Archive_Enabled'));
	return [
		bySwitch(reading, 'Message_Read_Receipt_Store_Users', { on: 'keeps_read-receipts-on', off: 'keeps_read-receipts-without-users' }, 'keeps_read-receipts-users-unknown'),
		...(archived === false ? [] : [say(archived === true ? 'keeps_read-receipts-archive-on' : 'keeps_read-receipts-archive-unknown')]),
	];
}

/** Room kinds that a retention policy can apply to, each with its switch and its age in milliseconds (since 6.10). */
const RETENTION = [
	{ room: 'retention-room_channels', applies: 'RetentionPolicy_AppliesToChannels', age: 'RetentionPolicy_TTL_Channels' },
	{ room: 'retention-room_groups', applies: 'RetentionPolicy_AppliesToGroups', age: 'RetentionPolicy_TTL_Groups' },
	{ room: 'retention-room_direct', applies: 'RetentionPolicy_AppliesToDMs', age: 'RetentionPolicy_TTL_DMs' },
] as const satisfies readonly { room: WholeKey; applies: KeepingSetting; age: KeepingSetting }[];

/** What a retention policy can spare (Rocket.Chat 8.6.1, app/retention-policy/server/cronPruneMessages.ts). */
const SPARED = [
	{ what: 'retention-spared_pinned', spares: 'RetentionPolicy_DoNotPrunePinned' },
	{ what: 'retention-spared_threads', spares: 'RetentionPolicy_DoNotPruneThreads' },
	{ what: 'retention-spared_discussions', spares: 'RetentionPolicy_DoNotPruneDiscussion' },
] as const satisfies readonly { what: WholeKey; spares: KeepingSetting }[];

const MILLISECONDS_A_DAY = 86_400_000;

/** How long messages and files stay, in one sentence and without the exceptions. */
export function judgeRetention(reading: Reading): Statement {
	const enabled = stateOf(reading, isTrue('RetentionPolicy_Enabled'));
	if (enabled !== true) {
		return say(enabled === 'unknown' ? 'keeps_retention-unknown' : 'keeps_retention-off');
	}
	const rooms = RETENTION.map(({ room, applies, age }) => {
		const state = stateOf(reading, isTrue(applies));
		return state === true ? deletion(reading, room, age) : say(state === 'unknown' ? 'retention-of_unknown' : 'retention-of_off', { room: say(room) });
	});
	return say('keeps_retention-on', { rooms });
}

function retention(reading: Reading): Statement[] {
	const isOn = stateOf(reading, isTrue('RetentionPolicy_Enabled')) === true && RETENTION.some(({ applies }) => stateOf(reading, isTrue(applies)) !== false);
	return [judgeRetention(reading), ...(isOn ? [...exceptions(reading), say('keeps_retention-old-ages')] : [])];
}

function deletion(reading: Reading, room: (typeof RETENTION)[number]['room'], age: KeepingSetting): Statement {
	const filesOnly = stateOf(reading, isTrue('RetentionPolicy_FilesOnly'));
	const what: WholeKey = filesOnly === 'unknown' ? 'retention-what_unknown' : filesOnly ? 'retention-what_files' : 'retention-what_messages';
	const params = { room: say(room), what: say(what) };
	const signal = reading.settings[age];
	return signal.readable && typeof signal.value === 'number' && signal.value > 0
		? say('retention-of_on', { ...params, days: Math.round(signal.value / MILLISECONDS_A_DAY) })
		: say('retention-of_age-unknown', params);
}

function exceptions(reading: Reading): Statement[] {
	const thatAre = (wanted: boolean | 'unknown'): Statement[] => SPARED.filter(({ spares }) => stateOf(reading, isTrue(spares)) === wanted).map(({ what }) => say(what));
	return [
		{ key: 'keeps_retention-exceptions', what: thatAre(true) } as const,
		{ key: 'keeps_retention-no-exceptions', what: thatAre(false) } as const,
		{ key: 'keeps_retention-exceptions-unknown', what: thatAre('unknown') } as const,
	].flatMap(({ key, what }) => (what.length === 0 ? [] : [say(key, { what })]));
}

const ERASURE: ReadonlyMap<string, WholeKey> = new Map([
	['Delete', 'keeps_erasure-delete'],
	['Keep', 'keeps_erasure-keep'],
	['Unlink', 'keeps_erasure-unlink'],
]);

function erasure({ settings }: Reading): Statement {
	const type = settings.Message_ErasureType;
	const known = type.readable ? ERASURE.get(String(type.value)) : undefined;
	return say(known ?? 'keeps_erasure-unknown');
}

function encryption(reading: Reading): Statement[] {
	const { allowed, rooms } = judgeEncryption(reading);
	if (allowed !== true) {
		return [say(allowed === 'unknown' ? 'keeps_encryption-unknown' : 'keeps_encryption-off')];
	}
	const areFilesPlain = stateOf(reading, all(isTrue('E2E_Allow_Unencrypted_Messages'), not(isTrue('E2E_Enable_Encrypt_Files'))));
	return [
		say('keeps_encryption-on'),
		...ENCRYPTION_MODES.flatMap((mode) => (rooms[mode].length === 0 ? [] : [say(`keeps_encryption-rooms-${mode}`, { rooms: rooms[mode] })])),
		bySwitch(reading, 'E2E_Allow_Unencrypted_Messages', { on: 'keeps_encryption-unencrypted-on', off: 'keeps_encryption-unencrypted-off' }, 'keeps_encryption-unencrypted-unknown'),
		...(areFilesPlain === false ? [] : [say(areFilesPlain === true ? 'keeps_encryption-files-off' : 'keeps_encryption-files-unknown')]),
	];
}

/** LDAP as Rocket.Chat ships it has no encryption, and checks each login at the directory with the password that was typed in. */
function directory(reading: Reading): Statement[] {
	const isPlain = stateOf(reading, all(isTrue('LDAP_Enable'), isOneOf('LDAP_Encryption', 'plain')));
	return isPlain === false ? [] : [say(isPlain === true ? 'keeps_ldap-plain' : 'keeps_ldap-unknown')];
}

function visitors(reading: Reading): Statement[] {
	return [bySwitch(reading, 'Livechat_enabled', { on: 'keeps_visitors-on', off: 'keeps_visitors-off' }, 'keeps_visitors-unknown')];
}

/**
 * IP address, browser and pages of the visitors. Up to 7.9 a setting decides on the former two; from about 7.10 on the server stores them
 * without asking for it (Rocket.Chat 8.6.1, packages/omni-core/src/visitor/create.ts), which was read, not tried.
 */
function visitorRecords(reading: Reading): Statement[] {
	if (stateOf(reading, isTrue('Livechat_enabled')) !== true) {
		return [];
	}
	const ignored = has(reading.server, { since: '7.10' }) === 'yes' ? 'keeps_visitor-origin-ignored' : 'keeps_visitor-origin-open';
	return [
		bySwitch(reading, 'Livechat_Allow_collect_and_store_HTTP_header_informations', { on: 'keeps_visitor-origin-on', off: ignored }, 'keeps_visitor-origin-unknown'),
		say('keeps_visitor-pages'),
	];
}

function visitorConversations(reading: Reading): Statement[] {
	return stateOf(reading, isTrue('Livechat_enabled')) === true ? [say('keeps_visitor-conversations')] : [];
}

/** What a flow opens to anyone or to the admins, under the first kind of data that it carries. */
function opened(flow: FlowFinding): Kept[] {
	const { name, state, recipients: [recipient], carries: [carried], sends } = flow;
	const category = carried === undefined ? null : CATEGORY_ENTRIES[carried.category].legal;
	if (!isOpening(flow) || category === null || (state !== 'on' && state !== 'unknown')) {
		return [];
	}
	const key = state === 'on' ? 'keeps_open' : 'keeps_open-unknown';
	return under(category, say(key, { recipient: recipient.name, sent: sends, flow: name }));
}
