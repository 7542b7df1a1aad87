import { all, from, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const voipIce = flow({
	id: 'voip-ice',
	settings: {
		VoIP_TeamCollab_Ice_Servers: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['VoIP_TeamCollab_Ice_Servers'] }],
	hosts: ['stun.l.google.com'],
	connects: ['clients'],
	activity: 'calls',
	carries: { tracking: 'limited' },
	when: all(isTrue('VoIP_TeamCollab_Enabled'), isSet('VoIP_TeamCollab_Ice_Servers')),
	// From 8.0 on there is no switch of its own: the licence module alone turns voice calls on.
	unknownWhen: all(from('8.0'), isSet('VoIP_TeamCollab_Ice_Servers')),
	comesWithModule: true,
	alsoReads: ['VoIP_TeamCollab_SIP_Integration_Enabled'],
	sends: ['browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['team-voice-calls-voip'],
	caveats: [
		{
			id: 'default-server',
			states: ['on', 'unknown'],
			text: "The server that Rocket.Chat ships as default is Google's. From 8.0 on the licence module teams-voip alone turns voice calls on.",
		},
	],
	premium: true,
	words: {
		name: 'Voice call ICE servers',
		recipient: 'the STUN and TURN servers of voice calls',
		'not-shown': 'From 8.0 on a licence module turns voice calls on, and an app cannot see whether this workspace has it.',
		purpose: 'Helps browsers to connect directly for voice calls.',
		'what-stops': 'Voice calls use your own servers, or may not connect across networks.',
		'turn-off': '{place}: name your own servers in `ICE Servers` (`VoIP_TeamCollab_Ice_Servers`) or empty it; before Rocket.Chat 8.0 also switch off `Enabled` (`VoIP_TeamCollab_Enabled`).',
	},
	source: 'ee/server/settings/voip.ts (7.7.1; 8.x: no switch of its own)',
});
