import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const federationNative = flow({
	id: 'federation-native',
	since: '7.11',
	recipients: [{ kind: 'public', hosts: [] }],
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: all(isTrue('Federation_Service_Enabled'), isSet('Federation_Service_Domain')),
	sends: ['message-text', 'files', 'usernames', 'names', 'room-names', 'presence'],
	kept: 'stored',
	optional: true,
	place: ['federation'],
	caveats: [
		{
			id: 'copies',
			text: 'What was shared stays on the other servers. `Federation_Service_Allow_List` can limit them.',
		},
	],
	premium: true,
	words: {
		recipient: 'Matrix home servers',
		purpose: 'Connects rooms and people with other Rocket.Chat and Matrix servers.',
		'what-stops': 'Rooms are no longer shared with other servers.',
		'turn-off': '{place}: switch off the native federation (`Federation_Service_Enabled`).',
	},
	source: 'server/settings/federation-service.ts (8.x)',
});
