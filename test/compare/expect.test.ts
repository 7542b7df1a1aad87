import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { HtmlValidate } from 'html-validate';

import { FLOWS } from '../../src/catalogue/flows';
import { REASON_LIMIT } from '../../src/catalogue/agreement';
import type { Report } from '../../src/show/as/report-schema';
import { expectAt } from '../../tools/compare/expect';
import type { Form } from '../../tools/compare/form-names';
import { elementsOf, readCsv } from '../show/documents';
import { compared, flowIn, reportOf, withState } from './reports';

const ROOT = join(__dirname, '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'expect-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const NOW = new Date('2026-11-29T12:00:00Z');

function policyFile(policy: unknown, name = 'policy.json'): string {
	const path = join(scratch, name);
	writeFileSync(path, typeof policy === 'string' || Buffer.isBuffer(policy) ? policy : JSON.stringify(policy));
	return path;
}

/** What becomes of reports on standard input. */
async function held(policy: unknown, reports: readonly (Report | string)[], form: Form = 'text') {
	const lines = reports.map((report) => (typeof report === 'string' ? report : JSON.stringify(report)));
	const path = policyFile(policy);
	const answer = await expectAt(['-'], path, form, () => Promise.resolve(Buffer.from(lines.join('\n'))), NOW);
	return { ...answer, text: answer.text.replaceAll(path, 'policy.json'), problems: answer.problems.map((problem) => problem.replaceAll(path, 'policy.json')) };
}

type Accepted = NonNullable<Report['accepted']>[number];

/** A report in which that was accepted. */
function accepting(...accepted: readonly Partial<Accepted>[]): (report: Report) => unknown {
	return (report) => (report.accepted = accepted.map((each) => ({ flow: 'link-previews', reason: 'Needed', until: null, by: 'some-user', at: '2026-11-01T00:00:00.000Z', isExpired: false, ...each })));
}

const on = (...more: readonly ((report: Report) => unknown)[]): Report => reportOf('a.example.org', (report) => [withState('link-previews', 'on'), ...more].forEach((change) => change(report)));

/** What the text form says of a workspace, line by line. */
function linesOf(text: string, workspace = 'a.example.org'): string[] {
	const block = text.split('\n\n').find((part) => part.startsWith(`${workspace}: `)) ?? '';
	return block.slice(workspace.length + 2).split('\n').map((line) => line.trim());
}

describe('a workspace against a policy', () => {
	test.each<[what: string, policy: unknown, report: Report, status: 0 | 1, lines: string[]]>([
		['conforms where it is off', { 'link-previews': 'off' }, reportOf('a.example.org'), 0, ['1 conforms']],
		['conforms where the server does not have it', { 'link-previews': 'off' }, reportOf('a.example.org', withState('link-previews', 'not-applicable')), 0, ['1 conforms']],
		['deviates where it is on', { 'link-previews': 'off' }, on(), 1, ['1 deviates', 'deviates: Link previews (link-previews): on, sent']],
		['is accepted by the policy', { 'link-previews': { accepted: 'Needed' } }, on(), 0, ['1 accepted', 'accepted: Link previews (link-previews): on, sent']],
		['is accepted by the policy to the end of a day', { 'link-previews': { accepted: 'Needed', until: '2026-11-29' } }, on(), 0, ['1 accepted', 'accepted until 29 November 2026: Link previews (link-previews): on, sent']],
		['deviates from the day after', { 'link-previews': { accepted: 'Needed', until: '2026-11-28' } }, on(), 1, ['1 deviates', 'deviates: Link previews (link-previews): on, sent; accepted until 28 November 2026, which has passed']],
		['is accepted by an admin', { 'link-previews': 'off' }, on(accepting({ until: '2027-03-05' })), 0, ['1 accepted', 'accepted until 5 March 2027: Link previews (link-previews): on, sent']],
		['deviates where the day that an admin accepted has passed since the report', { 'link-previews': 'off' }, on(accepting({ until: '2026-11-25', isExpired: false })), 1, ['1 deviates', 'deviates: Link previews (link-previews): on, sent; accepted until 25 November 2026, which has passed']],
		['deviates where only the policy of the workspace accepted it', { 'link-previews': 'off' }, on(accepting({ by: null, at: null })), 1, ['1 deviates', 'deviates: Link previews (link-previews): on, sent']],
		['deviates where an admin accepted something else', { 'link-previews': 'off' }, on(accepting({ flow: 'email' })), 1, ['1 deviates', 'deviates: Link previews (link-previews): on, sent']],
		['could not be found out', { 'link-previews': 'off' }, reportOf('a.example.org', withState('link-previews', 'unknown', ['API_Embed'])), 1, ['1 could not be found out', 'could not find out: Link previews (link-previews): could not read API_Embed']],
		['could not be found out by any setting', { 'link-previews': 'off' }, reportOf('a.example.org', withState('link-previews', 'unknown')), 1, ['1 could not be found out', 'could not find out: Link previews (link-previews): no setting shows it, check by hand']],
		['could not be found out where it could not be read what was accepted', { 'link-previews': 'off' }, on((report) => (report.accepted = null)), 1, ['1 could not be found out', 'could not find out: Link previews (link-previews): on, sent, and perhaps accepted by an admin']],
		['could not be found out where the report says nothing of what was accepted', { 'link-previews': 'off' }, on((report) => Reflect.deleteProperty(report, 'accepted')), 1, ['1 could not be found out', 'could not find out: Link previews (link-previews): on, sent, and perhaps accepted by an admin']],
		['could not be found out where the report does not have it', { 'link-previews': 'off' }, reportOf('a.example.org', (report) => (report.flows = report.flows.filter(({ id }) => id !== 'link-previews'))), 1, ['1 could not be found out', 'could not find out: Link previews (link-previews): not in this report']],
	])('%s', async (_what, policy, report, status, lines) => {
		const found = await held(policy, [report]);
		expect([found.status, found.problems]).toEqual([status, []]);
		expect(linesOf(found.text).filter((line) => !line.startsWith('On, and not named'))).toEqual(lines);
	});

	test('without an `accepted` part in its report is told as before where all is off', async () => {
		expect(await held({ 'link-previews': 'off' }, [reportOf('a.example.org', (report) => Reflect.deleteProperty(report, 'accepted'))])).toMatchObject({ status: 0, problems: [] });
		expect((await compared([reportOf('a.example.org', (report) => Reflect.deleteProperty(report, 'accepted')), reportOf('b.example.org')])).status).toBe(0);
	});

	test('whose report has a day that is none is not taken as accepted for ever', async () => {
		const { status, problems } = await held({ 'link-previews': 'off' }, [on(accepting({ until: 'some day' }))]);
		expect([status, problems]).toEqual([2, [expect.stringMatching(/^standard input is a report whose `accepted\.0\.until` is not what/), 'No workspace could be read.']]);
	});

	test('with `*` is asked for every flow: those that a newer app knows, and those that an older one did not', async () => {
		const closed = (report: Report): void => report.flows.forEach((flow) => Object.assign(flow, { state: 'off', effect: null }));
		expect((await held({ '*': 'off' }, [reportOf('a.example.org', closed)])).status).toBe(0);

		const newer = await held({ '*': 'off' }, [reportOf('a.example.org', (report) => [closed(report), report.flows.push({ ...flowIn(report, 'email'), id: 'telepathy', name: 'Telepathy', state: 'on', effect: 'sent' })])]);
		expect([newer.status, linesOf(newer.text).slice(1)]).toEqual([1, ['deviates: Telepathy (telepathy): on, sent']]);

		const older = await held({ '*': 'off' }, [reportOf('a.example.org', (report) => [closed(report), report.flows.pop()])]);
		expect([older.status, linesOf(older.text).slice(1)]).toEqual([1, [expect.stringMatching(/^could not find out: .*: not in this report$/)]]);
	});

	test('says how many flows are on that the policy does not name, which change nothing', async () => {
		const { status, text } = await held({ 'link-previews': 'off' }, [reportOf('a.example.org', (report) => report.flows.forEach((flow) => Object.assign(flow, flow.id === 'email' || flow.id === 'gravatar' ? { state: 'on', effect: 'sent' } : { state: 'off', effect: null })))]);
		expect([status, linesOf(text)]).toEqual([0, ['1 conforms', 'On, and not named in the policy: 2']]);
	});
});

describe('several workspaces', () => {
	const conforming = reportOf('b.example.org');
	const unread = reportOf('c.example.org', withState('link-previews', 'unknown', ['API_Embed']));

	test('are told one by one, what deviates first in each', async () => {
		const { status, text } = await held({ 'link-previews': 'off', 'gravatar': { accepted: 'Needed' }, 'email': 'off', 'maps': 'off' }, [
			on((report) => [withState('gravatar', 'on'), withState('email', 'unknown', ['SMTP_Host']), withState('maps', 'off')].forEach((change) => change(report))),
			reportOf('b.example.org', (report) => (['gravatar', 'email', 'maps'] as const).forEach((id) => withState(id, 'off')(report))),
		]);
		expect(status).toBe(1);
		expect(text).toMatch(/^2 workspaces against policy\.json: 1 deviates, 1 conforms\.\n/);
		expect(linesOf(text).slice(0, 4)).toEqual([
			'1 deviates, 1 could not be found out, 1 accepted, 1 conforms',
			'deviates: Link previews (link-previews): on, sent',
			'could not find out: E-mail from the server (email): could not read SMTP_Host',
			'accepted: Gravatar pictures (gravatar): on, sent',
		]);
		expect(linesOf(text, 'b.example.org')[0]).toBe('4 conform');
	});

	test.each<[string, readonly Report[], 0 | 1]>([
		['all conform', [conforming, conforming], 0],
		['one deviates', [conforming, on()], 1],
		['one could not be found out', [conforming, unread], 1],
	])('end with a status for all where %s', async (_what, reports, status) => {
		for (const form of ['text', 'csv', 'html'] as const) {
			expect((await held({ 'link-previews': 'off' }, reports, form)).status).toBe(status);
		}
	});

	test('of which one could not be read end with 2, and the others are told all the same', async () => {
		for (const form of ['text', 'csv', 'html'] as const) {
			const { status, text, problems } = await held({ 'link-previews': 'off' }, [JSON.stringify(on()), 'curl: (22)'], form);
			expect([status, problems]).toEqual([2, [expect.stringMatching(/^line 2 of standard input holds no setting/)]]);
			expect(text).toContain('Link previews');
			expect(text).toContain('line 2 of standard input');
		}
	});

	test('of which none could be read are not held against anything', async () => {
		expect(await held({ 'link-previews': 'off' }, ['curl: (22)'])).toEqual({ status: 2, text: '', problems: [expect.stringMatching(/^standard input/), 'No workspace could be read.'] });
	});

	test('say when their reports were made, and what an export does not show', async () => {
		expect((await held({ 'link-previews': 'off' }, [conforming])).text).toContain('Read at 22 Nov 2026, 03:00 UTC.');
		const export_ = join(ROOT, 'test', 'workspaces', 'fresh-8.6.1.json');
		const { status, text } = await expectAt([export_], policyFile({ gravatar: 'off' }), 'text', () => Promise.reject(new Error()), NOW);
		expect(status).toBe(1);
		expect(text).toContain('could not find out: Gravatar pictures (gravatar): on, sent, and perhaps accepted by an admin');
		expect(text).toContain('What admins accepted is in no export, and in JSON reports only where the app knows of accepting and could read it.\nIt is an export, judged now');
	});
});

describe('a policy that cannot be used is refused as a whole, before anything is read', () => {
	test.each<[what: string, policy: unknown, problems: readonly (string | RegExp)[]]>([
		['none', '', [/^policy\.json is not a policy\. It should be JSON such as `\{/]],
		['no JSON', 'link-previews: off', [/^policy\.json is not a policy\. /]],
		['a list', ['link-previews'], [/^policy\.json is not a policy\. /]],
		['JSON that breaks off', '{ "link-previews": "off"', [/^policy\.json is not a policy\. /]],
		['too long', { email: { accepted: 'x'.repeat(50_000) } }, [/^policy\.json is not a policy\. .*50000/]],
		['nested too deep', `{ "email": ${'['.repeat(24_000)}${']'.repeat(24_000)} }`, [/^(?:policy\.json is not a policy: it is nested too deep\.|"email" in policy\.json: It should be "off")/]],
		['empty', {}, ['policy.json is an empty policy: it asks for nothing.']],
		['a flow that is misspelt', { 'gravitar': 'off', 'link-previews': 'off' }, ['"gravitar" in policy.json: No flow has this id. Did you mean "gravatar"?']],
		['a flow by its name', { 'Link previews': 'off' }, ['"Link previews" in policy.json: No flow has this id. Did you mean "link-previews"?']],
		['a flow that is like none', { 'zzzzzzzzzzzzzzzzzzzzz': 'off' }, ['"zzzzzzzzzzzzzzzzzzzzz" in policy.json: No flow has this id.']],
		['a word of every object', '{ "__proto__": "off", "constructor": "off" }', [/^"__proto__" in policy\.json: No flow has this id\./, /^"constructor" in policy\.json: No flow has this id\./]],
		['a rule that is none', { gravatar: 'on' }, [/^"gravatar" in policy\.json: It should be "off", or have a reason/]],
		['no reason', { gravatar: { until: '2027-12-31' } }, [/^"gravatar" in policy\.json: It should be "off", or have a reason/]],
		['a day that is none', { gravatar: { accepted: 'Needed', until: '2027-02-29' } }, [/^"gravatar" in policy\.json: It should be "off", or have a reason/]],
		['all accepted', { '*': { accepted: 'All of it' } }, ['"*" in policy.json: For all that is not named it can only be "off".']],
		['a flow twice', '{\n\t"gravatar": "off",\n\t"gravatar": { "accepted": "Needed" }\n}', ['"gravatar" in policy.json: It is there twice.']],
		['a day twice', '{ "gravatar": { "accepted": "Needed", "until": "2026-01-01", "\\u0075ntil": null } }', [/ in policy\.json: It is there twice\.$/]],
	])('%s', async (_what, policy, problems) => {
		const standardInput = jest.fn(() => Promise.resolve(Buffer.from('')));
		const path = policyFile(policy);
		const answer = await expectAt(['-'], path, 'text', standardInput, NOW);
		expect(answer).toMatchObject({ status: 2, text: '' });
		const told = answer.problems.map((problem) => problem.replaceAll(path, 'policy.json'));
		expect(told).toEqual(problems.map((problem): unknown => (typeof problem === 'string' ? problem : expect.stringMatching(problem))));
		expect(standardInput).not.toHaveBeenCalled();
	});

	test('each wrong part is named, however many', async () => {
		const { problems } = await held(Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`zzzzzzzzzzzzzzzzzzzzz-${String(at)}`, 'off'])), [on()]);
		expect(problems).toHaveLength(25);
	});

	test('a file that is not there, and a folder', async () => {
		mkdirSync(join(scratch, 'folder'), { recursive: true });
		for (const [name, code] of [['missing.json', 'ENOENT'], ['folder', 'EISDIR']] as const) {
			const path = join(scratch, name);
			expect(await expectAt(['-'], path, 'text', () => Promise.reject(new Error()), NOW)).toEqual({ status: 2, text: '', problems: [`${path} could not be read (${code}).`] });
		}
	});

	test('what is not shown harms no terminal, and nothing of another file is repeated', async () => {
		const { problems } = await held(`{ "\\u001b[31mred\\u202e${'x'.repeat(10_000)}": "off" }`, [on()]);
		expect(problems).toHaveLength(1);
		expect(problems[0]).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		expect(problems[0]?.length).toBeLessThan(400);
		expect(JSON.stringify((await held('SMTP_Password=CANARY', [on()])).problems)).not.toContain('CANARY');
	});

	test('written by Windows PowerShell it is read', async () => {
		expect((await held(Buffer.from('\uFEFF{ "link-previews": "off" }', 'utf16le'), [reportOf('a.example.org')])).status).toBe(0);
	});
});

describe('the other forms', () => {
	const policy = { 'link-previews': 'off', 'gravatar': { accepted: 'Needed', until: '2027-03-05' }, 'maps': 'off' };
	const report = on((each) => [withState('gravatar', 'on'), withState('maps', 'off')].forEach((change) => change(each)), (each) => each.flows.filter(({ id }) => !(id in policy)).forEach((flow) => Object.assign(flow, { state: 'off', effect: null })));

	test('CSV has a row for each flow that does not conform by itself, and the number of the others', async () => {
		const { rows } = readCsv((await held(policy, [report], 'csv')).text);
		expect(rows).toEqual([
			{ workspace: 'a.example.org', standing: 'deviates', count: '1', flow: 'link-previews', name: 'Link previews', until: '', found: 'on, sent' },
			{ workspace: 'a.example.org', standing: 'accepted', count: '1', flow: 'gravatar', name: 'Gravatar pictures', until: '2027-03-05', found: 'on, sent' },
			{ workspace: 'a.example.org', standing: 'conforms', count: '1', flow: '', name: '', until: '', found: '' },
		]);
	});

	test.each([
		['ordinary workspaces', [report, reportOf('b.example.org')]],
		['one workspace', [report]],
		['hostile names', [reportOf('<script>alert(1)</script>', (each) => [withState('link-previews', 'on')(each), each.flows.push({ ...flowIn(each, 'email'), id: '<b>', name: '"><img src=x>', state: 'on', effect: 'sent' })])]],
	])('HTML is valid for %s', async (_what, reports) => {
		const { text } = await held({ ...policy, '*': 'off' }, reports, 'html');
		const { results } = await new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] }).validateString(text);
		expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${String(line)}: ${ruleId}: ${message}`))).toEqual([]);
		expect(elementsOf(text).map(({ tagName }) => tagName)).not.toContain('img');
		expect(text).toContain('Link previews');
	});

	test('names from outside are harmless in each', async () => {
		const hostile = reportOf(`a\u202E\u001B[31m${'x'.repeat(10_000)}`, (each) => [withState('link-previews', 'unknown', [`=1+1\u202E${'y'.repeat(10_000)}`])(each), each.flows.push({ ...flowIn(each, 'email'), id: `=1\u001B${'z'.repeat(10_000)}`, name: '=HYPERLINK("x")\u202E', state: 'on', effect: 'sent' })]);
		for (const form of ['text', 'csv', 'html'] as const) {
			const { text } = await held({ '*': 'off' }, [hostile], form);
			expect(text.replace(/^\uFEFF/, '')).not.toMatch(/\p{Cf}/u);
			expect(text).not.toContain(String.fromCharCode(27));
			expect(text).not.toContain('xxxxx'.repeat(60));
			expect(text).not.toContain('yyyyy'.repeat(60));
			expect(text).not.toContain('zzzzz'.repeat(60));
			expect(form === 'csv' ? readCsv(text).rows.flatMap((row) => Object.values(row)).filter((cell) => cell.startsWith('=')) : []).toEqual([]);
		}
	});
});

