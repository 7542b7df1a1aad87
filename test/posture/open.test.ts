import type { FlowId } from '../../src/catalogue/flows';
import type { Category } from '../../src/catalogue/categories';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { ExposureCell, FlowFinding, Posture } from '../../src/posture/posture';
import type { Party } from '../../src/catalogue/vocabulary';
import { cellLines } from '../../src/show/tell/exposure';
import { countsOf, flowsAnswer, waysOf } from '../../src/show/tell/flows';
import { defaultSignals } from './signals';

const english = translator('en');
const NOW = new Date('2026-11-22T03:00:00Z');
const OPENING = ['open-registration', 'anonymous-reading', 'files-by-link', 'avatars-by-link', 'direct-message-history'] as const satisfies readonly FlowId[];

const posture = (...args: Parameters<typeof defaultSignals>): Posture => judge(defaultSignals(...args), NOW, '0.0.0');

function found(id: (typeof OPENING)[number], ...args: Parameters<typeof defaultSignals>): FlowFinding {
	const finding = posture(...args).flows.find((flow) => flow.id === id);
	if (finding === undefined) {
		throw new Error(`There is no flow ${id}.`);
	}
	return finding;
}

const caveat = (...args: Parameters<typeof found>): string => {
	const statement = found(...args).caveat;
	return statement === null ? '' : english(statement);
};

function cell({ exposure }: Posture, party: Party, category: Category): ExposureCell | undefined {
	return exposure.find((candidate) => candidate.party === party && candidate.category === category);
}

describe.each(['7.7.1', '8.6.1', '9.0'])('a fresh %s', (version) => {
	test('lets anyone register, protects files and avatars, and shows nothing else to anyone', () => {
		const states = OPENING.map((id) => [id, found(id, {}, [], {}, version).state]);
		expect(Object.fromEntries(states)).toEqual({ 'open-registration': 'on', 'anonymous-reading': 'off', 'files-by-link': 'off', 'avatars-by-link': 'off', 'direct-message-history': 'off' });
	});

	test('has content and accounts open to anyone by the registration alone', () => {
		const fresh = posture({}, [], {}, version);
		const anyone = fresh.exposure.filter(({ party }) => party === 'anyone').map(({ category, state }) => [category, state]);
		expect(Object.fromEntries(anyone)).toEqual({ 'account-data': 'limited', 'usage-data': 'no', 'app-data': 'no', 'user-content': 'limited', 'tracking': 'no' });
		expect(english(cell(fresh, 'anyone', 'user-content')?.condition ?? { key: 'app_name' })).toContain('Free registration');
	});
});

test.each([
	['anonymous-reading', { Accounts_AllowAnonymousRead: true }, 'anyone', 'user-content', 'yes'],
	['files-by-link', { FileUpload_ProtectFiles: false, Accounts_RegistrationForm: 'Disabled' }, 'anyone', 'user-content', 'limited'],
	['avatars-by-link', { Accounts_AvatarBlockUnauthenticatedAccess: false, Accounts_RegistrationForm: 'Disabled' }, 'anyone', 'account-data', 'limited'],
	['direct-message-history', { API_Enable_Direct_Message_History_EndPoint: true }, 'workspace-admins', 'user-content', 'yes'],
] as const)('%s is on by its setting, and raises the matrix', (id, settings, party, category, state) => {
	const opened = posture(settings);
	expect(found(id, settings)).toMatchObject({ state: 'on', effect: 'sent', recipients: [{ party, host: null }] });
	expect(cell(opened, party, category)).toMatchObject({ state });
	expect(cell(opened, party, category)?.because.map(({ source }) => source)).toContain(`flow:${id}`);
	expect(english(cell(opened, party, category)?.condition ?? { key: 'app_name' })).toContain(english(say(`flow_${id}_name`)));
});

test.each([
	['anonymous-reading', 'Accounts_AllowAnonymousRead'],
	['files-by-link', 'FileUpload_ProtectFiles'],
	['avatars-by-link', 'Accounts_AvatarBlockUnauthenticatedAccess'],
	['open-registration', 'Accounts_RegistrationForm'],
	['direct-message-history', 'API_Enable_Direct_Message_History_EndPoint'],
] as const)('%s is unknown where %s could not be read, and so is its cell', (id, setting) => {
	expect(found(id, {}, [setting])).toMatchObject({ state: 'unknown', unreadable: [setting] });
});

test('a workspace of which nothing could be read is not told as closed', () => {
	const settings = { Accounts_RegistrationForm: 'Disabled' } as const;
	const unread = posture(settings, ['Accounts_AllowAnonymousRead', 'FileUpload_ProtectFiles', 'Accounts_AvatarBlockUnauthenticatedAccess']);
	expect([cell(unread, 'anyone', 'user-content')?.state, cell(unread, 'anyone', 'account-data')?.state]).toEqual(['unknown', 'unknown']);
});

