import { isTrue } from '../conditions';
import { flow } from './flow';

export const linkPreviews = flow({
	id: 'link-previews',
	settings: {
		API_Embed: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'third-parties' }],
	connects: ['server', 'clients'],
	activity: 'search',
	carries: { 'user-content': 'limited', 'tracking': 'limited' },
	when: isTrue('API_Embed'),
	onByDefault: true,
	sends: ['posted-links', 'server-request', 'browser-address', 'cookies'],
	kept: 'unknown',
	optional: true,
	place: ['message'],
	offBy: { API_Embed: false },
	caveats: [
		{
			id: 'images',
			states: ['on'],
			text: 'The server opens the links that people post; the browsers of those who read the message may load the pictures from that site. Links to hosts in `API_EmbedIgnoredHosts` are not opened.',
		},
		{
			id: 'players',
			states: ['on'],
			text: 'Of services such as YouTube or Spotify the browsers load the player itself, in a frame, with the cookies of that service.',
		},
	],
	words: {
		name: 'Link previews',
		recipient: 'the sites that people link to',
		purpose: 'Shows a preview below links in messages.',
		'what-stops': 'Links are shown without a preview.',
		'turn-off': '{place}: switch off `Embed Link Previews` (`API_Embed`).',
		sends: {
			'posted-links': 'links that people post',
		},
	},
	source: 'app/oembed/server/server.ts (7.7.1), client/components/message/content/urlPreviews/OEmbedHtmlPreview.tsx (8.6)',
});
