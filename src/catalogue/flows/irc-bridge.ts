import { isTrue } from '../conditions';
import { flow } from './flow';

export const ircBridge = flow({
	id: 'irc-bridge',
	settings: {
		IRC_Enabled: { type: 'boolean', shown: 'value' },
		IRC_Host: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['IRC_Host'] }],
	activity: 'connections',
	carries: { 'user-content': 'limited' },
	when: isTrue('IRC_Enabled'),
	sends: ['message-text', 'usernames', 'names', 'room-names'],
	kept: 'unknown',
	optional: true,
	place: ['irc-federation'],
	pageGroup: 'IRC_Federation',
	offBy: { IRC_Enabled: false },
	words: {
		name: 'IRC bridge',
		recipient: 'the IRC server',
		purpose: 'Connects channels and people with an IRC server.',
		'what-stops': 'Channels are no longer shared with IRC.',
		'turn-off': '{place}: switch off `Enabled` (`IRC_Enabled`).',
		pages: {
			'irc-federation': 'IRC Federation',
		},
	},
	source: 'app/irc/server/irc-bridge/index.js, server/settings/irc.ts (7.7.1)',
});
