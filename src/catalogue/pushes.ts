import { all, any, isTrue, not } from './conditions';
import type { Condition } from './conditions';
import type { Caveat } from './flows/flow';
import type { SharedSettingId } from './shared-settings';

const messageText = isTrue('Push_show_message');

const idOnly = isTrue('Push_request_content_from_server');

const ringing: Condition<SharedSettingId> = any(isTrue('VideoConf_Mobile_Ringing'), isTrue('VoIP_TeamCollab_Mobile_Ringing_Enabled'));

/** What a push notification carries, to whomever the server gives it. */
export const PUSH_CARRIES = { 'usage-data': 'yes', 'account-data': 'limited', 'user-content': 'limited' } as const;

/** What a push notification sends, to whomever the server gives it. */
export const PUSH_SENDS = ['device-tokens', 'site-address', 'user-ids', 'sender-names', 'room-names', 'message-text', 'callers'] as const;

/**
 * What must be known of the content of push notifications, by whichever way they go (Rocket.Chat 7.7.1 and 8.6.1,
 * app/push-notifications/server/lib/PushNotification.ts and app/lib/server/functions/notifications/mobile.js; of calls
 * server/services/video-conference/service.ts and, in 8.6.1, server/services/media-call/push/sendVoipPushNotification.ts).
 */
export const PUSH_CAVEATS: readonly Caveat<SharedSettingId>[] = [
	{
		id: 'sender',
		states: ['on'],
		text: "The id, username and name of the sender are part of each notification, also where names are not shown in it; only notifications reduced to the message's id come without.",
	},
	{
		id: 'text',
		when: all(messageText, not(idOnly)),
		states: ['on'],
		text: 'The message text is part of the notifications, since `Push_show_message` is on.',
	},
	{
		id: 'text-unless-id-only',
		when: all(messageText, idOnly),
		states: ['on'],
		text: "The message text is part of the notifications, since `Push_show_message` is on, unless the licence module named next reduces them to the message's id.",
	},
	{
		id: 'no-text',
		when: not(messageText),
		states: ['on'],
		text: 'The message text is not part of the notifications, since `Push_show_message` is off.',
	},
	{
		id: 'text-unread',
		when: messageText,
		unsettled: true,
		states: ['on'],
		text: 'Whether the message text is part of the notifications could not be found out.',
	},
	{
		id: 'id-only',
		when: idOnly,
		text: "`Push_request_content_from_server` reads true here; without the licence module push-privacy it does nothing. With the module only the workspace's address and ids leave for a message, and the phone fetches the text from the workspace.",
	},
	{
		id: 'id-only-unread',
		when: all(messageText, idOnly),
		unsettled: true,
		states: ['on'],
		text: 'Whether notifications carry the message text or only its id could not be found out for certain.',
	},
	{
		id: 'encrypted',
		when: isTrue('E2E_Enable'),
		states: ['on'],
		text: "Encrypted messages go along in their encrypted form, whatever `Push_show_message` says; only notifications reduced to the message's id come without.",
	},
	{
		id: 'calls',
		when: ringing,
		states: ['on'],
		text: "Phones are set to ring for calls, which needs a licence module. Those notifications carry the caller's id, username and name, whatever the settings of this page say.",
	},
	{
		id: 'calls-unread',
		when: ringing,
		unsettled: true,
		states: ['on'],
		text: "Whether phones ring for calls could not be found out. If they do, those notifications carry the caller's id, username and name, whatever the settings of this page say.",
	},
];
