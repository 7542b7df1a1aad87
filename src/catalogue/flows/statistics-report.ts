import { callsHome } from '../conditions';
import { flow } from './flow';

export const statisticsReport = flow({
	id: 'statistics-report',
	recipients: [{ kind: 'rocket-chat', host: 'collector.rocket.chat' }],
	activity: 'rocket-chat',
	carries: { 'usage-data': 'yes', 'account-data': 'limited', 'app-data': 'limited' },
	when: callsHome,
	environment: { RC_DISABLE_STATISTICS_REPORTING: 'switches-off' },
	sends: ['site-address', 'workspace-ids', 'cloud-token', 'organisation-facts', 'mail-server', 'usage-counts', 'app-counts', 'federated-rooms', 'service-names', 'server-facts'],
	kept: 'stored',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'unregistered',
			states: ['on'],
			text: 'It is sent whether the workspace is registered or not. No messages are part of it.',
		},
	],
	words: {
		name: 'Daily usage report',
		recipient: "Rocket.Chat's statistics collector",
		purpose: 'Reports to Rocket.Chat once a day, and at each start, how the workspace is used.',
		'what-stops': 'Without a licence, people can no longer send messages once no report was accepted for ten days.',
		'turn-off': 'No setting stops it (`Statistics_reporting` does nothing). From 8.7 on a valid offline licence does, and, from 8.6 on at the latest, the environment variable `RC_DISABLE_STATISTICS_REPORTING=true`; otherwise only a firewall that blocks collector.rocket.chat.',
		sends: {
			'mail-server': "mail server's host, port and the From address",
			'usage-counts': 'counts of users, rooms, messages, devices and features in use, and the times of the last login and the last message',
			'app-counts': 'counts of installed apps',
			'federated-rooms': 'id and name of the largest and the smallest federated room, and the names of the servers they are shared with',
			'service-names': 'names of custom login services and omnichannel sources, and the modules of the licence',
		},
	},
	source: 'app/statistics/server/functions/sendUsageReport.ts, server/cron/usageReport.ts, app/statistics/server/lib/ (7.7.1; the variable: 8.6.1; the licence: 8.7)',
});
