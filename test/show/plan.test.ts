import { FLOWS } from '../../src/catalogue/flows';
import type { SettingId } from '../../src/catalogue/server-settings';
import { GOALS } from '../../src/catalogue/vocabulary';
import type { Goal } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { planFor } from '../../src/posture/plan';
import { ifSwitchedOff } from '../../src/posture/what-if';
import { asMessages } from '../../src/show/as/chat';
import { nextToPlan } from '../../src/show/as/next';
import { statusPanel } from '../../src/show/as/panel';
import { toPlanFile } from '../../src/show/formats';
import { planAnswer, switchedOff, variableLine, whichGoal } from '../../src/show/tell/plan';
import type { Signals } from '../../src/workspace/signals';
import { defaultSignals, nothingRead } from '../posture/signals';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const english = translator('en');

const REGISTERED = defaultSignals({ Site_Url: 'https://chat.example.org', SMTP_Host: 'mail.example.net', Cloud_Workspace_Client_Id: 'canary', Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true, Push_enable: true });
const FRAME = { translate: english, appId: 'app-id', threadId: undefined };

function planned(signals: Signals, goal: Goal): { text: string; buttons: string; panel: string; file: string } {
	const posture = judge(signals, NOW, '1.2.3');
	const plan = planFor(signals, posture, goal);
	return {
		text: asMessages(planAnswer(plan, posture), english).join('\n'),
		buttons: JSON.stringify(nextToPlan(plan, posture, FRAME)),
		panel: JSON.stringify(statusPanel(posture, english, 'app-id', { plan }).blocks),
		file: toPlanFile(plan, posture, english).content,
	};
}

const goalAsked = (typed: string | undefined, suggestion: Goal | null): string => asMessages([whichGoal(typed, suggestion)], english).join('\n');

