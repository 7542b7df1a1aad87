import { isSet } from '../conditions';
import { flow } from './flow';

export const bugsnag = flow({
	id: 'bugsnag',
	settings: {
		Bugsnag_api_key: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	carries: { 'usage-data': 'limited' },
	when: isSet('Bugsnag_api_key'),
	sends: ['error-reports', 'server-facts'],
	kept: 'unknown',
	optional: true,
	place: ['general'],
	caveats: [
		{
			id: 'restart',
			states: ['off'],
			text: 'If the key was emptied lately, errors may be reported until the server is restarted.',
		},
	],
	words: {
		recipient: 'Bugsnag',
		purpose: 'Reports errors of the server.',
		'what-stops': 'Errors are not reported there.',
		'turn-off': '{place}: empty `Bugsnag API Key` (`Bugsnag_api_key`), then restart.',
		sends: {
			'error-reports': 'error messages with stack traces',
		},
	},
	source: 'app/lib/server/lib/bugsnag.ts (7.7.1)',
});
