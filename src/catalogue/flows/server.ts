import { all, any, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

const checksVisitors = all(isTrue('Livechat_display_offline_form'), isTrue('Livechat_validate_offline_email'));

/** What the server tells others about its use and about people. */
export const SERVER = [
	flow({
		id: 'bugsnag',
		recipient: { kind: 'public', hosts: [] },
		carries: { 'usage-data': 'limited' },
		when: isSet('Bugsnag_api_key'),
		sends: ['error-reports', 'server-facts'],
		kept: 'unknown',
		optional: true,
		place: ['general'],
		caveats: [{ text: 'flow_bugsnag_caveat_restart', states: ['off'] }],
		source: 'app/lib/server/lib/bugsnag.ts (7.7.1)',
	}),
	flow({
		id: 'external-avatars',
		recipient: { kind: 'by-setting', settings: ['Accounts_AvatarExternalProviderUrl', 'Accounts_RoomAvatarExternalProviderUrl'] },
		carries: { 'account-data': 'limited' },
		when: any(isSet('Accounts_AvatarExternalProviderUrl'), isSet('Accounts_RoomAvatarExternalProviderUrl')),
		sends: ['usernames', 'room-ids', 'browser-address'],
		kept: 'unknown',
		optional: true,
		place: ['accounts/avatar'],
		caveats: [{ text: 'flow_external-avatars_caveat_who-asks', states: ['on'] }],
		source: 'server/routes/avatar/user.ts, app/utils/client/getRoomAvatarURL.ts (7.7.1)',
	}),
	flow({
		id: 'email-domain-check',
		recipient: { kind: 'third-parties' },
		carries: { 'account-data': 'limited' },
		when: any(isTrue('Accounts_UseDNSDomainCheck'), all(isTrue('Livechat_enabled'), checksVisitors)),
		onByDefault: true,
		sends: ['email-domains'],
		kept: 'unknown',
		optional: true,
		place: ['accounts/registration', 'omnichannel/livechat'],
		caveats: [
			{ text: 'flow_email-domain-check_caveat_domain-only', states: ['on'] },
			// The endpoint of the offline form does not ask whether omnichannel is enabled (7.7.1, app/livechat/server/api/v1/offlineMessage.ts).
			{ text: 'flow_email-domain-check_caveat_direct-call', when: all(not(isTrue('Livechat_enabled')), checksVisitors), states: ['off'] },
		],
		source: 'app/lib/server/lib/validateEmailDomain.js, app/livechat/server/lib/messages.ts (7.7.1)',
	}),
	flow({
		id: 'prometheus',
		recipient: { kind: 'third-parties' },
		carries: { 'usage-data': 'limited' },
		when: isTrue('Prometheus_Enabled'),
		sends: ['metrics'],
		kept: 'unknown',
		optional: true,
		place: ['logs/prometheus'],
		caveats: [{ text: 'flow_prometheus_caveat_reach', states: ['on'] }],
		source: 'app/metrics/server/lib/collectMetrics.ts (7.7.1)',
	}),
] as const;
