import { all, isTrue, mailLeaves, not } from '../conditions';
import { flow } from './flow';

export const email = flow({
	id: 'email',
	settings: {
		Accounts_AllowEmailNotifications: { type: 'boolean', shown: 'value' },
		Email_notification_show_message: { type: 'boolean', shown: 'value' },
	},
	recipients: [
		{ kind: 'by-setting', settings: ['SMTP_Host'] },
		{ kind: 'third-parties', name: 'mail-providers', isHandedOn: true },
	],
	activity: 'notifications',
	carries: { 'account-data': 'limited', 'user-content': 'limited' },
	when: mailLeaves,
	sends: ['email-addresses', 'names', 'room-names', 'notified-text'],
	kept: 'stored',
	optional: true,
	// Codes for two-factor login come by e-mail (app/2fa/server/code/EmailCheck.ts, 7.7.1).
	isForLogin: true,
	place: ['email/smtp', 'email/privacy'],
	offBy: { SMTP_Host: '' },
	caveats: [
		{
			id: 'text',
			when: all(isTrue('Accounts_AllowEmailNotifications'), isTrue('Email_notification_show_message')),
			states: ['on'],
			text: 'Notifications carry the message text, since `Email_notification_show_message` is on.',
		},
		{
			id: 'no-text',
			when: all(isTrue('Accounts_AllowEmailNotifications'), not(isTrue('Email_notification_show_message'))),
			states: ['on'],
			text: 'Notifications come without the message text, since `Email_notification_show_message` is off.',
		},
		{
			id: 'text-unread',
			when: all(isTrue('Accounts_AllowEmailNotifications'), isTrue('Email_notification_show_message')),
			unsettled: true,
			states: ['on'],
			text: 'Whether notifications carry the message text could not be read.',
		},
		{
			id: 'no-notifications',
			when: not(isTrue('Accounts_AllowEmailNotifications')),
			states: ['on'],
			text: 'No notifications of messages are sent by e-mail, since `Accounts_AllowEmailNotifications` is off.',
		},
		{
			id: 'environment',
			states: ['off'],
			text: "The variable `MAIL_URL` of the server's environment alone sends nothing: the server clears it while `SMTP_Host` is empty.",
		},
	],
	words: {
		name: 'E-mail from the server',
		recipient: 'the mail server',
		purpose: 'Sends invitations, password resets, login codes, notifications and other e-mail.',
		'what-stops': 'No e-mail is sent: no invitations, password resets, login codes or notifications.',
		'turn-off': '{place}: empty `Host` (`SMTP_Host`). To keep message text out of notifications, switch off `Show Message in Email Notification` (`Email_notification_show_message`).',
		sends: {
			'notified-text': 'names of files and message text where both `Accounts_AllowEmailNotifications` and `Email_notification_show_message` are on',
		},
		pages: {
			privacy: 'Privacy',
		},
	},
	source: 'server/configuration/configureSMTP.ts, app/lib/server/functions/notifications/email.js (7.7.1)',
});
