import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HtmlValidate } from 'html-validate';

import { FLOWS } from '../../src/catalogue/flows';
import type { Report } from '../../src/show/as/report-schema';
import { compareAt } from '../../tools/compare/compare';
import type { Form } from '../../tools/compare/form-names';
import { elementsOf, readCsv, textOf } from '../show/documents';
import { compared, flowIn, reportOf, withState } from './reports';

const scratch = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, content: Report | Buffer | string): string {
	const path = join(scratch, name);
	mkdirSync(join(path, '..'), { recursive: true });
	writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content, null, 2));
	return path;
}

function at(paths: readonly string[], form: Form = 'text', standardInput = '') {
	return compareAt(paths, form, () => Promise.resolve(Buffer.from(standardInput)), new Date('2026-11-29T12:00:00Z'));
}

const SAME = [reportOf('a.example.org'), reportOf('b.example.org')];

/** One row of the text form: what follows its name. */
function row(text: string, name: string): string[] {
	const block = text.split('\n\n').find((part) => part.startsWith(`${name}\n`)) ?? '';
	return block.split('\n').slice(1).map((line) => line.trim());
}

describe('workspaces that are alike', () => {
	test('end with 0 and one line that says how many things agree', async () => {
		const { status, text, problems } = await compared(SAME);
		expect([status, problems]).toEqual([0, []]);
		expect(text).toMatch(/^2 workspaces: nothing that could be found out differs, \d+ are the same in all\.$/m);
		expect(text).not.toContain('a.example.org');
	});

	test('are alike whatever language their reports are in', async () => {
		const other = reportOf('b.example.org', (report) => report.flows.forEach((flow) => Object.assign(flow, { name: 'nom', reason: 'parce que' })));
		expect((await compared([reportOf('a.example.org'), other])).status).toBe(0);
	});

	test('are called so only for what a setting shows: the rest is named, to be checked by hand', async () => {
		const unknown = SAME[0]?.flows.filter(({ state }) => state === 'unknown').map(({ name }) => name) ?? [];
		expect(unknown.length).toBeGreaterThan(0);
		const { text } = await compared(SAME);
		expect(text).toContain(`Could not find out in any, since no setting shows it: ${unknown.join(', ')}. Check by hand.`);
	});
});

describe('workspaces that differ', () => {
	test('end with 1, and only what differs has a row', async () => {
		const { status, text } = await compared([reportOf('a.example.org', withState('link-previews', 'on')), reportOf('b.example.org', withState('link-previews', 'off'))]);
		expect(status).toBe(1);
		expect(text).toMatch(/^2 workspaces: 1 thing differs, \d+ are the same in all\.$/m);
		expect(row(text, 'Link previews')).toEqual(['on, sent: a.example.org', 'off: b.example.org']);
		expect(text.split('\n\n')).toHaveLength(3);
	});

	test.each<[string, string, (report: Report) => unknown]>([
		['the deployment', 'Where it runs', ({ deployment }) => (deployment.model = 'open-server')],
		['how sure the deployment is', 'Where it runs', ({ deployment }) => (deployment.confidence = 'unclear')],
		['a contradiction', 'Where it runs', ({ deployment }) => deployment.conflicts.push({ id: 'other-host', statement: 'x', sources: [] })],
		['a declaration', 'Where it runs', ({ deployment }) => (deployment.basis = 'declared')],
		['the registration', 'Registered with Rocket.Chat', ({ deployment }) => (deployment.registration.state = 'registered')],
		['how sure the registration is', 'Registered with Rocket.Chat', ({ deployment }) => (deployment.registration.confidence = 'likely')],
		['the licence', 'Licence', ({ deployment }) => (deployment.licence.kind = 'online')],
		['an air gap', 'Air-gapped', ({ deployment }) => (deployment.model = 'air-gapped')],
		['an attempt that the network stops', 'Link previews', (report) => Object.assign(flowIn(report, 'link-previews'), { state: 'on', effect: 'attempted' })],
		['what stays inside', 'Link previews', (report) => Object.assign(flowIn(report, 'link-previews'), { state: 'on', effect: 'inside' })],
		['what a server does not have', 'Link previews', withState('link-previews', 'not-applicable')],
	])('are told apart by %s', async (_what, name, change) => {
		const { status, text } = await compared([reportOf('a.example.org'), reportOf('b.example.org', change)]);
		expect(status).toBe(1);
		expect(row(text, name)).toHaveLength(2);
	});

	test('keep the hedge of a verdict', async () => {
		const { text } = await compared([reportOf('a.example.org'), reportOf('b.example.org', () => null, 'air-gapped, declared, without contradiction')]);
		expect(row(text, 'Where it runs')).toEqual(['Self-managed (likely, detected): a.example.org', 'Air-gapped (declared, and no setting that was read contradicts it): b.example.org']);
	});

	test('in forty flows have forty rows, in the order of the catalogue', async () => {
		const some = FLOWS.slice(0, 40).map(({ id }) => id);
		const all = (state: 'on' | 'off') => (report: Report) => some.forEach((id) => withState(id, state)(report));
		const { text } = await compared([reportOf('b.example.org', all('on')), reportOf('a.example.org', all('off'))], 'csv');
		expect(readCsv(text).rows.map(({ id }) => id)).toEqual(some.map((id) => `flow:${id}`));
	});
});

