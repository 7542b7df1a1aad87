import { all, any, isOneOf, isSet, isTrue, not } from '../conditions';
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
			services: {
				'google-translate': { name: 'google', host: 'translation.googleapis.com' },
				// Its host depends on the key: api.deepl.com, or api-free.deepl.com.
				'deepl-translate': { name: 'deepl' },
				'microsoft-translate': { name: 'microsoft', host: 'api.cognitive.microsofttranslator.com' },
			},
			addresses: { 'libre-translate': ['AutoTranslate_LibreTranslateAPIURL'] },
		},
	],
	hosts: ['api.deepl.com', 'api-free.deepl.com'],
	activity: 'search',
	carries: { 'user-content': 'yes' },
	when: all(isTrue('AutoTranslate_Enabled'), any(not(isOneOf('AutoTranslate_ServiceProvider', 'libre-translate')), isSet('AutoTranslate_LibreTranslateAPIURL'))),
	sends: ['message-text', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['message/auto-translate'],
	offBy: { AutoTranslate_Enabled: false },
	caveats: [
		{
			id: 'key',
			when: not(isOneOf('AutoTranslate_ServiceProvider', 'libre-translate')),
			states: ['on'],
			text: 'Text is sent even while the key of the service is empty; the service then only refuses.',
		},
		{
			id: 'microsoft',
			when: isOneOf('AutoTranslate_ServiceProvider', 'microsoft-translate'),
			states: ['on'],
			text: 'With Microsoft the text of every message is sent, also where nobody asked for a translation.',
		},
		{
			id: 'libre',
			when: isOneOf('AutoTranslate_ServiceProvider', 'libre-translate'),
			states: ['on'],
			text: 'LibreTranslate runs where `AutoTranslate_LibreTranslateAPIURL` says, which can be a server of your own.',
		},
	],
	words: {
		name: 'Automatic translation',
		recipient: 'the translation service',
		purpose: 'Translates messages.',
		'what-stops': 'Messages are no longer translated.',
		'turn-off': '{place}: switch off `Enable Auto-Translate` (`AutoTranslate_Enabled`).',
		pages: {
			'auto-translate': 'Auto-Translate',
		},
	},
	source: 'app/autotranslate/server/autotranslate.ts (7.7.1), app/autotranslate/server/libreTranslate.ts (8.6)',
});
