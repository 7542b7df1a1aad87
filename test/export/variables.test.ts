import { DEPLOYMENT_VARIABLE } from '../../src/catalogue/identity';
import { readExport } from '../../tools/export';
import { Mistake } from '../../tools/workbench/mistake';
import { judged } from '../posture/workspace-judged';

const settingsOf = (text: string) => readExport(text, 'file').workspace.settings;
const noteOf = (text: string, begins: string) => readExport(text, 'file').notes.find((note) => note.startsWith(begins));

describe('a file of variables', () => {
	test('is read with quotes, exports, comments and several lines', () => {
		const text = [
			'# our server',
			'',
			'export OVERWRITE_SETTING_Site_Url="https://chat.example.org" # here',
			"OVERWRITE_SETTING_SMTP_Host='mail.example.org'",
			'OVERWRITE_SETTING_SMTP_Port = 587   # submission',
			'OVERWRITE_SETTING_From_Email=a#b@example.org',
			'OVERWRITE_SETTING_Push_gateway="https://one.example.org\nhttps://two.example.org"',
			'OVERWRITE_SETTING_Push_enable=TRUE',
			'no variable at all',
			'OVERWRITE_SETTING_Accounts_LoginExpiration=90',
		].join('\r\n');
		expect(settingsOf(text)).toEqual({
			Site_Url: 'https://chat.example.org',
			SMTP_Host: 'mail.example.org',
			SMTP_Port: '587',
			From_Email: 'a#b@example.org',
			Push_gateway: 'https://one.example.org\nhttps://two.example.org',
			Push_enable: true,
			Accounts_LoginExpiration: 90,
		});
	});

	test('has its values read as Rocket.Chat reads them: a timespan stays text there, and counts as one that cannot be used', async () => {
		const { workspace } = readExport('OVERWRITE_SETTING_RetentionPolicy_TTL_DMs=86400000\nOVERWRITE_SETTING_SMTP_Host=false', 'file');
		const { signals } = await judged(workspace);
		expect(signals.settings.RetentionPolicy_TTL_DMs).toEqual({ readable: false, reason: 'wrong-type' });
		expect(signals.settings.SMTP_Host).toEqual({ readable: false, reason: 'wrong-type' });
	});

	test('a value that refers elsewhere, or is empty, is not known', async () => {
		const text = 'OVERWRITE_SETTING_SMTP_Host=${MAIL}\nOVERWRITE_SETTING_Push_enable=\nOVERWRITE_SETTING_Site_Url=https://chat.example.org';
		expect(settingsOf(text)).toEqual({ Site_Url: 'https://chat.example.org' });
		expect(noteOf(text, 'Counted as not readable')).toContain('2 settings (SMTP_Host, Push_enable)');
		expect((await judged(readExport(text, 'file').workspace)).signals.settings.Push_enable.readable).toBe(false);
	});

	test('a variable without the prefix sets only the first value of a new server, so it is not judged', () => {
		const text = 'OVERWRITE_SETTING_Push_enable=false\nSite_Url=https://chat.example.org\nSMTP_Host=mail';
		expect(settingsOf(text)).toEqual({ Push_enable: false });
		expect(noteOf(text, '2 variables name settings without OVERWRITE_SETTING_')).toBeDefined();
	});

	test('ROOT_URL is not taken for the address that the settings hold', async () => {
		const { workspace } = readExport('ROOT_URL=https://chat.example.org\nOVERWRITE_SETTING_Push_enable=false', 'file');
		expect((await judged(workspace)).signals.settings.Site_Url.readable).toBe(false);
	});

	test('a declared deployment is one, and what SETTINGS_HIDDEN names is refused', async () => {
		const text = `${DEPLOYMENT_VARIABLE}=air-gapped\nSETTINGS_HIDDEN=SMTP_Host, Made_Up\nOVERWRITE_SETTING_SMTP_Host=mail\nMONGO_URL=mongodb://u:p@db`;
		const { workspace } = readExport(text, 'file');
		expect(JSON.stringify(workspace)).not.toContain('mongodb');
		const { posture, signals } = await judged(workspace);
		expect(posture.deployment).toMatchObject({ model: 'air-gapped', basis: 'declared' });
		expect(signals.settings.SMTP_Host).toEqual({ readable: false, reason: 'refused' });
	});
});