describe('what could not be found out', () => {
	test('is not the same as off', async () => {
		const { status, text } = await compared([reportOf('a.example.org', withState('link-previews', 'off')), reportOf('b.example.org', withState('link-previews', 'unknown', ['API_Embed']))]);
		expect(status).toBe(1);
		expect(row(text, 'Link previews')).toEqual(['off: a.example.org', 'could not find out: b.example.org']);
	});

	test('in all, since it could not be read, is not called the same', async () => {
		const unread = withState('link-previews', 'unknown', ['API_Embed']);
		const { status, text } = await compared([reportOf('a.example.org', unread), reportOf('b.example.org', unread)]);
		expect(status).toBe(1);
		expect(text).toContain('nothing that could be found out differs, 1 could not be read in any and may differ');
		expect(row(text, 'Link previews')).toEqual(['could not find out: a.example.org, b.example.org']);
	});

	test('of two workspaces of which nothing could be read leaves nothing the same but what needs no setting', async () => {
		const blind = (host: string): Report => reportOf(host, () => null, 'nothing readable');
		const { status, text } = await compared([blind('a.example.org'), blind('b.example.org')], 'csv');
		expect(status).toBe(1);
		const { rows } = readCsv(text);
		expect(rows.slice(0, 4).map(({ id }) => id)).toEqual(['model', 'registration', 'licence', 'air-gap']);
		expect(new Set(rows.flatMap((each) => [each['a.example.org'], each['b.example.org']]))).toEqual(new Set(['could not find out']));
	});

	test('of a flow that one report does not know is told as that', async () => {
		const without = reportOf('b.example.org', (report) => (report.flows = report.flows.filter(({ id }) => id !== 'link-previews')));
		const { status, text } = await compared([reportOf('a.example.org', withState('link-previews', 'off')), without]);
		expect(status).toBe(1);
		expect(row(text, 'Link previews')).toEqual(['off: a.example.org', 'not in this report: b.example.org']);
	});

	test('of a flow that only a newer app knows has the name that its report gives it', async () => {
		const newer = reportOf('b.example.org', (report) => report.flows.push({ ...flowIn(report, 'link-previews'), id: 'telepathy', name: 'Telepathy', state: 'off' }));
		expect(row((await compared([reportOf('a.example.org'), newer])).text, 'Telepathy')).toEqual(['off: b.example.org', 'not in this report: a.example.org']);
	});
});

