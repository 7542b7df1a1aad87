import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const omnichannelFrame = flow({
	id: 'omnichannel-frame',
	settings: {
		Omnichannel_External_Frame_Enabled: { type: 'boolean', shown: 'value' },
		Omnichannel_External_Frame_URL: { type: 'string', shown: 'host' },
		Omnichannel_External_Frame_Encryption_JWK: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Omnichannel_External_Frame_URL'] }],
	connects: ['clients'],
	activity: 'livechat',
	carries: { 'account-data': 'limited' },
	when: all(isTrue('Omnichannel_External_Frame_Enabled'), isSet('Omnichannel_External_Frame_URL'), isSet('Omnichannel_External_Frame_Encryption_JWK')),
	sends: ['user-ids', 'room-ids', 'login-tokens', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['sms/external-frame'],
	offBy: { Omnichannel_External_Frame_Enabled: false },
	caveats: [
		{
			id: 'token',
			states: ['on'],
			text: "The page's address carries the agent's own login token, with which others can act as that agent.",
		},
	],
	words: {
		name: 'Omnichannel contact frame',
		recipient: 'the host of the embedded page',
		purpose: "Shows another system's page beside a chat.",
		'what-stops': 'Agents no longer see the embedded page.',
		'turn-off': '{place}: switch off `External frame enabled` (`Omnichannel_External_Frame_Enabled`).',
		sends: {
			'login-tokens': "the person's login token for this workspace",
		},
		pages: {
			'external-frame': 'External Frame',
		},
	},
	source: 'client/views/omnichannel/ExternalFrameContainer.tsx (7.7.1)',
});
