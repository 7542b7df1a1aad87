import { all, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const livekit = flow({
	id: 'livekit',
	since: '9.0',
	settings: {
		VideoConf_LiveKit_Url: { type: 'string', shown: 'host', since: '9.0' },
		VideoConf_Conference_Window_Enabled: { type: 'boolean', shown: 'value', since: '9.0' },
	},
	// `VideoConf_LiveKit_Mode` only sorts: where the calls run, the address says (ee/server/lib/livekit/config.ts).
	recipients: [{ kind: 'by-setting', settings: ['VideoConf_LiveKit_Url'] }],
	// Some revisions of the server ask LiveKit itself who is in a call (ee/server/lib/livekit/roomService.ts); it is not proven which were released.
	connects: ['server', 'clients'],
	activity: 'calls',
	carries: { 'user-content': 'limited', 'account-data': 'limited', 'tracking': 'limited' },
	when: all(isTrue('VideoConf_LiveKit_Enabled'), isSet('VideoConf_LiveKit_Url')),
	comesWithModule: true,
	sends: ['call-media', 'call-participants', 'user-ids', 'names', 'browser-address'],
	kept: 'unknown',
	optional: true,
	place: ['conference-call/livekit'],
	offBy: { VideoConf_LiveKit_Enabled: false },
	caveats: [
		{
			id: 'keys',
			states: ['on'],
			text: 'It also needs a key and a secret, which this app does not read.',
		},
		{
			id: 'window',
			when: not(isTrue('VideoConf_Conference_Window_Enabled')),
			states: ['on'],
			text: "`VideoConf_Conference_Window_Enabled` is off. According to Rocket.Chat's documentation of a later version, no LiveKit calls start then.",
		},
	],
	premium: true,
	words: {
		name: 'LiveKit calls',
		recipient: 'the LiveKit server',
		purpose: 'Lets people meet in audio and video calls inside Rocket.Chat, without a conference app.',
		'what-stops': 'Conference calls need an app again.',
		'turn-off': '{place}: switch off `VideoConf_LiveKit_Enabled`.',
		pages: {
			livekit: 'LiveKit',
		},
	},
	source: 'ee/server/lib/livekit/config.ts, ee/server/lib/livekit/roomService.ts, ee/server/configuration/videoConference.ts (9.x)',
});
