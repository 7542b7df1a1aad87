import { isTrue, namesHost } from '../conditions';
import { flow } from './flow';

export const customCss = flow({
	id: 'custom-css',
	settings: {
		'theme-custom-css': { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: [], texts: ['theme-custom-css'] }],
	connects: ['clients'],
	activity: 'pages',
	carries: { tracking: 'limited' },
	when: namesHost('theme-custom-css'),
	sends: ['browser-address', 'site-address'],
	kept: 'unknown',
	optional: true,
	place: ['layout/custom-css'],
	caveats: [
		{
			id: 'addresses',
			states: ['on'],
			text: 'It affects everybody who opens a page of the workspace, before the login too. This app looks only for web addresses that the styles load from; it shows nothing of them.',
		},
		{
			id: 'blocked',
			when: isTrue('Enable_CSP'),
			states: ['on'],
			text: 'While `Enable_CSP` is on, browsers load pictures and frames from other hosts, but no style sheets and fonts.',
		},
	],
	words: {
		name: 'Custom CSS',
		recipient: 'the hosts that the styles load from',
		purpose: "Changes how the workspace looks, with the organisation's own styles.",
		'what-stops': 'Fonts and pictures of the styles that are on other hosts.',
		'turn-off': '{place}: take the addresses of other hosts out of `Custom CSS` (`theme-custom-css`).',
		pages: {
			'custom-css': 'Custom CSS',
		},
	},
	source: 'app/theme/server/server.ts, app/cors/server/cors.ts (8.6.1)',
});
