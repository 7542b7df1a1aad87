import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

import { readingOf, readWorkspace } from '../../tools/host/index';
import { allDefinitions, LISTED_VERSIONS } from '../../tools/host/server/definitions';

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'workspace-file-'));

afterAll(() => fs.rmSync(FOLDER, { recursive: true }));

function written(content: unknown): string {
	const file = path.join(FOLDER, 'file.json');
	fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

const LEAST = { description: 'the least', server: { version: '7.7.1' } };

describe('a workspace file', () => {
	test('is taken as it is', () => {
		const full = {
			...LEAST,
			server: { version: '8.6.1', upgradedFrom: '7.7.1', absentAnswers: 'null', others: 'unanswered', packageValues: { Site_Url: 'x' }, absent: ['OTR_Enable'], hiddenByEnvironment: ['Site_Url'], environment: { ROOT_URL: 'x' } },
			licence: { form: 'v3', offline: true, status: 'Invalid' },
			settings: { 'Push_enable': false, 'Hide_System_Messages': ['uj'], 'Accounts_OAuth_Custom-Our': true, 'Site_Name': null },
			app: { anything: 1 },
			faults: { '*': 'hangs', 'Site_Url': 'throws' },
			permissionsRefused: ['env.read'],
			uploads: 'fails',
			users: [{ username: 'a', name: 'A', roles: ['admin'], language: 'de', utcOffset: 5.5 }],
		};
		expect(readWorkspace(written(full))).toEqual(full);
		expect(readWorkspace(written({ ...LEAST, licence: null }))).toEqual({ ...LEAST, licence: null });
	});

	test.each(['7.7', '7.10.2', '8.8.1-rc.0', '9.0', '9.1.0-rc.0', '12.3.4'])('can be of version %s', (version) => {
		expect(readWorkspace(written({ ...LEAST, server: { version } })).server).toEqual({ version });
	});

	test.each([{ form: 'v3', payload: null }, { form: 'v3', payload: { information: [] }, status: 'Invalid' }, { form: 'text', text: '' }])('can have the licence %j', (licence) => {
		expect(readWorkspace(written({ ...LEAST, licence })).licence).toEqual(licence);
	});

	test.each(LISTED_VERSIONS)('of %s can give settings of every other version, since a database can hold them', (version) => {
		const settings = Object.fromEntries([...allDefinitions()].map(([id, { default: value }]) => [id, value]));
		expect(Object.keys(readWorkspace(written({ ...LEAST, server: { version }, settings })).settings ?? {})).toHaveLength(allDefinitions().size);
	});

	test.each(fs.readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json')))('named %s is one that an engine can start', (name) => {
		const workspace = readWorkspace(name);
		expect(workspace.description).toMatch(/\.$/);
		expect(() => readingOf(workspace, { id: 'app', permissions: [] })).not.toThrow();
	});

	test('is looked for by its bare name among the workspaces of the tests', () => {
		expect(() => readWorkspace('no-such-workspace')).toThrow(/^There is no workspace file .*test\/workspaces\/no-such-workspace\.json\.$/);
	});

	test.each([
		['{', /is not JSON/],
		[{ server: { version: '7.7.1' } }, /description/],
		[{ ...LEAST, setings: {} }, /setings/],
		[{ ...LEAST, server: { version: 'seven' } }, /server\.version: has to look like 7\.7\.1, 9\.0 or 8\.8\.1-rc\.0/],
		[{ ...LEAST, server: { version: '9.0-beta' } }, /server\.version: has to look like/],
		[{ ...LEAST, server: { version: '6.8.0' } }, /server\.version: is older than 7\.7, the oldest version that is known here\.$/],
		[{ ...LEAST, server: { version: '8.6.1', upgradedFrom: '6.13.0' } }, /server\.upgradedFrom: is older than 7\.7/],
		[{ ...LEAST, server: { version: '8.6.1', upgradedFrom: '8.6.1' } }, /server\.upgradedFrom: 8\.6\.1 is not older than 8\.6\.1\.$/],
		[{ ...LEAST, server: { version: '7.7.1', absentAnswers: 'nothing' } }, /server\.absentAnswers/],
		[{ ...LEAST, server: { version: '7.7.1', others: 'hidden' } }, /server\.others/],
		[{ ...LEAST, settings: { Site_Urll: 'x' } }, /settings: "Site_Urll" is in none of the lists of Rocket\.Chat's settings that this project has \(7\.7\.1, 8\.6\.1, 9\.0\)\.$/],
		[{ ...LEAST, server: { version: '7.7.1', absent: ['Push_enable'] }, settings: { Push_enable: true } }, /settings: "Push_enable" has a value here, and is absent by the list under server\.$/],
		[{ ...LEAST, settings: { MCP_Enabled: 'yes' } }, /settings: "MCP_Enabled" is a string here, and a boolean in Rocket\.Chat/],
		[{ ...LEAST, settings: { Push_enable: 'yes' } }, /settings: "Push_enable" is a string here, and a boolean in Rocket\.Chat \(type boolean\)\.$/],
		[{ ...LEAST, server: { version: '7.7.1', absent: ['Typo_Id'] } }, /"Typo_Id" is in none of the lists/],
		[{ ...LEAST, faults: { Site_Url: 'explodes' } }, /faults\.Site_Url/],
		[{ ...LEAST, faults: { Typo_Id: 'throws' } }, /"Typo_Id" is in none of the lists/],
		[{ ...LEAST, uploads: 'maybe' }, /uploads/],
		[{ ...LEAST, users: [] }, /users/],
		[{ ...LEAST, licence: { form: 'v2', offline: true } }, /licence of form v2/],
		[{ ...LEAST, licence: { form: 'v3' } }, /licence: has to be of form v3 or v2 and say whether it is offline/],
		[{ ...LEAST, licence: { form: 'v3', offline: true, payload: {} } }, /licence: has to be/],
	])('%j says what is wrong', (content, message) => {
		expect(() => readWorkspace(written(content))).toThrow(message);
	});
});
