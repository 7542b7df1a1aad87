import { isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const googleTagManager = flow({
	id: 'google-tag-manager',
	settings: {
		GoogleTagManager_id: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: ['www.googletagmanager.com'] }],
	connects: ['clients'],
	activity: 'analytics',
	carries: { tracking: 'yes' },
	when: isSet('GoogleTagManager_id'),
	sends: ['browser-address', 'visited-pages', 'cookies'],
	kept: 'unknown',
	optional: true,
	place: ['general'],
	offBy: { GoogleTagManager_id: '' },
	caveats: [
		{
			id: 'blocked',
			when: isTrue('Enable_CSP'),
			states: ['on'],
			text: 'Browsers usually block it while `Enable_CSP` is on, unless `Extra_CSP_Domains` lists www.googletagmanager.com.',
		},
	],
	words: {
		name: 'Google Tag Manager',
		recipient: 'Google Tag Manager',
		purpose: 'Loads the scripts that are chosen at Google Tag Manager into every browser.',
		'what-stops': 'The tags that are managed there no longer load.',
		'turn-off': '{place}: empty `Google Tag Manager Id` (`GoogleTagManager_id`).',
	},
	source: 'client/views/root/hooks/useGoogleTagManager.ts, app/cors/server/cors.ts (7.7.1)',
});
