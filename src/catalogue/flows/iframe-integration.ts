import { all, any, isOneOf, isTrue, not } from '../conditions';
import { flow } from './flow';

const isSentOut = isTrue('Iframe_Integration_send_enable');

export const iframeIntegration = flow({
	id: 'iframe-integration',
	settings: {
		Iframe_Integration_send_enable: { type: 'boolean', shown: 'value' },
		Iframe_Integration_send_target_origin: { type: 'string', shown: 'host' },
		Iframe_Restrict_Access: { type: 'boolean', shown: 'set' },
		Iframe_X_Frame_Options: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Iframe_Integration_send_target_origin'], isInReach: true }],
	connects: [],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'usage-data': 'limited' },
	when: all(isSentOut, any(not(isTrue('Iframe_Restrict_Access')), not(isOneOf('Iframe_X_Frame_Options', 'sameorigin', 'SAMEORIGIN', 'deny', 'DENY')))),
	// A proxy in front of the server can take the restriction out of its answers.
	unknownWhen: isSentOut,
	sends: ['message-text', 'names', 'room-names', 'desktop-events'],
	kept: 'unknown',
	optional: true,
	place: ['general/iframe-integration'],
	offBy: { Iframe_Integration_send_enable: false },
	caveats: [
		{
			id: 'any-page',
			when: isOneOf('Iframe_Integration_send_target_origin', '*'),
			states: ['on', 'unknown'],
			text: 'A star as target means any page: every page that can show the workspace in a frame receives what is sent.',
		},
		{
			id: 'restriction-on',
			when: isTrue('Iframe_Restrict_Access'),
			states: ['on', 'unknown'],
			text: 'Here `Iframe_Restrict_Access` is on. Rocket.Chat keeps this switch secret, so only whether it is set is shown: set means on.',
		},
		{
			id: 'restriction-off',
			when: not(isTrue('Iframe_Restrict_Access')),
			states: ['on', 'unknown'],
			text: 'Here `Iframe_Restrict_Access` is off, so the server lets any page show the workspace in a frame. Rocket.Chat keeps this switch secret, so only whether it is set is shown: not set means off.',
		},
		{
			id: 'restricted',
			states: ['unknown'],
			text: 'While `Iframe_Restrict_Access` is on and `Iframe_X_Frame_Options` is as Rocket.Chat ships it, only pages at the own address of the workspace can show it in a frame, unless a proxy in front of the server takes that restriction away.',
		},
	],
	words: {
		name: 'Embedding in another page',
		recipient: 'the page that shows the workspace in a frame',
		purpose: 'Reports what happens in the workspace to a page that shows it in a frame.',
		'what-stops': 'That page no longer learns what happens in the workspace.',
		'turn-off': '{place}: switch off `Enable Send` (`Iframe_Integration_send_enable`), or enter the address of your own page in `Send Target Origin` (`Iframe_Integration_send_target_origin`).',
		sends: {
			'desktop-events': "notifications, one's own status and clicks",
		},
		pages: {
			'iframe-integration': 'Iframe Integration',
		},
	},
	source: 'client/lib/utils/fireGlobalEvent.ts, app/ui-utils/client/lib/LegacyRoomManager.ts, app/cors/server/cors.ts (8.6.1)',
});
