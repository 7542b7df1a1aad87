import { callsHome, isTrue } from '../conditions';
import { flow } from './flow';

export const gravatar = flow({
	id: 'gravatar',
	until: '9.0',
	settings: {
		Accounts_SetDefaultAvatar: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'public', hosts: ['s.gravatar.com'] }],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: callsHome,
	onByDefault: true,
	sends: ['email-hashes', 'server-request'],
	kept: 'unknown',
	optional: false,
	place: ['accounts/avatar'],
	caveats: [
		{
			id: 'new-accounts',
			when: isTrue('Accounts_SetDefaultAvatar'),
			states: ['on'],
			text: '`Accounts_SetDefaultAvatar` is on: Gravatar is also asked for new accounts.',
		},
		{
			id: 'own-profile',
			states: ['on'],
			text: 'Whatever that setting says, it happens when people open their own profile. The server asks; Gravatar gets a hash of the e-mail address, not the address.',
		},
	],
	words: {
		name: 'Gravatar pictures',
		recipient: 'Gravatar',
		purpose: "Proposes a picture for people's profiles.",
		'what-stops': 'People choose their picture themselves.',
		'turn-off': "{place}: switch off `Set Default Avatar` (`Accounts_SetDefaultAvatar`), which stops it for new accounts. No setting stops the proposals in people's own profiles. From 8.7 on a valid offline licence does; otherwise only a firewall that blocks s.gravatar.com. From 9.0 on servers do not ask Gravatar.",
		sends: {
			'email-hashes': 'hashes of e-mail addresses',
		},
	},
	source: 'app/lib/server/functions/getAvatarSuggestionForUser.ts, app/lib/server/functions/setUsername.ts, app/api/server/v1/users.ts (7.7.1; the licence: 8.7; gone: 9.0)',
});
