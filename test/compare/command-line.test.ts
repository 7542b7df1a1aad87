import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readOptions } from '../../tools/workbench/cli/options';
import { Mistake } from '../../tools/workbench/mistake';
import { reportOf, withState } from './reports';

const root = join(__dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'compare-cli-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The command as people type it. It needs no engine, so neither does this test. */
function start(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run/start.mjs', ...args], { cwd: root, input, encoding: 'utf8' });
	return { status, stdout, stderr };
}

const line = (host: string, state: 'on' | 'off'): string => `${JSON.stringify(reportOf(host, withState('link-previews', state)))}\n`;

test('the exit status says whether all is the same, something differs, or something could not be read', () => {
	const [a, b, c] = ['a', 'b', 'c'].map((name) => {
		const path = join(scratch, `${name}.json`);
		writeFileSync(path, line(`${name}.example.org`, name === 'c' ? 'on' : 'off'));
		return path;
	}) as [string, string, string];

	const same = start(['--compare', a, b]);
	expect([same.status, same.stderr]).toEqual([0, '']);
	expect(same.stdout).toContain('nothing that could be found out differs');

	const differs = start(['--compare', scratch, '--as', 'csv']);
	expect([differs.status, differs.stderr]).toEqual([1, '']);
	expect(differs.stdout).toContain('"flow:link-previews","Link previews","off","off","on, sent"');

	const unread = start(['--compare', a, c, join(scratch, 'missing.json')]);
	expect([unread.status, unread.stderr]).toEqual([2, `${join(scratch, 'missing.json')} could not be read (ENOENT).\n`]);
	expect(unread.stdout).toContain('1 thing differs');

	const piped = start(['--as=html', '--compare', '-'], line('a.example.org', 'on') + line('b.example.org', 'off'));
	expect([piped.status, piped.stderr]).toEqual([1, '']);
	expect(piped.stdout).toMatch(/^<!doctype html>/);
});

test.each([
	{ asked: 'nothing to compare', args: ['--compare'], says: /^--compare takes reports or exports/ },
	{ asked: 'a form that there is not', args: ['--compare', 'a.json', '--as', 'admin'], says: /--as is one of text, csv, html; "admin"/ },
	{ asked: 'another answer too', args: ['--compare', 'a.json', '--report'], says: /^--compare goes with --as and --expect alone/ },
	{ asked: 'a policy without --compare', args: ['--workspace', 'a.json', '--expect', 'policy.json'], says: /^--expect goes with --compare, for one workspace too/ },
	{ asked: 'two policies', args: ['--compare', 'a.json', '--expect', 'one.json', '--expect', 'two.json'], says: /^--expect takes one file/ },
	{ asked: 'a policy on standard input', args: ['--compare', 'a.json', '--expect', '-'], says: /^--expect takes one file/ },
	{ asked: 'a policy without a name', args: ['--compare', 'a.json', '--expect='], says: /^--expect takes one file/ },
	{ asked: 'a policy alone', args: ['--compare', '--expect', 'policy.json'], says: /^--compare takes reports or exports/ },
	{ asked: 'files without --compare', args: ['a.json'], says: /^"a\.json" belongs to no option/ },
])('$asked is refused in one sentence', ({ args, says }) => {
	expect(() => readOptions(args)).toThrow(says);
	expect(() => readOptions(args)).toThrow(Mistake);
});

test('the exit status says whether workspaces are as a policy asks', () => {
	const [off, on, policy, bad] = ['off.json', 'on.json', 'policy', 'bad'].map((name) => join(scratch, 'policy', name)) as [string, string, string, string];
	mkdirSync(join(scratch, 'policy'));
	writeFileSync(off, line('a.example.org', 'off'));
	writeFileSync(on, line('b.example.org', 'on'));
	writeFileSync(policy, '{ "link-previews": "off" }');
	writeFileSync(bad, '{ "link-preview": "off" }');

	const conforms = start(['--compare', off, '--expect', policy]);
	expect([conforms.status, conforms.stderr]).toEqual([0, '']);
	expect(conforms.stdout).toContain('a.example.org: 1 conforms\n');

	const deviates = start(['--expect', policy, '--as', 'csv', '--compare', off, on]);
	expect([deviates.status, deviates.stderr]).toEqual([1, '']);
	expect(deviates.stdout).toContain('"b.example.org","deviates","1","link-previews","Link previews","","on, sent"');

	const unusable = start(['--compare', off, `--expect=${bad}`]);
	expect(unusable).toEqual({ status: 2, stdout: '', stderr: `"link-preview" in ${bad}: No flow has this id. Did you mean "link-previews"?\n` });
});

test('files and standard input are taken in any order with the form', () => {
	expect(readOptions(['--compare', 'a.json', '-', '--as', 'csv', 'reports'])).toEqual({ job: 'compare', paths: ['a.json', '-', 'reports'], form: 'csv' });
	expect(readOptions(['--compare', 'a.json', '--expect', 'p.json', 'b.json'])).toEqual({ job: 'expect', paths: ['a.json', 'b.json'], policy: 'p.json', form: 'text' });
	expect(readOptions(['a.json', '--compare', 'b.json'])).toEqual({ job: 'compare', paths: ['a.json', 'b.json'], form: 'text' });
});
