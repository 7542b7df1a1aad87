import { all, any, isOneOf, isTrue, mailLeaves, not } from '../conditions';
import { flow } from './flow';

export const deepLinks = flow({
	id: 'deep-links',
	settings: {
		DeepLink_Url: { type: 'string', shown: 'host' },
		Offline_Message_Use_DeepLink: { type: 'boolean', shown: 'value' },
		Accounts_Registration_InviteUrlType: { type: 'string', shown: 'value' },
	},
	recipients: [{ kind: 'rocket-chat-by-setting', setting: 'DeepLink_Url' }],
	hosts: ['go.rocket.chat'],
	connects: ['clients'],
	activity: 'notifications',
	carries: { tracking: 'limited' },
	when: any(
		all(mailLeaves, isTrue('Offline_Message_Use_DeepLink')),
		not(isOneOf('Accounts_Registration_InviteUrlType', 'direct')),
	),
	sends: ['browser-address', 'link-target', 'room-ids'],
	kept: 'unknown',
	optional: true,
	place: ['accounts/registration', 'email/offline-message', 'general'],
	offBy: { Accounts_Registration_InviteUrlType: 'direct', Offline_Message_Use_DeepLink: false },
	caveats: [
		{
			id: 'opened',
			states: ['on'],
			text: 'Something is sent only when somebody opens such a link: the link holds the address of the workspace and its target.',
		},
	],
	words: {
		name: 'Links through go.rocket.chat',
		recipient: "Rocket.Chat's link service",
		'recipient-elsewhere': 'another host for links',
		purpose: 'Leads invitation links, and links in notification e-mails, to the mobile app or the browser.',
		'what-stops': 'Links open the workspace directly in the browser, or go through another host.',
		'turn-off': '{place}: set `Invite URL Type` (`Accounts_Registration_InviteUrlType`) to Direct and switch off `Use Deep Link URL Format` (`Offline_Message_Use_DeepLink`), or set your own address in `DeepLink_Url`.',
		sends: {
			'link-target': 'the address that the link leads to',
		},
		pages: {
			'offline-message': 'Offline Message',
		},
	},
	source: 'app/invites/server/functions/findOrCreateInvite.ts, app/lib/server/functions/notifications/email.js, app/utils/lib/getURL.ts (7.7.1)',
});
