import { all, any, isTrue, mailLeaves, namesHost, not } from '../conditions';
import { flow } from './flow';

const TEMPLATES = [
	'Email_Header',
	'Email_Footer',
	'Email_Footer_Direct_Reply',
	'email_style',
	'Accounts_Enrollment_Email',
	'Accounts_UserAddedEmail_Email',
	'Verification_Email',
	'Invitation_Email',
	'Forgot_Password_Email',
	'Email_Changed_Email',
	'Password_Changed_Email',
	'Device_Management_Email_Body',
] as const;

export const mailTemplates = flow({
	id: 'mail-templates',
	settings: {
		Email_Header: { type: 'string', shown: 'set' },
		Email_Footer: { type: 'string', shown: 'set' },
		Email_Footer_Direct_Reply: { type: 'string', shown: 'set' },
		email_style: { type: 'string', shown: 'set' },
		Accounts_Enrollment_Email: { type: 'string', shown: 'set' },
		Accounts_UserAddedEmail_Email: { type: 'string', shown: 'set' },
		Verification_Email: { type: 'string', shown: 'set' },
		Invitation_Email: { type: 'string', shown: 'set' },
		Forgot_Password_Email: { type: 'string', shown: 'set' },
		Email_Changed_Email: { type: 'string', shown: 'set' },
		Password_Changed_Email: { type: 'string', shown: 'set' },
		Device_Management_Email_Body: { type: 'string', shown: 'set' },
		email_plain_text_only: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'by-setting', settings: [], texts: TEMPLATES }],
	connects: ['clients'],
	activity: 'notifications',
	carries: { tracking: 'limited' },
	when: all(mailLeaves, not(isTrue('email_plain_text_only')), any(...TEMPLATES.map((template) => namesHost(template)))),
	sends: ['mail-readers'],
	kept: 'unknown',
	optional: true,
	place: ['email'],
	offBy: { email_plain_text_only: true },
	caveats: [
		{
			id: 'addresses',
			states: ['on'],
			text: 'This app looks only for web addresses that the texts load from; it shows nothing of the texts. A link does not count, since somebody has to open it. Many mail programs load such pictures only when asked.',
		},
	],
	words: {
		name: 'Pictures in e-mail',
		recipient: 'the hosts that the texts of the e-mails load from',
		purpose: 'Puts pictures into e-mails that mail programs fetch from a web address.',
		'what-stops': 'The pictures in the e-mails.',
		'turn-off': '{place}: take the pictures and styles with an address of their own out of the texts, above all `Header` (`Email_Header`) and `Footer` (`Email_Footer`), or switch on `Send only plain text emails` (`email_plain_text_only`).',
		sends: {
			'mail-readers': 'IP address, mail program and time of everybody who opens an e-mail of this workspace',
		},
	},
	source: 'app/mailer/server/api.ts, server/settings/email.ts (8.6.1)',
});
