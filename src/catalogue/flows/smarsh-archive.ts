import { all, isSet, isTrue, mailLeaves } from '../conditions';
import { flow } from './flow';

export const smarshArchive = flow({
	id: 'smarsh-archive',
	settings: {
		From_Email: { type: 'string', shown: 'set' },
		Smarsh_Enabled: { type: 'boolean', shown: 'value' },
		Smarsh_Email: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: [] }],
	connects: [],
	activity: 'messages',
	carries: { 'user-content': 'yes' },
	when: all(isTrue('Smarsh_Enabled'), isSet('Smarsh_Email'), isSet('From_Email'), mailLeaves),
	sends: ['conversations', 'names', 'email-addresses'],
	kept: 'stored',
	optional: true,
	place: ['smarsh'],
	pageGroup: 'Smarsh',
	offBy: { Smarsh_Enabled: false },
	caveats: [
		{
			id: 'all-rooms',
			states: ['on'],
			text: 'It covers every room, direct messages included. What the archive already has stays there.',
		},
	],
	words: {
		name: 'Smarsh archive',
		recipient: "the archive's mailbox",
		purpose: 'Sends the messages of all rooms to an archive by e-mail.',
		'what-stops': 'The archive gets nothing more.',
		'turn-off': '{place}: switch off `Smarsh Enabled` (`Smarsh_Enabled`).',
		pages: {
			smarsh: 'Smarsh',
		},
	},
	source: 'app/smarsh-connector/server/startup.ts, app/smarsh-connector/server/functions/sendEmail.ts (7.7.1)',
});
