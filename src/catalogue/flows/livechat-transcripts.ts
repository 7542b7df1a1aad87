import { all, any, isTrue, mailLeaves } from '../conditions';
import { flow } from './flow';

export const livechatTranscripts = flow({
	id: 'livechat-transcripts',
	settings: {
		Livechat_enable_transcript: { type: 'boolean', shown: 'value' },
		Livechat_transcript_send_always: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'third-parties' }],
	connects: [],
	activity: 'livechat',
	carries: { 'user-content': 'limited' },
	when: all(mailLeaves, any(isTrue('Livechat_enable_transcript'), isTrue('Livechat_transcript_send_always'))),
	// Who has the permission sends one by hand, whatever the two switches say (7.7.1, app/livechat/server/api/v1/transcript.ts, closeRoom.ts).
	unknownWhen: all(mailLeaves, isTrue('Livechat_enabled')),
	sends: ['email-addresses', 'visitor-details', 'conversations'],
	kept: 'stored',
	optional: true,
	place: ['omnichannel'],
	caveats: [
		{
			id: 'by-hand',
			states: ['on', 'unknown'],
			text: 'Whatever these switches say, people whose role has the permission `send-omnichannel-chat-transcript` can send a transcript by hand, and permissions are not shown to this app.',
		},
	],
	words: {
		name: 'Livechat transcripts',
		recipient: 'the mail providers of livechat visitors',
		purpose: 'Sends visitors their conversation by e-mail.',
		'what-stops': 'Visitors get no transcript by e-mail.',
		'turn-off': '{place}: switch off `Ask Visitor if They Would Like a Transcript After Chat Closed` (`Livechat_enable_transcript`) and `Always send conversation transcript to visitors via email` (`Livechat_transcript_send_always`). To stop sending by hand, take the permission `send-omnichannel-chat-transcript` from every role.',
	},
	source: 'app/livechat/server/lib/parseTranscriptRequest.ts, app/livechat/server/lib/sendTranscript.ts (7.7.1)',
});
