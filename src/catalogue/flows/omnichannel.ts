import { all, isOneOf, isSet, isTrue } from '../conditions';
import { flow } from './flow';

/** Talking to people from outside. */
export const OMNICHANNEL = [
	flow({
		id: 'livechat-webhook',
		recipient: { kind: 'by-setting', settings: ['Livechat_webhookUrl'] },
		carries: { 'user-content': 'limited', 'account-data': 'limited' },
		when: isSet('Livechat_webhookUrl'),
		sends: ['visitor-details', 'usernames', 'conversations'],
		kept: 'unknown',
		optional: true,
		place: ['omnichannel/crm-integration'],
		caveats: [{ text: 'flow_livechat-webhook_caveat_events', states: ['on'] }],
		source: 'app/livechat/server/hooks/sendToCRM.ts, app/livechat/server/lib/webhooks.ts (7.7.1)',
	}),
	flow({
		id: 'livechat-external-queue',
		recipient: { kind: 'by-setting', settings: ['Livechat_External_Queue_URL'] },
		carries: { 'usage-data': 'limited' },
		when: all(isOneOf('Livechat_Routing_Method', 'External'), isSet('Livechat_External_Queue_URL')),
		sends: ['department-ids', 'user-ids', 'service-login'],
		kept: 'unknown',
		optional: true,
		place: ['omnichannel/routing'],
		source: 'app/livechat/server/lib/routing/External.ts (7.7.1)',
	}),
	flow({
		id: 'sms',
		recipient: {
			kind: 'by-choice',
			setting: 'SMS_Service',
			public: ['twilio', 'voxtelesys'],
			addresses: { mobex: 'SMS_Mobex_gateway_address' },
		},
		carries: { 'user-content': 'limited', 'account-data': 'limited' },
		when: isTrue('SMS_Enabled'),
		sends: ['phone-numbers', 'message-text', 'files'],
		kept: 'unknown',
		optional: true,
		place: ['sms'],
		caveats: [{ text: 'flow_sms_caveat_configured', states: ['on'] }],
		source: 'server/services/omnichannel-integrations/ (7.7.1)',
	}),
	flow({
		id: 'omnichannel-frame',
		recipient: { kind: 'by-setting', settings: ['Omnichannel_External_Frame_URL'] },
		carries: { 'account-data': 'limited' },
		when: all(isTrue('Omnichannel_External_Frame_Enabled'), isSet('Omnichannel_External_Frame_URL')),
		sends: ['user-ids', 'room-ids', 'login-tokens', 'browser-address'],
		kept: 'unknown',
		optional: true,
		place: ['sms/external-frame'],
		caveats: [{ text: 'flow_omnichannel-frame_caveat_token', states: ['on'] }],
		source: 'client/views/omnichannel/ExternalFrameContainer.tsx (7.7.1)',
	}),
] as const;
