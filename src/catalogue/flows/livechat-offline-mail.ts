import { all, isSet, isTrue, mailLeaves } from '../conditions';
import { flow } from './flow';

export const livechatOfflineMail = flow({
	id: 'livechat-offline-mail',
	settings: {
		Livechat_offline_email: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Livechat_offline_email'] }],
	connects: [],
	activity: 'livechat',
	carries: { 'account-data': 'limited', 'user-content': 'limited' },
	when: all(mailLeaves, isTrue('Livechat_display_offline_form'), isSet('Livechat_offline_email')),
	// A department's own address takes the place of the setting, and no setting shows it.
	unknownWhen: all(mailLeaves, isTrue('Livechat_display_offline_form')),
	sends: ['visitor-details', 'message-text'],
	kept: 'stored',
	optional: true,
	place: ['omnichannel/livechat'],
	offBy: { Livechat_display_offline_form: false },
	caveats: [
		{
			id: 'departments',
			states: ['on', 'unknown'],
			text: 'A department may have its own address, which takes the place of this one and is not shown to this app.',
		},
	],
	words: {
		name: 'Livechat offline messages',
		recipient: 'the people who receive offline messages',
		purpose: 'Sends what visitors write in the offline form to an e-mail address.',
		'what-stops': 'Visitors cannot leave a message while nobody is there, or nobody learns of it by e-mail.',
		'turn-off': '{place}: switch off `Display Offline Form` (`Livechat_display_offline_form`), or empty `Email Address to Send Offline Messages` (`Livechat_offline_email`) and the addresses of departments.',
	},
	source: 'app/livechat/server/lib/messages.ts (7.7.1)',
});
