import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readExport } from '../../tools/export';
import type { ExportKind } from '../../tools/export';
import { decode } from '../../tools/export/text';
import type { Workspace } from '../../tools/host';
import { Mistake } from '../../tools/workbench/mistake';
import { judged } from '../posture/workspace-judged';

const FOLDER = join(__dirname, 'files');
const read = (file: string) => readExport(decode(readFileSync(join(FOLDER, file))), file);

type Own = Omit<Workspace, 'description'>;

const part = (settings: Record<string, unknown>): Own => ({ server: { version: '9.0', others: 'unanswered' }, settings });
const fresh = (version: string, settings: Record<string, unknown>): Own => ({ server: { version }, settings });

const url = 'https://chat.example.org';
const switched = { Push_enable: false, Register_Server: false };
const licence = 'RCV3_eyJhbGciOiJSUzI1NiJ9.e30.c2ln';

/** Each file, what it is recognised as, and the workspace that says the same in our own form. */
const FILES: Record<string, [kind: ExportKind, own: Own]> = {
	'f1-api-settings.json': ['settings-answer', part({ Site_Url: url, Push_enable: true, Register_Server: false })],
	'f2-mongoexport.json': ['mongoexport', part({ Site_Url: url, Push_enable: true })],
	'f2-mongoexport-array.json': ['mongoexport', part({ Site_Url: url, Push_enable: true })],
	'f3.env': ['env', part(switched)],
	'f3-docker-compose.yml': ['compose', part({ Push_enable: false })],
	'f4-configmap.json': ['kubernetes', part({ Push_enable: false })],
	'f4-docker-inspect.json': ['docker-inspect', part({ Push_enable: false })],
	'f5-strings.json': ['own-form', fresh('7.7.1', { ...switched, Site_Url: url, RetentionPolicy_MaxAge_DMs: 21 })],
	'f6-no-description.json': ['own-form', fresh('7.7.1', { Site_Url: url })],
	'f6-no-server.json': ['own-form', part({ Site_Url: url })],
	'f6-rc-version.json': ['own-form', fresh('8.8.1-rc.0', { Site_Url: url })],
	'f7-unknown-ids.json': ['own-form', fresh('8.2.0', { Site_Url: url, OTR_Enable: false, WebRTC_Enabled: false })],
	'f8-bom.json': ['own-form', fresh('7.7.1', { Site_Url: url })],
	'f9-comments.json': ['own-form', fresh('7.7.1', { Site_Url: url })],
	'f11-settings-only.json': ['flat', part({ Site_Url: url, Push_enable: false })],
	'f12-null-values.json': ['own-form', fresh('7.7.1', { Site_Url: null, SMTP_Host: null, Push_gateway: null, Accounts_AvatarExternalProviderUrl: null })],
	'f13-licence-string.json': ['own-form', fresh('7.7.1', { Site_Url: url, Enterprise_License: licence, Enterprise_License_Status: 'Valid' })],
};

test.each(Object.entries(FILES))('%s is judged as the same workspace in our own form, statement by statement', async (file, [kind, own]) => {
	const found = read(file);
	expect(found.kind).toBe(kind);
	const [one, other] = await Promise.all([judged(found.workspace), judged({ description: 'The same.', ...own })]);
	expect(one.signals).toEqual(other.signals);
	expect(one.posture).toEqual(other.posture);
});

test('an empty file is no export', () => {
	expect(() => read('f10-empty.json')).toThrow(Mistake);
	expect(() => read('f10-empty.json')).toThrow(/^f10-empty\.json is empty; expected are .*for example \{"Site_Url"/);
});

test('every file of the folder is tried', () => {
	expect(readdirSync(FOLDER).sort()).toEqual([...Object.keys(FILES), 'f10-empty.json'].sort());
});

test('what a part of the settings does not hold is unreadable, and no version and no flow is concluded from it', async () => {
	const { signals, posture } = await judged(read('f1-api-settings.json').workspace);
	expect(signals.settings.SMTP_Host).toEqual({ readable: false, reason: 'timed-out' });
	expect(posture.server).toMatchObject({ atLeast: null, below: null });
	const by = Object.fromEntries(posture.flows.map(({ id, state }) => [id, state]));
	expect(by['email']).toBe('unknown');
	expect(by['federation-xmpp']).not.toBe('not-applicable');
	// Nothing but what is in the file, or what no setting decides, is said to be on or off.
	const read3 = new Set(['Site_Url', 'Push_enable', 'Register_Server']);
	expect(posture.flows.filter(({ state }) => state === 'off').flatMap(({ decidedBy }) => decidedBy).filter((id) => !read3.has(id))).toEqual([]);
});

describe('it is said in one line each', () => {
	test.each([
		['f1-api-settings.json', [/^f1-api-settings\.json is the answer of GET \/api\/v1\/settings, with 3 settings to judge\.$/, /could not be found out/, /does not hold hidden settings .* and the environment/, /none is taken to have its default/]],
		['f3-docker-compose.yml', [/is a Docker Compose file, with 1 setting/, /names version 7\.10\.0/, /what was set in the administration/, /a part/]],
		['f5-strings.json', [/own form, with 4 settings/, /^2 values in it are text .* read by the type of the setting\.$/]],
		['f7-unknown-ids.json', [/own form/, /^Kept aside, .*: 4 settings \(Apps_Framework_Development_Mode, Jitsi_Domain, Livechat_Show_Connecting and 1 other\)\.$/]],
	])('of %s', (file, lines) => {
		const { notes } = read(file);
		expect(notes).toHaveLength(lines.length);
		lines.forEach((line, at) => expect(notes[at]).toMatch(line));
	});
});
