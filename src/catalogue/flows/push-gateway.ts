import { all, isTrue, not, pushGatewayInUse } from '../conditions';
import { flow } from './flow';

const messageTextInPushes = isTrue('Push_show_message');

const idOnlyPushes = isTrue('Push_request_content_from_server');

export const pushGateway = flow({
	id: 'push-gateway',
	settings: {
		Push_show_username_room: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'rocket-chat-by-setting', setting: 'Push_gateway' }],
	carries: { 'usage-data': 'yes', 'account-data': 'limited', 'user-content': 'limited' },
	when: pushGatewayInUse,
	sends: ['device-tokens', 'site-address', 'workspace-ids', 'user-ids', 'sender-names', 'room-names', 'message-text'],
	kept: 'relayed',
	optional: true,
	place: ['push'],
	caveats: [
		{
			id: 'restart',
			states: ['off'],
			text: 'Changes of `Push_enable_gateway` and `Push_gateway` act after a restart: until then pushes may still go the old way. Switching off `Push_enable`, `Register_Server` or the consent to the privacy terms acts at once.',
		},
		{
			id: 'unregistered',
			states: ['on'],
			text: 'It does not depend on whether the workspace is registered now: these four switches decide.',
		},
		{
			id: 'sender',
			states: ['on'],
			text: "The id, username and name of the sender are part of each notification, also where names are not shown in it; only notifications reduced to the message's id come without.",
		},
		{
			id: 'text',
			when: all(messageTextInPushes, not(idOnlyPushes)),
			states: ['on'],
			text: 'The message text is part of the notifications, since `Push_show_message` is on.',
		},
		{
			id: 'text-unless-id-only',
			when: all(messageTextInPushes, idOnlyPushes),
			states: ['on'],
			text: "The message text is part of the notifications, since `Push_show_message` is on, unless the licence module named next reduces them to the message's id.",
		},
		{
			id: 'no-text',
			when: not(messageTextInPushes),
			states: ['on'],
			text: 'The message text is not part of the notifications, since `Push_show_message` is off.',
		},
		{
			id: 'text-unread',
			when: messageTextInPushes,
			unsettled: true,
			states: ['on'],
			text: 'Whether the message text is part of the notifications could not be told.',
		},
		{
			id: 'id-only',
			when: idOnlyPushes,
			text: "`Push_request_content_from_server` reads true here; without the licence module push-privacy it does nothing. With the module only the workspace's address and ids leave, and the phone fetches the text from the workspace.",
		},
		{
			id: 'id-only-unread',
			when: all(messageTextInPushes, idOnlyPushes),
			unsettled: true,
			states: ['on'],
			text: 'Whether notifications carry the message text or only its id could not be told for certain.',
		},
	],
	alsoReads: ['Push_show_username_room'],
	words: {
		recipient: "Rocket.Chat's push gateway, then Apple and Google",
		purpose: "Brings notifications to the phones of people who use Rocket.Chat's own apps.",
		'what-stops': "Rocket.Chat's own mobile apps get no push notifications.",
		'turn-off': '{place}: switch off `Enable` (`Push_enable`), which acts at once, or `Enable Gateway` (`Push_enable_gateway`), which acts after a restart, as does another address in `Gateway` (`Push_gateway`).',
	},
	source: 'server/configuration/pushNotification.ts, app/push/server/push.ts, app/push-notifications/server/lib/PushNotification.ts (7.7.1)',
});
