import { isSet } from '../conditions';
import { flow } from './flow';

export const oauthProxy = flow({
	id: 'oauth-proxy',
	until: '9.0',
	settings: {
		Accounts_OAuth_Proxy_services: { type: 'string', shown: 'set', until: '9.0' },
		Accounts_OAuth_Proxy_host: { type: 'string', shown: 'host', until: '9.0' },
	},
	recipients: [{ kind: 'rocket-chat-by-setting', setting: 'Accounts_OAuth_Proxy_host' }],
	hosts: ['oauth-proxy.rocket.chat'],
	connects: ['clients'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isSet('Accounts_OAuth_Proxy_services'),
	sends: ['browser-address', 'site-address', 'login-codes'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['oauth/proxy'],
	offBy: { Accounts_OAuth_Proxy_services: '' },
	words: {
		name: 'Login proxy',
		recipient: "Rocket.Chat's OAuth proxy",
		'recipient-elsewhere': 'another OAuth proxy',
		purpose: 'Passes logins with the listed providers through one fixed address.',
		'what-stops': "The listed providers must know the workspace's own address for their redirect.",
		'turn-off': '{place}: empty `Proxy Services` (`Accounts_OAuth_Proxy_services`).',
		pages: {
			proxy: 'Proxy',
		},
	},
	source: 'app/lib/server/oauth/proxy.js, app/lib/client/OAuthProxy.ts (7.7.1; gone: 9.0)',
});