describe('the registration', () => {
	test.each([
		['Disabled', 'off', ''],
		['Secret URL', 'off', 'Everybody who has the secret link'],
		['Public', 'on', 'Every e-mail domain is accepted'],
	] as const)('%s', (form, state, words) => {
		expect(found('open-registration', { Accounts_RegistrationForm: form }).state).toBe(state);
		expect(caveat('open-registration', { Accounts_RegistrationForm: form })).toContain(words);
	});

	test('that an admin has to approve is not open', () => {
		expect(found('open-registration', { Accounts_ManuallyApproveNewUsers: true })).toMatchObject({ state: 'off', decidedBy: ['Accounts_ManuallyApproveNewUsers'] });
	});

	test('is limited by domains only where the address has to be confirmed', () => {
		const domains = { Accounts_AllowedDomainsList: 'example.org' } as const;
		expect(caveat('open-registration', domains)).toContain('nobody has to confirm that the address is their own');
		expect(caveat('open-registration', { ...domains, Accounts_EmailVerification: true })).toContain('Only people with an e-mail address under the domains');
		expect(JSON.stringify(found('open-registration', domains))).not.toContain('example.org');
	});

	test('that is switched off still goes on through login services', () => {
		const form = { Accounts_RegistrationForm: 'Disabled' } as const;
		expect(caveat('open-registration', form)).toContain('Where a login service is set up');
		expect(caveat('open-registration', { ...form, Accounts_Registration_AuthenticationServices_Enabled: false })).toBe('');
	});
});

describe('anonymous reading', () => {
	const reading = { Accounts_AllowAnonymousRead: true } as const;

	test('opens files only where files are not protected', () => {
		expect(caveat('anonymous-reading', reading)).toContain('stay closed without a login');
		expect(caveat('anonymous-reading', { ...reading, FileUpload_ProtectFiles: false })).toContain('are open as well');
		expect(caveat('anonymous-reading', reading, ['FileUpload_ProtectFiles'])).not.toMatch(/Files in these/);
	});

	test('with writing too makes accounts without an e-mail address, until 9.0', () => {
		const writing = { ...reading, Accounts_AllowAnonymousWrite: true } as const;
		expect(caveat('anonymous-reading', writing)).toContain('gets an account without an e-mail address');
		expect(caveat('anonymous-reading', reading, [], {}, '9.0')).not.toContain('Accounts_AllowAnonymousWrite');
		expect(caveat('anonymous-reading', { Accounts_AllowAnonymousWrite: true })).not.toContain('gets an account');
	});
});

describe('files by link', () => {
	test('protected, but open to every member with the link', () => {
		expect(caveat('files-by-link', { FileUpload_Restrict_to_room_members: false })).toContain('Everybody with an account and the link');
		expect(caveat('files-by-link', { FileUpload_Restrict_to_room_members: false, FileUpload_Restrict_to_users_who_can_access_room: true })).toBe('');
	});

	test('protected, but with links that carry a token in omnichannel, which need a secret', () => {
		expect(caveat('files-by-link')).toBe('');
		expect(caveat('files-by-link', { FileUpload_json_web_token_secret_for_files: 'secret' })).toContain('without a login for an hour');
		expect(caveat('files-by-link', { FileUpload_json_web_token_secret_for_files: 'secret', Livechat_enabled: false })).toBe('');
	});

	test('are about earlier files where uploads are off', () => {
		expect(caveat('files-by-link', { FileUpload_ProtectFiles: false, FileUpload_Enabled: false })).toContain('files from before');
	});
});

test('in an air gap what is open is open to everybody inside: nothing is only attempted, and nothing contradicts', () => {
	const open = { Accounts_AllowAnonymousRead: true, FileUpload_ProtectFiles: false, API_Enable_Direct_Message_History_EndPoint: true } as const;
	const closed = posture({ Site_Url: 'https://chat.example.org' }, [], { setting: 'air-gapped' });
	const opened = posture({ Site_Url: 'https://chat.example.org', ...open }, [], { setting: 'air-gapped' });
	expect(opened.deployment).toEqual(closed.deployment);
	expect(opened.deployment).toMatchObject({ confidence: 'certain', conflicts: [] });
	expect(opened.flows.filter(({ id }) => OPENING.some((each) => each === id)).map(({ effect }) => effect)).toEqual(['sent', 'sent', 'sent', null, 'sent']);
	expect(cell(opened, 'rocket-chat', 'user-content')?.state).toBe('no');
	expect(cell(opened, 'anyone', 'user-content')?.state).toBe('yes');
});

