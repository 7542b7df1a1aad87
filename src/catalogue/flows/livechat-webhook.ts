import { isSet } from '../conditions';
import { flow } from './flow';

export const livechatWebhook = flow({
	id: 'livechat-webhook',
	settings: {
		Livechat_webhookUrl: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Livechat_webhookUrl'] }],
	activity: 'livechat',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: isSet('Livechat_webhookUrl'),
	sends: ['visitor-details', 'visitor-traces', 'agent-details', 'conversations', 'shared-files'],
	kept: 'unknown',
	optional: true,
	place: ['omnichannel/crm-integration'],
	offBy: { Livechat_webhookUrl: '' },
	caveats: [
		{
			id: 'events',
			states: ['on'],
			text: 'The event switches only add occasions: whatever they say, edits of closed chats are sent with all their messages.',
		},
	],
	words: {
		name: 'Livechat webhook',
		recipient: "the webhook's host",
		purpose: 'Hands livechat conversations to another system, such as a CRM.',
		'what-stops': 'The other system receives nothing more.',
		'turn-off': '{place}: empty `Webhook URL` (`Livechat_webhookUrl`).',
		sends: {
			'visitor-traces': "visitors' token and custom fields, their IP address, browser and system, and the pages that they opened, as far as these are kept",
			'agent-details': 'username, name, e-mail address and custom fields of the agent',
			'shared-files': 'names of files and links to them',
		},
		pages: {
			'crm-integration': 'CRM Integration',
		},
	},
	source: 'app/livechat/server/hooks/sendToCRM.ts, app/livechat/server/lib/webhooks.ts (7.7.1), app/livechat/server/lib/guests.ts (8.6)',
});
