import { all, always, isChanged, isOneOf, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

/** The shipped choice for logging out ends the session at the provider as well (7.7.1, app/meteor-accounts-saml/client/saml_client.js). */
const leadsOutAtLogout = all(isOneOf('SAML_Custom_Default_logout_behaviour', 'SAML'), isSet('SAML_Custom_Default_idp_slo_redirect_url'));

export const samlLogin = flow({
	id: 'saml-login',
	settings: {
		SAML_Custom_Default: { type: 'boolean', shown: 'value' },
		SAML_Custom_Default_entry_point: { type: 'string', shown: 'host' },
		SAML_Custom_Default_idp_slo_redirect_url: { type: 'string', shown: 'host' },
		SAML_Custom_Default_logout_behaviour: { type: 'string', shown: 'value' },
	},
	// While the connection is off its addresses say nothing: others may have any.
	recipients: [
		{
			kind: 'by-switches',
			public: not(always),
			hosted: [
				{ switch: 'SAML_Custom_Default', address: 'SAML_Custom_Default_entry_point' },
				{ switch: 'SAML_Custom_Default', address: 'SAML_Custom_Default_idp_slo_redirect_url', while: leadsOutAtLogout },
			],
		},
	],
	connects: ['clients'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isTrue('SAML_Custom_Default'),
	// Further connections have settings of free names (`SAML_Custom_…`).
	unknownWhen: always,
	sends: ['browser-address', 'site-address', 'saml-name'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['saml/connection'],
	pageGroup: 'SAML',
	caveats: [
		{
			id: 'other-names',
			states: ['on'],
			text: 'Only the connection named Default is known here: there may be others as well, with free names, which an app cannot list.',
		},
		{
			id: 'logout',
			when: leadsOutAtLogout,
			states: ['on'],
			text: "At logout the browser goes to the address in `SAML_Custom_Default_idp_slo_redirect_url`, with the person's id at the provider.",
		},
		{
			id: 'logout-placeholder',
			when: all(leadsOutAtLogout, not(isChanged('SAML_Custom_Default_idp_slo_redirect_url'))),
			states: ['on'],
			text: 'That address is still the example that Rocket.Chat ships: name your own, or set `Logout Behaviour` (`SAML_Custom_Default_logout_behaviour`) to `Only log out from Rocket.Chat`.',
		},
		{
			id: 'entry-placeholder',
			when: all(isSet('SAML_Custom_Default_entry_point'), not(isChanged('SAML_Custom_Default_entry_point'))),
			states: ['on'],
			text: '`SAML_Custom_Default_entry_point` is still the example that Rocket.Chat ships, so nobody can log in that way.',
		},
	],
	premium: '9.0',
	words: {
		name: 'Login by SAML',
		recipient: 'the SAML identity provider',
		'not-shown': 'The connection named Default is off. There may be others: they have free names, which an app cannot list. An admin sees them in the SAML settings.',
		purpose: "Lets people log in with the organisation's identity provider.",
		'what-stops': 'People who log in that way need another way to log in.',
		'turn-off': '{place}: switch off `Enable` (`SAML_Custom_Default`).',
		sends: {
			'saml-name': "at logout, the person's id at the identity provider",
		},
		pages: {
			saml: 'SAML',
		},
	},
	source: 'app/meteor-accounts-saml/server/lib/settings.ts, app/meteor-accounts-saml/server/lib/ServiceProvider.ts (7.7.1)',
});
