import { any, from, isTrue, not } from '../conditions';
import { flow } from './flow';

export const voipTeam = flow({
	id: 'voip-team',
	settings: {
		VoIP_TeamCollab_SIP_Integration_For_Internal_Calls: { type: 'boolean', shown: 'value', since: '8.0' },
		VoIP_TeamCollab_SIP_Server_Host: { type: 'string', shown: 'host', since: '8.0' },
		VoIP_TeamCollab_Drachtio_Host: { type: 'string', shown: 'host', since: '8.0' },
		VoIP_TeamCollab_FreeSwitch_Host: { type: 'string', shown: 'host', until: '8.0' },
		VoIP_TeamCollab_FreeSwitch_WebSocket_Path: { type: 'string', shown: 'host', until: '8.0' },
	},
	recipients: [
		{
			kind: 'by-setting',
			settings: ['VoIP_TeamCollab_FreeSwitch_Host', 'VoIP_TeamCollab_FreeSwitch_WebSocket_Path', 'VoIP_TeamCollab_SIP_Server_Host', 'VoIP_TeamCollab_Drachtio_Host'],
		},
	],
	connects: ['server', 'clients'],
	activity: 'calls',
	carries: { 'user-content': 'limited', 'account-data': 'limited', 'tracking': 'limited' },
	when: any(isTrue('VoIP_TeamCollab_Enabled'), isTrue('VoIP_TeamCollab_SIP_Integration_Enabled')),
	// Takes the place of the FreeSWITCH host (ee/server/local-services/voip-freeswitch/service.ts).
	environment: { FREESWITCHIP: 'leads-elsewhere' },
	comesWithModule: true,
	sends: ['phone-numbers', 'names', 'call-participants', 'call-media', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['team-voice-calls-voip'],
	caveats: [
		{
			id: 'browsers',
			when: not(from('8.0')),
			states: ['on'],
			text: 'Browsers connect to the telephone server too, at the address in `VoIP_TeamCollab_FreeSwitch_WebSocket_Path`.',
		},
		{
			id: 'internal-calls',
			when: isTrue('VoIP_TeamCollab_SIP_Integration_For_Internal_Calls'),
			states: ['on'],
			text: 'Calls between members go over the telephone server too, since `VoIP_TeamCollab_SIP_Integration_For_Internal_Calls` is on.',
		},
	],
	premium: true,
	words: {
		name: 'Team voice calls',
		recipient: 'the telephone server',
		purpose: 'Lets people call each other and phone numbers.',
		'what-stops': 'Voice calls over that server.',
		'turn-off': '{place}: switch off `SIP Integration Enabled` (`VoIP_TeamCollab_SIP_Integration_Enabled`); before Rocket.Chat 8.0 `Enabled` (`VoIP_TeamCollab_Enabled`).',
	},
	source: 'ee/server/local-services/voip-freeswitch/service.ts (7.7.1), server/services/media-call/service.ts (8.x)',
});
