import { all, any, from, isChanged, isOneOf, isTrue, not, reads } from '../conditions';
import { flow } from './flow';

export const outlookCalendar = flow({
	id: 'outlook-calendar',
	settings: {
		Outlook_Calendar_Exchange_Url: { type: 'string', shown: 'host' },
		Outlook_Calendar_Url_Mapping: { type: 'string', shown: 'set', since: '7.8' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Outlook_Calendar_Exchange_Url'], texts: ['Outlook_Calendar_Url_Mapping'] }],
	connects: ['clients'],
	activity: 'connections',
	carries: { 'account-data': 'limited', 'user-content': 'limited' },
	when: isTrue('Outlook_Calendar_Enabled'),
	// It can switch the calendar on for the people of some mail domains.
	// It came with 7.8, which nothing tells from 7.7: before 7.11 it counts only where it reads.
	unknownWhen: all(any(from('7.11'), reads('Outlook_Calendar_Url_Mapping')), isChanged('Outlook_Calendar_Url_Mapping')),
	comesWithModule: true,
	sends: ['service-login', 'calendar-events'],
	kept: 'unknown',
	optional: true,
	place: ['outlook-calendar'],
	offBy: { Outlook_Calendar_Enabled: false },
	caveats: [
		{
			id: 'who-connects',
			states: ['on'],
			text: "People's own desktop apps connect, with a login that they enter there; the server does not.",
		},
		{
			id: 'mapping',
			when: isChanged('Outlook_Calendar_Url_Mapping'),
			states: ['on', 'unknown'],
			text: '`Outlook_Calendar_Url_Mapping` can switch it on or off for people of some mail domains, and lead them to other hosts; this app shows nothing of it.',
		},
		{
			id: 'mapping-missing',
			when: not(reads('Outlook_Calendar_Url_Mapping')),
			states: ['off'],
			text: '`Outlook_Calendar_Url_Mapping`, which came with Rocket.Chat 7.8, could not be read here. Where it exists and is hidden, it can switch the calendar on for people of some mail domains.',
		},
		{
			id: 'server-mode',
			when: isOneOf('Exchange_Mode', 'server'),
			states: ['on'],
			text: '`Exchange_Mode` is `server`: then the server connects itself (`exchange-server`), and this address is no longer used.',
		},
	],
	premium: true,
	words: {
		name: 'Outlook calendar',
		recipient: 'the Exchange server or Microsoft 365',
		purpose: "Shows people's Outlook events in Rocket.Chat.",
		'what-stops': 'People no longer see their events in Rocket.Chat.',
		'turn-off': '{place}: switch off `Enabled` (`Outlook_Calendar_Enabled`).',
		sends: {
			'calendar-events': 'calendar events and meetings',
		},
	},
	source: 'ee/server/settings/outlookCalendar.ts (7.7.1), ee/server/settings/exchange.ts (9.1)',
});
