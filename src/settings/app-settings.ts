import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { DECLARABLE_MODELS } from '../catalogue/words';

/** Ids are for ever: the platform drops the stored value of a setting whose id changes. */
export const APP_SETTING_IDS = [
	'status_summary',
	'declared_deployment',
	'allowed_roles',
	'hosting_provider',
	'hosting_location',
	'organisation_notice',
	'notice_source_url',
	'contact_email',
	'rejected_values',
] as const;
export type AppSettingId = (typeof APP_SETTING_IDS)[number];

/** The role that may ask when `allowed_roles` is empty. */
export const DEFAULT_ROLE = 'admin';

/** The app's own settings, in the order of the settings page. Labels and descriptions are keys of `i18n/`. */
export const APP_SETTINGS: readonly ISetting[] = [
	{
		// The platform has no setting that can only be read: what arrives here is replaced by the truth before it is stored.
		id: 'status_summary' satisfies AppSettingId,
		type: SettingType.STRING,
		multiline: true,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_status',
		i18nLabel: 'ps_status_summary',
		i18nDescription: 'ps_status_summary_description',
	},
	{
		id: 'declared_deployment' satisfies AppSettingId,
		type: SettingType.SELECT,
		packageValue: 'auto',
		values: ['auto', ...DECLARABLE_MODELS].map((key) => ({ key, i18nLabel: `ps_declared_deployment_${key}` })),
		required: true,
		public: false,
		section: 'ps_section_facts',
		i18nLabel: 'ps_declared_deployment',
		i18nDescription: 'ps_declared_deployment_description',
	},
	{
		id: 'hosting_provider' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_facts',
		i18nLabel: 'ps_hosting_provider',
		i18nDescription: 'ps_hosting_provider_description',
	},
	{
		id: 'hosting_location' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_facts',
		i18nLabel: 'ps_hosting_location',
		i18nDescription: 'ps_hosting_location_description',
	},
	{
		id: 'organisation_notice' satisfies AppSettingId,
		type: SettingType.STRING,
		multiline: true,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_notice',
		i18nLabel: 'ps_organisation_notice',
		i18nDescription: 'ps_organisation_notice_description',
	},
	{
		id: 'notice_source_url' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_notice',
		i18nLabel: 'ps_notice_source_url',
		i18nDescription: 'ps_notice_source_url_description',
	},
	{
		id: 'contact_email' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_notice',
		i18nLabel: 'ps_contact_email',
		i18nDescription: 'ps_contact_email_description',
	},
	{
		id: 'allowed_roles' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		section: 'ps_section_access',
		i18nLabel: 'ps_allowed_roles',
		i18nDescription: 'ps_allowed_roles_description',
	},
	{
		// The app's own memory: the hooks around a save can write settings, and nothing else that lasts.
		id: 'rejected_values' satisfies AppSettingId,
		type: SettingType.STRING,
		packageValue: '',
		required: false,
		public: false,
		hidden: true,
		i18nLabel: 'ps_status_summary',
	},
];
