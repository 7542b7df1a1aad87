import { always } from '../conditions';
import { flow } from './flow';

export const marketplace = flow({
	id: 'marketplace',
	recipients: [{ kind: 'rocket-chat', host: 'marketplace.rocket.chat' }],
	carries: { 'app-data': 'limited', 'usage-data': 'limited' },
	when: always,
	sends: ['workspace-ids', 'active-users', 'search-words', 'user-ids', 'server-facts'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'browsing',
			text: 'The daily call is made whether the workspace is registered or not. Browsing adds what is searched for and, for people who are not admins, an id of the user. An environment variable that no app can read may lead these calls elsewhere.',
		},
	],
	words: {
		recipient: "Rocket.Chat's app marketplace",
		purpose: 'Shows apps that can be installed, and asks once a day for updates and licences of installed ones.',
		'what-stops': 'The marketplace stays empty; apps can still be uploaded as files.',
		'turn-off': 'No setting stops it. Only a firewall that blocks marketplace.rocket.chat does, or the environment variable `OVERWRITE_INTERNAL_MARKETPLACE_URL`, which leads it elsewhere.',
	},
	source: 'ee/server/apps/cron.ts, ee/server/apps/communication/rest.ts, ee/server/apps/marketplace/ (7.7.1)',
});
