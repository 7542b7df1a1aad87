import en from '../../i18n/en.json';
import { KEEPING_SETTINGS, judgeKeeping } from '../../src/posture/keeping';
import type { SettingId } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { readingWith } from './signals';

const english = translator('en');
const DAY = 86_400_000;

const told = (...args: Parameters<typeof readingWith>): string =>
	judgeKeeping(readingWith(...args), [])
		.map(({ category, statement }) => `${category}: ${english(statement)}`)
		.join('\n');

test('a fresh server keeps messages until somebody deletes them, records logins, and stores visitors of the livechat', () => {
	const text = told();
	expect(text).toContain('content: Messages and files stay until somebody deletes them');
	expect(text).toContain('non-content-records: Logins and sessions with IP address and device');
	expect(text).toContain('deleted 45 days after');
	expect(text).toContain('non-content-records: Logins and failed attempts with username and IP address');
	expect(text).toContain('basic-subscriber-information: For every account at least its name');
	expect(text).toContain('its messages and their files are deleted too');
	expect(text).toContain('Edited and deleted messages: earlier versions are not kept from now on');
	expect(text).toContain('End-to-end encryption is switched off');
	expect(text).toContain('basic-subscriber-information: Of livechat visitors: names');
	expect(text).toContain('content: Conversations with livechat visitors');
	expect(text).not.toContain('RetentionPolicy_MaxAge');
});

describe('a retention policy', () => {
	const policy = { RetentionPolicy_Enabled: true, RetentionPolicy_AppliesToChannels: true, RetentionPolicy_TTL_Channels: 30 * DAY, RetentionPolicy_AppliesToDMs: true } as const;

	test('is told for each kind of room, in days', () => {
		const text = told({ ...policy, RetentionPolicy_TTL_DMs: 365 * DAY });
		expect(text).toContain('The retention policy deletes messages and files in public channels after 30 days, nothing in private rooms, messages and files in direct messages after 365 days; single rooms');
		expect(told({ ...policy, RetentionPolicy_FilesOnly: true })).toContain('deletes files in public channels after 30 days,');
		expect(told(policy, ['RetentionPolicy_TTL_DMs'])).toContain('messages and files in direct messages (could not find out after how long)');
		expect(told(policy, ['RetentionPolicy_AppliesToGroups'])).toContain('perhaps something in private rooms (could not find out)');
		expect(told(policy, ['RetentionPolicy_FilesOnly'])).toContain('messages, files or both (could not find out which) in public channels after 30 days');
	});

	test('as it is by default spares threads and discussions, but not what is pinned', () => {
		const text = told(policy);
		expect(text).toContain('The retention policy spares threads, discussions.');
		expect(text).toContain('The retention policy also deletes pinned messages.');
	});

	test.each([
		['everything', { RetentionPolicy_DoNotPrunePinned: true }, 'spares pinned messages, threads, discussions.', 'also deletes'],
		['nothing', { RetentionPolicy_DoNotPruneThreads: false, RetentionPolicy_DoNotPruneDiscussion: false }, 'also deletes pinned messages, threads, discussions.', 'policy spares'],
	])('that spares %s says so', (_what, settings, has, lacks) => {
		const text = told({ ...policy, ...settings });
		expect(text).toContain(has);
		expect(text).not.toContain(lacks);
	});

	test('of whose exceptions one could not be read says which', () => {
		const text = told(policy, ['RetentionPolicy_DoNotPruneThreads']);
		expect(text).toContain('Could not find out whether the retention policy spares these: threads.');
		expect(text).toContain('spares discussions.');
	});

	test('says that the older ages in days have no effect', () => {
		expect(told(policy)).toContain('Older settings that hold the age in days delete nothing any more.');
	});

	test('that covers no kind of room has no exceptions', () => {
		const text = told({ RetentionPolicy_Enabled: true });
		expect(text).toContain('deletes nothing in public channels, nothing in private rooms, nothing in direct messages;');
		expect(text).not.toMatch(/spares|also deletes|in days/);
	});
});

