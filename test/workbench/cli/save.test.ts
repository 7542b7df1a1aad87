import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mistake } from '../../../tools/workbench/mistake';
import { folderFor, saveFiles } from '../../../tools/workbench/cli/save';

let scratch: string;

beforeEach(() => {
	scratch = mkdtempSync(join(tmpdir(), 'workbench-save-'));
});

afterEach(() => {
	rmSync(scratch, { recursive: true });
});

const file = (name: string, content = name) => ({ name, content: Buffer.from(content) });

test('files are written as they are into a folder that is made for them', () => {
	const folder = folderFor(join(scratch, 'new', 'folder'));
	expect(saveFiles([file('a.html', '<p>ä</p>'), file('b.csv')], folder)).toEqual([join(folder, 'a.html'), join(folder, 'b.csv')]);
	expect(readFileSync(join(folder, 'a.html'), 'utf8')).toBe('<p>ä</p>');
});

test('what is there already stays, and a second file of that name gets a number', () => {
	writeFileSync(join(scratch, 'a.html'), 'old');
	expect(saveFiles([file('a.html', 'first'), file('a.html', 'second')], scratch)).toEqual([join(scratch, 'a-2.html'), join(scratch, 'a-3.html')]);
	expect(readFileSync(join(scratch, 'a.html'), 'utf8')).toBe('old');
	expect(readFileSync(join(scratch, 'a-3.html'), 'utf8')).toBe('second');
});

test.each([
	['../out.json', 'out.json'],
	['..\\out.json', 'out.json'],
	['/etc/out.json', 'out.json'],
	['..', 'file'],
	['', 'file'],
])('a file named "%s" stays in the folder, as %s', (name, expected) => {
	const folder = folderFor(join(scratch, 'inside'));
	saveFiles([file(name)], folder);
	expect(readdirSync(folder)).toEqual([expected]);
	expect(readdirSync(scratch)).toEqual(['inside']);
});

test('a folder that is a file is refused in one sentence', () => {
	writeFileSync(join(scratch, 'taken'), '');
	expect(() => folderFor(join(scratch, 'taken'))).toThrow(Mistake);
	expect(() => folderFor(join(scratch, 'taken', 'below'))).toThrow(/^Files cannot be saved to \S+ \(ENOTDIR\)\.$/);
});
