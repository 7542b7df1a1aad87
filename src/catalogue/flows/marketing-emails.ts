import { all, callsHome, isTrue, registered } from '../conditions';
import { flow } from './flow';

export const marketingEmails = flow({
	id: 'marketing-emails',
	settings: {
		Allow_Marketing_Emails: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'rocket-chat-unreadable', unreadableSetting: 'Cloud_Url' }],
	hosts: ['cloud.rocket.chat'],
	activity: 'rocket-chat',
	carries: { 'account-data': 'limited' },
	when: all(callsHome, registered, isTrue('Allow_Marketing_Emails')),
	sends: ['consents'],
	kept: 'unknown',
	optional: true,
	place: ['setup-wizard/organization-info'],
	pageGroup: 'Setup_Wizard',
	offBy: { Allow_Marketing_Emails: false },
	caveats: [
		{
			id: 'registration',
			text: 'The choice goes to Rocket.Chat only as part of a registration; addresses that it already has are not taken back.',
		},
	],
	words: {
		name: 'Marketing e-mail consent',
		recipient: 'Rocket.Chat, for its marketing e-mails',
		purpose: 'Lets Rocket.Chat send marketing e-mails to the contact of the workspace.',
		'what-stops': 'Marketing e-mails: Rocket.Chat should stop sending them.',
		'turn-off': '{place}: switch off `Allow Marketing Emails` (`Allow_Marketing_Emails`). Rocket.Chat learns of it with the next exchange with Rocket.Chat Cloud.',
		pages: {
			'setup-wizard': 'Setup Wizard',
			'organization-info': 'Organization Info',
		},
	},
	source: 'app/cloud/server/functions/buildRegistrationData.ts (7.7.1; the licence: 8.7)',
});