test.each([['Delete', 'deleted too'], ['Keep', 'and its name stay'], ['Unlink', 'without the link'], ['Something', 'Could not find out what happens']])('erasure %s, and what goes whatever that says', (type, words) => {
	const text = told({ Message_ErasureType: type });
	expect(text).toContain(words);
	expect(text).toContain('direct messages with one other person are deleted with it, from both sides');
	expect(text).toContain('for 30 days more');
});

describe('end-to-end encryption', () => {
	const on = { E2E_Enable: true };

	test.each([
		['chosen room by room', {}, ['Of direct messages, private rooms only those are encrypted'], ['by default', 'always']],
		['by default in private rooms', { E2E_Enabled_Default_PrivateRooms: true }, ['New private rooms are encrypted by default', 'Of direct messages only those'], ['always']],
		['by default everywhere', { E2E_Enabled_Default_PrivateRooms: true, E2E_Enabled_Default_DirectRooms: true }, ['New direct messages, private rooms are encrypted by default'], ['only those']],
	])('%s', (_how, settings, has, lacks) => {
		const text = told({ ...on, ...settings });
		has.forEach((part) => expect(text).toContain(part));
		lacks.forEach((part) => expect(text).not.toContain(part));
		expect(text).not.toContain('opt in');
	});

	test('is forced on private rooms from 8.8 on', () => {
		const text = told({ ...on, E2E_Force_Encryption_For_Private_Rooms: true }, [], 'refused', '9.0');
		expect(text).toContain('New private rooms are always encrypted');
		expect(text).toContain('Of direct messages only those');
	});

	test('whose force could not be read on a server that has it is not known to be a choice', () => {
		expect(told(on, ['E2E_Force_Encryption_For_Private_Rooms'], 'refused', '9.0')).toContain('Could not find out whether these are encrypted by default: new private rooms');
		expect(told(on, [], 'refused', '8.6.1')).toContain('Of direct messages, private rooms only those');
	});

	test.each([
		['may be left out of encrypted rooms', { E2E_Allow_Unencrypted_Messages: true }, ['the workspace can read those'], ['Files in encrypted']],
		['and files come unencrypted', { E2E_Allow_Unencrypted_Messages: true, E2E_Enable_Encrypt_Files: false }, ['Files in encrypted rooms are stored without'], []],
		['is needed there', { E2E_Enable_Encrypt_Files: false }, ['People cannot write unencrypted'], ['Files in encrypted']],
	])('%s', (_what, settings, has, lacks) => {
		const text = told({ ...on, ...settings });
		has.forEach((part) => expect(text).toContain(part));
		lacks.forEach((part) => expect(text).not.toContain(part));
	});

	test('of files that was not read is not known, where unencrypted messages are allowed', () => {
		expect(told({ ...on, E2E_Allow_Unencrypted_Messages: true }, ['E2E_Enable_Encrypt_Files'])).toContain('Could not find out whether files in encrypted rooms are stored without encryption');
		expect(told(on, ['E2E_Enable_Encrypt_Files'])).not.toContain('whether files');
	});

	test('which was not read says nothing of rooms', () => {
		expect(told({}, ['E2E_Enable'])).not.toMatch(/by default|always encrypted|only those are encrypted/);
	});
});

describe('visitors of the livechat', () => {
	const collects = { Livechat_Allow_collect_and_store_HTTP_header_informations: true };

	test('IP address and browser are kept where the setting says so', () => {
		expect(told(collects)).toContain('non-content-records: Of livechat visitors the IP address and browser, for as long as the contact is kept');
	});

	test('where it is off, an old server may not keep them, and a newer one probably does', () => {
		expect(told()).toContain('Could not find out whether the IP address and browser of livechat visitors are stored: the setting');
		expect(told({}, [], 'refused', '8.6.1')).toContain('probably the IP address and browser');
		expect(told({}, ['Livechat_Allow_collect_and_store_HTTP_header_informations'], 'refused', '8.6.1')).toContain('livechat visitors are stored.');
	});

	test('their pages are kept, and nothing deletes their conversations by time', () => {
		expect(told()).toContain('non-content-records: The pages with the livechat widget');
		expect(told()).toContain('the retention policy never covers them');
	});

	test('without livechat there are no new ones', () => {
		const text = told({ ...collects, Livechat_enabled: false });
		expect(text).toContain('No new livechat visitors');
		expect(text).not.toMatch(/IP address and browser|The pages with|Conversations with/);
	});
});

