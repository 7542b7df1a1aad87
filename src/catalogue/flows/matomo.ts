import { all, any, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const matomo = flow({
	id: 'matomo',
	settings: {
		PiwikAnalytics_enabled: { type: 'boolean', shown: 'value' },
		PiwikAnalytics_url: { type: 'string', shown: 'host' },
		PiwikAdditionalTrackers: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['PiwikAnalytics_url'], texts: ['PiwikAdditionalTrackers'] }],
	connects: ['clients'],
	activity: 'analytics',
	carries: { 'tracking': 'yes', 'usage-data': 'limited' },
	when: all(isTrue('PiwikAnalytics_enabled'), isSet('PiwikAnalytics_url')),
	sends: ['browser-address', 'visited-pages', 'cookies', 'user-ids', 'room-events'],
	kept: 'unknown',
	optional: true,
	place: ['analytics/piwik'],
	offBy: { PiwikAnalytics_enabled: false },
	caveats: [
		{
			id: 'events',
			when: any(isTrue('Analytics_features_messages'), isTrue('Analytics_features_rooms')),
			states: ['on'],
			text: 'Matomo learns, with the id of the user, who writes in which room: each message that somebody sends with the name and id of its room (`Analytics_features_messages`), changes of rooms likewise (`Analytics_features_rooms`).',
		},
		{
			id: 'trackers',
			when: isSet('PiwikAdditionalTrackers'),
			states: ['on'],
			text: '`PiwikAdditionalTrackers` names further servers that receive the same.',
		},
	],
	words: {
		name: 'Matomo analytics',
		recipient: 'the Matomo (Piwik) server',
		purpose: 'Counts visits and actions in the workspace with Matomo, with the id of each person who is logged in.',
		'what-stops': 'Visit statistics at Matomo.',
		'turn-off': '{place}: switch off `Enable` (`PiwikAnalytics_enabled`).',
		pages: {
			piwik: 'Piwik',
		},
	},
	source: 'client/hooks/useAnalytics.ts (7.7.1), client/views/root/hooks/useAnalyticsEventTracking.ts (8.6)',
});
