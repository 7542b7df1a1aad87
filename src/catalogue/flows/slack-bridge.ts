import { all, any, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const slackBridge = flow({
	id: 'slack-bridge',
	settings: {
		SlackBridge_Enabled: { type: 'boolean', shown: 'value' },
		SlackBridge_UseLegacy: { type: 'boolean', shown: 'value' },
		SlackBridge_APIToken: { type: 'string', shown: 'set' },
		SlackBridge_BotToken: { type: 'string', shown: 'set' },
		SlackBridge_AppToken: { type: 'string', shown: 'set' },
		SlackBridge_SigningSecret: { type: 'string', shown: 'set' },
		SlackBridge_Out_Enabled: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'public', hosts: ['slack.com'] }],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: all(
		isTrue('SlackBridge_Enabled'),
		any(
			all(isTrue('SlackBridge_UseLegacy'), isSet('SlackBridge_APIToken')),
			all(
				not(isTrue('SlackBridge_UseLegacy')),
				isSet('SlackBridge_BotToken'),
				isSet('SlackBridge_AppToken'),
				isSet('SlackBridge_SigningSecret'),
			),
		),
	),
	sends: ['message-text', 'files', 'usernames', 'room-names', 'site-address', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['slackbridge'],
	pageGroup: 'SlackBridge',
	offBy: { SlackBridge_Enabled: false },
	caveats: [
		{
			id: 'outgoing',
			when: isTrue('SlackBridge_Out_Enabled'),
			states: ['on'],
			text: 'Messages from here go to Slack, since `SlackBridge_Out_Enabled` is on.',
		},
		{
			id: 'incoming-only',
			when: not(isTrue('SlackBridge_Out_Enabled')),
			states: ['on'],
			text: '`SlackBridge_Out_Enabled` is off: the server connects to Slack and takes messages from there, but posts none.',
		},
		{
			id: 'outgoing-unread',
			when: isTrue('SlackBridge_Out_Enabled'),
			unsettled: true,
			states: ['on'],
			text: 'Whether messages from here go to Slack could not be read.',
		},
	],
	words: {
		name: 'Slack bridge',
		recipient: 'Slack',
		purpose: 'Connects channels with Slack.',
		'what-stops': 'Messages are no longer exchanged with Slack.',
		'turn-off': '{place}: switch off `Enabled` (`SlackBridge_Enabled`); to stop only what goes out, `SlackBridge Out Enabled` (`SlackBridge_Out_Enabled`).',
		pages: {
			slackbridge: 'SlackBridge',
		},
	},
	source: 'app/slackbridge/server/slackbridge.js (7.7.1), app/slackbridge/server/SlackAdapter.ts (8.x)',
});
