import { intelligentSearch } from '../conditions';
import { flow } from './flow';

export const aiSearch = flow({
	id: 'ai-search',
	since: '8.7',
	recipients: [{ kind: 'by-setting', settings: ['AI_Intelligent_Search_Pipeline_Base_URL'] }],
	activity: 'search',
	carries: { 'user-content': 'yes', 'account-data': 'limited' },
	when: intelligentSearch,
	sends: ['search-words', 'search-filters', 'room-ids', 'user-roles', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['ai-center/intelligent-search'],
	offBy: { AI_Intelligent_Search_Enabled: false },
	caveats: [
		{
			id: 'keys',
			states: ['on'],
			text: 'It also needs two keys, which this app does not read.',
		},
	],
	premium: true,
	words: {
		name: 'Intelligent search',
		recipient: 'the AI search pipeline',
		purpose: 'Answers searches with an outside search service.',
		'what-stops': 'Search works without it.',
		'turn-off': '{place}: switch off intelligent search (`AI_Intelligent_Search_Enabled`).',
		sends: {
			'user-roles': 'roles of users',
			'search-filters': 'usernames and dates that narrow a search',
		},
	},
	source: 'server/settings/ai.ts, packages/ai-search/src/intelligentSearch.ts (8.x)',
});