describe('read receipts', () => {
	const on = { Message_Read_Receipt_Enabled: true };

	test.each([
		['with names', { Message_Read_Receipt_Store_Users: true }, 'Who read which message and when'],
		['without names', { Message_Read_Receipt_Store_Users: false }, 'Whether everybody has read a message, but not who'],
	])('are kept %s', (_how, settings, words) => {
		expect(told({ ...on, ...settings })).toContain(words);
	});

	test('go to an archive from 8.4 on, where that is switched on', () => {
		expect(told({ ...on, Message_Read_Receipt_Archive_Enabled: true }, [], 'refused', '8.6.1')).toContain('Older read receipts move to an archive');
		expect(told(on, ['Message_Read_Receipt_Archive_Enabled'], 'refused', '8.6.1')).toContain('Could not find out whether older read receipts move to an archive');
		expect(told(on)).not.toContain('archive');
	});
});

describe('a directory', () => {
	const on = { LDAP_Enable: true } as const;
	const UNENCRYPTED = 'basic-subscriber-information: Where people log in through LDAP, their passwords and data cross the network unencrypted';

	test('as Rocket.Chat ships it gets passwords unencrypted', () => {
		expect(told(on)).toContain(UNENCRYPTED);
		expect(told({ ...on, LDAP_Encryption: 'plain' }, [], 'refused', '9.0')).toContain(UNENCRYPTED);
	});

	test.each<[string, Parameters<typeof told>[0]]>([
		['with TLS', { ...on, LDAP_Encryption: 'tls' }],
		['with SSL', { ...on, LDAP_Encryption: 'ssl' }],
		['that is switched off', { LDAP_Enable: false, LDAP_Encryption: 'plain' }],
	])('%s: nothing to tell', (_which, settings) => {
		expect(told(settings)).not.toContain('LDAP');
	});

	test.each<[string, Parameters<typeof told>[0], SettingId, boolean]>([
		['encryption', on, 'LDAP_Encryption', true],
		['switch', {}, 'LDAP_Enable', true],
		['encryption, while it is off,', {}, 'LDAP_Encryption', false],
		['switch, beside TLS,', { LDAP_Encryption: 'tls' }, 'LDAP_Enable', false],
	])('whose %s could not be read', (_which, settings, unread, isOpen) => {
		const text = told(settings, [unread]);
		expect(text.includes('Could not find out whether passwords of people who log in through LDAP')).toBe(isOpen);
		expect(text).not.toContain(UNENCRYPTED);
	});
});

test('what cannot be read is never told as not kept', () => {
	const ids = [
		'RetentionPolicy_Enabled', 'Message_ErasureType', 'Message_KeepHistory', 'Message_Read_Receipt_Enabled',
		'Troubleshoot_Disable_Sessions_Monitor', 'Block_Multiple_Failed_Logins_Enabled', 'Login_Logs_Enabled', 'E2E_Enable', 'Livechat_enabled', 'LDAP_Enable',
	] as const;
	const text = told({}, ids);
	expect(text.split('Could not find out').length - 1).toBe(ids.length);
	expect(text).not.toMatch(/: No |switched off|is off/);
	expect(told({}, KEEPING_SETTINGS)).toBe(text);
});

test('everything is said in plain sentences, without the ids of settings and flows', () => {
	const texts = Object.entries(en).filter(([key]) => /^(keeps_|retention-)/.test(key));
	expect(texts.length).toBeGreaterThan(50);
	expect(texts.filter(([, text]) => /`|[A-Za-z]_[A-Z]/.test(text))).toEqual([]);
});
