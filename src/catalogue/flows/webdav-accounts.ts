import { isTrue } from '../conditions';
import { flow } from './flow';

export const webdavAccounts = flow({
	id: 'webdav-accounts',
	settings: {
		Webdav_Integration_Enabled: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'third-parties' }],
	activity: 'messages',
	carries: { 'user-content': 'limited' },
	when: isTrue('Webdav_Integration_Enabled'),
	sends: ['files', 'service-login'],
	kept: 'stored',
	optional: true,
	place: ['webdav-integration'],
	pageGroup: 'Webdav Integration',
	offBy: { Webdav_Integration_Enabled: false },
	caveats: [
		{
			id: 'hosts',
			states: ['on'],
			text: 'Each user decides which servers these are; no setting shows it.',
		},
	],
	words: {
		name: 'WebDAV accounts',
		recipient: 'WebDAV servers that people enter',
		purpose: 'Lets people connect their own WebDAV or Nextcloud accounts and exchange files with them.',
		'what-stops': 'People can no longer use their WebDAV accounts.',
		'turn-off': '{place}: switch off `Webdav Integration Enabled` (`Webdav_Integration_Enabled`).',
		pages: {
			'webdav-integration': 'Webdav Integration',
		},
	},
	source: 'app/webdav/server/methods/addWebdavAccount.ts (7.7.1)',
});
