import { any, isSet } from '../conditions';
import { flow } from './flow';

export const externalAvatars = flow({
	id: 'external-avatars',
	settings: {
		Accounts_AvatarExternalProviderUrl: { type: 'string', shown: 'host' },
		Accounts_RoomAvatarExternalProviderUrl: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Accounts_AvatarExternalProviderUrl', 'Accounts_RoomAvatarExternalProviderUrl'] }],
	connects: [
		{ by: 'server', while: isSet('Accounts_AvatarExternalProviderUrl') },
		{ by: 'clients', while: isSet('Accounts_RoomAvatarExternalProviderUrl') },
	],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: any(isSet('Accounts_AvatarExternalProviderUrl'), isSet('Accounts_RoomAvatarExternalProviderUrl')),
	sends: ['usernames', 'room-ids', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['accounts/avatar'],
	offBy: { Accounts_AvatarExternalProviderUrl: '', Accounts_RoomAvatarExternalProviderUrl: '' },
	caveats: [
		{
			id: 'who-asks',
			states: ['on'],
			text: "For avatars of users the server asks, with the username; for avatars of rooms each browser asks, with the room's id.",
		},
	],
	words: {
		name: 'Avatars from another host',
		recipient: 'the external avatar service',
		purpose: 'Takes avatars from another service.',
		'what-stops': 'Avatars come from the workspace itself.',
		'turn-off': '{place}: empty `Avatar External Provider URL` (`Accounts_AvatarExternalProviderUrl`) and `Room Avatar External Provider URL` (`Accounts_RoomAvatarExternalProviderUrl`).',
	},
	source: 'server/routes/avatar/user.ts, app/utils/client/getRoomAvatarURL.ts (7.7.1)',
});
