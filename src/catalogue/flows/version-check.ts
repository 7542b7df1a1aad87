import { all, callsHome, isTrue } from '../conditions';
import { flow } from './flow';

export const versionCheck = flow({
	id: 'version-check',
	settings: {
		Update_EnableChecker: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'rocket-chat', host: 'releases.rocket.chat' }],
	activity: 'rocket-chat',
	carries: { 'usage-data': 'limited' },
	when: all(callsHome, isTrue('Update_EnableChecker')),
	sends: ['workspace-ids', 'cloud-token', 'server-facts'],
	kept: 'unknown',
	optional: true,
	place: ['general/update'],
	offBy: { Update_EnableChecker: false },
	caveats: [
		{
			id: 'unregistered',
			states: ['on'],
			text: 'It is sent whether the workspace is registered or not.',
		},
	],
	words: {
		name: 'Update check',
		recipient: "Rocket.Chat's release service",
		purpose: 'Asks at each start and once a day whether there is a newer version, and notifies admins.',
		'what-stops': 'Admins no longer learn of new versions and security updates.',
		'turn-off': '{place}: switch off `Enable the Update Checker` (`Update_EnableChecker`).',
		pages: {
			update: 'Update',
		},
	},
	source: 'app/version-check/server/index.ts, app/version-check/server/functions/getNewUpdates.ts (7.7.1; the licence: 8.7)',
});
