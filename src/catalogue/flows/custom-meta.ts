import { isSet } from '../conditions';
import { flow } from './flow';

export const customMeta = flow({
	id: 'custom-meta',
	settings: {
		Meta_custom: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'third-parties' }],
	connects: ['clients'],
	activity: 'pages',
	carries: { tracking: 'limited' },
	when: isSet('Meta_custom'),
	sends: ['whatever-scripts-send'],
	kept: 'unknown',
	optional: true,
	place: ['meta'],
	pageGroup: 'Meta',
	offBy: { Meta_custom: '' },
	caveats: [
		{
			id: 'not-judged',
			states: ['on', 'unknown'],
			text: 'This app looks only at whether something is set, not at what it loads or sends, or to whom.',
		},
	],
	words: {
		name: 'Custom meta tags',
		recipient: 'the hosts that the inserted tags contact',
		purpose: "Puts the organisation's own tags into the head of every page.",
		'what-stops': 'Whatever these tags do.',
		'turn-off': '{place}: empty `Custom Meta Tags` (`Meta_custom`).',
		pages: {
			meta: 'Meta',
		},
	},
	source: 'app/ui-master/server/index.ts (7.7.1)',
});
