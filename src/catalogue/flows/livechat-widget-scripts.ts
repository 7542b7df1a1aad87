import { isSet } from '../conditions';
import { flow } from './flow';

export const livechatWidgetScripts = flow({
	id: 'livechat-widget-scripts',
	settings: {
		Livechat_AdditionalWidgetScripts: { type: 'string', shown: 'host' },
	},
	recipients: [{ kind: 'by-setting', settings: ['Livechat_AdditionalWidgetScripts'] }],
	connects: ['clients'],
	activity: 'livechat',
	carries: { tracking: 'limited' },
	when: isSet('Livechat_AdditionalWidgetScripts'),
	sends: ['browser-address', 'whatever-scripts-send'],
	kept: 'unknown',
	optional: true,
	place: ['omnichannel/livechat'],
	offBy: { Livechat_AdditionalWidgetScripts: '' },
	caveats: [
		{
			id: 'visitors',
			states: ['on'],
			text: 'It affects the visitors of the sites that show the widget. This app does not judge what the scripts send.',
		},
	],
	premium: true,
	words: {
		name: 'Livechat widget scripts',
		recipient: 'the hosts of these scripts',
		purpose: 'Loads further scripts into the livechat widget.',
		'what-stops': 'Whatever these scripts do in the widget.',
		'turn-off': '{place}: empty `Livechat Widget Additional Scripts` (`Livechat_AdditionalWidgetScripts`).',
	},
	source: 'app/livechat/server/livechat.ts, ee/app/livechat-enterprise/server/settings.ts (7.7.1)',
});
