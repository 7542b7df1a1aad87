import { isSet } from '../conditions';
import { flow } from './flow';

export const bugsnag = flow({
	id: 'bugsnag',
	settings: {
		Bugsnag_api_key: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	// Browsers with the key of the environment.
	connects: ['server', 'clients'],
	activity: 'monitoring',
	carries: { 'usage-data': 'limited' },
	when: isSet('Bugsnag_api_key'),
	// Puts a key of its own into every page.
	environment: { BUGSNAG_CLIENT: 'switches-on' },
	sends: ['error-reports', 'server-facts'],
	kept: 'unknown',
	optional: true,
	place: ['general'],
	caveats: [
		{
			id: 'browsers',
			text: 'With `BUGSNAG_CLIENT` in the environment of the server, browsers report their errors too, so Bugsnag sees the IP address of the person.',
		},
		{
			id: 'restart',
			states: ['unknown'],
			text: 'If the key was emptied recently, errors may be reported until the server is restarted.',
		},
	],
	words: {
		name: 'Bugsnag error reports',
		recipient: 'Bugsnag',
		purpose: 'Reports errors of the server, or of browsers.',
		'what-stops': 'Errors are not reported there.',
		'turn-off': '{place}: empty `Bugsnag API Key` (`Bugsnag_api_key`), and take `BUGSNAG_CLIENT` out of the environment of the server; then restart.',
		sends: {
			'error-reports': 'error messages with stack traces',
		},
	},
	source: 'app/lib/server/lib/bugsnag.ts, app/ui-master/server/scripts.ts, client/views/root/OutermostErrorBoundary.tsx (7.7.1)',
});
