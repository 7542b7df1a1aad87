import { any, isChanged } from '../conditions';
import { flow } from './flow';

export const customScripts = flow({
	id: 'custom-scripts',
	settings: {
		Custom_Script_On_Logout: { type: 'string', shown: 'set' },
		Custom_Script_Logged_Out: { type: 'string', shown: 'set' },
		Custom_Script_Logged_In: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'third-parties' }],
	connects: ['clients'],
	activity: 'pages',
	carries: { 'tracking': 'limited', 'user-content': 'limited' },
	when: any(isChanged('Custom_Script_On_Logout'), isChanged('Custom_Script_Logged_Out'), isChanged('Custom_Script_Logged_In')),
	sends: ['whatever-scripts-send'],
	kept: 'unknown',
	optional: true,
	place: ['layout/custom-scripts'],
	offBy: { Custom_Script_On_Logout: '', Custom_Script_Logged_Out: '', Custom_Script_Logged_In: '' },
	caveats: [
		{
			id: 'not-judged',
			states: ['on', 'unknown'],
			text: 'This app looks only at whether scripts are set, not at what they send, or to whom.',
		},
	],
	words: {
		name: 'Custom scripts',
		recipient: 'the hosts that the scripts contact',
		purpose: "Runs the organisation's own scripts in every browser.",
		'what-stops': 'Whatever these scripts do.',
		'turn-off': '{place}: empty the custom scripts (`Custom_Script_On_Logout`, `Custom_Script_Logged_Out`, `Custom_Script_Logged_In`).',
		pages: {
			'custom-scripts': 'Custom Scripts',
		},
	},
	source: 'app/ui-master/server/scripts.ts (7.7.1)',
});
