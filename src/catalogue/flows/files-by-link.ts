import { all, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const filesByLink = flow({
	id: 'files-by-link',
	settings: {
		FileUpload_Restrict_to_room_members: { type: 'boolean', shown: 'value' },
		FileUpload_Restrict_to_users_who_can_access_room: { type: 'boolean', shown: 'value' },
		FileUpload_Enable_json_web_token_for_files: { type: 'boolean', shown: 'value' },
		FileUpload_json_web_token_secret_for_files: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'anyone', name: 'anyone' }],
	connects: ['in'],
	activity: 'messages',
	carries: { 'user-content': 'limited' },
	when: not(isTrue('FileUpload_ProtectFiles')),
	sends: ['files'],
	kept: 'unknown',
	optional: true,
	place: ['file-upload'],
	offBy: { FileUpload_ProtectFiles: true },
	caveats: [
		{
			id: 'link',
			states: ['on', 'unknown'],
			text: 'Opening a file takes its link. The link is too long to guess, but it stays valid, and everybody who has it can pass it on.',
		},
		{
			id: 'uploads-off',
			when: not(isTrue('FileUpload_Enabled')),
			states: ['on', 'unknown'],
			text: 'Uploads are switched off (`FileUpload_Enabled`), so this is about files from before.',
		},
		{
			id: 'members',
			when: all(isTrue('FileUpload_ProtectFiles'), not(isTrue('FileUpload_Restrict_to_room_members')), not(isTrue('FileUpload_Restrict_to_users_who_can_access_room'))),
			states: ['off'],
			text: 'Everybody with an account and the link can open a file, whichever room it is in (`FileUpload_Restrict_to_room_members` and `FileUpload_Restrict_to_users_who_can_access_room` are off).',
		},
		{
			id: 'token-links',
			when: all(
				isTrue('FileUpload_ProtectFiles'),
				isTrue('Livechat_enabled'),
				isTrue('FileUpload_Enable_json_web_token_for_files'),
				isSet('FileUpload_json_web_token_secret_for_files'),
			),
			states: ['off'],
			text: 'Links to files of omnichannel conversations carry a token, with which they open without a login for an hour (`FileUpload_Enable_json_web_token_for_files` is on).',
		},
	],
	words: {
		name: 'Files by link',
		recipient: 'anyone who can reach this server',
		purpose: 'Opens uploaded files without a login.',
		'what-stops': 'Files open only after a login.',
		'turn-off': '{place}: switch on `Protect Uploaded Files` (`FileUpload_ProtectFiles`).',
	},
	source: 'app/file-upload/server/lib/FileUpload.ts (8.6.1)',
});
