import { all, callsHome, registered } from '../conditions';
import { flow } from './flow';

export const workspaceRegistration = flow({
	id: 'workspace-registration',
	recipients: [{ kind: 'rocket-chat-unreadable', unreadableSetting: 'Cloud_Url' }],
	hosts: ['cloud.rocket.chat', 'billing.rocket.chat'],
	activity: 'rocket-chat',
	carries: { 'account-data': 'yes', 'usage-data': 'limited' },
	when: all(callsHome, registered),
	sends: [
		'site-address',
		'workspace-ids',
		'cloud-token',
		'organisation-facts',
		'organisation-names',
		'oldest-user',
		'active-users',
		'monthly-contacts',
		'consents',
		'licence',
		'server-facts',
		'announcement-answers',
	],
	kept: 'stored',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'past',
			states: ['off', 'unknown'],
			text: "That does not mean that nothing was ever sent. The setup wizard already sends name and e-mail address of the user with the oldest account, and what was entered about the organisation. Registering sends most of this as well, with the e-mail address that is typed in for it; with a token it sends the organisation's.",
		},
		{
			id: 'token',
			// With an offline licence, registering by the variable fails too.
			when: callsHome,
			states: ['off', 'unknown'],
			text: "The variable `REG_TOKEN` of the server's environment makes an unregistered server register at its next start. An app cannot see it, only the registration that comes of it.",
		},
		{
			id: 'linking',
			states: ['on'],
			text: 'Linking an account of Rocket.Chat Cloud and buying a plan send more, the latter to billing.rocket.chat.',
		},
	],
	words: {
		name: 'Registration with Rocket.Chat',
		recipient: 'Rocket.Chat Cloud',
		purpose: 'Keeps the registration up to date: at each start and every twelve hours it sends Rocket.Chat Cloud data about the workspace and fetches licence and announcements.',
		'what-stops': 'Licences from Rocket.Chat Cloud are no longer renewed by themselves, and services that need a registration stop working.',
		'turn-off': 'No setting stops it while the workspace is registered. To end the registration of a self-managed workspace, remove the workspace at cloud.rocket.chat, under Workspaces: the server drops it once Rocket.Chat refuses its credentials. From 8.7 on a valid offline licence stops it; otherwise only a firewall that blocks cloud.rocket.chat.',
		sends: {
			'organisation-names': 'names of the organisation and the workspace, its website and its language, and whether surveys are on',
			'oldest-user': 'name of the user with the oldest account',
			'monthly-contacts': 'number of omnichannel contacts of the month',
			licence: 'the licence',
			'announcement-answers': 'id, username and name of each person who clicks or closes an announcement, of a livechat visitor also department and phone number',
		},
	},
	source: 'app/cloud/server/index.ts, app/cloud/server/functions/, server/modules/core-apps/cloudAnnouncements.module.ts (7.7.1; the licence: 8.7)',
});