describe('a plan', () => {
	const { text, buttons, panel, file } = planned(REGISTERED, 'air-gapped');

	test('says of each step what it stops, where, what one loses, and which variable does the same', () => {
		expect(text).toContain('*1. Push notifications by gateway*\nAdministration > Workspace > Settings > Push: switch off `Enable` (`Push_enable`)');
		expect(text).toContain('`OVERWRITE_SETTING_Push_enable=false`');
		expect(text).toContain('*What you lose without it:* The mobile apps that this gateway serves get no push notifications.');
		expect(text).toContain('`OVERWRITE_SETTING_Accounts_UseDNSDomainCheck=false`, `OVERWRITE_SETTING_Livechat_validate_offline_email=false`');
	});

	test('has one step for all that one setting stops', () => {
		expect(text).toMatch(/\*2\. E-mail from the server, Message export by e-mail, Mass e-mail, Livechat offline messages, Livechat transcripts\*/);
		expect(text.match(/SMTP_Host=/g)).toHaveLength(1);
		expect(text.match(/\*\d+\. [^\n]*Links through go\.rocket\.chat/g)).toHaveLength(1);
	});

	test('names what no setting stops, what could not be found out, and what would still contradict', () => {
		const [, beyond = ''] = text.split('*No setting stops it*');
		expect(beyond).toContain('*Daily usage report:* No setting stops it');
		expect(text.split('*Could not find out*')[1]).toContain('*Login by OAuth:*');
		expect(text).toContain('*Registered with Rocket.Chat:* The server considers itself registered');
		expect(text).toContain('choose “air-gapped” as where this workspace runs');
	});

	test('shows who can see what now and then, for those alone to whom something changes', () => {
		const [, matrix = ''] = text.split('*Who can see what: now, and with these values alone*');
		expect(matrix).toMatch(/Third parties:\* 🔴 [^\n]*\n→ 🟠/);
		expect(matrix).not.toContain('Hosting provider');
	});

	test('has buttons to its pages, for the file and for the other goals, in a message and in the panel', () => {
		for (const shown of [buttons, panel]) {
			expect(shown).toContain('https://chat.example.org/admin/settings/Push');
			expect(GOALS.filter((goal) => !shown.includes(`"${goal}"`) && !shown.includes(`"plan ${goal}"`))).toEqual([]);
		}
		expect(buttons).toContain('"export plan air-gapped"');
		expect(panel).toContain('"export-plan"');
	});

	test('holds no value of a setting, in whatever form', () => {
		expect(`${text}${buttons}${panel}${file}`).not.toMatch(/canary|mail\.example\.net/);
	});

	test('as a file says the same', () => {
		expect(file).toContain('<h1>Privacy status of chat.example.org</h1>\n<p><strong>Plan: nothing leaves your network</strong> (8 steps)</p>');
		expect(file).toContain('<code dir="ltr">OVERWRITE_SETTING_SMTP_Host=</code>');
		expect(file).toContain('No setting stops it');
		expect(toPlanFile(planFor(REGISTERED, judge(REGISTERED, NOW, '1'), 'nothing-open'), judge(REGISTERED, NOW, '1'), english).name).toBe('privacy-status-plan-nothing-open-2026-11-22.html');
	});

	test('without a known address has no buttons to pages, and their path in words', () => {
		const unread = planned(defaultSignals({ Push_enable: true }, ['Site_Url']), 'air-gapped');
		expect(`${unread.buttons}${unread.panel}`).not.toContain('"url"');
		expect(unread.text).toContain('Administration > Workspace > Settings');
	});

	test('does not count on a setting that could not be read, and says so', () => {
		const { text: told } = planned(defaultSignals({}, ['API_Embed']), 'no-content-outside');
		expect(told).toMatch(/\*\d+\. Link previews\*[^*]*\*What you lose without it:\*[^*]*OVERWRITE_SETTING_API_Embed=false`\nThe setting could not be read/);
		expect(told.split('*Could not find out*')[1]).toContain('Link previews');
	});

	test('where nothing could be read asks for the permission, and for nothing else', () => {
		const { text: told } = planned(nothingRead('no-answer'), 'air-gapped');
		expect(told).toContain('permission was not granted');
		expect(told).not.toContain('OVERWRITE_SETTING');
	});

	test('where nothing could be read is no document of steps either', () => {
		const { file: document } = planned(nothingRead('no-answer'), 'air-gapped');
		expect(document).toContain('<p>⚪ No setting could be read');
		expect(document).toContain('1. Let the app read the settings</h2>');
		expect(document).not.toMatch(/\(\d+ steps?\)|U\+000A|OVERWRITE_SETTING/);
	});

	test('warns before each step after which an admin may be kept out, and before no other', () => {
		const warning = '⚠️ First make sure that an admin can still log in without it.';
		const signals = defaultSignals({ SMTP_Host: 'mail.example.net', LDAP_Enable: true, LDAP_Host: 'ldap.example.net', API_Embed: true, Accounts_OAuth_Google: true });
		const { text: told } = planned(signals, 'air-gapped');
		const steps = told.split(/\n(?=\*\d+\. )/).filter((step) => step.includes(warning)).map((step) => /\*\d+\. ([^,*]+)/.exec(step)?.[1]);
		expect(steps).toEqual(expect.arrayContaining(['E-mail from the server', 'Login by LDAP']));
		expect(steps).not.toContain('Link previews');
		expect(told).toContain(`*Login by OAuth:* ${warning}`);
		const logins = FLOWS.filter(({ id }) => /log in|login codes/.test(english(`flow_${id}_what-stops`)));
		expect(logins.map(({ id }) => id)).toEqual(expect.arrayContaining(['email', 'saml-login']));
		expect(logins.filter(({ isForLogin }) => isForLogin !== true).map(({ id }) => id)).toEqual([]);
	});

	test('says also of what no setting stops what one loses, as messages without a licence', () => {
		const [, beyond = ''] = text.split('*No setting stops it*');
		expect(beyond).toMatch(/\*Daily usage report:\*[^\n]*\*What you lose without it:\* Without a licence, people can no longer send messages/);
	});

	test('on a server of Rocket.Chat says who sets its environment and its firewall, and neither names variables nor advises to call it closed', () => {
		const cloud = planned(defaultSignals({ Site_Url: 'https://acme.rocket.chat', Cloud_Workspace_Client_Id: 'canary', API_Embed: true }), 'air-gapped');
		for (const told of [cloud.text, cloud.panel, cloud.file]) {
			expect(told).toContain('only Rocket.Chat can set its environment, or a firewall in front of it.');
			expect(told).not.toMatch(/OVERWRITE_SETTING|choose “air-gapped”/);
		}
		expect(text).not.toContain('only Rocket.Chat can set');
	});

	test('has no sign in its document that stands for a line break', () => {
		expect(file).toContain('→ 🟠');
		expect(file).not.toContain('U+000A');
	});

	test('to a goal that is met says so', () => {
		const closed = { Accounts_AllowAnonymousRead: false, Accounts_RegistrationForm: 'Disabled', FileUpload_ProtectFiles: true, Accounts_AvatarBlockUnauthenticatedAccess: true };
		expect(planned(defaultSignals(closed), 'nothing-open').text).toMatch(/^\*Plan: nothing is open here\* \(0 steps\)\nNothing is in the way, as far as settings show\./);
	});
});

test.each([
	['Push_enable', false, 'OVERWRITE_SETTING_Push_enable=false'],
	['FileUpload_ProtectFiles', true, 'OVERWRITE_SETTING_FileUpload_ProtectFiles=true'],
	['SMTP_Host', '', 'OVERWRITE_SETTING_SMTP_Host='],
	['FileUpload_Storage_Type', 'GridFS', 'OVERWRITE_SETTING_FileUpload_Storage_Type=GridFS'],
	// A shell exports no such name, and the server makes a boolean of such a text.
	['theme-custom-css', '', null],
	['Some_Text', 'True', null],
	['Some_Text', 'a\nb', null],
] as const)('%s as %j is the variable %s', (setting, value, line) => {
	expect(variableLine(setting, value)).toBe(line);
});

describe('what one switch would change', () => {
	const told = (id: SettingId, signals = REGISTERED): string | null => {
		const posture = judge(signals, NOW, '1.2.3');
		const found = ifSwitchedOff(signals, posture, id);
		return found === null ? null : asMessages([switchedOff(found, posture)], english).join('\n');
	};

	test('names every flow that would be off, and who would see less', () => {
		expect(told('SMTP_Host')).toMatch(/^\*If `SMTP_Host` were `""`:\* E-mail from the server \(off\), Message export by e-mail \(off\), Mass e-mail \(off\)/);
		expect(told('Push_enable')).toMatch(/^\*If `Push_enable` were `false`:\* Push notifications by gateway \(off\)\n\*Who can see what[^]*Third parties:\* 🔴 yes: usage data[^]*→ 🟠 /);
	});

	test('says so where one alone changes nothing', () => {
		expect(told('Accounts_Registration_InviteUrlType', defaultSignals({ Accounts_Registration_InviteUrlType: 'proxy', Offline_Message_Use_DeepLink: true, SMTP_Host: 'mail.example.net' }))).toBe('*If `Accounts_Registration_InviteUrlType` were `direct`*, nothing would be on or off that is not so now.');
	});

	test('is not said of what is off, could not be read, or is no switch', () => {
		expect([told('CAS_enabled'), told('API_Embed', defaultSignals({}, ['API_Embed'])), told('Site_Url')]).toEqual([null, null, null]);
	});
});

test('a goal that there is not gets one sentence, short and without marks', () => {
	expect(goalAsked(undefined, null)).toMatch(/^Which goal\? Available: `\/privacy-status plan air-gapped`, /);
	expect(goalAsked('airgap', 'air-gapped')).toBe('There is no goal “airgap”. Did you mean `/privacy-status plan air-gapped`?');
	const hostile = goalAsked(`*@all* [x](https://e.example) \u202E${'y'.repeat(10_000)}`, null);
	expect(hostile.length).toBeLessThan(400);
	expect(hostile).not.toMatch(/@|\[|\u202E|\*/);
});
