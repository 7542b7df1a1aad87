import * as fs from 'node:fs';
import * as path from 'node:path';

import type { SettingDefinition } from '../../tools/host/server/definitions';
import { allDefinitions, compareVersions, definitionsFor, knownDefinition, LISTED_VERSIONS, upgradedDefinitions } from '../../tools/host/server/definitions';
import { CHANGES, DELETIONS } from '../../tools/host/server/settings-history';

const FOLDER = path.join(__dirname, '..', '..', 'tools', 'host', 'settings');

type Listed = Pick<SettingDefinition, 'id' | 'type' | 'hidden' | 'default' | 'takenFrom' | 'computed'>;

/** A file as it is, without what the stand-in makes of it. */
function listIn(name: string): Map<string, Listed> {
	const listed = JSON.parse(fs.readFileSync(path.join(FOLDER, `rocket-chat-${name}.json`), 'utf8')) as Listed[];
	return new Map(listed.map((found) => [found.id, found]));
}

const has = (version: string, id: string): boolean => definitionsFor(version).has(id);

/** Ids of the one that the other lacks. */
const lacks = (other: ReadonlyMap<string, unknown>, one: ReadonlyMap<string, unknown>): string[] => [...one.keys()].filter((id) => !other.has(id)).sort();

describe('a fresh server', () => {
	test.each(LISTED_VERSIONS)('of %s has exactly the settings of its list', (version) => {
		const list = listIn(version);
		expect([...definitionsFor(version).keys()].sort()).toEqual([...list.keys()].sort());
		expect([...definitionsFor(version).values()].filter(({ id, hidden, type }) => list.get(id)?.hidden !== hidden || list.get(id)?.type !== type)).toEqual([]);
		expect([...definitionsFor(version).values()].filter(({ default: value }) => value === undefined || value === null)).toEqual([]);
	});

	test('of 7.7.1 has what was not read in its source and is in every 7.x: SAML, logos, the Matrix bridge, the search', () => {
		const taken = [...listIn('7.7.1').values()].filter(({ takenFrom }) => takenFrom !== undefined);
		expect(taken.filter(({ id, takenFrom }) => takenFrom !== '8.6.1' || !/^(SAML_Custom_Default|Assets_|Federation_Matrix_|Search\.)/.test(id))).toEqual([]);
		expect(taken.map(({ id }) => id)).toEqual(expect.arrayContaining(['SAML_Custom_Default', 'Federation_Matrix_enabled']));
	});

	test.each([
		['Outlook_Calendar_Url_Mapping', '7.7.4', '7.8'],
		['Federation_Service_Enabled', '7.10.2', '7.11'],
		['Accounts_Default_User_Preferences_desktopNotificationVoiceCalls', '7.12', '7.13.0'],
		['ABAC_Enabled', '7.13.9', '8.0.0-rc.0'],
		['API_EmbedTimeout', '8.0.3', '8.1'],
		['SSRF_Allowlist', '8.1', '8.2'],
		['ABAC_PDP_Type', '8.3', '8.4'],
		['Message_Read_Receipt_Archive_Enabled', '8.3', '8.4'],
		['Use_RC_SDK', '8.4', '8.5'],
		['AutoTranslate_LibreTranslateAPIURL', '8.5', '8.6.0'],
		['AI_Intelligent_Search_Enabled', '8.6.1', '8.7'],
		['Accounts_OAuth_Use_Modern_Flow', '8.6.1', '8.7'],
		['E2E_Force_Encryption_For_Private_Rooms', '8.7', '8.8.0-rc.0'],
		['MCP_Enabled', '8.7', '8.8'],
		['VideoConf_LiveKit_Enabled', '8.9', '9.0'],
		['Exchange_Mode', '9.0.1', '9.1.0-rc.0'],
	])('has %s not in %s, but in %s', (id, before, from) => {
		expect([has(before, id), has(from, id)]).toEqual([false, true]);
	});

	test.each([
		['VoIP_Enabled', '7.13', '8.0'],
		['OTR_Enable', '7.13', '8.0'],
		['WebRTC_Enabled', '8.0', '8.1'],
		['FEDERATION_Enabled', '8.9', '9.0'],
		['CROWD_Enable', '8.9', '9.0'],
		['Accounts_OAuth_Use_Modern_Flow', '8.9', '9.0'],
	])('has %s in %s, but not in %s', (id, until, gone) => {
		expect([has(until, id), has(gone, id)]).toEqual([true, false]);
	});

	test('from 7.11 on hides all of the oldest federation but its switch', () => {
		const hiddenIn = (version: string): string[] => [...definitionsFor(version).values()].filter(({ id, hidden }) => id.startsWith('FEDERATION_') && hidden).map(({ id }) => id);
		expect(hiddenIn('7.10')).toEqual([]);
		expect(hiddenIn('7.11')).toEqual(hiddenIn('8.6.1'));
		expect(hiddenIn('7.11')).toContain('FEDERATION_Discovery_Method');
		expect(hiddenIn('7.11')).not.toContain('FEDERATION_Enabled');
	});

	test('older than 7.7 is not known', () => {
		expect(() => definitionsFor('7.6.9')).toThrow('Rocket.Chat 7.6.9 is older than 7.7, the oldest version that is known here.');
	});
});

