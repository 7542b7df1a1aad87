import { all, any, isOneOf, isTrue } from '../conditions';
import { flow } from './flow';

export const webrtcIce = flow({
	id: 'webrtc-ice',
	until: '8.0',
	settings: {
		WebRTC_Enabled: { type: 'boolean', shown: 'value', until: '8.0' },
		WebRTC_Enable_Channel: { type: 'boolean', shown: 'value', until: '8.0' },
		WebRTC_Enable_Private: { type: 'boolean', shown: 'value', until: '8.0' },
		WebRTC_Enable_Direct: { type: 'boolean', shown: 'value', until: '8.0' },
		Omnichannel_call_provider: { type: 'string', shown: 'value' },
		WebRTC_Servers: { type: 'string', shown: 'set', until: '8.0' },
	},
	recipients: [{ kind: 'by-setting', settings: ['WebRTC_Servers'] }],
	hosts: ['stun.l.google.com'],
	connects: ['clients'],
	activity: 'calls',
	carries: { tracking: 'limited' },
	when: all(
		isTrue('WebRTC_Enabled'),
		any(
			isTrue('WebRTC_Enable_Channel'),
			isTrue('WebRTC_Enable_Private'),
			isTrue('WebRTC_Enable_Direct'),
			isOneOf('Omnichannel_call_provider', 'WebRTC'),
		),
	),
	sends: ['browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['webrtc'],
	pageGroup: 'WebRTC',
	offBy: { WebRTC_Enabled: false },
	caveats: [
		{
			id: 'default-servers',
			states: ['on'],
			text: "The servers that Rocket.Chat ships as default are public ones, Google's among them.",
		},
	],
	words: {
		name: 'WebRTC call servers',
		recipient: 'the STUN and TURN servers',
		purpose: 'Helps browsers to connect directly for calls.',
		'what-stops': 'WebRTC calls, unless they use your own servers.',
		'turn-off': '{place}: switch off `Enabled` (`WebRTC_Enabled`), or name your own servers in `STUN/TURN Servers` (`WebRTC_Servers`).',
		pages: {
			webrtc: 'WebRTC',
		},
	},
	source: 'app/webrtc/client/WebRTCClass.ts, app/livechat/server/api/v1/videoCall.ts (7.7.1)',
});
