import { all, always, any, from, isOneOf, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

/** The built-in providers that are public services wherever they are used. */
const publicProviders = any(
	isTrue('Accounts_OAuth_Google'),
	isTrue('Accounts_OAuth_Facebook'),
	isTrue('Accounts_OAuth_Github'),
	isTrue('Accounts_OAuth_Linkedin'),
	isTrue('Accounts_OAuth_Twitter'),
	isTrue('Accounts_OAuth_Apple'),
	isTrue('Accounts_OAuth_Meteor'),
);

/** Those whose address says who runs them. */
const hostedProviders = [
	{ switch: 'Accounts_OAuth_Gitlab', address: 'API_Gitlab_URL' },
	{ switch: 'Accounts_OAuth_GitHub_Enterprise', address: 'API_GitHub_Enterprise_URL' },
	{ switch: 'Accounts_OAuth_Drupal', address: 'API_Drupal_URL' },
	{ switch: 'Accounts_OAuth_Nextcloud', address: 'Accounts_OAuth_Nextcloud_URL' },
	{ switch: 'Accounts_OAuth_Wordpress', address: 'API_Wordpress_URL' },
	{ switch: 'Accounts_OAuth_Dolphin', address: 'Accounts_OAuth_Dolphin_URL' },
	{ switch: 'Accounts_OAuth_Tokenpass', address: 'API_Tokenpass_URL' },
] as const;

/** Without an address of its own GitLab's is gitlab.com; WordPress has a choice for wordpress.com (7.7.1, app/gitlab and app/wordpress). */
const publicByAddress = any(
	all(isTrue('Accounts_OAuth_Gitlab'), not(isSet('API_Gitlab_URL'))),
	all(isTrue('Accounts_OAuth_Wordpress'), isOneOf('Accounts_OAuth_Wordpress_server_type', 'wordpress-com')),
);

export const oauthLogin = flow({
	id: 'oauth-login',
	settings: {
		Accounts_OAuth_Google: { type: 'boolean', shown: 'value' },
		Accounts_OAuth_Facebook: { type: 'boolean', shown: 'value', until: '9.0' },
		Accounts_OAuth_Github: { type: 'boolean', shown: 'value' },
		Accounts_OAuth_Linkedin: { type: 'boolean', shown: 'value', until: '9.0' },
		Accounts_OAuth_Twitter: { type: 'boolean', shown: 'value', until: '9.0' },
		Accounts_OAuth_Apple: { type: 'boolean', shown: 'value' },
		Accounts_OAuth_Meteor: { type: 'boolean', shown: 'value', until: '9.0' },
		Accounts_OAuth_Gitlab: { type: 'boolean', shown: 'value' },
		API_Gitlab_URL: { type: 'string', shown: 'set' },
		Accounts_OAuth_GitHub_Enterprise: { type: 'boolean', shown: 'value', until: '9.0' },
		API_GitHub_Enterprise_URL: { type: 'string', shown: 'host', until: '9.0' },
		Accounts_OAuth_Drupal: { type: 'boolean', shown: 'value', until: '9.0' },
		API_Drupal_URL: { type: 'string', shown: 'host', until: '9.0' },
		Accounts_OAuth_Nextcloud: { type: 'boolean', shown: 'value' },
		Accounts_OAuth_Nextcloud_URL: { type: 'string', shown: 'host' },
		Accounts_OAuth_Wordpress: { type: 'boolean', shown: 'value', until: '9.0' },
		API_Wordpress_URL: { type: 'string', shown: 'set', until: '9.0' },
		Accounts_OAuth_Wordpress_server_type: { type: 'string', shown: 'value', until: '9.0' },
		Accounts_OAuth_Dolphin: { type: 'boolean', shown: 'value', until: '9.0' },
		Accounts_OAuth_Dolphin_URL: { type: 'string', shown: 'host', until: '9.0' },
		Accounts_OAuth_Tokenpass: { type: 'boolean', shown: 'value', until: '8.0' },
		API_Tokenpass_URL: { type: 'string', shown: 'host', until: '8.0' },
	},
	recipients: [{ kind: 'by-switches', public: any(publicProviders, publicByAddress), hosted: hostedProviders }],
	connects: ['server', 'clients'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: any(publicProviders, ...hostedProviders.map((provider) => isTrue(provider.switch))),
	// Custom providers have settings of free names (`Accounts_OAuth_Custom-…`).
	unknownWhen: always,
	sends: ['browser-address', 'site-address', 'login-codes'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['oauth'],
	caveats: [
		{
			id: 'custom',
			states: ['on'],
			text: 'Only the built-in providers are known here: there may be custom ones as well, with free names, which an app cannot list.',
		},
		{
			id: 'custom-module',
			when: from('9.0'),
			text: 'From Rocket.Chat 9.0 on, custom providers need a licence module.',
		},
		{
			id: 'pictures',
			states: ['on'],
			text: "The server also fetches people's pictures from wherever the provider keeps them.",
		},
	],
	words: {
		name: 'Login by OAuth',
		recipient: 'the login providers that are switched on',
		'not-shown': 'No built-in login provider is on. There may be custom ones: they have free names, which an app cannot list. An admin sees them in the OAuth settings.',
		purpose: 'Lets people log in with an account elsewhere.',
		'what-stops': 'People who log in that way need another way to log in.',
		'turn-off': '{place}: switch off every provider that is on, for example `Google Login` (`Accounts_OAuth_Google`).',
	},
	source: 'server/settings/oauth.ts, server/lib/oauth/updateOAuthServices.ts (7.7.1), app/lib/server/functions/getAvatarSuggestionForUser.ts (8.x)',
});
