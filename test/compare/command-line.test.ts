import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
	{ asked: 'another answer too', args: ['--compare', 'a.json', '--report'], says: /^--compare goes with --as alone/ },
	{ asked: 'files without --compare', args: ['a.json'], says: /^"a\.json" belongs to no option/ },
])('$asked is refused in one sentence', ({ args, says }) => {
	expect(() => readOptions(args)).toThrow(says);
	expect(() => readOptions(args)).toThrow(Mistake);
});

test('files and standard input are taken in any order with the form', () => {
	expect(readOptions(['--compare', 'a.json', '-', '--as', 'csv', 'reports'])).toEqual({ job: 'compare', paths: ['a.json', '-', 'reports'], form: 'csv' });
	expect(readOptions(['a.json', '--compare', 'b.json'])).toEqual({ job: 'compare', paths: ['a.json', 'b.json'], form: 'text' });
});
