import { all, any, isTrue, not } from '../conditions';
import { flow } from './flow';

const checksVisitors = all(isTrue('Livechat_display_offline_form'), isTrue('Livechat_validate_offline_email'));

export const emailDomainCheck = flow({
	id: 'email-domain-check',
	settings: {
		Livechat_validate_offline_email: { type: 'boolean', shown: 'value' },
		Accounts_UseDNSDomainCheck: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'third-parties' }],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: any(isTrue('Accounts_UseDNSDomainCheck'), all(isTrue('Livechat_enabled'), checksVisitors)),
	onByDefault: true,
	sends: ['email-domains'],
	kept: 'unknown',
	optional: true,
	place: ['accounts/registration', 'omnichannel/livechat'],
	offBy: { Accounts_UseDNSDomainCheck: false, Livechat_validate_offline_email: false },
	caveats: [
		{
			id: 'domain-only',
			states: ['on'],
			text: 'Only the part after the @ is asked for, through the name servers that this server uses.',
		},
		// The endpoint of the offline form does not ask whether omnichannel is enabled (7.7.1, app/livechat/server/api/v1/offlineMessage.ts).
		{
			id: 'direct-call',
			when: all(not(isTrue('Livechat_enabled')), checksVisitors),
			states: ['off'],
			text: 'The offline form is not offered while omnichannel is off, but the server still answers direct calls of its address, and then checks the domain. Switch off `Livechat_validate_offline_email` to stop that too.',
		},
	],
	words: {
		name: 'E-mail domain check',
		recipient: 'the domain name system',
		purpose: 'Checks whether the domain of an e-mail address can receive mail.',
		'what-stops': 'Addresses with a wrong domain are no longer refused.',
		'turn-off': '{place}: switch off `Use DNS Domain Check` (`Accounts_UseDNSDomainCheck`), and `Validate Email Address` (`Livechat_validate_offline_email`) for the offline form of livechat.',
		sends: {
			'email-domains': 'domains of e-mail addresses',
		},
	},
	source: 'app/lib/server/lib/validateEmailDomain.js, app/livechat/server/lib/messages.ts (7.7.1)',
});
