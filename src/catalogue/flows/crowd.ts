import { isTrue } from '../conditions';
import { flow } from './flow';

export const crowd = flow({
	id: 'crowd',
	until: '9.0',
	settings: {
		CROWD_URL: { type: 'string', shown: 'host', until: '9.0' },
	},
	recipients: [{ kind: 'by-setting', settings: ['CROWD_URL'] }],
	activity: 'accounts',
	carries: { 'account-data': 'limited' },
	when: isTrue('CROWD_Enable'),
	sends: ['usernames', 'passwords'],
	kept: 'unknown',
	optional: true,
	isForLogin: true,
	place: ['atlassian-crowd'],
	pageGroup: 'AtlassianCrowd',
	offBy: { CROWD_Enable: false },
	words: {
		name: 'Login by Crowd',
		recipient: 'the Atlassian Crowd server',
		purpose: "Checks logins, and fetches people's data, from Atlassian Crowd.",
		'what-stops': 'People who log in that way need another way to log in, and data is no longer synchronised.',
		'turn-off': '{place}: switch off `Enabled` (`CROWD_Enable`).',
		pages: {
			'atlassian-crowd': 'Atlassian Crowd',
		},
	},
	source: 'app/crowd/server/crowd.ts (7.7.1)',
});