describe('a Compose file', () => {
	const compose = (rocketchat: string, rest = ''): string => `# ours\nx-common: &common\n  environment: &env\n    OVERWRITE_SETTING_Push_enable: false\nservices:\n${rocketchat}${rest}`;

	test('has its variables as a map, with what is merged into it, and as they were written', () => {
		const text = compose('  chat:\n    image: rocketchat/rocket.chat:8.6.1\n    environment:\n      <<: *env\n      OVERWRITE_SETTING_From_Email: 1.10\n      OVERWRITE_SETTING_Site_Name: $$5\n      OVERWRITE_SETTING_SMTP_Host: ${MAIL:-mail}\n      OVERWRITE_SETTING_Language:\n');
		const { kind, workspace, notes } = readExport(text, 'file');
		expect(kind).toBe('compose');
		expect(workspace.settings).toEqual({ Push_enable: false, From_Email: '1.10', Site_Name: '$5' });
		expect(workspace.server.version).toBe('8.6.1');
		expect(notes).toContain("Counted as not readable, since no value that can be used is in it: 2 settings (SMTP_Host and 1 other).");
	});

	test('has them as a list, of several services, and what these do not agree on is not known', () => {
		const text = compose(
			'  one:\n    image: registry.rocket.chat/rocketchat/rocket.chat:7.10.0\n    environment:\n      - OVERWRITE_SETTING_Push_enable=false\n      - OVERWRITE_SETTING_SMTP_Host=one\n      - OVERWRITE_SETTING_Language\n',
			'  two:\n    environment: [OVERWRITE_SETTING_Push_enable=false, OVERWRITE_SETTING_SMTP_Host=two]\n  mongo:\n    image: mongo:6\n    environment: { MONGO_PASSWORD: x }\n',
		);
		const { workspace, notes } = readExport(text, 'file');
		expect(workspace.settings).toEqual({ Push_enable: false });
		expect(workspace.faults).toEqual({ SMTP_Host: 'hangs', Language: 'hangs' });
		expect(workspace.server.version).toBe('7.10.0');
		expect(notes.join('\n')).toContain('It describes 2 servers');
	});

	test.each(['latest', '8', '${RELEASE:-8.6.1}', 'develop'])('of an image %s names no version', (tag) => {
		const { notes } = readExport(`services:\n  a:\n    image: rocketchat/rocket.chat:${tag}\n    environment:\n      OVERWRITE_SETTING_Push_enable: 'true'\n`, 'file');
		expect(notes).toContain('Which version of Rocket.Chat it is of could not be found out.');
	});

	test('of a version that no app runs on is refused', () => {
		const text = 'services:\n  a:\n    image: rocketchat/rocket.chat:6.5.0\n    environment:\n      OVERWRITE_SETTING_Push_enable: "true"\n';
		expect(() => readExport(text, 'old.yml')).toThrow(/^old\.yml is of Rocket\.Chat 6\.5\.0, older than 7\.7, .*\.$/);
	});
});

