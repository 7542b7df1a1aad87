import { mailLeaves } from '../conditions';
import { flow } from './flow';

export const messageExportByMail = flow({
	id: 'message-export-by-mail',
	recipients: [
		// The mail server is judged with `email`, which it serves as well.
		{ kind: 'by-setting', settings: ['SMTP_Host'], name: 'mail-server', isHandedOn: true },
		{ kind: 'third-parties', isHandedOn: true },
	],
	connects: [],
	activity: 'messages',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: mailLeaves,
	sends: ['message-text', 'usernames', 'email-addresses'],
	kept: 'stored',
	optional: true,
	place: ['email/smtp'],
	offBy: { SMTP_Host: '' },
	caveats: [
		{
			id: 'who',
			states: ['on'],
			text: 'Only people whose role has the permission `mail-messages` can do it; by default these are the admins, and permissions are not shown to this app. Any address can be typed in. Files are not attached.',
		},
		{
			id: 'privacy',
			states: ['on'],
			text: '`Email_notification_show_message` does not matter here: the text of the chosen messages is sent in any case.',
		},
	],
	words: {
		name: 'Message export by e-mail',
		recipient: 'the e-mail addresses that are typed in',
		purpose: 'Sends chosen messages of a room by e-mail, from the export of messages in the room.',
		'what-stops': 'Messages can still be exported as a file, which the person downloads.',
		'turn-off': '{place}: empty `Host` (`SMTP_Host`), which stops all e-mail. To stop only this, take the permission `mail-messages` from every role.',
	},
	source: 'server/lib/dataExport/sendViaEmail.ts, app/api/server/v1/rooms.ts (8.6.1)',
});
