import { SCHEMA_VERSION } from '../../../src/catalogue/identity';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARY, mongoexportOf, valuesOf, workspaceOf } from '../../export/whole';

const root = join(__dirname, '..', '..', '..');
const running = new Set<ChildProcess>();
const scratch = mkdtempSync(join(tmpdir(), 'workbench-cli-'));

afterAll(() => {
	for (const child of running) {
		child.kill('SIGKILL');
	}
	rmSync(scratch, { recursive: true });
});

function start(args: string[], env: NodeJS.ProcessEnv = {}) {
	const child = spawn(process.execPath, ['tools/run/start.mjs', ...args], { cwd: root, env: { ...process.env, ...env } });
	running.add(child);
	let out = '';
	let err = '';
	child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
	const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
		child.once('close', (code) => {
			running.delete(child);
			resolve({ code, out, err });
		});
	});
	const says = async (words: RegExp): Promise<RegExpExecArray> => {
		for (;;) {
			const match = words.exec(err);
			if (match !== null) {
				return match;
			}
			if (child.exitCode !== null) {
				throw new Error(`It ended and never said ${String(words)}, but: ${err}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	};
	return { child, ended, says };
}

const run = (...args: string[]) => start(args).ended;

function fed(input: string, ...args: string[]) {
	const { child, ended } = start(args);
	child.stdin?.end(input);
	return ended;
}

function outside(name: string, content: string): string {
	const file = join(scratch, name);
	writeFileSync(file, content);
	return file;
}

test.each([
	{ asked: 'an unknown option', args: ['--workspce', 'x'], says: /no option --workspce\. Did you mean --workspace\?/ },
	{ asked: 'an unknown workspace', args: ['--workspace', 'air-gaped-clean'], says: /Did you mean "air-gapped-clean"\? Workspaces: .*cloud-own-host/ },
	{ asked: 'an unknown role', args: ['--as', 'memebr', '--command', '/privacy-status'], says: /"memebr".*Did you mean "member"\? Users: admin \(admin, user\)/ },
	{ asked: 'a command without a slash', args: ['--command', 'privacy-status'], says: /takes a slash command/ },
	{ asked: 'to save what nobody asks for', args: ['--save', scratch, '--report'], says: /--save goes with --command/ },
	{ asked: 'to save into a file', args: ['--command', '/privacy-status', '--save', outside('taken', '')], says: /taken \(EEXIST\)/ },
	{ asked: 'a value that is missing', args: ['--workspace'], says: /--workspace/ },
	{ asked: 'two answers at once', args: ['--report', '--command', '/privacy-status'], says: /exclude each other/ },
	{ asked: 'a file that is no JSON', args: ['--workspace', outside('bad.json', '{"description":'), '--report'], says: /^bad\.json is JSON that breaks off.*for example \{"Site_Url"/ },
	{ asked: 'a file that is no export', args: ['--workspace', outside('other.json', '{"name":"x"}'), '--report'], says: /^other\.json holds no setting of Rocket\.Chat; expected are/ },
	{ asked: 'a folder', args: ['--workspace', scratch], says: /is no file/ },
])('$asked ends with one sentence and exit code 2', async ({ args, says }) => {
	const { code, out, err } = await run(...args);
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(err).toMatch(says);
	expect(err.trim().split('\n')).toHaveLength(1);
});

test('a bad PORT is named', async () => {
	const { code, err } = await start([], { PORT: 'http' }).ended;
	expect(code).toBe(2);
	expect(err).toContain('PORT must be a number');
});

test('--help and --list answer on standard output', async () => {
	const [help, list] = await Promise.all([run('--help'), run('--list')]);
	expect([help.code, list.code]).toEqual([0, 0]);
	expect(help.out).toContain('--workspace <name or file>');
	expect(list.out).toMatch(/^# Air-gapped\n\n(?:\S.*\n {4}\S.*\n)*air-gapped-clean\n {4}\S/m);
});

test('--command prints the answer alone, for an admin by default', async () => {
	const { code, out } = await run('--workspace', 'self-managed-registered', '--command', '/privacy-status');
	expect(code).toBe(0);
	expect(out).toContain('Self-managed');
	expect(out).not.toMatch(/Packaging|Starting/);
});

test('--as a role asks as somebody who has it', async () => {
	const { code, out } = await run('--workspace', 'self-managed-registered', '--as', 'member', '--command', '/privacy-status');
	expect(code).toBe(0);
	expect(out).not.toContain('Self-managed');
});

test('an export names its file', async () => {
	const { out } = await run('--workspace', 'self-managed-registered', '--command', '/privacy-status export json');
	expect(out).toMatch(/^File: \S+\.json$/m);
});

test('--save writes the files that were handed over, and a second time beside the first ones', async () => {
	const folder = join(scratch, 'saved');
	const save = ['--workspace', 'self-managed-registered', '--command', '/privacy-status export html', '--save', folder];
	for (const ending of ['', '-2']) {
		const { code, out } = await run(...save);
		expect(code).toBe(0);
		const [, path = ''] = /^Saved: (.+)$/m.exec(out) ?? [];
		expect(path).toMatch(new RegExp(`saved.privacy-status-\\d{4}-\\d\\d-\\d\\d${ending}\\.html$`));
		expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/);
	}
	expect(readdirSync(folder)).toHaveLength(2);
});

test('--save of an answer without a file says so', async () => {
	const folder = join(scratch, 'none');
	const { code, out, err } = await run('--workspace', 'self-managed-registered', '--command', '/privacy-status help', '--save', folder);
	expect(code).toBe(0);
	expect(out).not.toContain('Saved');
	expect(err).toContain('No file was handed over');
	expect(readdirSync(folder)).toEqual([]);
});

test('--report prints the JSON report, of a workspace file from anywhere too', async () => {
	const copy = outside('mine.json', readFileSync(join(root, 'test/workspaces/air-gapped-clean.json'), 'utf8'));
	const { code, out } = await run('--workspace', copy, '--report');
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ schemaVersion: SCHEMA_VERSION, deployment: { model: 'air-gapped' } });
});

describe('an export', () => {
	const answer = JSON.stringify({
		settings: [
			{ _id: 'Site_Url', value: 'https://chat.example.org' },
			{ _id: 'FileUpload_Enabled', value: false },
			{ _id: 'Push_apn_key', value: CANARY },
			{ _id: 'SMTP_Password', value: CANARY },
			{ _id: 'Made_Up', value: CANARY },
		],
		success: true,
	});

	test('is judged by the app, and what was recognised is said beside the answer', async () => {
		const { code, out, err } = await run('--workspace', outside('answer.json', answer), '--command', '/privacy-status flows');
		expect(code).toBe(0);
		expect(out).toContain('Push notifications');
		expect(err).toMatch(/^answer\.json is the answer of GET \/api\/v1\/settings, with 4 settings to judge\.$/m);
		expect(err).toMatch(/^Kept aside, .*1 setting \(Made_Up\)\.$/m);
		expect(out + err).not.toContain(CANARY);
	});

	test('may come on standard input, and its report needs no uploads', async () => {
		const { code, out, err } = await fed(answer, '--workspace', '-', '--report');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ schemaVersion: SCHEMA_VERSION, workspace: { host: 'chat.example.org' }, server: { atLeast: null, below: null } });
		expect(err).toMatch(/^Standard input is the answer of GET/m);
		expect(out + err).not.toContain(CANARY);
	});

	test.each(['html', 'register'])('is handed over as %s although the workspace takes no uploads, and to nobody who may not have it', async (format) => {
		const asked = ['--workspace', outside('answer.json', answer), '--command', `/privacy-status export ${format}`];
		const unfit = join(scratch, `refused-${format}`);
		const [{ code, out, err }, refused] = await Promise.all([
			run(...asked, '--save', join(scratch, `export-${format}`)),
			run(...asked, '--save', unfit, '--as', 'member'),
		]);
		expect(refused.code).toBe(1);
		expect(readdirSync(unfit)).toEqual([]);
		expect(code).toBe(0);
		expect(out).toContain('File uploads are switched off in this workspace');
		const [, path = ''] = /^Saved: (.+)$/m.exec(out) ?? [];
		expect(readFileSync(path, 'utf8')).toContain('chat.example.org');
		expect(readFileSync(path, 'utf8') + out + err).not.toContain(CANARY);
	});

	test('of all settings gives the report of the server that they are of', async () => {
		const values = valuesOf('9.0', 'every switch changed');
		const files = [outside('whole.jsonl', mongoexportOf(values)), outside('whole.json', JSON.stringify(workspaceOf('9.0', values)))];
		const answers = await Promise.all(files.map(async (file) => run('--workspace', file, '--report')));
		expect(answers.map(({ code }) => code)).toEqual([0, 0]);
		const [one, other] = answers.map(({ out }) => ({ ...(JSON.parse(out) as object), generatedAt: null }));
		expect(one).toEqual(other);
		expect(answers.map(({ out, err }) => out + err).join('\n')).not.toContain(CANARY);
	});

	test('opens in the page', async () => {
		const { child, ended, says } = start(['--workspace', outside('answer.json', answer)], { PORT: '0' });
		const [, url = ''] = await says(/The workbench is open: (\S+)/);
		expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200);
		child.kill('SIGTERM');
		expect((await ended).code).toBe(0);
	});
});

test('--report of a workspace without uploads is the one that it would export', async () => {
	const { code, out } = await run('--workspace', 'uploads-off', '--report');
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ schemaVersion: SCHEMA_VERSION, workspace: { host: 'chat.example.org' } });
});

test('the page opens at the next port when the asked one is busy, and a signal ends it at once', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	const { port } = other.address() as AddressInfo;
	const started = Date.now();
	const { child, ended, says } = start(['--workspace', 'cloud-own-host', '--as', 'member'], { PORT: String(port) });
	await says(new RegExp(`Port ${port} is busy, trying ${port + 1}`));
	const [, url = ''] = await says(/The workbench is open: (\S+)/);
	expect(Number(new URL(url).port)).toBeGreaterThan(port);
	expect(new URL(url).searchParams.get('as')).toBe('member');
	expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200);

	const asked = Date.now();
	child.kill('SIGTERM');
	expect((await ended).code).toBe(0);
	// It waits for nothing: it is gone sooner than it was there, on any machine.
	expect(Date.now() - asked).toBeLessThan(asked - started);
	other.close();
});