test('objects of Kubernetes: several documents, a list, files in a ConfigMap and the variables of a container', () => {
	const map = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chat }\ndata:\n${data}`;
	const deployment = 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - image: rocketchat/rocket.chat:8.6.1\n          env:\n            - { name: OVERWRITE_SETTING_SMTP_Host, value: mail }\n            - { name: OVERWRITE_SETTING_SMTP_Password, valueFrom: { secretKeyRef: { name: s, key: k } } }\n';
	const text = [map('  OVERWRITE_SETTING_Push_enable: "false"\n'), map('  chat.env: |\n    OVERWRITE_SETTING_Site_Name=Chat\n'), deployment].join('---\n');
	const { kind, workspace } = readExport(text, 'file');
	expect(kind).toBe('kubernetes');
	expect(workspace.settings).toEqual({ Push_enable: false, Site_Name: 'Chat', SMTP_Host: 'mail' });
	expect(workspace.server.version).toBe('8.6.1');
	const list = { kind: 'List', apiVersion: 'v1', items: [{ kind: 'ConfigMap', data: { OVERWRITE_SETTING_Push_enable: 'false' } }] };
	expect(settingsOf(JSON.stringify(list))).toEqual({ Push_enable: false });
});

test('docker inspect names the version by the image', () => {
	const text = JSON.stringify([{ Config: { Image: 'rocketchat/rocket.chat:8.8.1-rc.0', Env: ['PATH=/bin', 'OVERWRITE_SETTING_Push_enable=false'] } }]);
	expect(readExport(text, 'file').workspace.server.version).toBe('8.8.1-rc.0');
});

describe('lists and maps', () => {
	test('an answer comes whole, in a list, one behind the other, or as the bare list', () => {
		const page = (id: string, value: unknown) => ({ settings: [{ _id: id, value }], success: true });
		const pages = [page('Push_enable', false), page('SMTP_Host', 'mail')];
		const expected = { Push_enable: false, SMTP_Host: 'mail' };
		expect(settingsOf(JSON.stringify(pages))).toEqual(expected);
		expect(settingsOf(pages.map((one) => JSON.stringify(one, null, 2)).join(''))).toEqual(expected);
		expect(settingsOf(JSON.stringify(pages.flatMap(({ settings }) => settings)))).toEqual(expected);
		expect(settingsOf(`\uFEFF  ${JSON.stringify(pages)}\n`)).toEqual(expected);
	});

	test('null is the default that the database holds, and without it not known', async () => {
		const { workspace } = readExport('[{"_id":"DeepLink_Url","value":null,"packageValue":"https://go.example.org"},{"_id":"Push_gateway","value":null}]', 'file');
		const { signals } = await judged(workspace);
		expect(signals.settings.DeepLink_Url).toMatchObject({ value: 'https://go.example.org' });
		expect(signals.settings.Push_gateway.readable).toBe(false);
	});

	test('extended JSON of every kind is plain', () => {
		const text = '{"_id":"SMTP_Port","value":{"$numberInt":"25"},"ts":{"$date":{"$numberLong":"1700000000000"}}}\n{"_id":"RetentionPolicy_TTL_DMs","value":{"$numberLong":"86400000"}}\n{"_id":"Site_Name","value":{"$oid":"abc"}}';
		expect(settingsOf(text)).toEqual({ SMTP_Port: 25, RetentionPolicy_TTL_DMs: 86_400_000, Site_Name: 'abc' });
	});

	test('a value of a kind that the server really has is judged as there, and text by what it says only where a person wrote it', async () => {
		const [answer, written] = await Promise.all([judged(readExport('[{"_id":"Push_enable","value":"false"}]', 'file').workspace), judged(readExport('{"Push_enable":"false"}', 'file').workspace)]);
		expect(answer.signals.settings.Push_enable).toEqual({ readable: false, reason: 'wrong-type' });
		expect(written.signals.settings.Push_enable).toMatchObject({ readable: true, value: false });
	});

	test('what names settings like an object does is nothing special', () => {
		expect(settingsOf('{"__proto__":{"Push_enable":false},"constructor":"x","Push_enable":true}')).toEqual({ Push_enable: true });
		expect(settingsOf('{"Push_enable":"constructor","SMTP_Host":"__proto__"}')).toEqual({ SMTP_Host: '__proto__' });
	});

	test('a map may be YAML', () => {
		expect(settingsOf('Site_Url: https://chat.example.org\nPush_enable: false\n')).toEqual({ Site_Url: 'https://chat.example.org', Push_enable: false });
	});
});

describe('what is no export gets one sentence', () => {
	test.each([
		['', /is empty/],
		['PK\u0003\u0004\u0000\u0000', /is no text/],
		['{"description":', /breaks off/],
		['{"_id":"Push_enable","value":true}\n{"_id":"SMTP_Host","val', /breaks off: what begins in line 2/],
		['{"a" 1}', /is not JSON/],
		['{"name":"x"}', /holds no setting of Rocket\.Chat/],
		['[]', /holds nothing that has a name/],
		['{"success":false,"error":"unauthorized"}', /Rocket\.Chat refuses/],
		['{"status":"error","error":"unauthorized","message":"You must be logged in to do this."}', /Rocket\.Chat refuses/],
		['{"settings":[],"success":true}', /an answer without any setting/],
		['{"_id":"u1","username":"alex"}', /none of them is a setting/],
		['{"schemaVersion":"2","flows":[],"server":{}}', /is a report/],
		['ROOT_URL=https://chat.example.org', /none begins with OVERWRITE_SETTING_/],
		['services:\n  a:\n    image: nginx\n', /Docker Compose file and holds no variable/],
		['{"kind":"ConfigMap","data":{}}', /Kubernetes and holds no variable/],
		['[{"Config":{"Env":[]}}]', /docker inspect and holds no variable/],
		['a: [', /nor YAML \(line 1\)/],
		['hello', /holds nothing/],
		['{"server":{"version":"7.7.1"},"setings":{}}', /own form: Unrecognized key: "setings"/],
		['{"server":{"version":"6.8.0"}}', /older than 7\.7/],
		['{"server":{"version":"7.7.1"},"settings":{"Push_enable":"yes"}}', /"Push_enable" is a string here, and a boolean in Rocket\.Chat/],
	])('%j', (text, says) => {
		const reading = () => readExport(text, 'file.x');
		expect(reading).toThrow(Mistake);
		expect(reading).toThrow(says);
		expect(reading).toThrow(/^file\.x [^\n]*; expected are the settings of a workspace, for example \{"Site_Url": "https:\/\/chat\.example\.org"\}[^\n]*\.$/);
	});
});
