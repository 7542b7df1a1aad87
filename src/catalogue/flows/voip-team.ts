import { any, isTrue } from '../conditions';
import { flow } from './flow';

export const voipTeam = flow({
	id: 'voip-team',
	settings: {
		VoIP_TeamCollab_SIP_Integration_Enabled: { type: 'boolean', shown: 'value', since: '8.0' },
		VoIP_TeamCollab_SIP_Server_Host: { type: 'string', shown: 'set', since: '8.0' },
		VoIP_TeamCollab_Drachtio_Host: { type: 'string', shown: 'set', since: '8.0' },
		VoIP_TeamCollab_FreeSwitch_Host: { type: 'string', shown: 'set', until: '8.0' },
	},
	recipients: [{ kind: 'by-setting', settings: ['VoIP_TeamCollab_FreeSwitch_Host', 'VoIP_TeamCollab_SIP_Server_Host', 'VoIP_TeamCollab_Drachtio_Host'] }],
	carries: { 'user-content': 'limited' },
	when: any(isTrue('VoIP_TeamCollab_Enabled'), isTrue('VoIP_TeamCollab_SIP_Integration_Enabled')),
	comesWithModule: true,
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
