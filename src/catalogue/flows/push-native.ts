import { all, any, isSet, isTrue, not, pushGatewayInUse } from '../conditions';
import { flow } from './flow';

export const pushNative = flow({
	id: 'push-native',
	settings: {
		Push_production: { type: 'boolean', shown: 'value' },
		Push_apn_key: { type: 'string', shown: 'set' },
		Push_apn_cert: { type: 'string', shown: 'set' },
		Push_apn_dev_key: { type: 'string', shown: 'set' },
		Push_apn_dev_cert: { type: 'string', shown: 'set' },
		Push_google_api_credentials: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	carries: { 'usage-data': 'limited', 'user-content': 'limited' },
	when: all(
		isTrue('Push_enable'),
		not(pushGatewayInUse),
		any(
			isSet('Push_google_api_credentials'),
			all(isTrue('Push_production'), isSet('Push_apn_key'), isSet('Push_apn_cert')),
			all(not(isTrue('Push_production')), isSet('Push_apn_dev_key'), isSet('Push_apn_dev_cert')),
		),
	),
	sends: ['device-tokens', 'site-address', 'user-ids', 'sender-names', 'room-names', 'message-text'],
	kept: 'relayed',
	optional: true,
	place: ['push', 'push/certificates-and-keys'],
	caveats: [
		{
			id: 'text',
			when: isTrue('Push_show_message'),
			states: ['on'],
			text: 'The message text is part of the notifications, since `Push_show_message` is on.',
		},
		{
			id: 'text-unread',
			when: isTrue('Push_show_message'),
			unsettled: true,
			states: ['on'],
			text: 'Whether the message text is part of the notifications could not be read.',
		},
		{
			id: 'id-only',
			when: isTrue('Push_request_content_from_server'),
			states: ['on'],
			text: '`Push_request_content_from_server` reads true here; without the licence module push-privacy it does nothing, with it only ids leave.',
		},
	],
	words: {
		recipient: 'Apple and Google',
		purpose: "Brings notifications to phones with the organisation's own push credentials, without Rocket.Chat's gateway.",
		'what-stops': 'Phones get no push notifications.',
		'turn-off': '{place}: switch off `Enable` (`Push_enable`), or remove the keys.',
		pages: {
			'certificates-and-keys': 'Certificates and Keys',
		},
	},
	source: 'server/configuration/pushNotification.ts, app/push/server/push.ts (7.7.1)',
});
