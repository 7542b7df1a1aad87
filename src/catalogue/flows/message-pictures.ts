import { always } from '../conditions';
import { flow } from './flow';

export const messagePictures = flow({
	id: 'message-pictures',
	recipients: [{ kind: 'third-parties' }],
	connects: ['clients'],
	activity: 'search',
	carries: { tracking: 'limited' },
	when: always,
	onByDefault: true,
	sends: ['browser-address', 'reading-time'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'previews',
			text: 'It has nothing to do with link previews: `API_Embed` does not stop it. The author of the message chooses the host, so a picture can show who reads a message, and when.',
		},
	],
	words: {
		name: 'Pictures from other sites',
		recipient: 'hosts that authors of messages choose',
		purpose: 'Shows pictures and videos that a message or its attachment names by their address, as in `![text](address)`; the browser of each reader fetches them from there.',
		'what-stops': 'Such pictures are not shown.',
		'turn-off': 'No setting stops it. A proxy in front of the server can forbid pictures from other hosts (`img-src` of the Content-Security-Policy).',
		sends: {
			'reading-time': 'the time of reading',
		},
	},
	source: 'packages/gazzodown/src/elements/ImageElement.tsx, client/components/message/content/attachments/DefaultAttachment.tsx (8.6.1)',
});
