import { isTrue, not } from '../conditions';
import { flow } from './flow';

export const avatarsByLink = flow({
	id: 'avatars-by-link',
	settings: {
		Accounts_AvatarBlockUnauthenticatedAccess: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'anyone', name: 'anyone' }],
	connects: ['in'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: not(isTrue('Accounts_AvatarBlockUnauthenticatedAccess')),
	sends: ['avatars'],
	kept: 'unknown',
	optional: true,
	place: ['accounts/avatar'],
	offBy: { Accounts_AvatarBlockUnauthenticatedAccess: true },
	caveats: [
		{
			id: 'usernames',
			states: ['on', 'unknown'],
			text: 'The address of a picture holds the username, so it is easy to guess.',
		},
	],
	words: {
		name: 'Avatars by link',
		recipient: 'anyone who can reach this server',
		purpose: 'Shows the pictures of people and rooms without a login, such as in e-mails or on other pages.',
		'what-stops': 'Pictures of people and rooms open only after a login.',
		'turn-off': '{place}: switch on `Block Unauthenticated Access to Avatars` (`Accounts_AvatarBlockUnauthenticatedAccess`).',
		sends: {
			avatars: 'pictures of people and rooms',
		},
	},
	source: 'server/routes/avatar/utils.ts (8.6.1)',
});
