import { all, any, isOneOf, isTrue, not } from '../conditions';
import { flow } from './flow';

const areAllProxied = {
	AmazonS3: all(isTrue('FileUpload_S3_Proxy_Uploads'), isTrue('FileUpload_S3_Proxy_Avatars'), isTrue('FileUpload_S3_Proxy_UserDataFiles')),
	GoogleCloudStorage: all(isTrue('FileUpload_GoogleStorage_Proxy_Uploads'), isTrue('FileUpload_GoogleStorage_Proxy_Avatars'), isTrue('FileUpload_GoogleStorage_Proxy_UserDataFiles')),
};

/** Where the server answers with the address of the file in the store. */
const areRedirected = any(all(isOneOf('FileUpload_Storage_Type', 'AmazonS3'), not(areAllProxied.AmazonS3)), all(isOneOf('FileUpload_Storage_Type', 'GoogleCloudStorage'), not(areAllProxied.GoogleCloudStorage)));

export const fileStorage = flow({
	id: 'file-storage',
	settings: {
		FileUpload_Storage_Type: { type: 'string', shown: 'value' },
		FileUpload_S3_BucketURL: { type: 'string', shown: 'set' },
		FileUpload_Webdav_Server_URL: { type: 'string', shown: 'host' },
		FileUpload_S3_Proxy_Uploads: { type: 'boolean', shown: 'value' },
		FileUpload_S3_Proxy_Avatars: { type: 'boolean', shown: 'value' },
		FileUpload_S3_Proxy_UserDataFiles: { type: 'boolean', shown: 'value' },
		FileUpload_GoogleStorage_Proxy_Uploads: { type: 'boolean', shown: 'value' },
		FileUpload_GoogleStorage_Proxy_Avatars: { type: 'boolean', shown: 'value' },
		FileUpload_GoogleStorage_Proxy_UserDataFiles: { type: 'boolean', shown: 'value' },
	},
	recipients: [
		{
			kind: 'by-choice',
			setting: 'FileUpload_Storage_Type',
			// Without an address of its own the store of type AmazonS3 is Amazon's.
			services: { AmazonS3: { name: 'amazon' }, GoogleCloudStorage: { name: 'google', host: 'storage.googleapis.com' } },
			addresses: { AmazonS3: ['FileUpload_S3_BucketURL'], Webdav: ['FileUpload_Webdav_Server_URL'] },
		},
	],
	connects: ['server', { by: 'clients', while: areRedirected }],
	activity: 'messages',
	carries: { 'user-content': 'yes', 'account-data': 'limited', 'tracking': 'limited' },
	when: isOneOf('FileUpload_Storage_Type', 'AmazonS3', 'GoogleCloudStorage', 'Webdav'),
	sends: ['files', 'avatars-and-exports', 'file-readers'],
	kept: 'stored',
	optional: true,
	place: ['file-upload'],
	offBy: { FileUpload_Storage_Type: 'GridFS' },
	caveats: [
		{
			id: 'uploads-off',
			when: not(isTrue('FileUpload_Enabled')),
			states: ['on'],
			text: "Uploads are switched off (`FileUpload_Enabled`), but avatars, exports of people's data and files from before still use the store.",
		},
		{
			id: 'redirects',
			when: areRedirected,
			states: ['on'],
			text: 'Browsers fetch the files from the store themselves, so the store sees the IP address and browser of everybody who opens one. Only what has its `Proxy` setting on (uploads, avatars, user data files) goes through the server.',
		},
		{
			id: 'proxied',
			when: any(all(isOneOf('FileUpload_Storage_Type', 'AmazonS3'), areAllProxied.AmazonS3), all(isOneOf('FileUpload_Storage_Type', 'GoogleCloudStorage'), areAllProxied.GoogleCloudStorage)),
			states: ['on'],
			text: 'The server fetches the files from the store, so the store does not see who opens them.',
		},
	],
	words: {
		name: 'External file storage',
		recipient: 'the file store',
		purpose: "Keeps uploaded files outside the workspace's own database and disk.",
		'what-stops': "New files are kept in the database or on the server's disk; files in the old store may no longer be reachable.",
		'turn-off': '{place}: set `Storage Type` (`FileUpload_Storage_Type`) to GridFS or FileSystem. Files that are already there stay there.',
		sends: {
			'avatars-and-exports': "avatars and exports of people's data",
			'file-readers': 'IP address and browser of everybody who opens a file, where the server does not fetch it for them',
		},
	},
	source: 'server/settings/file-upload.ts, app/file-upload/server/config/ (7.7.1), app/file-upload/server/config/AmazonS3.ts (8.6)',
});
