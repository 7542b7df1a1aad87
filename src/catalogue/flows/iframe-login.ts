import { isTrue } from '../conditions';
import { flow } from './flow';

export const iframeLogin = flow({
	id: 'iframe-login',
	settings: {
		Accounts_iframe_enabled: { type: 'boolean', shown: 'value' },
		Accounts_iframe_url: { type: 'string', shown: 'host' },
		Accounts_Iframe_api_url: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Accounts_iframe_url', 'Accounts_Iframe_api_url'] }],
	connects: ['clients'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isTrue('Accounts_iframe_enabled'),
	sends: ['browser-address', 'site-address', 'cookies'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['accounts/iframe'],
	offBy: { Accounts_iframe_enabled: false },
	words: {
		name: 'Login by iframe',
		recipient: 'the host of the login page',
		purpose: "Lets people log in through another site's page.",
		'what-stops': 'People who log in that way need another way to log in.',
		'turn-off': '{place}: switch off `Enabled` (`Accounts_iframe_enabled`).',
		pages: {
			iframe: 'Iframe',
		},
	},
	source: 'app/ui-utils/client/lib/IframeLogin.ts (7.7.1)',
});
