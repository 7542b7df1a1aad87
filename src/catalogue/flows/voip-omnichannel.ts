import { isTrue } from '../conditions';
import { flow } from './flow';

export const voipOmnichannel = flow({
	id: 'voip-omnichannel',
	until: '8.0',
	settings: {
		VoIP_Management_Server_Host: { type: 'string', shown: 'host', until: '8.0' },
		VoIP_Server_Websocket_Path: { type: 'string', shown: 'host', until: '8.0' },
	},
	recipients: [{ kind: 'by-setting', settings: ['VoIP_Management_Server_Host', 'VoIP_Server_Websocket_Path'] }],
	connects: ['server', 'clients'],
	activity: 'calls',
	carries: { 'user-content': 'limited', 'account-data': 'limited', 'tracking': 'limited' },
	when: isTrue('VoIP_Enabled'),
	sends: ['phone-numbers', 'call-media', 'call-participants', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['omnichannel-voice-channel-voip/general-settings'],
	pageGroup: 'VoIP_Omnichannel',
	offBy: { VoIP_Enabled: false },
	words: {
		name: 'Omnichannel voice calls',
		recipient: 'the telephone server (Asterisk)',
		purpose: 'Lets agents take phone calls.',
		'what-stops': 'Agents cannot take phone calls in Rocket.Chat.',
		'turn-off': '{place}: switch off `Enable voice channel` (`VoIP_Enabled`).',
		pages: {
			'omnichannel-voice-channel-voip': 'Omnichannel voice channel (VoIP)',
			'general-settings': 'General Settings',
		},
	},
	source: 'app/voip/server/startup.ts, server/services/voip-asterisk/lib/Helper.ts (7.7.1)',
});