describe('what cannot be read', () => {
	const good = SAME.map((report, at) => file(`good-${String(at)}.json`, report));

	test.each<[string, string | Buffer | Report, RegExp]>([
		['an empty file', '', /bad\.json is empty; a report \(.*\) or an export .* is expected\.$/],
		['a web page', '<!DOCTYPE html><p>503', /bad\.json is a web page/],
		['a refusal', JSON.stringify({ error: { code: 'token-expired', message: 'x' } }), /bad\.json is the answer of an address that refused the report \(token-expired\)/],
		['a refusal with a text in place of its code', JSON.stringify({ error: { code: 'ps_CANARY x', message: 'x' } }), /bad\.json holds no setting of Rocket\.Chat; a report /],
		['a report that is cut off', JSON.stringify(SAME[0]).slice(0, 5000), /bad\.json is JSON that breaks off: .*; a report /],
		['an older report', reportOf('x', (report) => Object.assign(report, { schemaVersion: '1' })), /bad\.json is a report of schema version 1; only version 2 is compared: make it anew/],
		['a newer report', reportOf('x', (report) => Object.assign(report, { schemaVersion: '3' })), /bad\.json is a report of schema version 3; .* newer version/],
		['a report of no version', reportOf('x', (report) => Object.assign(report, { schemaVersion: ['<script>'] })), /bad\.json is a report of an unknown schema version/],
		['a report with another word', reportOf('x', (report) => Object.assign(flowIn(report, 'email'), { state: 'sometimes' })), /bad\.json is a report whose `flows\.\d+\.state` is not what/],
		['a report without a verdict', reportOf('x', (report) => Reflect.deleteProperty(report, 'deployment')), /bad\.json is a report whose `deployment` is not what/],
		['a report with a flow twice', reportOf('x', (report) => report.flows.push(flowIn(report, 'email'))), /bad\.json is a report that has a flow twice/],
		['another JSON', '{"smtp_password":"CANARY"}', /bad\.json holds no setting of Rocket\.Chat; a report /],
		['a list', '[1, 2]', /bad\.json/],
		['no JSON at all', 'SMTP_Password=CANARY', /bad\.json is a file of variables, and none begins with OVERWRITE_SETTING_; a report /],
	])('%s is told in one sentence, and the others are compared all the same', async (_what, content, sentence) => {
		const bad = file('bad.json', content);
		for (const form of ['text', 'csv', 'html'] as const) {
			const { status, text, problems } = await at([good[0] ?? '', bad, good[1] ?? ''], form);
			expect(status).toBe(2);
			expect(problems).toEqual([expect.stringMatching(sentence)]);
			expect(problems[0]).not.toMatch(/CANARY|<script>|\n/);
			expect(text).toContain('bad.json');
			expect(text).not.toMatch(/CANARY/);
		}
	});

	test('a difference does not hide that something was not read', async () => {
		const different = file('different.json', reportOf('c.example.org', withState('link-previews', 'on')));
		const { status, text, problems } = await at([...good, different, join(scratch, 'missing.json')]);
		expect([status, problems]).toEqual([2, [`${join(scratch, 'missing.json')} could not be read (ENOENT).`]]);
		expect(text).toContain('3 workspaces: 1 thing differs');
		expect(text).toContain(`Not compared, since it could not be read: ${join(scratch, 'missing.json')}.`);
	});

	test('the first line of the HTML form says so too', async () => {
		expect((await at([...good, join(scratch, 'missing.json')], 'html')).text).toMatch(/<p>2 workspaces: [^<]* 1 more could not be read\.<\/p>/);
	});

	test('a file that was not read has a column in CSV, so that nobody takes the table for whole', async () => {
		const different = file('different.json', reportOf('c.example.org', withState('link-previews', 'on')));
		const missing = join(scratch, 'missing.json');
		const { rows } = readCsv((await at([...good, different, missing], 'csv')).text);
		expect(rows).toEqual([{ 'id': 'flow:link-previews', 'name': 'Link previews', 'a.example.org': 'off', 'b.example.org': 'off', 'c.example.org': 'on, sent', [missing]: 'could not be read' }]);
	});

	test('one workspace alone is not compared', async () => {
		expect(await at([good[0] ?? ''])).toEqual({ status: 2, text: '', problems: ['Comparing takes at least two workspaces, and only one could be read.'] });
	});

	test('a folder without reports is named', async () => {
		mkdirSync(join(scratch, 'empty'), { recursive: true });
		expect((await at([...good, join(scratch, 'empty')])).problems).toEqual([`${join(scratch, 'empty')} is a folder without a file *.json.`]);
	});
});

