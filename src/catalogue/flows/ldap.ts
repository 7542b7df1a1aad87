import { isOneOf, isTrue } from '../conditions';
import { flow } from './flow';

export const ldap = flow({
	id: 'ldap',
	settings: {
		LDAP_Host: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['LDAP_Host'] }],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isTrue('LDAP_Enable'),
	sends: ['usernames', 'passwords'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['ldap/connection'],
	pageGroup: 'LDAP',
	offBy: { LDAP_Enable: false },
	caveats: [
		{
			id: 'plain',
			when: isOneOf('LDAP_Encryption', 'plain'),
			states: ['on'],
			text: "Passwords and people's data cross the network unencrypted, since `LDAP_Encryption` is `No Encryption`.",
		},
		{
			id: 'encryption-unread',
			when: isOneOf('LDAP_Encryption', 'plain'),
			unsettled: true,
			states: ['on'],
			text: "Whether passwords and people's data cross the network encrypted could not be read.",
		},
	],
	premium: '9.0',
	words: {
		name: 'Login by LDAP',
		recipient: 'the LDAP directory',
		purpose: "Checks logins, and fetches people's data, from a directory.",
		'what-stops': 'People who log in that way need another way to log in, and data is no longer synchronised.',
		'turn-off': '{place}: switch off `Enable` (`LDAP_Enable`).',
		pages: {
			ldap: 'LDAP',
		},
	},
	source: 'server/configuration/ldap.ts, server/lib/ldap/Manager.ts (7.7.1)',
});
