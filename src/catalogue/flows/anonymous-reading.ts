import { all, isTrue, not } from '../conditions';
import { flow } from './flow';

export const anonymousReading = flow({
	id: 'anonymous-reading',
	settings: {
		Accounts_AllowAnonymousRead: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'anyone', name: 'anyone' }],
	connects: ['in'],
	activity: 'messages',
	carries: { 'user-content': 'yes', 'account-data': 'limited' },
	when: isTrue('Accounts_AllowAnonymousRead'),
	sends: ['public-channels', 'usernames', 'names'],
	kept: 'unknown',
	optional: true,
	place: ['accounts'],
	offBy: { Accounts_AllowAnonymousRead: false },
	caveats: [
		{
			id: 'public-only',
			states: ['on', 'unknown'],
			text: 'It opens all public channels with their whole history, also to search, apart from those of private teams. Private rooms and direct messages stay closed.',
		},
		{
			id: 'files-protected',
			when: isTrue('FileUpload_ProtectFiles'),
			states: ['on', 'unknown'],
			text: 'Files in these channels stay closed without a login (`FileUpload_ProtectFiles` is on).',
		},
		{
			id: 'files-open',
			when: not(isTrue('FileUpload_ProtectFiles')),
			states: ['on', 'unknown'],
			text: 'Files in these channels are open as well (`FileUpload_ProtectFiles` is off).',
		},
		{
			id: 'writing',
			when: all(isTrue('Accounts_AllowAnonymousRead'), isTrue('Accounts_AllowAnonymousWrite')),
			states: ['on'],
			text: '`Accounts_AllowAnonymousWrite` is on too: anyone who can reach this server gets an account without an e-mail address, and can write.',
		},
	],
	words: {
		name: 'Reading without an account',
		recipient: 'anyone who can reach this server',
		purpose: 'Lets people read public channels without an account.',
		'what-stops': 'Reading needs an account and a login.',
		'turn-off': '{place}: switch off `Allow Anonymous Read` (`Accounts_AllowAnonymousRead`).',
		sends: {
			'public-channels': 'names and messages of public channels',
		},
	},
	source: 'app/lib/server/methods/getChannelHistory.ts, server/methods/loadHistory.ts, server/publications/room/index.ts, server/services/authorization/canAccessRoom.ts (8.6.1)',
});
