import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { APP_VARIABLE_PREFIX } from '../catalogue/identity';
import { DECLARABLE_MODELS, MEMBERS_MAY_READ, MONITORING } from '../catalogue/vocabulary';
import type { MembersMayRead, Monitoring } from '../catalogue/vocabulary';
import { parsePolicy } from './policy';
import { STATUS_LINES, STATUS_SELECTIONS } from './status-lines';
import type { StatusLine } from './status-lines';
import { parseChoice, parseDomains, parseEmail, parseLine, parseLink, parseNotice, parseRoles } from './parse';
import type { Parsed } from './parse';

/** Sections of the settings page in which something is stated; the platform opens the first one only. */
type Section = 'status' | 'facts' | 'access' | 'daily';

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
	// Of what only an admin can know, this changes most of what is shown above it.
	declared_deployment: row({ section: 'status', choices: ['auto', ...DECLARABLE_MODELS], unstated: null, parse: parseChoice(DECLARABLE_MODELS) }),
	own_domains: row<readonly string[], readonly string[]>({ section: 'facts', isLong: true, unstated: [], parse: parseDomains }),
	hosting_provider: row({ section: 'facts', unstated: null, parse: parseLine }),
	hosting_location: row({ section: 'facts', unstated: null, parse: parseLine }),
	contact_email: row({ section: 'facts', unstated: null, parse: parseEmail }),
	organisation_notice: row({ section: 'facts', isLong: true, unstated: null, parse: parseNotice }),
	notice_source_url: row({ section: 'facts', unstated: null, parse: parseLink }),
	members_may_read: row<MembersMayRead, MembersMayRead>({ section: 'facts', choices: MEMBERS_MAY_READ, unstated: 'notice', parse: parseChoice(MEMBERS_MAY_READ) }),
	policy: row({ section: 'facts', isLong: true, unstated: null, parse: parsePolicy }),
	monitoring: row<Monitoring, Monitoring>({ section: 'daily', choices: MONITORING, unstated: 'off', parse: parseChoice(MONITORING) }),
	alert_room: row({ section: 'daily', unstated: null, parse: parseLine }),
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

/** What all have: a selection where there are options. Labels and descriptions are looked up by the platform. */
function setting(id: AppSettingId | StatusLine, section: string, options: readonly string[] | undefined, labels: string, isLong: boolean, isDescribed: boolean): ISetting {
	return {
		id,
		...(options === undefined ? { type: SettingType.STRING, multiline: isLong } : { type: SettingType.SELECT, values: options.map((key) => ({ key, i18nLabel: `ps_${labels}_${key}` })) }),
		packageValue: '',
		required: false,
		public: false,
		section: `ps_section_${section}`,
		i18nLabel: `ps_${id}`,
		...(isDescribed ? { i18nDescription: `ps_${id}_description` } : {}),
	};
}

/** A line that is shown: the platform has no setting that can only be read, and draws no description where there is none. */
function line(id: StatusLine): ISetting {
	const selections: Partial<Readonly<Record<StatusLine, readonly string[]>>> = STATUS_SELECTIONS;
	return setting(id, id === 'status_row' ? 'words' : 'status', selections[id], 'status', id === 'status_objections', id === 'status_row' || id === 'status_time');
}

/** The settings as the platform is given them, in the order of the page. */
export const APP_SETTINGS: readonly ISetting[] = [
	...STATUS_LINES.filter((id) => id !== 'status_row').map(line),
	...APP_SETTING_IDS.map((id): ISetting => {
		const { section, isLong, choices }: Row<unknown, unknown> = ROWS[id];
		return { ...setting(id, section, choices, id, isLong === true, true), packageValue: choices?.[0] ?? '', required: choices !== undefined };
	}),
	line('status_row'),
];
