import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

import { readWorkspace } from '../../tools/host/index';

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
			server: { version: '7.7.1', readRule: 'hidden', absent: ['OTR_Enable'], hiddenByEnvironment: ['Site_Url'], environment: { ROOT_URL: 'x' } },
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

	test('is looked for by its bare name among the workspaces of the tests', () => {
		expect(() => readWorkspace('no-such-workspace')).toThrow(/^There is no workspace file .*test\/workspaces\/no-such-workspace\.json\.$/);
	});

	test.each([
		['{', /is not JSON/],
		[{ server: { version: '7.7.1' } }, /description/],
		[{ ...LEAST, setings: {} }, /setings/],
		[{ ...LEAST, server: { version: 'seven' } }, /server\.version: has to look like 7\.7\.1/],
		[{ ...LEAST, settings: { Site_Urll: 'x' } }, /settings: "Site_Urll" is no setting of any Rocket\.Chat version\.$/],
		[{ ...LEAST, settings: { MCP_Enabled: true } }, /settings: "MCP_Enabled" does not exist on this server \(7\.7\.1\)\.$/],
		[{ ...LEAST, settings: { Push_enable: 'yes' } }, /settings: "Push_enable" is a string here, and a boolean in Rocket\.Chat \(type boolean\)\.$/],
		[{ ...LEAST, server: { version: '7.7.1', absent: ['Typo_Id'] } }, /"Typo_Id" is no setting/],
		[{ ...LEAST, faults: { Site_Url: 'explodes' } }, /faults\.Site_Url/],
		[{ ...LEAST, faults: { Typo_Id: 'throws' } }, /"Typo_Id" is no setting/],
		[{ ...LEAST, uploads: 'maybe' }, /uploads/],
		[{ ...LEAST, users: [] }, /users/],
		[{ ...LEAST, licence: { form: 'v2', offline: true } }, /licence of form v2/],
	])('%j says what is wrong', (content, message) => {
		expect(() => readWorkspace(written(content))).toThrow(message);
	});
});
