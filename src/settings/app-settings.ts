import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { APP_VARIABLE_PREFIX } from '../catalogue/identity';
import { DECLARABLE_MODELS, MEMBERS_MAY_READ } from '../catalogue/vocabulary';
import type { MembersMayRead } from '../catalogue/vocabulary';
import { parseChoice, parseDomains, parseEmail, parseLine, parseLink, parseNotice, parseRoles } from './parse';
import type { Parsed } from './parse';

/** Sections of the settings page. */
type Section = 'facts' | 'notice' | 'access';

/** One of the app's own settings: everything that there is to say of it, but for its label, `ps_<id>`, and its description, `ps_<id>_description`. */
export interface Row<Value, Unstated> {
	readonly section: Section;
	/** A text that may have several lines. */
	readonly isLong?: true;
	/** What can be picked; each has its label under `ps_<id>_<choice>`. The first one states nothing. */
	readonly choices?: readonly [string, ...string[]];
	/** What holds while nothing is stated. */
	readonly unstated: Unstated;
	/** @param text what is stated, trimmed and not empty */
	readonly parse: (text: string) => Parsed<Value>;
}

function row<Value, Unstated extends Value | null>(setting: Row<Value, Unstated>): Row<Value, Unstated> {
	return setting;
}

/** The role that may ask when none is stated. */
export const DEFAULT_ROLE = 'admin';

/** The app's own settings, in the order of the page. Ids are for ever: the platform drops the stored value of a setting whose id changes. */
export const ROWS = {
	declared_deployment: row({ section: 'facts', choices: ['auto', ...DECLARABLE_MODELS], unstated: null, parse: parseChoice(DECLARABLE_MODELS) }),
	own_domains: row<readonly string[], readonly string[]>({ section: 'facts', isLong: true, unstated: [], parse: parseDomains }),
	hosting_provider: row({ section: 'facts', unstated: null, parse: parseLine }),
	hosting_location: row({ section: 'facts', unstated: null, parse: parseLine }),
	organisation_notice: row({ section: 'notice', isLong: true, unstated: null, parse: parseNotice }),
	notice_source_url: row({ section: 'notice', unstated: null, parse: parseLink }),
	contact_email: row({ section: 'notice', unstated: null, parse: parseEmail }),
	members_may_read: row<MembersMayRead, MembersMayRead>({ section: 'notice', choices: MEMBERS_MAY_READ, unstated: 'notice', parse: parseChoice(MEMBERS_MAY_READ) }),
	allowed_roles: row<readonly string[], readonly string[]>({ section: 'access', unstated: [DEFAULT_ROLE], parse: parseRoles }),
} as const;

export type AppSettingId = keyof typeof ROWS;
export const APP_SETTING_IDS = Object.keys(ROWS) as readonly AppSettingId[];

type ValueOf<Each> = Each extends Row<infer Value, infer Unstated> ? Value | Unstated : never;

/** What holds of each setting: what is stated, or else what holds while nothing is. */
export type AppSettingValues = { readonly [Id in AppSettingId]: ValueOf<(typeof ROWS)[Id]> };

/** The environment variable that states the same as a setting, which wins: RC_APPS_<app id>_<setting>, and for the deployment shorter. */
export function variableOf(id: AppSettingId): string {
	return `${APP_VARIABLE_PREFIX}${id === 'declared_deployment' ? 'DEPLOYMENT' : id.toUpperCase()}`;
}

/** The setting in which the app shows the current status. The platform has no setting that can only be read. */
export const STATUS_SETTING = 'status_summary';

/** The settings as the platform is given them, in the order of the page. Labels and descriptions are looked up by the platform. */
export const APP_SETTINGS: readonly ISetting[] = [
	{
		id: STATUS_SETTING,
		type: SettingType.STRING,
		multiline: true,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_status',
		i18nLabel: 'ps_status_summary',
		i18nDescription: 'ps_status_summary_description',
	},
	...APP_SETTING_IDS.map((id): ISetting => {
		const { section, isLong, choices }: Row<unknown, unknown> = ROWS[id];
		return {
			id,
			type: choices === undefined ? SettingType.STRING : SettingType.SELECT,
			packageValue: choices?.[0] ?? '',
			...(choices === undefined ? {} : { values: choices.map((key) => ({ key, i18nLabel: `ps_${id}_${key}` })) }),
			...(isLong === undefined ? {} : { multiline: isLong }),
			required: choices !== undefined,
			public: false,
			section: `ps_section_${section}`,
			i18nLabel: `ps_${id}`,
			i18nDescription: `ps_${id}_description`,
		};
	}),
];
