import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const federationNative = flow({
	id: 'federation-native',
	since: '7.11',
	settings: {
		Federation_Service_EDU_Process_Typing: { type: 'boolean', shown: 'value', since: '7.11' },
		Federation_Service_EDU_Process_Presence: { type: 'boolean', shown: 'value', since: '7.11' },
		Federation_Service_EDU_Process_Receipt: { type: 'boolean', shown: 'value', since: '7.11' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	connects: ['server', 'in'],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: all(isTrue('Federation_Service_Enabled'), isSet('Federation_Service_Domain')),
	sends: ['message-text', 'files', 'usernames', 'names', 'room-names', 'presence'],
	kept: 'stored',
	optional: true,
	place: ['federation'],
	offBy: { Federation_Service_Enabled: false },
	caveats: [
		{
			id: 'copies',
			text: 'What was shared stays on the other servers. `Federation_Service_Allow_List` can limit them.',
		},
		{
			id: 'typing',
			when: isTrue('Federation_Service_EDU_Process_Typing'),
			states: ['on'],
			text: 'Who is typing is sent too (`Federation_Service_EDU_Process_Typing`).',
		},
		{
			id: 'presence',
			when: isTrue('Federation_Service_EDU_Process_Presence'),
			states: ['on'],
			text: 'Who is online is sent too (`Federation_Service_EDU_Process_Presence`).',
		},
		{
			id: 'receipts',
			when: isTrue('Federation_Service_EDU_Process_Receipt'),
			states: ['on'],
			text: 'Who has read what is sent too (`Federation_Service_EDU_Process_Receipt`).',
		},
		{
			id: 'name-servers',
			states: ['on'],
			text: 'The names of other servers are looked up by DNS; a variable of the environment (`HOMESERVER_CONFIG_DNS_SERVERS`) can name the servers that are asked, and an app cannot see it.',
		},
	],
	premium: true,
	words: {
		name: 'Native federation',
		recipient: 'Matrix home servers',
		purpose: 'Connects rooms and people with other Rocket.Chat and Matrix servers.',
		'what-stops': 'Rooms are no longer shared with other servers.',
		'turn-off': '{place}: switch off the native federation (`Federation_Service_Enabled`).',
	},
	source: 'server/settings/federation-service.ts (8.x)',
});
