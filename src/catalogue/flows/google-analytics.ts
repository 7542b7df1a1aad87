import { all, any, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const googleAnalytics = flow({
	id: 'google-analytics',
	settings: {
		GoogleAnalytics_enabled: { type: 'boolean', shown: 'value' },
		GoogleAnalytics_ID: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: ['www.google-analytics.com', 'www.googletagmanager.com'] }],
	connects: ['clients'],
	activity: 'analytics',
	carries: { 'tracking': 'yes', 'usage-data': 'limited' },
	when: all(isTrue('GoogleAnalytics_enabled'), isSet('GoogleAnalytics_ID')),
	sends: ['browser-address', 'visited-pages', 'cookies', 'room-events', 'logins-with-id'],
	kept: 'unknown',
	optional: true,
	place: ['analytics/google-analytics'],
	offBy: { GoogleAnalytics_enabled: false },
	caveats: [
		{
			id: 'events',
			when: any(isTrue('Analytics_features_messages'), isTrue('Analytics_features_rooms'), isTrue('Analytics_features_users')),
			states: ['on'],
			text: 'With an older id, one that does not start with `G-`, events are reported as well: each message that somebody sends with the name and id of its room (`Analytics_features_messages`), changes of rooms likewise (`Analytics_features_rooms`), and logins with the id of the user (`Analytics_features_users`).',
		},
		{
			id: 'blocked',
			when: isTrue('Enable_CSP'),
			states: ['on'],
			text: 'An id that starts with `G-` loads its script from www.googletagmanager.com, which browsers block while `Enable_CSP` is on unless `Extra_CSP_Domains` lists that host.',
		},
	],
	words: {
		name: 'Google Analytics',
		recipient: 'Google Analytics',
		purpose: 'Counts visits and actions in the workspace with Google.',
		'what-stops': 'Visit statistics at Google.',
		'turn-off': '{place}: switch off `Enable` (`GoogleAnalytics_enabled`).',
		sends: {
			'logins-with-id': 'ids of users with each login and logout, where the analytics features are on',
		},
		pages: {
			'google-analytics': 'Google Analytics',
		},
	},
	source: 'client/hooks/useAnalytics.ts, app/cors/server/cors.ts (7.7.1), client/views/root/hooks/useAnalyticsEventTracking.ts (8.6)',
});
