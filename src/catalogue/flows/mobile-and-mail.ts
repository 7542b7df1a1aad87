import { all, any, isSet, isTrue, not, pushGatewayInUse } from '../conditions';
import { flow } from './flow';

/**
 * At its start the server clears the environment's MAIL_URL unless a host is set, so no mail leaves without one
 * (Rocket.Chat 7.7.1, server/configuration/configureSMTP.ts).
 */
const mail = isSet('SMTP_Host');

/** Push notifications without Rocket.Chat's gateway, and e-mail. */
export const MOBILE_AND_MAIL = [
	flow({
		id: 'push-native',
		recipient: { kind: 'public', hosts: [] },
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
			{ text: 'flow_push-native_caveat_text', when: isTrue('Push_show_message'), states: ['on'] },
			{ text: 'flow_push-native_caveat_text-unread', when: isTrue('Push_show_message'), unsettled: true, states: ['on'] },
			{ text: 'flow_push-native_caveat_id-only', when: isTrue('Push_request_content_from_server'), states: ['on'] },
		],
		source: 'server/configuration/pushNotification.ts, app/push/server/push.ts (7.7.1)',
	}),
	flow({
		id: 'email',
		recipient: { kind: 'by-setting', settings: ['SMTP_Host'] },
		carries: { 'account-data': 'limited', 'user-content': 'limited' },
		when: mail,
		sends: ['email-addresses', 'names', 'room-names', 'message-text'],
		kept: 'stored',
		optional: true,
		place: ['email/smtp', 'email/privacy'],
		caveats: [
			{ text: 'flow_email_caveat_text', when: isTrue('Email_notification_show_message'), states: ['on'] },
			{ text: 'flow_email_caveat_no-text', when: not(isTrue('Email_notification_show_message')), states: ['on'] },
			{ text: 'flow_email_caveat_text-unread', when: isTrue('Email_notification_show_message'), unsettled: true, states: ['on'] },
		],
		source: 'server/configuration/configureSMTP.ts, app/lib/server/functions/notifications/email.js (7.7.1)',
	}),
	flow({
		id: 'email-direct-reply',
		recipient: { kind: 'by-setting', settings: ['Direct_Reply_Host'] },
		carries: { 'user-content': 'limited' },
		when: all(
			isTrue('Direct_Reply_Enable'),
			isSet('Direct_Reply_Protocol'),
			isSet('Direct_Reply_Host'),
			isSet('Direct_Reply_Port'),
			isSet('Direct_Reply_Username'),
			isSet('Direct_Reply_Password'),
		),
		sends: ['service-login', 'mailed-replies'],
		kept: 'stored',
		optional: true,
		place: ['email/direct-reply'],
		caveats: [{ text: 'flow_email-direct-reply_caveat_mailbox', states: ['on'] }],
		source: 'server/configuration/configureDirectReply.ts (7.7.1)',
	}),
	flow({
		id: 'livechat-transcripts',
		recipient: { kind: 'third-parties' },
		carries: { 'user-content': 'limited' },
		when: all(mail, any(isTrue('Livechat_enable_transcript'), isTrue('Livechat_transcript_send_always'))),
		// Who has the permission sends one by hand, whatever the two switches say (7.7.1, app/livechat/server/api/v1/transcript.ts, closeRoom.ts).
		unknownWhen: all(mail, isTrue('Livechat_enabled')),
		sends: ['email-addresses', 'visitor-details', 'conversations'],
		kept: 'stored',
		optional: true,
		place: ['omnichannel'],
		caveats: [{ text: 'flow_livechat-transcripts_caveat_by-hand', states: ['on', 'unknown'] }],
		source: 'app/livechat/server/lib/parseTranscriptRequest.ts, app/livechat/server/lib/sendTranscript.ts (7.7.1)',
	}),
	flow({
		id: 'livechat-offline-mail',
		recipient: { kind: 'by-setting', settings: ['Livechat_offline_email'] },
		carries: { 'account-data': 'limited', 'user-content': 'limited' },
		when: all(mail, isTrue('Livechat_display_offline_form'), isSet('Livechat_offline_email')),
		// A department's own address takes the place of the setting, and no setting shows it.
		unknownWhen: all(mail, isTrue('Livechat_display_offline_form')),
		sends: ['visitor-details', 'message-text'],
		kept: 'stored',
		optional: true,
		place: ['omnichannel/livechat'],
		caveats: [{ text: 'flow_livechat-offline-mail_caveat_departments', states: ['on', 'unknown'] }],
		source: 'app/livechat/server/lib/messages.ts (7.7.1)',
	}),
] as const;
