import { isSet } from '../conditions';
import { flow } from './flow';

export const livechatWebhook = flow({
	id: 'livechat-webhook',
	settings: {
		Livechat_webhookUrl: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Livechat_webhookUrl'] }],
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: isSet('Livechat_webhookUrl'),
	sends: ['visitor-details', 'usernames', 'conversations'],
	kept: 'unknown',
	optional: true,
	place: ['omnichannel/crm-integration'],
	caveats: [
		{
			id: 'events',
			states: ['on'],
			text: 'The event switches only add occasions: whatever they say, edits of closed chats are sent with all their messages.',
		},
	],
	words: {
		recipient: "the webhook's host",
		purpose: 'Hands livechat conversations to another system, such as a CRM.',
		'what-stops': 'The other system is no longer told.',
		'turn-off': '{place}: empty `Webhook URL` (`Livechat_webhookUrl`).',
		pages: {
			'crm-integration': 'CRM Integration',
		},
	},
	source: 'app/livechat/server/hooks/sendToCRM.ts, app/livechat/server/lib/webhooks.ts (7.7.1)',
});
