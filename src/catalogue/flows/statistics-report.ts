import { always } from '../conditions';
import { flow } from './flow';

export const statisticsReport = flow({
	id: 'statistics-report',
	recipients: [{ kind: 'rocket-chat', host: 'collector.rocket.chat' }],
	carries: { 'usage-data': 'yes', 'account-data': 'limited', 'app-data': 'limited' },
	when: always,
	sends: ['site-address', 'workspace-ids', 'organisation-facts', 'mail-server', 'usage-counts', 'app-counts', 'server-facts'],
	kept: 'stored',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'environment',
			text: 'It is sent whether the workspace is registered or not. No names of users and no messages are part of it. From 8.x an environment variable that no app can read may have stopped it. Early 6.x versions obeyed the setting `Statistics_reporting`, which this app does not read.',
		},
	],
	words: {
		recipient: "Rocket.Chat's statistics collector",
		purpose: 'Tells Rocket.Chat once a day, and at each start, how the workspace is used.',
		'what-stops': 'From 7.0 on, a workspace without a licence whose reports are not accepted for ten days is restricted: people cannot send messages.',
		'turn-off': 'No setting stops it (`Statistics_reporting` does nothing since 7.x). From 8.x the environment variable `RC_DISABLE_STATISTICS_REPORTING=true` stops it; before, only a firewall that blocks collector.rocket.chat does.',
		sends: {
			'mail-server': "mail server's host, port and the From address",
			'usage-counts': 'counts of users, rooms, messages, devices and features in use',
			'app-counts': 'counts of installed apps',
		},
	},
	source: 'app/statistics/server/functions/sendUsageReport.ts, server/cron/usageReport.ts (7.7.1)',
});
