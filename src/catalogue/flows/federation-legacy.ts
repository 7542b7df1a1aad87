import { isTrue } from '../conditions';
import { flow } from './flow';

export const federationLegacy = flow({
	id: 'federation-legacy',
	// The settings stay up to 8.9, read-only and without code (pull requests 36988 and 36991).
	until: '7.11',
	recipients: [{ kind: 'public', hosts: [] }],
	connects: ['server', 'in'],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: isTrue('FEDERATION_Enabled'),
	sends: ['message-text', 'files', 'usernames', 'names', 'room-names', 'site-address'],
	kept: 'stored',
	optional: true,
	place: ['federation/rocket-chat-federation'],
	offBy: { FEDERATION_Enabled: false },
	caveats: [
		{
			id: 'hub',
			states: ['on', 'unknown'],
			text: "To find each other the servers may ask Rocket.Chat's hub: see the flow `federation-hub`.",
		},
		{
			id: 'copies',
			text: 'What was shared stays on the other servers.',
		},
	],
	words: {
		name: 'Rocket.Chat federation (older)',
		recipient: 'other Rocket.Chat servers',
		purpose: 'Connects rooms and people with other Rocket.Chat servers.',
		'what-stops': 'Rooms are no longer shared with these servers.',
		'turn-off': '{place}: switch off `Enabled` (`FEDERATION_Enabled`).',
	},
	source: 'app/federation/server/lib/isFederationEnabled.ts, app/federation/server/lib/dns.js (7.7.1)',
});
