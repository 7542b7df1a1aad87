import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const googleAnalytics = flow({
	id: 'google-analytics',
	settings: {
		GoogleAnalytics_enabled: { type: 'boolean', shown: 'value' },
		GoogleAnalytics_ID: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: ['www.google-analytics.com', 'www.googletagmanager.com'] }],
	carries: { 'tracking': 'yes', 'usage-data': 'limited' },
	when: all(isTrue('GoogleAnalytics_enabled'), isSet('GoogleAnalytics_ID')),
	sends: ['browser-address', 'visited-pages', 'cookies'],
	kept: 'unknown',
	optional: true,
	place: ['analytics/google-analytics'],
	caveats: [
		{
			id: 'blocked',
			when: isTrue('Enable_CSP'),
			states: ['on'],
			text: 'An id that starts with `G-` loads its script from www.googletagmanager.com, which browsers block while `Enable_CSP` is on unless `Extra_CSP_Domains` lists that host.',
		},
	],
	words: {
		recipient: 'Google Analytics',
		purpose: 'Counts visits and actions in the workspace with Google.',
		'what-stops': 'There are no visit statistics at Google.',
		'turn-off': '{place}: switch off `Enable` (`GoogleAnalytics_enabled`).',
		pages: {
			'google-analytics': 'Google Analytics',
		},
	},
	source: 'client/hooks/useAnalytics.ts, app/cors/server/cors.ts (7.7.1)',
});
