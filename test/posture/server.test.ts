import { SERVER_SETTINGS } from '../../src/catalogue/server-settings';
import { CAME, CAME_TOGETHER, RELEASES, WENT } from '../../src/catalogue/versions';
import type { SettingId } from '../../src/catalogue/server-settings';
import { translator } from '../../src/language/translate';
import type { ServerVersions } from '../../src/posture/posture';
import { has, inferServer, serverWords } from '../../src/posture/server';
import { readingWith, settingsWith } from './signals';

const english = translator('en');
const LEGACY = ['CROWD_Enable', 'Accounts_AllowAnonymousWrite', 'FEDERATION_Enabled'] as const satisfies readonly SettingId[];
const OLD_CALLS = ['VoIP_Enabled', 'API_Use_REST_For_DDP_Calls', 'Log_View_Limit'] as const satisfies readonly SettingId[];

const versionsOf = (...settings: Parameters<typeof settingsWith>): ServerVersions => readingWith(...settings).server;

test.each([
	['7.7.1', null, '7.11'],
	['8.6.1', '8.6', '8.7'],
	['9.0', '9.0', null],
] as const)('a fresh %s is at least %s and below %s', (version, atLeast, below) => {
	expect(versionsOf({}, [], 'refused', version)).toMatchObject({ atLeast, below, verified: below !== null });
});

describe('where the newest settings are hidden', () => {
	test('one of a pair proves nothing by its absence', () => {
		expect(versionsOf({}, ['AI_LLM_OpenAI_Base_URL'], 'refused', '9.0')).toMatchObject({ atLeast: '9.0', below: null });
	});

	test('two of one age are overruled by what came later and reads', () => {
		expect(versionsOf({}, ['FileUpload_GoogleStorage_URLExpiryTimeSpan', 'Use_RC_SDK'], 'refused', '9.0')).toMatchObject({ atLeast: '9.0', below: null });
	});

	test('one of the three that went with 9.0 reads: the server is older', () => {
		expect(versionsOf({ CROWD_Enable: false }, ['VideoConf_LiveKit_Enabled', 'VideoConf_LiveKit_Url'], 'refused', '9.0')).toMatchObject({ atLeast: '8.8', below: '9.0' });
	});

	test('that all three are missing proves nothing on a server that may be older than 8.7', () => {
		expect(versionsOf({}, LEGACY, 'refused', '8.6.1')).toMatchObject({ atLeast: '8.6', below: null });
	});
});

test.each(['7.8.0', '7.10.2', '7.11.0', '7.13.0', '8.0.0', '8.1.0', '8.2.0', '8.4.0', '8.5.0', '8.6.1', '8.7.0', '8.8.0', '8.9.0', '9.0', '9.1'])('the version of a %s lies in what is told, whatever feature is hidden', (version) => {
	const release = /^\d+\.\d+/.exec(version)?.[0];
	const features: readonly SettingId[][] = [
		[],
		['Federation_Service_Enabled', 'Federation_Service_Domain', 'Federation_Service_Validate_User_Domain'],
		['Message_Read_Receipt_Archive_Enabled'],
		['FileUpload_GoogleStorage_URLExpiryTimeSpan'],
		['AutoTranslate_LibreTranslateAPIURL'],
		[...CAME.flatMap(({ ids }) => ids.filter((id) => id.startsWith('AI_')))],
		['VideoConf_LiveKit_Enabled', 'VideoConf_LiveKit_Url'],
		['CROWD_Enable'],
		['VoIP_Enabled'],
	];
	for (const hidden of features) {
		const { atLeast, below } = versionsOf({}, hidden, 'refused', version);
		const at = (known: string | null | undefined): number => RELEASES.findIndex((each) => each === known);
		expect([hidden, (atLeast === null || at(atLeast) <= at(release)) && (below === null || at(release) < at(below))]).toEqual([hidden, true]);
	}
});

test('what did not answer in time is not missing', () => {
	expect(versionsOf({}, OLD_CALLS, 'timed-out')).toMatchObject({ below: '7.11' });
	expect(versionsOf({ Federation_Service_Enabled: false }, [...OLD_CALLS, 'FEDERATION_Discovery_Method'], 'timed-out')).toMatchObject({ atLeast: '7.11', below: '8.5' });
});

