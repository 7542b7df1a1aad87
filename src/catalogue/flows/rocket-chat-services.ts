import { all, always, any, isOneOf, isSet, isTrue, not, pushGatewayInUse } from '../conditions';
import { flow } from './flow';

/** Rocket.Chat's own services. */
export const ROCKET_CHAT_SERVICES = [
	flow({
		id: 'statistics-report',
		recipient: { kind: 'rocket-chat', host: 'collector.rocket.chat' },
		carries: { 'usage-data': 'yes', 'account-data': 'limited', 'app-data': 'limited' },
		when: always,
		sends: ['site-address', 'organisation-facts', 'mail-server', 'usage-counts', 'app-counts', 'server-facts'],
		kept: 'stored',
		optional: false,
		place: [],
		caveats: [{ text: 'flow_statistics-report_caveat_environment' }],
		source: 'app/statistics/server/functions/sendUsageReport.ts, server/cron/usageReport.ts (7.7.1)',
	}),
	flow({
		id: 'push-gateway',
		recipient: { kind: 'rocket-chat-by-setting', setting: 'Push_gateway' },
		carries: { 'usage-data': 'yes', 'account-data': 'limited', 'user-content': 'limited' },
		when: pushGatewayInUse,
		sends: ['device-tokens', 'sender-names', 'message-text', 'site-address'],
		kept: 'relayed',
		optional: true,
		place: ['Push'],
		source: 'server/configuration/pushNotification.ts, app/push/server/push.ts (7.7.1)',
	}),
	flow({
		id: 'deep-links',
		recipient: { kind: 'rocket-chat-by-setting', setting: 'DeepLink_Url' },
		carries: { tracking: 'limited' },
		when: any(
			all(isSet('SMTP_Host'), isTrue('Offline_Message_Use_DeepLink')),
			not(isOneOf('Accounts_Registration_InviteUrlType', 'direct')),
		),
		sends: ['visitor-address', 'link-target'],
		kept: 'unknown',
		optional: true,
		place: ['General', 'Accounts > Registration'],
		source: 'app/invites/server/functions/findOrCreateInvite.ts (7.7.1)',
	}),
] as const;
