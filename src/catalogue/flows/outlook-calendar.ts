import { isTrue } from '../conditions';
import { flow } from './flow';

export const outlookCalendar = flow({
	id: 'outlook-calendar',
	settings: {
		Outlook_Calendar_Enabled: { type: 'boolean', shown: 'value' },
		Outlook_Calendar_Exchange_Url: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Outlook_Calendar_Exchange_Url'] }],
	carries: { 'account-data': 'limited', 'user-content': 'limited' },
	when: isTrue('Outlook_Calendar_Enabled'),
	sends: ['service-login', 'calendar-events'],
	kept: 'unknown',
	optional: true,
	place: ['outlook-calendar'],
	caveats: [
		{
			id: 'who-connects',
			states: ['on'],
			text: "In 7.x people's own desktop apps connect. Later versions can let the server connect instead, to Microsoft or to the address in the Exchange settings.",
		},
	],
	premium: true,
	words: {
		recipient: 'Microsoft Exchange or Microsoft 365',
		purpose: "Shows people's Outlook events in Rocket.Chat.",
		'what-stops': 'People no longer see their events in Rocket.Chat.',
		'turn-off': '{place}: switch off `Enabled` (`Outlook_Calendar_Enabled`).',
		sends: {
			'calendar-events': 'calendar events and meetings',
		},
		pages: {
			'outlook-calendar': 'Outlook Calendar',
		},
	},
	source: 'ee/server/settings/outlookCalendar.ts (7.7.1), ee/server/settings/exchange.ts (8.x)',
});
