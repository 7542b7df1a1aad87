import { callsHome } from '../conditions';
import { flow } from './flow';

export const marketplace = flow({
	id: 'marketplace',
	recipients: [{ kind: 'rocket-chat', host: 'marketplace.rocket.chat' }],
	connects: ['server', 'clients'],
	activity: 'rocket-chat',
	carries: { 'app-data': 'limited', 'usage-data': 'limited', 'account-data': 'limited' },
	when: callsHome,
	environment: { OVERWRITE_INTERNAL_MARKETPLACE_URL: 'leads-elsewhere' },
	sends: ['workspace-ids', 'cloud-token', 'active-users', 'user-ids', 'app-requests', 'browser-address', 'server-facts'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'timers',
			states: ['on'],
			text: 'The daily call is made whether the workspace is registered or not. Where it is, a second one every twelve hours asks whose requests for apps were met. What people search for is not sent.',
		},
		{
			id: 'browser',
			states: ['on'],
			text: 'Requesting and buying an app open a page of the marketplace in the browser. Its address holds the data of the person who requests. For a purchase it holds the id of the workspace, a token and the number of users.',
		},
		{
			id: 'pages',
			states: ['off'],
			text: 'The list of apps stays empty then. Whether a browser can still open the page for requesting an app could not be found out.',
		},
	],
	words: {
		name: 'Apps marketplace',
		recipient: "Rocket.Chat's app marketplace",
		purpose: 'Shows apps that can be installed or requested, and asks for updates and licences of installed ones.',
		'what-stops': 'The marketplace stays empty; apps can still be uploaded as files.',
		'turn-off': 'No setting stops it. From 8.7 on a valid offline licence does; otherwise only a firewall that blocks marketplace.rocket.chat, for the server and for browsers.',
		sends: {
			'app-requests': 'id, names and e-mail addresses of each person who requests an app, and the id and names of every admin',
		},
	},
	source: 'ee/server/apps/cron.ts, ee/server/apps/appRequestsCron.ts, ee/server/apps/communication/rest.ts, ee/server/apps/marketplace/ (7.7.1; the licence: 8.7)',
});
