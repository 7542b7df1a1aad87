import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { SettingId } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import { judgeInShort } from '../../src/posture/in-short';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import { organisationOf } from '../../src/settings/organisation';
import type { Organisation } from '../../src/settings/organisation';
import { asText } from '../../src/show/as/chat';
import { inShortPassage } from '../../src/show/tell/in-short';
import type { Declarations, Signals } from '../../src/workspace/signals';
import { readWorkspace } from '../../tools/host';
import { defaultSignals, licenceToken } from '../posture/signals';
import type { Overrides } from '../posture/signals';
import { judged } from '../posture/workspace-judged';
import { NOTHING_STATED } from './postures';

const english = translator('en');
const STATED: Organisation = { ...NOTHING_STATED, contactEmail: 'dpo@example.org', hostingProvider: 'Hoster Ltd', hostingLocation: 'Geneva' };

const READERS = '- *Who can read what you write here:* ';
const OUT = '- *What of it can leave this workspace, or is open to others:* ';
const KEPT = '- *How long it is kept* (deleted messages stay in the database for 30 days more): ';

function linesOf(signals: Signals, posture: Posture, organisation: Organisation): string[] {
	const [heading, ...sentences] = asText(inShortPassage(judgeInShort(signals, posture), posture.deployment, organisation), english).split('\n');
	expect(heading).toBe('*In short*');
	return sentences;
}

function told(overrides: Overrides = {}, unreadable: readonly SettingId[] = [], setting: Declarations['setting'] = 'auto', version?: string): string[] {
	const signals = defaultSignals({ Site_Url: 'https://chat.example.org', ...overrides }, unreadable, { setting }, version);
	return linesOf(signals, judge(signals, new Date(0), '0'), NOTHING_STATED);
}

const beginning = (lines: readonly string[], with_: string): string => lines.find((line) => line.startsWith(with_))?.slice(with_.length) ?? '';

