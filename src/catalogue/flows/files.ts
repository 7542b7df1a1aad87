import { isOneOf, isTrue, not } from '../conditions';
import { flow } from './flow';

/** Where files are kept. */
export const FILES = [
	flow({
		id: 'file-storage',
		recipient: {
			kind: 'by-choice',
			setting: 'FileUpload_Storage_Type',
			public: ['AmazonS3', 'GoogleCloudStorage'],
			// Without an address of its own the store of type AmazonS3 is Amazon's.
			addresses: { AmazonS3: 'FileUpload_S3_BucketURL', Webdav: 'FileUpload_Webdav_Server_URL' },
		},
		carries: { 'user-content': 'yes', 'account-data': 'limited' },
		when: isOneOf('FileUpload_Storage_Type', 'AmazonS3', 'GoogleCloudStorage', 'Webdav'),
		sends: ['files', 'avatars-and-exports'],
		kept: 'stored',
		optional: true,
		place: ['file-upload'],
		caveats: [{ text: 'flow_file-storage_caveat_uploads-off', when: not(isTrue('FileUpload_Enabled')), states: ['on'] }],
		source: 'server/settings/file-upload.ts, app/file-upload/server/config/ (7.7.1)',
	}),
	flow({
		id: 'webdav-accounts',
		recipient: { kind: 'third-parties' },
		carries: { 'user-content': 'limited' },
		when: isTrue('Webdav_Integration_Enabled'),
		sends: ['files', 'service-login'],
		kept: 'stored',
		optional: true,
		place: ['webdav-integration'],
		caveats: [{ text: 'flow_webdav-accounts_caveat_hosts', states: ['on'] }],
		source: 'app/webdav/server/methods/addWebdavAccount.ts (7.7.1)',
	}),
] as const;
