import { any, isTrue, namesHost } from '../conditions';
import { flow } from './flow';

const TEXTS = [
	'Layout_Home_Body',
	'Layout_Login_Terms',
	'Layout_Terms_of_Service',
	'Layout_Privacy_Policy',
	'Layout_Legal_Notice',
	'Layout_Sidenav_Footer',
	'Layout_Sidenav_Footer_Dark',
] as const;

export const layoutHtml = flow({
	id: 'layout-html',
	settings: {
		Layout_Home_Body: { type: 'string', shown: 'set' },
		Layout_Login_Terms: { type: 'string', shown: 'set' },
		Layout_Legal_Notice: { type: 'string', shown: 'set' },
		Layout_Sidenav_Footer: { type: 'string', shown: 'set' },
		Layout_Sidenav_Footer_Dark: { type: 'string', shown: 'set' },
	},
	recipients: [{ kind: 'by-setting', settings: [], texts: TEXTS }],
	connects: ['clients'],
	activity: 'pages',
	carries: { tracking: 'limited' },
	when: any(...TEXTS.map((text) => namesHost(text))),
	sends: ['browser-address', 'site-address'],
	kept: 'unknown',
	optional: true,
	place: ['layout/home-page-content'],
	caveats: [
		{
			id: 'addresses',
			states: ['on'],
			text: 'Login terms and legal pages are open before the login too. This app looks only for web addresses that the texts load from; it shows nothing of the texts. A link does not count, since somebody has to open it.',
		},
		{
			id: 'blocked',
			when: isTrue('Enable_CSP'),
			states: ['on'],
			text: 'While `Enable_CSP` is on, browsers load pictures and frames from other hosts, but no style sheets and fonts.',
		},
	],
	words: {
		name: 'HTML of own pages',
		recipient: 'the hosts that the texts load from',
		purpose: "Shows the organisation's own texts: on the home page, the login page, the legal pages and below the list of rooms.",
		'what-stops': 'Pictures and frames in these texts that are on other hosts.',
		'turn-off': '{place}: take the addresses of other hosts out of the texts (`Layout_Home_Body`, `Layout_Login_Terms`, `Layout_Terms_of_Service`, `Layout_Privacy_Policy`, `Layout_Legal_Notice`, `Layout_Sidenav_Footer`, `Layout_Sidenav_Footer_Dark`).',
		pages: {
			'home-page-content': 'Home page content',
		},
	},
	source: 'client/views/home/CustomHomePageContent.tsx, packages/web-ui-registration/src/CMSPage.tsx (8.6.1)',
});
