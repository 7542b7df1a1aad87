import { all, any, isOneOf, isSet, isTrue, not } from '../conditions';
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

/** Who somebody is: logins and directories. */
export const IDENTITY = [
	flow({
		id: 'oauth-login',
		recipient: { kind: 'by-switches', public: any(publicProviders, publicByAddress), hosted: hostedProviders },
		carries: { 'account-data': 'limited' },
		when: any(publicProviders, ...hostedProviders.map((provider) => isTrue(provider.switch))),
		sends: ['browser-address', 'site-address', 'login-codes'],
		kept: 'unknown',
		optional: true,
		place: ['oauth'],
		caveats: [{ text: 'flow_oauth-login_caveat_custom' }],
		source: 'server/settings/oauth.ts, server/lib/oauth/updateOAuthServices.ts (7.7.1)',
	}),
	flow({
		id: 'saml-login',
		recipient: { kind: 'by-setting', settings: ['SAML_Custom_Default_entry_point'] },
		carries: { 'account-data': 'limited' },
		when: isTrue('SAML_Custom_Default'),
		sends: ['browser-address', 'site-address'],
		kept: 'unknown',
		optional: true,
		place: ['saml/connection'],
		caveats: [{ text: 'flow_saml-login_caveat_other-names' }],
		source: 'app/meteor-accounts-saml/server/lib/settings.ts (7.7.1)',
	}),
	flow({
		id: 'ldap',
		recipient: { kind: 'by-setting', settings: ['LDAP_Host'] },
		carries: { 'account-data': 'limited' },
		when: isTrue('LDAP_Enable'),
		sends: ['usernames', 'passwords'],
		kept: 'unknown',
		optional: true,
		place: ['ldap/connection'],
		source: 'server/configuration/ldap.ts, server/lib/ldap/Manager.ts (7.7.1)',
	}),
	flow({
		id: 'cas-login',
		recipient: { kind: 'by-setting', settings: ['CAS_base_url'] },
		carries: { 'account-data': 'limited' },
		when: isTrue('CAS_enabled'),
		sends: ['browser-address', 'site-address', 'login-codes'],
		kept: 'unknown',
		optional: true,
		place: ['cas'],
		source: 'server/lib/cas/middleware.ts (7.7.1)',
	}),
	flow({
		id: 'crowd',
		recipient: { kind: 'by-setting', settings: ['CROWD_URL'] },
		carries: { 'account-data': 'limited' },
		when: isTrue('CROWD_Enable'),
		sends: ['usernames', 'passwords'],
		kept: 'unknown',
		optional: true,
		place: ['atlassian-crowd'],
		source: 'app/crowd/server/crowd.ts (7.7.1)',
	}),
	flow({
		id: 'iframe-login',
		recipient: { kind: 'by-setting', settings: ['Accounts_iframe_url', 'Accounts_Iframe_api_url'] },
		carries: { 'account-data': 'limited' },
		when: isTrue('Accounts_iframe_enabled'),
		sends: ['browser-address', 'site-address', 'cookies'],
		kept: 'unknown',
		optional: true,
		place: ['accounts/iframe'],
		source: 'app/ui-utils/client/lib/IframeLogin.ts (7.7.1)',
	}),
] as const;
