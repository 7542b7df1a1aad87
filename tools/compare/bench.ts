/**
 * `npx tsx tools/compare/bench.ts`: what comparing costs, in turns with its floor, which is to read and parse the same files. The ratio
 * holds whatever else the machine is doing.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { translator } from '../../src/language/translate';
import { toReport } from '../../src/show/as/report';
import { judgeWorkspace } from '../export/judge';
import { readWorkspace } from '../host';
import { compareAt } from './compare';

const MANY = 1000;
const FEW = 250;
const ROUNDS = 3;
const NOW = new Date('2026-11-29T12:00:00Z');

/** A folder of reports, of which every tenth differs. */
async function folderOf(parent: string, number: number): Promise<string> {
	const folder = mkdtempSync(join(parent, 'reports-'));
	const english = translator('en');
	const [usual = '', other = ''] = await Promise.all(['self-managed-unregistered', 'self-managed-registered'].map(async (name) => JSON.stringify(toReport((await judgeWorkspace(readWorkspace(name), NOW)).posture, english), null, 2)));
	for (let at = 0; at < number; at += 1) {
		writeFileSync(join(folder, `${String(at)}.json`), (at % 10 === 0 ? other : usual).replace(/"host": "[^"]*"/, `"host": "w${String(at)}.example.org"`));
	}
	return folder;
}

function readAll(folder: string): void {
	for (const name of readdirSync(folder)) {
		JSON.parse(readFileSync(join(folder, name), 'utf8'));
	}
}

async function seconds(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

function median(numbers: readonly number[]): number {
	return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function main(parent: string): Promise<boolean> {
	const [many, few] = [await folderOf(parent, MANY), await folderOf(parent, FEW)];
	const compare = (folder: string, form: 'text' | 'csv' | 'html') => (): Promise<unknown> => compareAt([folder], form, () => Promise.reject(new Error('Nothing is on standard input.')), NOW);
	const floor = `the floor: reading and parsing ${String(MANY)} reports`;
	const [text, fewer] = [`comparing ${String(MANY)} reports, text`, `comparing ${String(FEW)} reports, text`];
	const measured: readonly (readonly [name: string, work: () => unknown])[] = [
		[floor, () => readAll(many)],
		[text, compare(many, 'text')],
		[`comparing ${String(MANY)} reports, CSV`, compare(many, 'csv')],
		[`comparing ${String(MANY)} reports, HTML`, compare(many, 'html')],
		[fewer, compare(few, 'text')],
	];
	const times = new Map<string, number[]>(measured.map(([name]) => [name, []]));
	for (let round = -1; round < ROUNDS; round += 1) {
		for (const [name, work] of measured) {
			const time = await seconds(work);
			if (round >= 0) {
				times.get(name)?.push(time);
			}
		}
	}
	const of = (name: string): number => median(times.get(name) ?? []);
	console.log('| What | Median | Of the floor |\n|---|---|---|');
	for (const [name] of measured) {
		console.log(`| ${name} | ${of(name).toFixed(2)} s | ${(of(name) / of(floor)).toFixed(2)} |`);
	}
	const kept = [
		[`${String(MANY)} reports in less than 10 s`, of(text) < 10],
		['at most twice the floor', of(text) <= 2 * of(floor)],
		[`${String(MANY)} reports take at most ${String((1.5 * MANY) / FEW)} times as long as ${String(FEW)}`, of(text) <= ((1.5 * MANY) / FEW) * of(fewer)],
	] as const;
	for (const [promise, holds] of kept) {
		console.log(`${holds ? 'kept' : 'BROKEN'}: ${promise}`);
	}
	return kept.every(([, holds]) => holds);
}

const scratch = mkdtempSync(join(tmpdir(), 'compare-bench-'));
main(scratch)
	.then(
		(holds) => {
			process.exitCode = holds ? 0 : 1;
		},
		(error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		},
	)
	.finally(() => rmSync(scratch, { recursive: true }));
