import { all, intelligentSearch, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const aiAnswers = flow({
	id: 'ai-answers',
	since: '8.7',
	settings: {
		AI_Intelligent_Search_Answer_Enabled: { type: 'boolean', shown: 'value', since: '8.7' },
		AI_LLM_OpenAI_API_Key: { type: 'string', shown: 'set', since: '8.7' },
		AI_LLM_OpenAI_Model: { type: 'string', shown: 'set', since: '8.7' },
	},
	recipients: [{ kind: 'by-setting', settings: ['AI_LLM_OpenAI_Base_URL'] }],
	activity: 'search',
	carries: { 'user-content': 'limited' },
	when: all(
		intelligentSearch,
		isTrue('AI_Intelligent_Search_Answer_Enabled'),
		isSet('AI_LLM_OpenAI_Base_URL'),
		isSet('AI_LLM_OpenAI_API_Key'),
		isSet('AI_LLM_OpenAI_Model'),
	),
	sends: ['search-words', 'message-text', 'usernames', 'room-names'],
	kept: 'unknown',
	optional: true,
	place: ['ai-center/intelligent-search'],
	offBy: { AI_Intelligent_Search_Answer_Enabled: false },
	caveats: [
		{
			id: 'default',
			states: ['on'],
			text: "The address that Rocket.Chat ships as default is OpenAI's. The search itself needs two keys as well, which this app does not read.",
		},
	],
	premium: true,
	words: {
		name: 'AI search answers',
		recipient: 'the language model provider',
		purpose: 'Writes answers to searches from messages that were found.',
		'what-stops': 'Searches show what was found, without a written answer.',
		'turn-off': "{place}: switch off the answers (`AI_Intelligent_Search_Answer_Enabled`), or set your own model's address in `AI_LLM_OpenAI_Base_URL`.",
	},
	source: 'server/settings/ai.ts (8.x)',
});
