import { isTrue } from '../conditions';
import { flow } from './flow';

export const voipTeam = flow({
	id: 'voip-team',
	settings: {
		VoIP_TeamCollab_SIP_Integration_Enabled: { type: 'boolean', shown: 'value' },
		VoIP_TeamCollab_FreeSwitch_Host: { type: 'string', shown: 'set' },
	},
	recipient: { kind: 'by-setting', settings: ['VoIP_TeamCollab_FreeSwitch_Host'] },
	carries: { 'user-content': 'limited' },
	when: isTrue('VoIP_TeamCollab_Enabled'),
	inFamily: { '8+': { when: isTrue('VoIP_TeamCollab_SIP_Integration_Enabled') } },
	sends: ['call-participants', 'call-media'],
	kept: 'unknown',
	optional: true,
	place: ['team-voice-calls-voip'],
	premium: true,
	words: {
		recipient: 'the telephone server (FreeSWITCH or SIP)',
		purpose: 'Lets people call each other and phone numbers.',
		'what-stops': 'There are no voice calls over that server.',
		'turn-off': '{place}: switch off `Enabled` (`VoIP_TeamCollab_Enabled`); from 8 on the SIP integration (`VoIP_TeamCollab_SIP_Integration_Enabled`).',
	},
	source: 'ee/server/local-services/voip-freeswitch/service.ts (7.7.1), ee/server/settings/voip.ts (8.x)',
});
