import { isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const maps = flow({
	id: 'maps',
	settings: {
		MapView_Enabled: { type: 'boolean', shown: 'value' },
		MapView_GMapsAPIKey: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'public', hosts: ['maps.googleapis.com', 'maps.google.com'] }],
	connects: ['clients'],
	activity: 'search',
	carries: { 'tracking': 'limited', 'user-content': 'limited' },
	when: isSet('MapView_GMapsAPIKey'),
	sends: ['browser-address', 'locations', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['message/google-maps'],
	offBy: { MapView_GMapsAPIKey: '' },
	caveats: [
		{
			id: 'sharing',
			when: isTrue('MapView_Enabled'),
			states: ['on'],
			text: 'People can share their location, since `MapView_Enabled` is on; the browser of everybody who sees such a message asks Google for the map.',
		},
		{
			id: 'showing-only',
			when: not(isTrue('MapView_Enabled')),
			states: ['on'],
			text: 'People cannot share new locations, since `MapView_Enabled` is off; maps of locations that were shared are still fetched from Google by everybody who sees them.',
		},
		{
			id: 'links',
			states: ['off'],
			text: 'A location in a message is still shown as a link to Google Maps; something is sent only when somebody opens it.',
		},
	],
	words: {
		name: 'Shared locations (maps)',
		recipient: 'Google Maps',
		purpose: 'Shows shared locations on a map.',
		'what-stops': 'Locations are shown as a link instead of a map, and cannot be shared.',
		'turn-off': '{place}: empty `Google Static Maps API Key` (`MapView_GMapsAPIKey`); `Enable Mapview` (`MapView_Enabled`) alone only stops new sharing.',
		sends: {
			locations: 'coordinates of shared locations',
		},
		pages: {
			'google-maps': 'Google Maps',
		},
	},
	source: 'client/components/message/content/location/MapView.tsx (7.7.1)',
});
