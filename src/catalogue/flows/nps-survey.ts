import { all, callsHome, isTrue, registered } from '../conditions';
import { flow } from './flow';

export const npsSurvey = flow({
	id: 'nps-survey',
	settings: {
		NPS_survey_enabled: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'rocket-chat-unreadable', unreadableSetting: 'Nps_Url' }],
	hosts: ['nps.rocket.chat'],
	activity: 'rocket-chat',
	carries: { 'usage-data': 'limited', 'user-content': 'limited' },
	when: all(callsHome, registered, isTrue('NPS_survey_enabled')),
	sends: ['survey-answers', 'cloud-token'],
	kept: 'unknown',
	optional: true,
	place: ['general/nps'],
	offBy: { NPS_survey_enabled: false },
	caveats: [
		{
			id: 'schedule',
			states: ['on'],
			text: 'Something is sent only when Rocket.Chat Cloud schedules a survey, and only from those who answer it. The server fetches the survey from nps.rocket.chat, and sends the answers there.',
		},
	],
	words: {
		name: 'Satisfaction survey',
		recipient: "Rocket.Chat's survey service",
		purpose: 'Asks people how likely they are to recommend Rocket.Chat, and sends the answers to Rocket.Chat.',
		'what-stops': 'People are no longer asked.',
		'turn-off': '{place}: switch off `Enable NPS Survey` (`NPS_survey_enabled`).',
		sends: {
			'survey-answers': 'answers (score, comment, roles, a pseudonymous id)',
		},
		pages: {
			nps: 'NPS',
		},
	},
	source: 'server/services/nps/getAndCreateNpsSurvey.ts, server/services/nps/sendNpsResults.ts (7.7.1; the licence: 8.7)',
});
