import { mailLeaves } from '../conditions';
import { flow } from './flow';

export const mailer = flow({
	id: 'mailer',
	recipients: [
		// The mail server is judged with `email`, which it serves as well.
		{ kind: 'by-setting', settings: ['SMTP_Host'], name: 'mail-server', isHandedOn: true },
		{ kind: 'third-parties', isHandedOn: true },
	],
	connects: [],
	activity: 'notifications',
	carries: { 'account-data': 'limited' },
	when: mailLeaves,
	sends: ['email-addresses', 'names', 'mailing'],
	kept: 'stored',
	optional: true,
	place: ['email/smtp'],
	offBy: { SMTP_Host: '' },
	caveats: [
		{
			id: 'who',
			states: ['on'],
			text: 'Only people whose role has the permission `send-mail` can do it; by default these are the admins, and permissions are not shown to this app. It reaches all who did not unsubscribe, or those whom a query finds.',
		},
	],
	words: {
		name: 'Mass e-mail',
		recipient: "the mail providers of this workspace's users",
		purpose: 'Lets admins write an e-mail to all users, under Administration > Mailer.',
		'what-stops': 'Admins can no longer write to all users by e-mail.',
		'turn-off': '{place}: empty `Host` (`SMTP_Host`), which stops all e-mail. To stop only this, take the permission `send-mail` from every role.',
		sends: {
			mailing: 'what the admin writes',
		},
	},
	source: 'app/mail-messages/server/functions/sendMail.ts, app/api/server/v1/mailer.ts (8.6.1)',
});
