import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { APP_SETTING_IDS, ROWS, variableOf } from '../../src/settings/app-settings';
import { STATUS_LINES } from '../../src/settings/status-lines';
import { settingTexts } from '../../src/show/tell/settings-page';
import { TEXTS } from '../../src/language/texts';
import { translator } from '../../src/language/translate';
import { markdownTable, page } from './document';
import type { Document } from './document';

function settingTable(): string {
	const made = settingTexts(translator('en'));
	const rows = APP_SETTING_IDS.map((id) => {
		const description = made[`ps_${id}_description`] ?? TEXTS.get(`ps_${id}_description`) ?? '';
		return [TEXTS.get(`ps_section_${ROWS[id].section}`) ?? '', TEXTS.get(`ps_${id}`) ?? '', `\`${id}\``, `\`${variableOf(id)}\``, description.split('\n\n')[0] ?? ''];
	});
	const tokens = 'Tokens with which [scripts](scripts.md#a-token-from-the-environment) can read the report, each by its SHA-256 hash, with commas between them. If one of them cannot be used, none is.';
	return markdownTable([['Section', 'Setting', 'Id', 'Environment variable', 'What it is'], ...rows, ['–', 'Only in the environment', '–', `\`${TOKEN_VARIABLE}\``, tokens]]);
}

function lineTable(): string {
	const made = settingTexts(translator('en'));
	return markdownTable([['Line', 'Id'], ...STATUS_LINES.map((id) => [made[`ps_${id}`] ?? '', `\`${id}\``])]);
}

export const SETTINGS_PAGE: Document = {
	name: 'docs/settings.md',
	refreshed: () =>
		page(
			'# The settings of the app',
			'They are under Administration > Apps > Privacy Status > Settings. Nothing must be set before the first answer. For automated deployments, each can also be stated by an environment variable of the server; what is stated on the page wins. An empty field states nothing, nor does the first choice of a selection: there the environment decides, also for *What members may read*. Rocket.Chat reads its environment when it starts, so a change needs a restart.',
			'A value that cannot be used stays where it is and is not used: it counts as not stated. “Current status” and the next `/privacy-status` say so, and why, until it is mended.',
			settingTable(),
			'If none of the roles in `allowed_roles` exists, the default applies: `admin` may ask.',
			'## Current status',
			'The first section of the page, which Rocket.Chat opens, is written by the app: where the workspace runs, whether it is registered with Rocket.Chat and whether it is air-gapped, contradictions, who can see each kind of data, what to do first, which values are not used, and when that was read. The app writes it when it is enabled, shortly after each save, and from Rocket.Chat 7.12 on after each `/privacy-status`. The last section explains the words, and has the table of what Rocket.Chat can receive by deployment, with the row of this workspace named above it.',
			lineTable(),
			'Most lines are selections, so that they appear in the language of who reads them; the three texts are in the language of the workspace. The platform has no field that can only be read, so these can be picked and typed into; the app writes over it after the save. Reload the page after a save to see what is true.',
		),
};
