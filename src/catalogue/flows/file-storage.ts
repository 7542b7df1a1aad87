import { isOneOf, isTrue, not } from '../conditions';
import { flow } from './flow';

export const fileStorage = flow({
	id: 'file-storage',
	settings: {
		FileUpload_Storage_Type: { type: 'string', shown: 'value' },
		FileUpload_S3_BucketURL: { type: 'string', shown: 'set' },
		FileUpload_Webdav_Server_URL: { type: 'string', shown: 'host' },
	},
	recipients: [
		{
			kind: 'by-choice',
			setting: 'FileUpload_Storage_Type',
			public: ['AmazonS3', 'GoogleCloudStorage'],
			// Without an address of its own the store of type AmazonS3 is Amazon's.
			addresses: { AmazonS3: 'FileUpload_S3_BucketURL', Webdav: 'FileUpload_Webdav_Server_URL' },
		},
	],
	carries: { 'user-content': 'yes', 'account-data': 'limited' },
	when: isOneOf('FileUpload_Storage_Type', 'AmazonS3', 'GoogleCloudStorage', 'Webdav'),
	sends: ['files', 'avatars-and-exports'],
	kept: 'stored',
	optional: true,
	place: ['file-upload'],
	caveats: [
		{
			id: 'uploads-off',
			when: not(isTrue('FileUpload_Enabled')),
			states: ['on'],
			text: "Uploads are switched off (`FileUpload_Enabled`), but avatars, exports of people's data and files from before still use the store.",
		},
	],
	words: {
		recipient: 'the file store',
		purpose: "Keeps uploaded files outside the workspace's own database and disk.",
		'what-stops': "New files are kept in the database or on the server's disk; files in the old store may no longer be reachable.",
		'turn-off': '{place}: set `Storage Type` (`FileUpload_Storage_Type`) to GridFS or FileSystem. Files that are already there stay there.',
		sends: {
			'avatars-and-exports': "avatars and exports of people's data",
		},
	},
	source: 'server/settings/file-upload.ts, app/file-upload/server/config/ (7.7.1)',
});
