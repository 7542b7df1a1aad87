import { readExport } from '../../tools/export';
import type { Workspace } from '../../tools/host';
import { definitionsFor } from '../../tools/host/server/definitions';
import { toReport } from '../../src/show/as/report';
import { translator } from '../../src/language/translate';
import manifest from '../../app.json';
import { judged } from '../posture/workspace-judged';
import { answerOf, CANARY, mongoexportOf, SETTINGS, valuesOf, VERSIONS, workspaceOf } from './whole';

/** What no reading of a setting tells: the answer does not hold it. */
function withoutHidden({ server, ...rest }: Workspace): Workspace {
	const hidden = [...definitionsFor(server.version).values()].filter((definition) => definition.hidden).map(({ id }) => id);
	return { ...rest, server: { ...server, absent: hidden }, settings: Object.fromEntries(Object.entries(rest.settings ?? {}).filter(([id]) => !hidden.includes(id))) };
}

const CASES = VERSIONS.flatMap((version) => (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).map((how) => ({ version, how })));

describe.each(CASES)('all settings of $version, $how,', ({ version, how }) => {
	const values = valuesOf(version, how);
	const workspace = workspaceOf(version, values);
	const reportOf = async (judging: Workspace) => {
		const { posture } = await judged(judging);
		return JSON.stringify(toReport(posture, translator('en')), null, 1);
	};

	test.each([1, 7])('as an answer of %i pages are judged as the server that answered, but for what it hides', async (pages) => {
		const { kind, workspace: exported, notes } = readExport(answerOf(values, pages), 'answer.json');
		expect(kind).toBe('settings-answer');
		expect(exported.server.others).toBe('absent');
		expect((await judged(exported)).signals).toEqual((await judged(withoutHidden(workspace))).signals);
		expect(await reportOf(exported)).toBe(await reportOf(withoutHidden(workspace)));
		expect(notes.join('\n')).not.toContain(CANARY);
	});

	test('as a mongoexport are judged as the server that they are of', async () => {
		const { kind, workspace: exported, notes } = readExport(mongoexportOf(values), 'settings.jsonl');
		expect(kind).toBe('mongoexport');
		expect((await judged(exported)).signals).toEqual((await judged(workspace)).signals);
		const report = await reportOf(exported);
		expect(report).toBe(await reportOf(workspace));
		expect(report).not.toContain(CANARY);
		expect(notes.join('\n')).not.toContain(CANARY);
	});

	test('a hidden setting in a mongoexport stays unreadable, but for those that the manifest names', async () => {
		const exported = readExport(mongoexportOf(values), 'settings.jsonl').workspace;
		const named = manifest.permissions.flatMap((permission) => ('hiddenSettings' in permission ? permission.hiddenSettings : []));
		const { signals } = await judged(exported);
		const hidden = Object.entries(signals.settings).filter(([id]) => definitionsFor(version).get(id)?.hidden === true);
		expect(hidden.filter(([, { readable }]) => readable).map(([id]) => id)).toEqual(named);
	});

	test('without a tenth of them count as a part, of which nothing is concluded', async () => {
		const some = new Map([...values].filter((_, at) => at % 8 !== 0));
		const { workspace: exported } = readExport(answerOf(some), 'answer.json');
		expect(exported.server.others).toBe('unanswered');
		const { signals } = await judged(exported);
		expect(Object.values(signals.settings).some((signal) => !signal.readable && signal.reason === 'refused')).toBe(false);
	});
});

test('pages that are not all there count as a part, however much they hold', () => {
	const values = valuesOf('9.0', 'fresh');
	const [first = ''] = answerOf(values).split('\n');
	const { workspace, notes } = readExport(first.replace(/"total":(\d+)/, (_, total: string) => `"total":${Number(total) + 50}`), 'answer.json');
	expect(workspace.server.others).toBe('unanswered');
	expect(notes.filter((note) => /^The server has \d+ settings, and \d+ are in it: ask for all pages/.test(note))).toHaveLength(1);
});

test('by its settings, the version is found as the app finds it', () => {
	const noteOf = (version: string): string | undefined => readExport(answerOf(valuesOf(version, 'fresh')), 'answer.json').notes.find((note) => note.startsWith('By its settings'));
	expect(VERSIONS.map(noteOf)).toEqual(['7.7 to 7.10', '8.6', '9.0 or newer'].map((versions) => `By its settings it is of Rocket.Chat ${versions}.`));
});

test('what a mongoexport says of hiding and of the default goes before the lists', async () => {
	const values = valuesOf('9.0', 'fresh');
	const text = mongoexportOf(values)
		.replace('{"_id":"SMTP_Host","type":"string","hidden":false', '{"_id":"SMTP_Host","type":"string","hidden":true')
		.replace(/("_id":"DeepLink_Url".*?"value":)"[^"]*"(.*?"packageValue":)"[^"]*"/, '$1null$2"https://links.example.org"');
	const { signals } = await judged(readExport(text, 'settings.jsonl').workspace);
	expect(signals.settings.SMTP_Host).toEqual({ readable: false, reason: 'refused' });
	expect(signals.settings.DeepLink_Url).toEqual({ readable: true, value: 'https://links.example.org', isDefault: true });
});

test('a secret that a newer server masks is not taken for empty', async () => {
	const values = valuesOf('9.0', 'fresh');
	const masked = JSON.parse(answerOf(values)) as { settings: { _id: string; value: unknown; hasValue?: boolean }[] };
	for (const setting of masked.settings.filter(({ _id }) => _id.startsWith('Push_apn'))) {
		Object.assign(setting, { value: '', hasValue: setting._id === 'Push_apn_key' });
	}
	const { workspace, notes } = readExport(JSON.stringify(masked), 'answer.json');
	const { signals } = await judged(workspace);
	expect(signals.settings.Push_apn_key).toEqual({ readable: false, reason: 'timed-out' });
	expect(signals.settings.Push_apn_cert).toMatchObject({ readable: true, value: '' });
	expect(notes).toContain('Counted as not readable, since no value that can be used is in it: 1 setting (Push_apn_key).');
});
