import { isTrue } from '../conditions';
import { flow } from './flow';

export const samlLogin = flow({
	id: 'saml-login',
	settings: {
		SAML_Custom_Default: { type: 'boolean', shown: 'value' },
		SAML_Custom_Default_entry_point: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['SAML_Custom_Default_entry_point'] }],
	carries: { 'account-data': 'limited' },
	when: isTrue('SAML_Custom_Default'),
	sends: ['browser-address', 'site-address'],
	kept: 'unknown',
	optional: true,
	place: ['saml/connection'],
	caveats: [
		{
			id: 'other-names',
			text: 'Only the connection named Default is known here: others have free names, which apps cannot list.',
		},
	],
	words: {
		recipient: 'the SAML identity provider',
		purpose: "Lets people log in with the organisation's identity provider.",
		'what-stops': 'People who log in that way need another way to log in.',
		'turn-off': '{place}: switch off `Enable` (`SAML_Custom_Default`).',
		pages: {
			saml: 'SAML',
		},
	},
	source: 'app/meteor-accounts-saml/server/lib/settings.ts (7.7.1)',
});
