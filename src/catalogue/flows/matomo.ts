import { all, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const matomo = flow({
	id: 'matomo',
	settings: {
		PiwikAnalytics_enabled: { type: 'boolean', shown: 'value' },
		PiwikAnalytics_url: { type: 'string', shown: 'host' },
		PiwikAdditionalTrackers: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['PiwikAnalytics_url', 'PiwikAdditionalTrackers'] }],
	carries: { 'tracking': 'yes', 'usage-data': 'limited' },
	when: all(isTrue('PiwikAnalytics_enabled'), isSet('PiwikAnalytics_url')),
	sends: ['browser-address', 'visited-pages', 'cookies', 'user-ids'],
	kept: 'unknown',
	optional: true,
	place: ['analytics/piwik'],
	caveats: [
		{
			id: 'trackers',
			when: isSet('PiwikAdditionalTrackers'),
			states: ['on'],
			text: '`PiwikAdditionalTrackers` names further servers that receive the same.',
		},
	],
	words: {
		recipient: 'the Matomo (Piwik) server',
		purpose: 'Counts visits and actions in the workspace with Matomo, with the id of who is logged in.',
		'what-stops': 'There are no visit statistics at Matomo.',
		'turn-off': '{place}: switch off `Enable` (`PiwikAnalytics_enabled`).',
		pages: {
			piwik: 'Piwik',
		},
	},
	source: 'client/hooks/useAnalytics.ts (7.7.1)',
});
