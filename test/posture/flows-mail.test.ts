import { judged } from './workspace-judged';
import { AIR_GAP, told, workspace } from './flow-of';

const MAIL = { SMTP_Host: 'smtp.provider.example' };
const VERSIONS = ['7.7.1', '8.6.1', '9.0'];

describe('email', () => {
	test('goes to the mail server, and on to the mail providers of the recipients', async () => {
		for (const version of VERSIONS) {
			expect(await told('email', workspace(version, MAIL))).toMatchObject({
				state: 'on',
				effect: 'sent',
				recipients: ['the mail server', 'the mail providers of the recipients'],
				parties: ['third-parties', 'third-parties'],
			});
		}
	});

	test.each([
		[{}, 'Notifications carry the message text'],
		[{ Email_notification_show_message: false }, 'Notifications come without the message text'],
		[{ Accounts_AllowEmailNotifications: false }, 'No notifications of messages are sent by e-mail, since `Accounts_AllowEmailNotifications` is off.'],
		[{ Accounts_AllowEmailNotifications: false, Email_notification_show_message: false }, 'No notifications of messages are sent by e-mail, since `Accounts_AllowEmailNotifications` is off.'],
	])('with %j: %s', async (settings, caveat) => {
		const { caveat: said, sends } = await told('email', workspace('7.9.0', { ...MAIL, ...settings }));
		expect(said.match(/otifications (carry|come)|No notifications/g)).toHaveLength(1);
		expect(said).toContain(caveat);
		// Told with its condition, so that it contradicts none of these.
		expect(sends).toContain('message text where both `Accounts_AllowEmailNotifications` and `Email_notification_show_message` are on');
	});

	test('without a host it is off, and the variable that does nothing is named', async () => {
		for (const version of VERSIONS) {
			const off = await told('email', workspace(version));
			expect(off).toMatchObject({ state: 'off' });
			expect(off.caveat).toBe("The variable `MAIL_URL` of the server's environment alone sends nothing: the server clears it while `SMTP_Host` is empty.");
		}
	});

	test('a relay inside is no third party; whom it serves may be one', async () => {
		expect(await told('email', workspace('8.6.1', { SMTP_Host: '10.0.0.6' }))).toMatchObject({ effect: 'sent', recipients: ['the mail server', 'the mail providers of the recipients'], parties: [null, 'third-parties'] });
	});

	test('a relay inside a closed network stays inside, and contradicts no air gap', async () => {
		const closed = workspace('7.10.0', { SMTP_Host: '10.0.0.6' }, AIR_GAP);
		expect(await told('email', closed)).toMatchObject({ state: 'on', effect: 'inside' });
		expect((await judged(closed)).posture.deployment.conflicts).toEqual([]);
	});

	test('a public mail service contradicts an air gap once', async () => {
		const { conflicts } = (await judged(workspace('7.10.0', { SMTP_Host: 'smtp.gmail.com' }, AIR_GAP))).posture.deployment;
		expect(conflicts).toMatchObject([{ id: 'third-party-flow-on', sources: ['setting:SMTP_Host'] }]);
	});
});

describe.each(['message-export-by-mail', 'mailer'] as const)('%s', (id) => {
	test('is on where mail leaves, names its permission, and is off where none does', async () => {
		for (const version of VERSIONS) {
			const on = await told(id, workspace(version, { ...MAIL, Email_notification_show_message: false, Accounts_AllowEmailNotifications: false }));
			expect(on).toMatchObject({ state: 'on', parties: ['third-parties', 'third-parties'] });
			expect(on.caveat).toContain('permissions are not shown to this app');
			expect(await told(id, workspace(version))).toMatchObject({ state: 'off' });
		}
	});

	test('stays inside with a mail server inside, where a closed network hands nothing on', async () => {
		expect(await told(id, workspace('9.0', { SMTP_Host: '10.0.0.6' }, AIR_GAP))).toMatchObject({ state: 'on', effect: 'inside' });
	});
});

describe('sms', () => {
	test.each([
		['7.7.1', { SMS_Service: 'twilio' }, 'Twilio (api.twilio.com)'],
		['9.0', {}, 'Twilio (api.twilio.com)'],
		['7.7.1', { SMS_Service: 'voxtelesys' }, 'the SMS service'],
		['7.7.1', { SMS_Service: 'voxtelesys', SMS_Voxtelesys_URL: '' }, 'Voxtelesys'],
		['7.7.1', { SMS_Service: 'mobex', SMS_Mobex_gateway_address: 'https://sms.example.net' }, 'the SMS service (sms.example.net)'],
	])('on %s with %j it goes to %s', async (version, settings, recipient) => {
		expect(await told('sms', workspace(version, { SMS_Enabled: true, ...settings }))).toMatchObject({ state: 'on', recipients: [recipient], parties: ['third-parties'] });
	});

	test('on a newer server nothing of the services that are gone counts as unread', async () => {
		const { posture } = await judged(workspace('9.0', {}, AIR_GAP));
		expect(posture.deployment).toMatchObject({ confidence: 'certain', unread: [] });
	});
});
