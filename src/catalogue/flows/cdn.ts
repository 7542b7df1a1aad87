import { all, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const cdn = flow({
	id: 'cdn',
	settings: {
		CDN_PREFIX: { type: 'string', shown: 'host' },
		CDN_PREFIX_ALL: { type: 'boolean', shown: 'value' },
		CDN_JSCSS_PREFIX: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['CDN_PREFIX', 'CDN_JSCSS_PREFIX'] }],
	connects: ['clients'],
	activity: 'pages',
	carries: { tracking: 'limited' },
	when: isSet('CDN_PREFIX'),
	// Set alone it acts until the next restart, of which no setting tells.
	unknownWhen: all(isSet('CDN_JSCSS_PREFIX'), not(isTrue('CDN_PREFIX_ALL'))),
	sends: ['browser-address', 'site-address'],
	kept: 'unknown',
	optional: true,
	place: ['general'],
	offBy: { CDN_PREFIX: '', CDN_JSCSS_PREFIX: '' },
	caveats: [
		{
			id: 'second-prefix',
			when: all(isSet('CDN_JSCSS_PREFIX'), not(isTrue('CDN_PREFIX_ALL'))),
			states: ['on'],
			text: 'Scripts and styles come from the address in `CDN_JSCSS_PREFIX` instead.',
		},
		{
			id: 'until-restart',
			when: all(isSet('CDN_JSCSS_PREFIX'), not(isTrue('CDN_PREFIX_ALL'))),
			states: ['unknown'],
			text: '`CDN_JSCSS_PREFIX` is set while `CDN_PREFIX` is empty: if it was set since the last restart, browsers load scripts and styles from it until the next one; after a restart it does nothing.',
		},
		{
			id: 'restart',
			states: ['off'],
			text: 'If a prefix was emptied recently, browsers may load scripts and styles from it until the server is restarted.',
		},
	],
	words: {
		name: 'Content delivery network',
		recipient: 'the host that the CDN prefix names',
		purpose: 'Loads the parts of the web page from another host, to make it faster.',
		'what-stops': 'Browsers load everything from the workspace itself.',
		'turn-off': '{place}: empty `CDN Prefix` (`CDN_PREFIX`) and `CDN Prefix for JS/CSS` (`CDN_JSCSS_PREFIX`), then restart.',
	},
	source: 'server/configuration/configureCDN.ts, app/utils/server/getURL.ts (7.7.1)',
});
