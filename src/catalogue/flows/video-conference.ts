import { all, always, isOneOf, isSet, not } from '../conditions';
import { flow } from './flow';

export const videoConference = flow({
	id: 'video-conference',
	settings: {
		VideoConf_Default_Provider: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'third-parties' }],
	// The browsers to the call; with some apps the server too, which makes the room there (RocketChat/Apps.BigBlueButton, src/videoConfProvider.ts).
	connects: ['server', 'clients'],
	activity: 'calls',
	carries: { 'user-content': 'limited', 'tracking': 'limited' },
	// LiveKit is no app: it has a flow of its own.
	when: all(isSet('VideoConf_Default_Provider'), not(isOneOf('VideoConf_Default_Provider', 'livekit'))),
	// A single installed conference app becomes the provider by itself, and an app cannot list the others.
	unknownWhen: always,
	sends: ['call-participants', 'call-media', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['conference-call'],
	caveats: [
		{
			id: 'app-enabled',
			states: ['on'],
			text: 'It is in use if the app of that provider is installed and enabled, which apps cannot see of each other. The settings of that app say where the calls run.',
		},
		{
			id: 'single-app',
			when: not(isSet('VideoConf_Default_Provider')),
			states: ['unknown'],
			text: 'No default provider is set; a single installed conference app becomes active by itself. Look under Administration > Apps for one.',
		},
		{
			id: 'livekit',
			when: isOneOf('VideoConf_Default_Provider', 'livekit'),
			states: ['unknown'],
			text: 'The default provider is LiveKit, which is not an app. Where it is not fully set up, a single installed conference app becomes active by itself.',
		},
	],
	words: {
		name: 'Video conferences',
		recipient: 'the conference provider',
		purpose: 'Lets people meet in audio and video calls through a conference app.',
		'what-stops': 'Conference calls from rooms.',
		'turn-off': '{place}: empty `Default Provider` (`VideoConf_Default_Provider`), and disable or remove the conference apps under Administration > Apps: a single one becomes active by itself.',
	},
	source: 'server/lib/videoConfProviders.ts (7.7.1)',
});