describe('where reports come from', () => {
	test('folders, files and standard input together', async () => {
		file('folder/one.json', reportOf('one.example.org'));
		file('folder/two.json', reportOf('two.example.org'));
		file('folder/readme.txt', 'not a report');
		const single = file('single.json', reportOf('three.example.org'));
		const { status, text } = await at([join(scratch, 'folder'), single, '-'], 'text', `${JSON.stringify(reportOf('four.example.org'))}\n\n${JSON.stringify(reportOf('five.example.org'))}\n`);
		expect(status).toBe(0);
		expect(text).toContain('5 workspaces');
	});

	test('a line that is no report is named by its number', async () => {
		const { status, problems } = await compared([reportOf('a.example.org'), '', 'curl: (22)', reportOf('b.example.org')]);
		expect(status).toBe(2);
		expect(problems).toEqual([expect.stringMatching(/^line 3 of standard input holds no setting of Rocket\.Chat; /)]);
	});

	test('a report over several lines on standard input', async () => {
		const other = file('other.json', reportOf('b.example.org'));
		expect((await at([other, '-'], 'text', JSON.stringify(reportOf('a.example.org'), null, 2))).status).toBe(0);
	});

	test('files as Windows PowerShell writes them', async () => {
		const one = file('utf-16.json', Buffer.from(`\uFEFF${JSON.stringify(reportOf('a.example.org'))}`, 'utf16le'));
		const other = file('bom.json', `\uFEFF${JSON.stringify(reportOf('b.example.org'))}`);
		expect((await at([one, other])).status).toBe(0);
	});

	test('a report behind the lines of npm, as without --silent', async () => {
		const one = file('banner.json', `\n> privacy-status@0.2.0 start\n> node tools/run/start.mjs --report\n\n${JSON.stringify(reportOf('a.example.org'), null, 2)}`);
		const other = file('plain.json', reportOf('b.example.org'));
		expect((await at([one, other])).status).toBe(0);
	});

	test('a workspace that is no report is judged, and is the same as its report', async () => {
		const workspace = join(__dirname, '..', 'workspaces', 'fresh-8.6.1.json');
		const { status, text } = await at([workspace, workspace]);
		expect(status).toBe(0);
		expect(text).toContain('All are exports, judged now: an export does not say when it was made.');
	});
});

test('the newest report is told where they differ, and versions of the catalogue too', async () => {
	const older = reportOf('b.example.org', (report) => Object.assign(report, { generatedAt: '2026-10-01T05:06:00.000Z', catalogueVersion: '2026.1' }));
	const { status, text } = await compared([older, reportOf('a.example.org')]);
	expect(status).toBe(0);
	expect(text).toContain('Newest report: 22 Nov 2026, 03:00 UTC, a.example.org. Oldest: 1 Oct 2026, 05:06 UTC, b.example.org.');
	expect(text).toMatch(/Judged by different versions of the catalogue, .*: 2026\.1 \(1 workspace\), \S+ \(1 workspace\)\./);
});

