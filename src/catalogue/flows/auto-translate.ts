import { isTrue } from '../conditions';
import { flow } from './flow';

export const autoTranslate = flow({
	id: 'auto-translate',
	settings: {
		AutoTranslate_Enabled: { type: 'boolean', shown: 'value' },
		AutoTranslate_ServiceProvider: { type: 'string', shown: 'value' },
	},
	recipients: [
		{
			kind: 'by-choice',
			setting: 'AutoTranslate_ServiceProvider',
			public: ['google-translate', 'deepl-translate', 'microsoft-translate'],
			addresses: { 'libre-translate': 'AutoTranslate_LibreTranslateAPIURL' },
		},
	],
	carries: { 'user-content': 'yes' },
	when: isTrue('AutoTranslate_Enabled'),
	sends: ['message-text', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['message/auto-translate'],
	caveats: [
		{
			id: 'key',
			states: ['on'],
			text: 'Text is sent even while the key of the service is empty; the service then only refuses. With Microsoft the text of every message is sent, also where nobody asked for a translation.',
		},
	],
	words: {
		recipient: 'Google, DeepL or Microsoft, by the chosen service',
		purpose: 'Translates messages.',
		'what-stops': 'Messages are no longer translated.',
		'turn-off': '{place}: switch off `Enable Auto-Translate` (`AutoTranslate_Enabled`).',
		pages: {
			'auto-translate': 'Auto-Translate',
		},
	},
	source: 'app/autotranslate/server/autotranslate.ts (7.7.1)',
});
