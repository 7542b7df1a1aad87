import { always, isTrue } from '../conditions';
import { flow } from './flow';

export const gravatar = flow({
	id: 'gravatar',
	until: '9.0',
	settings: {
		Accounts_SetDefaultAvatar: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	carries: { 'account-data': 'limited' },
	when: always,
	onByDefault: true,
	sends: ['email-hashes', 'server-request'],
	kept: 'unknown',
	optional: false,
	place: ['accounts/avatar'],
	caveats: [
		{
			id: 'new-accounts',
			when: isTrue('Accounts_SetDefaultAvatar'),
			text: '`Accounts_SetDefaultAvatar` is on: Gravatar is also asked for new accounts.',
		},
		{
			id: 'own-profile',
			text: 'Whatever that setting says, it happens when people open their own profile. The server asks; Gravatar gets a hash of the e-mail address, not the address.',
		},
	],
	words: {
		recipient: "Gravatar; for people who log in with a provider, that provider's avatar host",
		purpose: "Proposes a picture for people's profiles.",
		'what-stops': 'People choose their picture themselves.',
		'turn-off': "{place}: switch off `Set Default Avatar` (`Accounts_SetDefaultAvatar`), which stops it for new accounts. No setting stops the proposals in people's own profiles; only a firewall does.",
		sends: {
			'email-hashes': 'hashes of e-mail addresses',
		},
	},
	source: 'app/lib/server/functions/getAvatarSuggestionForUser.ts, app/lib/server/functions/setUsername.ts, app/api/server/v1/users.ts (7.7.1)',
});
