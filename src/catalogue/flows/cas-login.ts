import { isTrue } from '../conditions';
import { flow } from './flow';

export const casLogin = flow({
	id: 'cas-login',
	settings: {
		CAS_enabled: { type: 'boolean', shown: 'value' },
		CAS_base_url: { type: 'string', shown: 'host' },
		CAS_login_url: { type: 'string', shown: 'host' },
	},
	// The server asks at the former, browsers go to the latter.
	recipients: [{ kind: 'by-setting', settings: ['CAS_base_url', 'CAS_login_url'] }],
	connects: ['server', 'clients'],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isTrue('CAS_enabled'),
	sends: ['browser-address', 'site-address', 'login-codes'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['cas'],
	pageGroup: 'CAS',
	offBy: { CAS_enabled: false },
	words: {
		name: 'Login by CAS',
		recipient: 'the CAS server',
		purpose: 'Lets people log in with a CAS server.',
		'what-stops': 'People who log in that way need another way to log in.',
		'turn-off': '{place}: switch off `Enabled` (`CAS_enabled`).',
		pages: {
			cas: 'CAS',
		},
	},
	source: 'server/lib/cas/middleware.ts, client/lib/openCASLoginPopup.ts (7.7.1)',
});