describe('told', () => {
	const open = posture({ Accounts_AllowAnonymousRead: true, API_Enable_Direct_Message_History_EndPoint: true });

	test('apart from the ways out, as ways in', () => {
		expect(countsOf(open)).toMatchObject({ open: 3 });
		expect(waysOf(open).map((statement) => english(statement))[1]).toBe('3 ways in');
		expect(countsOf(open).sent).toBe(countsOf(posture()).sent);
		expect(waysOf(posture({ Accounts_RegistrationForm: 'Disabled' })).map((statement) => english(statement)).join()).not.toContain('in');
	});

	test('with everybody to whom it is open', () => {
		const text = flowsAnswer(open, 'on', english).flat().map((line) => JSON.stringify(line)).join('\n');
		expect(text).toContain('recipient_anyone');
		expect(text).toContain('party_workspace-admins');
	});

	test('in what the workspace keeps, under the kind of data that is open', () => {
		const kept = open.keeping.map(({ category, statement }) => `${category}: ${english(statement)}`);
		expect(kept).toContain('content: Open to anyone who can reach this server: names and messages of public channels, usernames, names of people (Reading without an account).');
		expect(kept).toContain("content: Open to this workspace's admins: direct messages, also between other people (Direct messages for admins).");
		const unread = posture({}, ['FileUpload_ProtectFiles']).keeping.map(({ statement }) => english(statement));
		expect(unread).toContain('Could not find out whether this is open to anyone who can reach this server: files that people upload or send (Files by link).');
	});
});

describe('what admins can read', () => {
	const condition = (...args: Parameters<typeof defaultSignals>): string => english(cell(posture(...args), 'workspace-admins', 'user-content')?.condition ?? { key: 'app_name' });

	test.each([
		['switched off', {}, [], 'end-to-end encryption is switched off here'],
		['a choice', { E2E_Enable: true }, [], 'encrypted only where somebody switches it on'],
		['by default', { E2E_Enable: true, E2E_Enabled_Default_PrivateRooms: true }, [], 'new private rooms are encrypted from the start'],
		['a choice or not', { E2E_Enable: true }, ['E2E_Enabled_Default_DirectRooms'], 'could not find out whether new rooms are encrypted by default'],
		['unread', {}, ['E2E_Enable'], 'could not find out whether end-to-end encryption is allowed'],
		['mixed with unencrypted messages', { E2E_Enable: true, E2E_Allow_Unencrypted_Messages: true }, [], 'stays readable); what people send there unencrypted can be read'],
		['unread, and unencrypted messages are allowed', { E2E_Allow_Unencrypted_Messages: true }, ['E2E_Enable'], 'is allowed); what people send there unencrypted can be read'],
		['mixed with them or not', { E2E_Enable: true }, ['E2E_Allow_Unencrypted_Messages'], 'could not find out whether people may send unencrypted messages there'],
	] as const)('where encryption is %s', (_how, settings, unreadable, words) => {
		expect(condition(settings, unreadable)).toContain(words);
	});

	test.each([
		['where rooms may be encrypted and hold nothing else', { E2E_Enable: true }],
		['where no room can be encrypted', { E2E_Allow_Unencrypted_Messages: true }],
	] as const)('%s: nothing of unencrypted messages in encrypted rooms', (_where, settings) => {
		expect(condition(settings)).not.toContain('unencrypted');
	});

	test.each([
		['switched off', {}, [], 'through Direct messages for admins; end-to-end encryption is switched off here', /^(?!.*iphertext)/],
		['allowed', { E2E_Enable: true }, [], 'through Direct messages for admins; not the content of end-to-end encrypted rooms', /Of end-to-end encrypted messages it gives the ciphertext only/],
		['unread', {}, ['E2E_Enable'], 'through Direct messages for admins; not the content of end-to-end encrypted rooms, if there are any', /Whether there may be end-to-end encrypted messages could not be read.+ciphertext only/],
	] as const)('through the history of direct messages is no more, where encryption is %s', (_how, encryption, unreadable, words, known) => {
		const settings = { API_Enable_Direct_Message_History_EndPoint: true, ...encryption };
		expect(cell(posture(settings, unreadable), 'workspace-admins', 'user-content')?.state).toBe('yes');
		expect(condition(settings, unreadable)).toContain(words);
		expect(caveat('direct-message-history', settings, unreadable)).toMatch(known);
	});

	test('through the history of direct messages names it once in the panel', () => {
		const content = cell(posture({ API_Enable_Direct_Message_History_EndPoint: true }), 'workspace-admins', 'user-content');
		const told = content === undefined ? [] : cellLines([content]).map((line) => english(line));
		expect(told.map((line) => line.split('Direct messages for admins').length - 1)).toEqual([1]);
	});

	test('depends on who runs the server', () => {
		const registered = { Cloud_Workspace_Client_Id: 'client', Register_Server: true } as const;
		expect(condition({ Site_Url: 'https://chat.example.org' })).toContain('those who run the server also through the database and backups');
		expect(condition({ Site_Url: 'https://acme.rocket.chat', ...registered })).toContain('the database and backups are with Rocket.Chat');
		expect(condition({ Site_Url: 'https://chat.example.org' }, [], { setting: 'cloud' })).toContain('those who run the server also');
	});
});
