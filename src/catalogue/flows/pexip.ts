import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const pexip = flow({
	id: 'pexip',
	since: '8.7',
	settings: {
		Pexip_Integration_Enabled: { type: 'boolean', shown: 'value', since: '8.7' },
		Pexip_Integration_Base_Url: { type: 'string', shown: 'host', since: '8.7' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Pexip_Integration_Base_Url'] }],
	carries: { 'user-content': 'limited' },
	when: all(isTrue('Pexip_Integration_Enabled'), isSet('Pexip_Integration_Base_Url')),
	sends: ['call-participants', 'call-media', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['pexip-integration'],
	words: {
		recipient: 'the Pexip server',
		purpose: 'Lets people meet in conferences on a Pexip server.',
		'what-stops': 'There are no Pexip conferences.',
		'turn-off': '{place}: switch off the integration (`Pexip_Integration_Enabled`).',
		pages: {
			'pexip-integration': 'Pexip Integration',
		},
	},
	source: 'server/settings/pexip.ts (8.x)',
});