describe('each sentence is true of the workspace, and there are at most five', () => {
	const workspaces = readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json'));

	test.each(workspaces)('%s', async (name) => {
		const { signals, posture, own } = await judged(readWorkspace(name));
		for (const organisation of [organisationOf(own.values), STATED]) {
			const lines = linesOf(signals, posture, organisation);
			expect(lines.length).toBeLessThanOrEqual(5);
			// One sentence each: nothing goes on after a full stop.
			expect(lines.filter((line) => !line.startsWith('- ') || /\.\s/.test(line))).toEqual([]);
			expect(lines.filter((line) => /`|[A-Za-z]_[A-Z]/.test(line))).toEqual([]);
		}
		const lines = linesOf(signals, posture, STATED);
		const [readers, out, kept] = [READERS, OUT, KEPT].map((label) => beginning(lines, label)) as [string, string, string];

		const { E2E_Enable: encryption, RetentionPolicy_Enabled: retention } = signals.settings;
		expect(readers.includes('could not find out whether end-to-end encryption is allowed')).toBe(!encryption.readable);
		expect(readers.includes('end-to-end encryption is switched off here')).toBe(encryption.readable && encryption.value === false);
		expect(readers.includes('encrypted from the start') || readers.includes('encrypted only where')).toBe(encryption.readable && encryption.value === true);
		const history = posture.flows.find(({ id }) => id === 'direct-message-history')?.state;
		expect(/^admins, (perhaps )?by fetching direct messages/.exec(readers)?.[1] ?? (readers.includes('by fetching') ? 'certainly' : 'no')).toBe(history === 'on' ? 'certainly' : history === 'unknown' ? 'perhaps ' : 'no');

		expect(kept.startsWith('Could not find out')).toBe(!retention.readable);
		expect(kept.includes('no retention policy is switched on')).toBe(retention.readable && retention.value === false);

		const named = posture.flows.filter(({ name: flow }) => new RegExp(`(?:^|, )${english(flow).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:,|\\.| \\()`).test(out));
		for (const { id, state, carries, recipients } of named) {
			expect([id, state, carries.some(({ category }) => category === 'user-content'), recipients.some(({ party, isBlocked }) => party !== null && party !== 'workspace-admins' && !isBlocked)]).toEqual([id, 'on', true, true]);
		}
		const mayLeave = posture.flows.filter(({ state, carries, recipients }) => (state === 'on' || state === 'unknown') && carries.some(({ category }) => category === 'user-content') && recipients.some(({ party }) => party !== null && party !== 'workspace-admins'));
		expect(out.startsWith('nothing')).toBe(mayLeave.length === 0);
		expect(named.length + [...out.matchAll(/(\d+) (?:(?:more )?ways?|only attempted)\b/g)].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(mayLeave.length);
	});
});

describe('who can read', () => {
	test.each<[string, Overrides, readonly SettingId[], string]>([
		['encryption by choice', { E2E_Enable: true }, [], 'encrypted only where somebody switches it on'],
		['encryption by default', { E2E_Enable: true, E2E_Enabled_Default_DirectRooms: true }, [], 'new direct messages are encrypted from the start'],
		['encryption with exceptions', { E2E_Enable: true, E2E_Allow_Unencrypted_Messages: true }, [], 'what people send there unencrypted can be read'],
		['an endpoint for direct messages', { API_Enable_Direct_Message_History_EndPoint: true }, [], 'admins, by fetching direct messages through the REST API, through apps'],
		['an endpoint that was not read', {}, ['API_Enable_Direct_Message_History_EndPoint'], 'admins, perhaps by fetching direct messages through the REST API, through apps'],
	])('%s', (_what, overrides, unreadable, words) => {
		expect(beginning(told(overrides, unreadable), READERS)).toContain(words);
	});

	test('where Rocket.Chat runs the server the database is with it', () => {
		const lines = told({ Site_Url: 'https://acme.rocket.chat', Cloud_Workspace_Client_Id: 'x' });
		expect(beginning(lines, READERS)).toContain('the database and backups are with Rocket.Chat');
		expect(lines).toContain('- *Who runs the machines:* Rocket.Chat (likely, detected).');
	});
});

describe('what can leave', () => {
	const PUSHES: Overrides = { Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true, Push_enable: true, Push_enable_gateway: true, Push_request_content_from_server: false };
	const MAIL: Overrides = { SMTP_Host: 'smtp.example.net' };

	test.each<[string, Overrides, readonly SettingId[], string]>([
		['pushes with text', { ...PUSHES, Push_show_message: true }, [], 'Push notifications by gateway (with the message text)'],
		['pushes without text', { ...PUSHES, Push_show_message: false }, [], 'Push notifications by gateway (without the message text)'],
		['pushes that a licence may reduce to an id', { ...PUSHES, Push_show_message: true, Push_request_content_from_server: true }, [], 'Push notifications by gateway (perhaps with the message text)'],
		['pushes of which that was not read', PUSHES, ['Push_show_message'], 'Push notifications by gateway (perhaps with the message text)'],
		['mail with text', { ...MAIL, Email_notification_show_message: true }, [], 'E-mail from the server (with the message text)'],
		['mail without text', { ...MAIL, Email_notification_show_message: false }, [], 'E-mail from the server (without the message text)'],
		['mail of which that was not read', MAIL, ['Email_notification_show_message'], 'E-mail from the server (perhaps with the message text)'],
	])('%s', (_what, overrides, unreadable, words) => {
		expect(beginning(told(overrides, unreadable), OUT)).toContain(words);
	});

	test('what an isolated network stops is counted, never named as leaving', () => {
		const out = beginning(told({ Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' }, [], 'air-gapped'), OUT);
		expect(out).toMatch(/\d+ only attempted, which an isolated network stops/);
		expect(out).not.toContain('Link previews');
	});

	test('of many ways the first are named, and the rest counted', () => {
		const out = beginning(told({ ...PUSHES, ...MAIL, Accounts_AllowAnonymousRead: true, FileUpload_ProtectFiles: false, Livechat_webhookUrl: 'https://hook.example.net', MapView_Enabled: true, SMS_Enabled: true }), OUT);
		expect(out).toMatch(/, \d+ more ways?[,.]/);
		expect(out.split(', ').length).toBeLessThan(10);
	});
});

test('the retention policy is told in one sentence', () => {
	const kept = beginning(told({ RetentionPolicy_Enabled: true, RetentionPolicy_AppliesToDMs: true, RetentionPolicy_TTL_DMs: 30 * 86_400_000 }), KEPT);
	expect(kept).toBe('The retention policy deletes nothing in public channels, nothing in private rooms, messages and files in direct messages after 30 days; single rooms can have ages of their own, and pinned messages, threads and discussions can be spared.');
});

test('where members may read the notice only, nothing of the settings is said', () => {
	const signals = defaultSignals({ Site_Url: 'https://chat.example.org' });
	const { deployment } = judge(signals, new Date(0), '0');
	expect(asText(inShortPassage(null, deployment, STATED), english).split('\n')).toEqual([
		'*In short*',
		'- *Who can read what you write here:* admins and those who run the server may be able to read much of it, and depending on the settings so may other people and the services that messages are sent to; ask the admins.',
		'- *Who runs the machines, as the admins stated it:* Hoster Ltd, Geneva.',
		'- *Whom to ask:* dpo@example.org',
	]);
	expect(asText(inShortPassage(null, deployment, NOTHING_STATED), english)).toMatch(/\*Whom to ask:\* the admins of this workspace$/);
});
