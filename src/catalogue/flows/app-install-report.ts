import { callsHome } from '../conditions';
import { flow } from './flow';

export const appInstallReport = flow({
	id: 'app-install-report',
	recipients: [{ kind: 'rocket-chat', host: 'marketplace.rocket.chat' }],
	activity: 'rocket-chat',
	carries: { 'app-data': 'limited' },
	when: callsHome,
	environment: { OVERWRITE_INTERNAL_MARKETPLACE_URL: 'leads-elsewhere' },
	sends: ['app-names', 'site-address', 'cloud-token', 'server-facts'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'private',
			states: ['on'],
			text: 'Apps that are uploaded as files are reported too, this one included. It is sent whether the workspace is registered or not.',
		},
	],
	words: {
		name: 'Report of installed apps',
		recipient: "Rocket.Chat's app marketplace",
		purpose: 'Reports each app that is installed, updated or removed.',
		'what-stops': 'Nothing.',
		'turn-off': 'No setting stops it. From 8.7 on a valid offline licence does; otherwise only a firewall that blocks marketplace.rocket.chat.',
		sends: {
			'app-names': 'names and versions of the apps concerned',
		},
	},
	source: 'ee/server/apps/marketplace/appInstall.ts (7.7.1; the licence: 8.7)',
});
