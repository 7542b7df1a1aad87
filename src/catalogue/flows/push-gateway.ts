import { all, callsHome, pushGatewayInUse } from '../conditions';
import { PUSH_CARRIES, PUSH_CAVEATS, PUSH_SENDS } from '../pushes';
import { flow } from './flow';

export const pushGateway = flow({
	id: 'push-gateway',
	recipients: [
		{ kind: 'rocket-chat-by-setting', setting: 'Push_gateway' },
		{ kind: 'public', hosts: [], name: 'apple-and-google', isHandedOn: true },
	],
	hosts: ['gateway.rocket.chat'],
	activity: 'notifications',
	carries: PUSH_CARRIES,
	when: all(callsHome, pushGatewayInUse),
	sends: [...PUSH_SENDS, 'workspace-ids', 'cloud-token'],
	kept: 'relayed',
	optional: true,
	place: ['push'],
	offBy: { Push_enable: false },
	caveats: [
		{
			id: 'restart',
			// With an offline licence nothing goes the old way either.
			when: callsHome,
			states: ['off'],
			text: 'Changes of `Push_enable_gateway` and `Push_gateway` take effect after a restart: until then pushes may still go the old way. Switching off `Push_enable`, `Register_Server` or the consent to the privacy terms takes effect at once.',
		},
		{
			id: 'unregistered',
			states: ['on'],
			text: 'It does not depend on whether the workspace is registered now: these four switches decide.',
		},
		...PUSH_CAVEATS,
	],
	alsoReads: ['Push_show_username_room'],
	words: {
		name: 'Push notifications by gateway',
		recipient: "Rocket.Chat's push gateway",
		'recipient-elsewhere': 'another push gateway',
		purpose: 'Brings notifications to phones through a gateway, which hands them on to Apple and Google.',
		'what-stops': 'The mobile apps that this gateway serves get no push notifications.',
		'turn-off': '{place}: switch off `Enable` (`Push_enable`), which takes effect at once, or `Enable Gateway` (`Push_enable_gateway`), which takes effect after a restart, as does another address in `Gateway` (`Push_gateway`).',
	},
	source: 'server/configuration/pushNotification.ts, app/push/server/push.ts, app/push-notifications/server/lib/PushNotification.ts (7.7.1; the licence: 8.7)',
});
