import type { Organisation } from '../../src/settings/organisation';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { judge } from '../../src/posture/judge';
import type { Posture } from '../../src/posture/posture';
import type { Declarations, SettingValue } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from '../posture/signals';
import type { Overrides } from '../posture/signals';

const NOW = new Date('2026-11-22T03:00:00Z');

const SITE: Overrides = { Site_Url: 'https://chat.example.org' };
const REGISTERED: Overrides = { ...SITE, Cloud_Workspace_Client_Id: 'client', Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };
const OFFLINE: Overrides = { ...SITE, Enterprise_License: licenceToken({ information: { offline: true } }) };
const EVERY_SWITCH_ON: Overrides = Object.fromEntries(SETTING_IDS.filter((id) => SERVER_SETTINGS[id].type === 'boolean').map((id): [string, SettingValue] => [id, true]));

function posture(overrides: Overrides, declarations: Partial<Declarations> = {}, unreadable: Parameters<typeof defaultSignals>[1] = []): Posture {
	return judge(defaultSignals(overrides, unreadable, declarations), NOW, '1.2.3');
}

/** Deployments that differ in all that a report tells. */
export const POSTURES: Readonly<Record<string, Posture>> = {
	'self-managed, not registered': posture(SITE),
	'self-managed, registered, hosted by a third party': posture(REGISTERED, { hosting: 'third-party' }),
	'in Rocket.Chat Cloud': posture({ ...REGISTERED, Site_Url: 'https://acme.rocket.chat' }),
	'the Open Server': posture({ ...REGISTERED, Site_Url: 'https://open.rocket.chat' }),
	'air-gapped, declared, without contradiction': posture(OFFLINE, { setting: 'air-gapped', hosting: 'self' }),
	'air-gapped, declared by the environment, contradicted': posture(
		{ ...REGISTERED, Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: 9, Push_enable: true, Push_enable_gateway: true },
		{ environment: { state: 'declared', model: 'air-gapped' } },
	),
	'every switch on': posture({ ...REGISTERED, ...EVERY_SWITCH_ON, Push_gateway: 'https://push.example.net', AutoTranslate_ServiceProvider: 'deepl-translate' }),
	'nothing readable': posture({}, {}, SETTING_IDS),
	'half of it unreadable': posture(SITE, {}, SETTING_IDS.filter((_id, at) => at % 2 === 0)),
};

/** A posture of that name. */
export function postureOf(name: string): Posture {
	const found = POSTURES[name];
	if (found === undefined) {
		throw new Error(`There is no posture "${name}".`);
	}
	return found;
}

export const NOTHING_STATED: Organisation = {
	organisationNotice: null,
	organisationNoticeIsCut: false,
	noticeSourceUrl: null,
	contactEmail: null,
	hostingProvider: null,
	hostingLocation: null,
};
