import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const federationXmpp = flow({
	id: 'federation-xmpp',
	// Merged into the main line between the first candidates of 8.7.0 and 8.8.0 (pull request 40758).
	since: '8.7',
	releaseUnproven: true,
	settings: {
		Federation_XMPP_Enabled: { type: 'boolean', shown: 'value', since: '8.7' },
		Federation_XMPP_Bridge_URL: { type: 'string', shown: 'host', since: '8.7' },
	},
	recipients: [
		{ kind: 'by-setting', settings: ['Federation_XMPP_Bridge_URL'] },
		{ kind: 'third-parties', name: 'xmpp-servers', isHandedOn: true },
	],
	// The bridge calls back, with a token of its own (`Federation_XMPP_Bridge_AS_Token`).
	connects: ['server', 'in'],
	activity: 'connections',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	// The bridge is a part of the native federation, which starts it.
	when: all(isTrue('Federation_Service_Enabled'), isSet('Federation_Service_Domain'), isTrue('Federation_XMPP_Enabled'), isSet('Federation_XMPP_Bridge_URL')),
	sends: ['message-text', 'files', 'usernames', 'names', 'room-names', 'presence'],
	kept: 'stored',
	optional: true,
	place: ['federation/xmpp'],
	offBy: { Federation_XMPP_Enabled: false },
	caveats: [
		{
			id: 'copies',
			states: ['on'],
			text: 'What was shared stays on the other servers.',
		},
	],
	premium: true,
	words: {
		name: 'XMPP bridge',
		recipient: 'the XMPP bridge',
		purpose: 'Connects rooms and people with XMPP servers through a bridge.',
		'what-stops': 'Rooms are no longer shared with XMPP servers.',
		'turn-off': '{place}: switch off `Enabled` (`Federation_XMPP_Enabled`).',
		pages: {
			xmpp: 'XMPP',
		},
	},
	source: 'server/settings/federation-service.ts, ee/server/startup/federation.ts (8.x)',
});
