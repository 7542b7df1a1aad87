import { all, isOneOf, isTrue } from '../conditions';
import { flow } from './flow';

export const exchangeServer = flow({
	id: 'exchange-server',
	since: '9.1',
	settings: {
		Exchange_Sync_Provider: { type: 'string', shown: 'value', since: '9.1' },
		Exchange_Graph_Host: { type: 'string', shown: 'host', since: '9.1' },
		Exchange_Graph_Authority_Host: { type: 'string', shown: 'host', since: '9.1' },
		Exchange_EWS_Url: { type: 'string', shown: 'host', since: '9.1' },
		Exchange_Contacts_Sync_Enabled: { type: 'boolean', shown: 'value', since: '9.1' },
	},
	recipients: [
		{
			kind: 'by-choice',
			setting: 'Exchange_Sync_Provider',
			services: {},
			addresses: { graph: ['Exchange_Graph_Host', 'Exchange_Graph_Authority_Host'], ews: ['Exchange_EWS_Url'] },
		},
	],
	activity: 'connections',
	carries: { 'account-data': 'limited' },
	when: all(isTrue('Outlook_Calendar_Enabled'), isOneOf('Exchange_Mode', 'server')),
	sends: ['email-addresses', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['outlook-calendar'],
	offBy: { Outlook_Calendar_Enabled: false },
	caveats: [
		{
			id: 'candidate',
			states: ['on', 'unknown'],
			text: 'This was read in the first release candidate of 9.1, before its release.',
		},
		{
			id: 'contacts',
			when: isTrue('Exchange_Contacts_Sync_Enabled'),
			states: ['on'],
			text: 'Contacts come in from there as well, since `Exchange_Contacts_Sync_Enabled` is on.',
		},
	],
	premium: true,
	words: {
		name: 'Exchange server access',
		recipient: "Microsoft 365 or the organisation's own Exchange server",
		purpose: 'Lets the server itself fetch the calendars of all users.',
		'what-stops': 'People no longer see their events in Rocket.Chat.',
		'turn-off': '{place}: set `Exchange_Mode` to `legacy`, or switch off `Enabled` (`Outlook_Calendar_Enabled`).',
	},
	source: 'ee/server/settings/exchange.ts (9.1.0-rc.0)',
});
