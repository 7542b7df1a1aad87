import { isTrue, mailLeaves, not } from '../conditions';
import { flow } from './flow';

export const email = flow({
	id: 'email',
	settings: {
		Email_notification_show_message: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'by-setting', settings: ['SMTP_Host'] }],
	carries: { 'account-data': 'limited', 'user-content': 'limited' },
	when: mailLeaves,
	sends: ['email-addresses', 'names', 'room-names', 'message-text'],
	kept: 'stored',
	optional: true,
	place: ['email/smtp', 'email/privacy'],
	caveats: [
		{
			id: 'text',
			when: isTrue('Email_notification_show_message'),
			states: ['on'],
			text: 'Notifications carry the message text, since `Email_notification_show_message` is on.',
		},
		{
			id: 'no-text',
			when: not(isTrue('Email_notification_show_message')),
			states: ['on'],
			text: 'Notifications come without the message text, since `Email_notification_show_message` is off.',
		},
		{
			id: 'text-unread',
			when: isTrue('Email_notification_show_message'),
			unsettled: true,
			states: ['on'],
			text: 'Whether notifications carry the message text could not be read.',
		},
	],
	words: {
		recipient: 'the mail server, then the mail providers of the recipients',
		purpose: 'Sends invitations, password resets, login codes, notifications and other e-mail.',
		'what-stops': 'No e-mail is sent: no invitations, password resets, login codes or notifications.',
		'turn-off': '{place}: empty `Host` (`SMTP_Host`). To keep message text out of notifications, switch off `Show Message in Email Notification` (`Email_notification_show_message`).',
		pages: {
			smtp: 'SMTP',
			privacy: 'Privacy',
		},
	},
	source: 'server/configuration/configureSMTP.ts, app/lib/server/functions/notifications/email.js (7.7.1)',
});
