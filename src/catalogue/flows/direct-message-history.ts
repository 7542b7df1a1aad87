import { isTrue } from '../conditions';
import { flow } from './flow';

export const directMessageHistory = flow({
	id: 'direct-message-history',
	settings: {
		API_Enable_Direct_Message_History_EndPoint: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'workspace-admins', name: 'workspace-admins' }],
	connects: ['in'],
	activity: 'messages',
	carries: { 'user-content': 'yes' },
	when: isTrue('API_Enable_Direct_Message_History_EndPoint'),
	sends: ['direct-messages'],
	kept: 'unknown',
	optional: true,
	place: ['general/rest-api'],
	offBy: { API_Enable_Direct_Message_History_EndPoint: false },
	caveats: [
		{
			id: 'who',
			states: ['on', 'unknown'],
			text: 'It is open to everybody whose role may see all rooms (`view-room-administration`), by default to admins. The people who write to each other do not notice.',
		},
		{
			id: 'encrypted',
			when: isTrue('E2E_Enable'),
			states: ['on', 'unknown'],
			text: 'Of end-to-end encrypted messages it gives the ciphertext only.',
		},
		{
			id: 'encryption-unread',
			when: isTrue('E2E_Enable'),
			unsettled: true,
			states: ['on', 'unknown'],
			text: 'Whether there may be end-to-end encrypted messages could not be read (`E2E_Enable`); of those it gives the ciphertext only.',
		},
	],
	words: {
		name: 'Direct messages for admins',
		recipient: "this workspace's admins",
		purpose: 'Lets admins fetch the direct messages of everybody through the REST API.',
		'what-stops': 'Admins can no longer fetch the direct messages of others through the REST API.',
		'turn-off': '{place}: switch off `Enable Direct Message History Endpoint` (`API_Enable_Direct_Message_History_EndPoint`).',
		sends: {
			'direct-messages': 'direct messages, also between other people',
		},
		pages: {
			'rest-api': 'REST API',
		},
	},
	source: 'app/api/server/v1/im.ts, app/authorization/server/constant/permissions.ts (8.6.1)',
});
