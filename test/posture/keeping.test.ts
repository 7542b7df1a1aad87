import { translator } from '../../src/language/translate';
import { judgeKeeping } from '../../src/posture/keeping';
import { judgeLegal, legalModel } from '../../src/posture/legal';
import { settingsWith } from './signals';

const english = translator('en');
const DAY = 86_400_000;

const told = (...args: Parameters<typeof settingsWith>): string => judgeKeeping(settingsWith(...args)).map(({ category, statement }) => `${category}: ${english(statement)}`).join('\n');

test('a fresh server keeps messages until somebody deletes them, and records logins', () => {
	const text = told();
	expect(text).toContain('content: Messages and files until somebody deletes them');
	expect(text).toContain('non-content-records: Logins and sessions with IP address and device');
	expect(text).toContain('non-content-records: Logins and failed tries with username and IP address');
	expect(text).toContain('basic-subscriber-information: For every account its name');
	expect(text).toContain('its messages are deleted too');
	expect(text).toContain('No earlier versions of messages that are edited or deleted from now on');
	expect(text).toContain('end-to-end encryption is switched off');
});

test('a retention policy is told for each kind of room, in days', () => {
	const policy = { RetentionPolicy_Enabled: true, RetentionPolicy_AppliesToChannels: true, RetentionPolicy_TTL_Channels: 30 * DAY, RetentionPolicy_AppliesToDMs: true } as const;
	const text = told({ ...policy, RetentionPolicy_TTL_DMs: 365 * DAY });
	expect(text).toContain('In channels: messages and files for 30 days');
	expect(text).toContain('In private rooms: no retention policy');
	expect(text).toContain('In direct messages: messages and files for 365 days');
	expect(told({ ...policy, RetentionPolicy_FilesOnly: true })).toContain('In channels: files for 30 days');
	expect(told(policy, ['RetentionPolicy_TTL_DMs'])).toContain('In direct messages: messages and files are deleted by the retention policy; after how long could not be read.');
});

test.each([['Delete', 'deleted too'], ['Keep', 'and its name stay'], ['Unlink', 'without the link'], ['Something', 'could not be read']])('erasure %s', (type, words) => {
	expect(told({ Message_ErasureType: type })).toContain(words);
});

test('what cannot be read is never told as not kept', () => {
	const ids = [
		'RetentionPolicy_Enabled', 'Message_ErasureType', 'Message_KeepHistory', 'Message_Read_Receipt_Enabled',
		'Troubleshoot_Disable_Sessions_Monitor', 'Block_Multiple_Failed_Logins_Enabled', 'Login_Logs_Enabled', 'E2E_Enable',
	] as const;
	const text = told({}, ids);
	expect(text.split('could not be read').length - 1).toBe(ids.length);
	expect(text).not.toMatch(/: No |switched off|is off/);
});

test('a contradicted model answers nothing about who holds the data, except that an air gap is nobody’s cloud', () => {
	const conflicts = [{ id: 'unregistered', statement: { key: 'conflict_unregistered-cloud' }, sources: [] }] as const;
	expect(legalModel({ model: 'cloud', conflicts })).toBe('unknown');
	expect(legalModel({ model: 'cloud', conflicts: [] })).toBe('cloud');
	expect(legalModel({ model: 'air-gapped', conflicts })).toBe('air-gapped');
	expect(judgeLegal({ model: 'self-managed', conflicts }).every(({ askWhom }) => askWhom === 'find-out')).toBe(true);
	expect(judgeLegal({ model: 'self-managed', conflicts: [] }).every(({ heldBy }) => heldBy === 'server-administrator')).toBe(true);
});