test('what a newer host answers instead of refusing counts as missing', () => {
	const missing = [...LEGACY, ...OLD_CALLS, 'FEDERATION_Discovery_Method'] as const;
	expect(inferServer(settingsWith({}, missing, 'no-answer', '9.0'))).toMatchObject({ atLeast: '9.0' });
});

test('without the control nothing is known', () => {
	expect(versionsOf({}, ['Site_Url'], 'refused', '8.6.1')).toMatchObject({ atLeast: null, below: null, verified: false });
});

test('settings of ages that exclude each other leave the version unknown', () => {
	const mixed = { VoIP_Enabled: false, AI_Intelligent_Search_Enabled: false } as const;
	expect(['7.7.1', '8.6.1', '9.0'].map((version) => versionsOf(mixed, [], 'refused', version))).toEqual(Array(3).fill(expect.objectContaining({ atLeast: null, below: null })));
});

const ages = <Release>(markers: readonly { readonly ids: readonly SettingId[]; readonly at: Release }[]): [SettingId, Release][] => markers.flatMap(({ ids, at }) => ids.map((id): [SettingId, Release] => [id, at]));

test.each(ages([...CAME, ...CAME_TOGETHER].map(({ ids, since }) => ({ ids, at: since }))))('%s came with %s, whoever asks', (id, since) => {
	expect(SERVER_SETTINGS[id].since).toBe(since);
});

test.each(ages(WENT.map(({ ids, until }) => ({ ids, at: until }))))('%s went with %s, whoever asks', (id, until) => {
	expect(SERVER_SETTINGS[id].until).toBe(until);
});

test('every marker that reads bounds the version of an otherwise silent server', () => {
	const silent = ['Site_Url', ...CAME.flatMap(({ ids }) => ids), ...WENT.flatMap(({ ids }) => ids)] as const;
	const reads = (id: SettingId): ServerVersions => versionsOf({}, silent.filter((other) => other !== 'Site_Url' && other !== id), 'timed-out', '8.6.1');
	for (const { id, since } of CAME.filter((marker) => RELEASES.indexOf(marker.since) <= RELEASES.indexOf('8.6')).flatMap(({ ids, since: release }) => ids.map((each) => ({ id: each, since: release })))) {
		expect([id, reads(id)]).toEqual([id, expect.objectContaining({ atLeast: since })]);
	}
});

describe('whether a server has something', () => {
	test.each([
		[{ atLeast: '8.6', below: '8.7' }, { since: '8.6' }, 'yes'],
		[{ atLeast: '8.6', below: '8.7' }, { since: '8.7' }, 'no'],
		[{ atLeast: '8.6', below: '8.8' }, { since: '8.7' }, 'may'],
		[{ atLeast: '9.0', below: null }, { since: '9.1' }, 'may'],
		[{ atLeast: '9.0', below: null }, { until: '9.0' }, 'no'],
		[{ atLeast: null, below: '7.11' }, { until: '7.11' }, 'yes'],
		[{ atLeast: null, below: '7.11' }, { since: '7.11' }, 'no'],
		[{ atLeast: null, below: null }, {}, 'yes'],
		[{ atLeast: null, below: null }, { since: '8.0', until: '9.0' }, 'may'],
	] as const)('%j, %j: %s', (server, lifespan, answer) => {
		expect(has(server, lifespan)).toBe(answer);
	});
});

test.each([
	[{ atLeast: '8.6', below: '8.7' }, 'Rocket.Chat 8.6'],
	[{ atLeast: '8.7', below: '8.9' }, 'Rocket.Chat 8.7 or 8.8'],
	[{ atLeast: null, below: '7.11' }, 'Rocket.Chat 7.7 to 7.10'],
	[{ atLeast: '9.0', below: null }, 'Rocket.Chat 9.0 or newer'],
	[{ atLeast: null, below: null }, 'a version that could not be found out'],
] as const)('%j in words: %s', (server, words) => {
	expect(english(serverWords(server))).toBe(words);
});
