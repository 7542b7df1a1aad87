import { isTrue } from '../conditions';
import { flow } from './flow';

export const sms = flow({
	id: 'sms',
	settings: {
		SMS_Enabled: { type: 'boolean', shown: 'value' },
		SMS_Service: { type: 'string', shown: 'value' },
		SMS_Mobex_gateway_address: { type: 'string', shown: 'host', until: '8.0' },
		SMS_Voxtelesys_URL: { type: 'string', shown: 'set', until: '8.0' },
	},
	recipients: [
		{
			kind: 'by-choice',
			setting: 'SMS_Service',
			services: { twilio: { name: 'twilio', host: 'api.twilio.com' }, voxtelesys: { name: 'voxtelesys' } },
			addresses: { mobex: ['SMS_Mobex_gateway_address'], voxtelesys: ['SMS_Voxtelesys_URL'] },
		},
	],
	connects: ['server', 'in'],
	activity: 'livechat',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: isTrue('SMS_Enabled'),
	sends: ['phone-numbers', 'message-text', 'files'],
	kept: 'unknown',
	optional: true,
	place: ['sms'],
	offBy: { SMS_Enabled: false },
	caveats: [
		{
			id: 'configured',
			states: ['on'],
			text: 'It is configured. This app does not read whether the login for the service is complete.',
		},
	],
	words: {
		name: 'Text messages (SMS)',
		recipient: 'the SMS service',
		purpose: 'Lets agents talk with people by SMS.',
		'what-stops': 'Agents can no longer write and receive SMS.',
		'turn-off': '{place}: switch off `Enabled` (`SMS_Enabled`).',
	},
	source: 'server/services/omnichannel-integrations/ (7.7.1), server/services/omnichannel-integrations/providers/index.ts (8.6)',
});
