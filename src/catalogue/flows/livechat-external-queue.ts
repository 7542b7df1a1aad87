import { all, isOneOf, isSet } from '../conditions';
import { flow } from './flow';

export const livechatExternalQueue = flow({
	id: 'livechat-external-queue',
	settings: {
		Livechat_Routing_Method: { type: 'string', shown: 'value' },
		Livechat_External_Queue_URL: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Livechat_External_Queue_URL'] }],
	activity: 'livechat',
	carries: { 'usage-data': 'limited' },
	when: all(isOneOf('Livechat_Routing_Method', 'External'), isSet('Livechat_External_Queue_URL')),
	sends: ['department-ids', 'user-ids', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['omnichannel/routing'],
	offBy: { Livechat_Routing_Method: 'Auto_Selection' },
	words: {
		name: 'External livechat routing',
		recipient: 'the external queue service',
		purpose: 'Asks another service which agent takes a chat.',
		'what-stops': 'Chats are given to agents by Rocket.Chat itself.',
		'turn-off': '{place}: set `Omnichannel Routing Method` (`Livechat_Routing_Method`) to another method.',
		sends: {
			'department-ids': 'ids of departments',
		},
		pages: {
			routing: 'Routing',
		},
	},
	source: 'app/livechat/server/lib/routing/External.ts (7.7.1)',
});
