import { APP_SETTING_IDS, ROWS, STATUS_SETTING, variableOf } from '../../src/settings/app-settings';
import { settingDescriptions } from '../../src/show/tell/settings-page';
import { TEXTS } from '../../src/language/texts';
import { translator } from '../../src/language/translate';
import { markdownTable, page } from './document';
import type { Document } from './document';

function settingTable(): string {
	const made = settingDescriptions(translator('en'));
	const rows = APP_SETTING_IDS.map((id) => {
		const description = made[`ps_${id}_description`] ?? TEXTS.get(`ps_${id}_description`) ?? '';
		return [TEXTS.get(`ps_section_${ROWS[id].section}`) ?? '', TEXTS.get(`ps_${id}`) ?? '', `\`${id}\``, `\`${variableOf(id)}\``, description.split('\n\n')[0] ?? ''];
	});
	return markdownTable([['Section', 'Setting', 'Id', 'Environment variable', 'What it is'], ...rows]);
}

export const SETTINGS_PAGE: Document = {
	name: 'docs/settings.md',
	refreshed: () =>
		page(
			'# The settings of the app',
			'They are under Administration > Apps > Privacy Status > Settings. Nothing must be set before the first answer. For automated deployments, each can also be stated by an environment variable of the server; what is stated on the page wins.',
			'A value that cannot be used stays where it is and is not used: it counts as not stated. “Current status” and the next `/privacy-status` say so, and why, until it is mended.',
			settingTable(),
			'If none of the roles in `allowed_roles` exists, the default applies: `admin` may ask.',
			'## Current status',
			`The first section of the page, \`${STATUS_SETTING}\`, is written by the app. It shows the verdict, the registration, the licence, who can see what, what contradicts, and when that was computed: when the app is enabled, at each save, and from Rocket.Chat 7.12 on at each \`/privacy-status\`. The platform has no field that can only be read, so this one can be typed into; the app writes over it after the save. Reload the page after a save to see what is true.`,
		),
};
