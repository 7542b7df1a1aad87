import { isTrue } from '../conditions';
import { flow } from './flow';

export const federationMatrix = flow({
	id: 'federation-matrix',
	// The settings stay up to 8.9, read-only and without code (pull requests 36988 and 36991).
	until: '7.11',
	settings: {
		Federation_Matrix_enabled: { type: 'boolean', shown: 'value', until: '9.0' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	connects: ['server', 'in'],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: isTrue('Federation_Matrix_enabled'),
	sends: ['message-text', 'files', 'usernames', 'names', 'room-names', 'presence'],
	kept: 'stored',
	optional: true,
	place: ['federation/matrix-bridge'],
	offBy: { Federation_Matrix_enabled: false },
	caveats: [
		{
			id: 'tester',
			states: ['on'],
			text: 'When an admin checks the configuration, federationtester.matrix.org is asked too.',
		},
		{
			id: 'copies',
			text: 'What was shared stays on the other servers.',
		},
	],
	words: {
		name: 'Matrix bridge',
		recipient: 'Matrix home servers',
		purpose: 'Connects rooms and people with Matrix servers through a bridge.',
		'what-stops': 'Rooms are no longer shared with Matrix servers.',
		'turn-off': '{place}: switch off `Enabled` (`Federation_Matrix_enabled`).',
		pages: {
			'matrix-bridge': 'Matrix Bridge',
		},
	},
	source: 'server/services/federation/infrastructure/rocket-chat/adapters/Settings.ts, server/services/federation/service.ts (7.7.1)',
});
