import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const emailDirectReply = flow({
	id: 'email-direct-reply',
	settings: {
		Direct_Reply_Enable: { type: 'boolean', shown: 'value' },
		Direct_Reply_Protocol: { type: 'string', shown: 'value' },
		Direct_Reply_Host: { type: 'string', shown: 'set' },
		Direct_Reply_Port: { type: 'string', shown: 'set' },
		Direct_Reply_Username: { type: 'string', shown: 'set' },
		Direct_Reply_Password: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Direct_Reply_Host'] }],
	activity: 'notifications',
	carries: { 'user-content': 'limited' },
	when: all(
		isTrue('Direct_Reply_Enable'),
		isSet('Direct_Reply_Protocol'),
		isSet('Direct_Reply_Host'),
		isSet('Direct_Reply_Port'),
		isSet('Direct_Reply_Username'),
		isSet('Direct_Reply_Password'),
	),
	sends: ['service-login', 'mailed-replies'],
	kept: 'stored',
	optional: true,
	place: ['email/direct-reply'],
	offBy: { Direct_Reply_Enable: false },
	caveats: [
		{
			id: 'mailbox',
			states: ['on'],
			text: 'The server fetches from there. What people answer has passed through the mailbox and its provider before.',
		},
	],
	words: {
		name: 'Replies by e-mail',
		recipient: 'the mail server of that mailbox',
		purpose: 'Reads replies to notification e-mails from a mailbox and posts them as messages.',
		'what-stops': 'People can no longer answer a notification e-mail by e-mail.',
		'turn-off': '{place}: switch off `Enable Direct Reply` (`Direct_Reply_Enable`).',
		sends: {
			'mailed-replies': 'replies by e-mail, which lie in that mailbox',
		},
		pages: {
			'direct-reply': 'Direct Reply',
		},
	},
	source: 'server/configuration/configureDirectReply.ts (7.7.1)',
});
