import { all, any, from, isSet, isTrue, not, offlineLicence, pushGatewayInUse } from '../conditions';
import { PUSH_CARRIES, PUSH_CAVEATS, PUSH_SENDS } from '../pushes';
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
	recipients: [{ kind: 'public', hosts: ['api.push.apple.com', 'api.sandbox.push.apple.com', 'fcm.googleapis.com', 'oauth2.googleapis.com'], name: 'apple-and-google' }],
	activity: 'notifications',
	carries: PUSH_CARRIES,
	when: all(
		isTrue('Push_enable'),
		not(pushGatewayInUse),
		any(
			isSet('Push_google_api_credentials'),
			all(isTrue('Push_production'), isSet('Push_apn_key'), isSet('Push_apn_cert')),
			all(not(isTrue('Push_production')), isSet('Push_apn_dev_key'), isSet('Push_apn_dev_cert')),
		),
	),
	sends: PUSH_SENDS,
	kept: 'relayed',
	optional: true,
	place: ['push', 'push/certificates-and-keys'],
	offBy: { Push_enable: false },
	caveats: [
		{
			id: 'licence',
			when: all(from('8.7'), offlineLicence),
			states: ['on'],
			text: 'The offline licence does not stop these: it stops only pushes through a gateway.',
		},
		...PUSH_CAVEATS,
	],
	alsoReads: ['Push_show_username_room'],
	words: {
		name: 'Direct push notifications',
		recipient: 'Apple and Google',
		purpose: "Brings notifications to phones with the organisation's own push credentials, without Rocket.Chat's gateway.",
		'what-stops': 'Phones get no push notifications.',
		'turn-off': '{place}: switch off `Enable` (`Push_enable`), or remove the keys.',
		pages: {
			'certificates-and-keys': 'Certificates and Keys',
		},
	},
	source: 'server/configuration/pushNotification.ts, app/push/server/push.ts (7.7.1; the licence: 8.7)',
});
