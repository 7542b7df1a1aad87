import { intelligentSearch } from '../conditions';
import { flow } from './flow';

export const aiSearch = flow({
	id: 'ai-search',
	since: '8.7',
	recipients: [{ kind: 'by-setting', settings: ['AI_Intelligent_Search_Pipeline_Base_URL'] }],
	carries: { 'user-content': 'yes' },
	when: intelligentSearch,
	sends: ['search-words', 'room-ids', 'user-roles'],
	kept: 'unknown',
	optional: true,
	place: ['ai-center/intelligent-search'],
	caveats: [
		{
			id: 'keys',
			states: ['on'],
			text: 'It also needs two keys, which this app does not read.',
		},
	],
	premium: true,
	words: {
		recipient: 'the AI search pipeline',
		purpose: 'Answers searches with an outside search service.',
		'what-stops': 'Search works without it.',
		'turn-off': '{place}: switch off intelligent search (`AI_Intelligent_Search_Enabled`).',
		sends: {
			'user-roles': 'roles of users',
		},
	},
	source: 'server/settings/ai.ts (8.x)',
});