test('a thousand workspaces have a line each where they conform', async () => {
	const conforming = JSON.stringify(reportOf('x', (report) => report.flows.forEach((flow) => Object.assign(flow, { state: 'off', effect: null }))));
	const { status, text } = await held({ '*': 'off' }, Array.from({ length: 1000 }, (_, at) => conforming.replace('"host":"x"', `"host":"w${String(at)}.example.org"`)));
	expect(status).toBe(0);
	expect(text).toMatch(new RegExp(`^1000 workspaces against policy\\.json: 1000 conform\\.\\n\\nw0\\.example\\.org: ${String(FLOWS.length)} conform\\n`));
	expect(text.length).toBeLessThan(60_000);
});

test('a reason of full length is no hindrance', async () => {
	expect((await held({ 'link-previews': { accepted: 'x'.repeat(REASON_LIMIT * 2) } }, [on()])).status).toBe(0);
});

test('the documents say what is really said', async () => {
	const document = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');
	const [policy] = /(?<=```json\n)\{[^`]*\}(?=\n```)/.exec(document('accepted.md')) ?? [];
	const [shown] = /(?<=--expect policy\.json\n```\n\n```\n)[^`]*(?=```)/.exec(document('compare.md')) ?? [];
	const closed = (report: Report): void => report.flows.forEach((flow) => Object.assign(flow, { state: 'off', effect: null }));
	const north = reportOf('north.example.org', (report) => [closed, withState('push-gateway', 'on'), withState('email', 'on'), accepting({ flow: 'email', until: '2027-06-30' })].forEach((change) => change(report)));
	const south = reportOf('south.example.org', (report) => [closed, withState('gravatar', 'on'), withState('link-previews', 'unknown', ['API_Embed'])].forEach((change) => change(report)));
	const { status, text } = await held(policy, [north, south]);
	expect(status).toBe(1);
	// The catalogue grows.
	const uncounted = (said = ''): string => said.replace(/\d+(?= conform)/g, 'some');
	expect(uncounted(text)).toBe(uncounted(shown));
});
