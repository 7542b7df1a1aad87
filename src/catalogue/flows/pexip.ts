import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const pexip = flow({
	id: 'pexip',
	// Not yet in the main line at the first candidate of 8.8.0 (pull requests 40847 and 41871).
	since: '8.8',
	releaseUnproven: true,
	settings: {
		Pexip_Integration_Enabled: { type: 'boolean', shown: 'value', since: '8.8' },
		Pexip_Integration_Base_Url: { type: 'string', shown: 'host', since: '8.8' },
		Pexip_Integration_SIP_Host: { type: 'string', shown: 'host', since: '8.8' },
	},
	// Voice calls that become a conference go to the host for SIP.
	recipients: [{ kind: 'by-setting', settings: ['Pexip_Integration_Base_Url', 'Pexip_Integration_SIP_Host'] }],
	// Pexip asks this server who may enter, and reports what happens (packages/pexip/src/endpoints).
	connects: ['server', 'clients', 'in'],
	activity: 'calls',
	carries: { 'user-content': 'limited', 'account-data': 'limited', 'tracking': 'limited' },
	when: all(isTrue('Pexip_Integration_Enabled'), isSet('Pexip_Integration_Base_Url')),
	sends: ['call-participants', 'call-media', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['pexip-integration'],
	pageGroup: 'Pexip_Integration',
	offBy: { Pexip_Integration_Enabled: false },
	words: {
		name: 'Pexip calls',
		recipient: 'the Pexip server',
		purpose: 'Lets people meet in conferences on a Pexip server.',
		'what-stops': 'Pexip conferences.',
		'turn-off': '{place}: switch off the integration (`Pexip_Integration_Enabled`).',
		pages: {
			'pexip-integration': 'Pexip Integration',
		},
	},
	source: 'server/settings/pexip.ts, server/services/media-call/service.ts, packages/pexip/src/Pexip.ts (8.x)',
});
