import { registered } from '../conditions';
import { flow } from './flow';

export const workspaceRegistration = flow({
	id: 'workspace-registration',
	recipients: [{ kind: 'rocket-chat-unreadable', unreadableSetting: 'Cloud_Url' }],
	carries: { 'account-data': 'yes', 'usage-data': 'limited' },
	when: registered,
	sends: ['site-address', 'workspace-ids', 'organisation-facts', 'oldest-user', 'active-users', 'consents', 'licence', 'server-facts', 'announcement-clicks'],
	kept: 'stored',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'past',
			states: ['off', 'unknown'],
			text: "That does not mean that nothing was ever sent: the setup wizard and every attempt to register already send the first admin's e-mail address and what was entered about the organisation.",
		},
		{
			id: 'announcements',
			states: ['on'],
			text: "Who clicks an announcement of Rocket.Chat's is told to it with id, username and name. Linking an account and buying a plan send more.",
		},
	],
	words: {
		recipient: 'Rocket.Chat Cloud',
		purpose: 'Keeps the registration up to date: at each start and every twelve hours it tells Rocket.Chat Cloud about the workspace and fetches licence and announcements.',
		'what-stops': 'Licences from Rocket.Chat Cloud are no longer renewed by themselves, and services that need a registration stop working.',
		'turn-off': 'No setting stops it while the workspace is registered. It ends with the registration, or with a firewall that blocks cloud.rocket.chat.',
		sends: {
			'oldest-user': 'name of the oldest user',
			licence: 'the licence',
			'announcement-clicks': 'id, username and name of who clicks an announcement',
		},
	},
	source: 'app/cloud/server/functions/buildRegistrationData.ts, retrieveRegistrationStatus.ts, syncWorkspace/ (7.7.1)',
});