describe('what is known of versions between the lists', () => {
	const listedBefore = (version: string): string => LISTED_VERSIONS.filter((listed) => compareVersions(listed, version) < 0).at(-1) ?? '';
	const listedAfter = (version: string): string => LISTED_VERSIONS.find((listed) => compareVersions(listed, version) > 0) ?? 'other-versions';

	test.each(CHANGES.map((change) => [`${change.version} ${change.ids.source}`, change] as const))('%s agrees with the lists around it', (_, { version, ids, is }) => {
		const [before, after, others] = [listIn(listedBefore(version)), listIn(listedAfter(version)), listIn('other-versions')];
		const touched = (is === 'gone' ? [...before.keys()] : [...after.keys(), ...others.keys()]).filter((id) => ids.test(id));
		expect(touched).not.toEqual([]);
		const same = ({ type, hidden, default: value }: Listed): string => JSON.stringify([type, hidden, value]);
		const wrong = touched.filter((id) => {
			const [former, later] = [before.get(id), after.get(id) ?? others.get(id)];
			return is === 'gone' ? later !== undefined : former !== undefined && later !== undefined && same(former) === same(later);
		});
		expect(wrong).toEqual([]);
	});

	test('every deletion concerns settings that some list has and a later one lacks', () => {
		const before = (version: string): Map<string, Listed> => listIn(listedBefore(version));
		const idle = DELETIONS.filter(({ version, ids }) => ![...before(version).keys()].some((id) => ids.test(id) && !definitionsFor(version).has(id)));
		expect(idle.map(({ migration }) => migration)).toEqual([337]);
		const ofPresent = DELETIONS.filter(({ version, ids }) => [...definitionsFor(version).keys()].some((id) => ids.test(id)));
		expect(ofPresent).toEqual([]);
	});
});

describe('an upgraded server', () => {
	const kept = (version: string, from: string): string[] => lacks(definitionsFor(version), upgradedDefinitions(version, from));

	test('has all that a fresh one has', () => {
		expect(lacks(upgradedDefinitions('8.6.1', '7.7.1'), definitionsFor('8.6.1'))).toEqual([]);
		expect(lacks(upgradedDefinitions('9.0', '7.7.1'), definitionsFor('9.0'))).toEqual([]);
	});

	test('of 8.6.1 keeps the one id that no migration deleted until then', () => {
		expect(kept('8.6.1', '7.7.1')).toEqual(['FileUpload_S3_SignatureVersion']);
	});

	test('of 8.0 keeps what only the migrations of 8.1 delete', () => {
		expect(kept('8.0', '7.7.1')).toEqual(['OTR_Count', 'OTR_Enable']);
	});

	test.each(['7.7.1', '8.6.1', '8.9'])('of 9.0, from %s, keeps the Matrix bridge, of which no migration was read', (from) => {
		expect(kept('9.0', from)).toEqual([...listIn('8.6.1').keys()].filter((id) => id.startsWith('Federation_Matrix_')).sort());
	});

	test('of what both versions know has the new definition and the old default', () => {
		const found = upgradedDefinitions('8.6.1', '7.7.1');
		expect(found.get('FEDERATION_Discovery_Method')?.hidden).toBe(true);
		expect([found.get('Accounts_Password_Policy_MinLength')?.default, definitionsFor('8.6.1').get('Accounts_Password_Policy_MinLength')?.default]).toEqual([7, 14]);
	});
});

describe('a setting of another version', () => {
	test.each([
		['VoIP_Enabled', '9.0', 'boolean'],
		['Exchange_Mode', '7.7.1', 'select'],
		['AI_LLM_OpenAI_Model', '7.7.1', 'lookup'],
		['CROWD_Enable', '9.1', 'boolean'],
	])('%s is known on %s', (id, version, type) => {
		expect(has(version, id)).toBe(false);
		expect(knownDefinition(id, version)?.type).toBe(type);
	});

	test('is as the nearest version has it', () => {
		expect([knownDefinition('FEDERATION_Discovery_Method', '9.0')?.hidden, knownDefinition('FEDERATION_Discovery_Method', '7.7.1')?.hidden]).toEqual([true, false]);
	});

	test('that no list has is not known', () => {
		expect(knownDefinition('Site_Urll', '9.0')).toBeUndefined();
		expect(allDefinitions().has('Site_Urll')).toBe(false);
	});
});