describe('names', () => {
	test('are hosts; the same host twice is told apart by where it was read', async () => {
		const { text } = await compared([reportOf('a.example.org'), reportOf('b.example.org'), reportOf('a.example.org')], 'csv');
		expect(readCsv(text).columns).toEqual([
			'id',
			'name',
			'a.example.org (line 1 of standard input)',
			'b.example.org',
			'a.example.org (line 3 of standard input)',
		]);
	});

	test('are files where there is no host, and numbered where nothing else tells them apart', async () => {
		const one = file('x/report.json', reportOf(null, withState('link-previews', 'on')));
		const other = file('y/report.json', reportOf(null));
		const third = file('third.json', reportOf(null));
		expect(readCsv((await at([one, other, third, third], 'csv')).text).columns.slice(2)).toEqual([one, other, third, `${third} #2`]);
	});

	test('of a host that another file is called by are told apart', async () => {
		const one = file('a.example.org', reportOf(null, withState('link-previews', 'on')));
		const other = file('other.json', reportOf('a.example.org'));
		expect(new Set(readCsv((await at([one, other], 'csv')).text).columns).size).toBe(4);
	});

	test.each([
		['markup', '<img src=x onerror=alert(1)>'],
		['a mark of direction', 'a\u202Egro.elpmaxe'],
		['a formula', '=HYPERLINK("http://evil.example")'],
		['ten thousand characters', 'x'.repeat(10_000)],
		['lines', 'a\nb\r\n\u001B[31mred'],
		['a property of every object', '__proto__'],
		['another one', 'constructor'],
	])('with %s are harmless in every form', async (_what, host) => {
		const reports = [reportOf(host, withState('link-previews', 'on')), reportOf(host), reportOf('b.example.org')];
		const [text, csv, html] = await Promise.all((['text', 'csv', 'html'] as const).map(async (form) => (await compared(reports, form)).text));
		expect(row(text ?? '', 'Link previews')).toHaveLength(2);
		for (const form of [text, csv, html]) {
			expect(form?.replace(/^\uFEFF/, '')).not.toMatch(/\p{Cf}|\p{Cs}/u);
			expect(form).not.toContain(String.fromCharCode(27));
			expect(Math.max(...(form ?? '').split(/[\n,]/).filter((line) => !line.includes('<style>')).map((line) => line.length))).toBeLessThan(2_000);
		}
		const { columns } = readCsv(csv ?? '');
		expect(columns).toHaveLength(5);
		expect(columns.filter((column) => /^[=+\-@]/.test(column))).toEqual([]);
		expect(elementsOf(html ?? '').map(({ tagName }) => tagName)).not.toContain('img');
	});

	test('of flows are harmless too, and an id like a property of every object is an id', async () => {
		const hostile = ['__proto__', 'constructor', '<b>', '=1+1', `x${'y'.repeat(10_000)}`];
		const strange = reportOf('b.example.org', (report) => report.flows.push(...hostile.map((id) => ({ ...flowIn(report, 'email'), id, name: id }))));
		const { rows } = readCsv((await compared([reportOf('a.example.org'), strange], 'csv')).text);
		expect(rows.map(({ id }) => id?.slice(0, 20))).toEqual(hostile.map((id) => `flow:${id}`.slice(0, 20)));
		expect(rows.map(({ name }) => (name ?? '').length <= 260 && !/^=/.test(name ?? ''))).toEqual(hostile.map(() => true));
	});
});

describe('the HTML form', () => {
	const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
	const many = (number: number): Report[] => Array.from({ length: number }, (_, at) => reportOf(`w${String(at)}.example.org`, withState('link-previews', at % 2 === 0 ? 'on' : 'off')));

	test.each([
		['two workspaces', many(2)],
		['thirty workspaces', many(30)],
		['workspaces that are alike', SAME],
		['hostile hosts', [reportOf('<script>alert(1)</script>', withState('link-previews', 'on')), reportOf('"><b>')]],
	])('is valid for %s', async (_what, reports) => {
		const { results } = await validator.validateString((await compared([...reports, '<html>'], 'html')).text);
		expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${String(line)}: ${ruleId}: ${message}`))).toEqual([]);
	});

	test('has a column for each of a few workspaces, and groups of many', async () => {
		const heads = async (reports: readonly Report[]): Promise<string[]> => elementsOf((await compared(reports, 'html')).text).filter(({ tagName, attrs }) => tagName === 'th' && attrs.some(({ value }) => value === 'col')).map(textOf);
		expect(await heads(many(2))).toEqual(['What', 'w0.example.org', 'w1.example.org']);
		expect(await heads(many(30))).toEqual(['What', 'How it is where']);
	});
});

test('a thousand workspaces make a text that is as short as that of ten', async () => {
	const [most, few] = [reportOf('x'), reportOf('x', withState('link-previews', 'on'))].map((report) => JSON.stringify(report));
	const lines = Array.from({ length: 1000 }, (_, at) => (at % 500 === 7 ? few : most)?.replace('"host":"x"', `"host":"w${String(at)}.example.org"`) ?? '');
	const { status, text } = await compared(lines);
	expect(status).toBe(1);
	expect(row(text, 'Link previews')).toEqual(['998  off: w0.example.org, w1.example.org, w2.example.org, w3.example.org and 994 more', '2  on, sent: w7.example.org, w507.example.org']);
	expect(text.length).toBeLessThan(1_000);
});
