/**
 * `npm run bench`: what the app costs, measured in the real sandbox. All commands run in turns in one sandbox,
 * so that their ratios hold whatever else the machine is doing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildSync } from 'esbuild';

import manifest from '../../app.json';
import { buildPackage, SANDBOX_MODULES } from '../../tools/package/package';
import { FLOWS } from '../../src/catalogue/flows';
import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { MOST_SNAPSHOTS } from '../../src/store/snapshots';
import { judge } from '../../src/posture/judge';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { probeZip } from '../host/probe/zip';
import { defaultSignals } from '../posture/signals';
import { ADMINS, CROWD, measureBurst, measureSave, MEMBERS, withCrowd } from './burst';
import type { Burst } from './burst';

interface Measured {
	readonly name: string;
	readonly text: string;
	/** What happens before each run, outside of the time that is taken. */
	readonly before?: (engine: Engine, round: number) => void;
}

const FLOOR = `the floor: a command that reads the same ${String(SETTING_IDS.length)} settings and opens an empty panel`;
const STATUS = `\`/privacy-status\`, held against ${String(MOST_SNAPSHOTS)} looks that are kept`;
const WITHOUT = 'the same, without any look that is kept';

function changeWorkspace({ server }: Engine, round: number): void {
	server.setSetting('E2E_Enable', round % 2 === 0);
}

const COMMANDS: readonly Measured[] = [
	{ name: 'an empty command', text: '/bench-empty' },
	{ name: FLOOR, text: '/bench-floor' },
	{ name: STATUS, text: '/privacy-status' },
	{ name: WITHOUT, text: '/bench-without-looks' },
	{ name: 'the same when the workspace has changed, so that the look is kept and the settings page is brought up to date', text: '/privacy-status', before: changeWorkspace },
	{ name: '`/privacy-status export json`', text: '/privacy-status export json' },
];
const REPORT = '`report.json`, as a script gets it';
const ROUNDS = 150;
const WARM_UP = 20;

function benchPackage(): Buffer {
	const { outputFiles } = buildSync({
		entryPoints: [path.join(__dirname, 'BenchApp.ts')],
		bundle: true,
		write: false,
		format: 'cjs',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2017',
		external: ['@rocket.chat/apps-engine/*', ...SANDBOX_MODULES],
	});
	const [code] = outputFiles;
	if (code === undefined) {
		throw new Error('esbuild wrote nothing.');
	}
	return probeZip({ code: code.text, manifest: { ...manifest, classFile: 'ProbeApp.js' } });
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds of one thing that is waited for. */
async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** Milliseconds of one command, from the server's call to the app's return. */
async function time(engine: Engine, text: string): Promise<number> {
	return timed(async () => engine.command({ as: 'admin', text }));
}

/** What `token create` shows once. */
async function makeToken(engine: Engine): Promise<string> {
	await engine.command({ as: 'admin', text: '/privacy-status token create bench' });
	const [token] = /\bps_[0-9a-f]{16}_[0-9a-f]{64}\b/.exec(engine.server.messages('admin').at(-1)?.text ?? '') ?? [];
	if (token === undefined) {
		throw new Error('The app made no token.');
	}
	return token;
}

async function getReport(engine: Engine, token: string): Promise<void> {
	const { status } = await engine.endpoint({ method: 'GET', path: 'report.json', headers: { authorization: `Bearer ${token}` } });
	if (status !== 200) {
		throw new Error(`No report: ${String(status)}.`);
	}
}

/** Looks that are kept now. */
function looksKept({ server }: Engine): number {
	return server.persistence().filter(({ associations }) => associations.some(({ id }) => /^snapshots\b/.test(id))).length;
}

/** Keeps as many looks as the app ever does. */
async function fillLooks(engine: Engine): Promise<void> {
	for (let look = 0; looksKept(engine) < MOST_SNAPSHOTS; look += 1) {
		if (look > 3 * MOST_SNAPSHOTS) {
			throw new Error(`The app keeps no more than ${String(looksKept(engine))} looks.`);
		}
		engine.server.setSetting('E2E_Enable', look % 2 === 0);
		await engine.command({ as: 'admin', text: '/privacy-status' });
	}
}

async function measureCommands(engine: Engine): Promise<Map<string, number>> {
	await fillLooks(engine);
	const token = await makeToken(engine);
	const times = new Map<string, number[]>([...COMMANDS.map(({ name }) => name), REPORT].map((name) => [name, []]));
	for (let round = -WARM_UP; round < ROUNDS; round += 1) {
		for (const { name, text, before } of COMMANDS) {
			before?.(engine, round);
			const milliseconds = await time(engine, text);
			if (round >= 0) {
				times.get(name)?.push(milliseconds);
			}
		}
		const milliseconds = await timed(async () => getReport(engine, token));
		if (round >= 0) {
			times.get(REPORT)?.push(milliseconds);
		}
	}
	return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Kilobytes that the sandbox's process holds. Linux only. */
function memoryOf(engine: Engine): number {
	const status = readFileSync(`/proc/${String(engine.sandboxPid())}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
}

/** The same command again and again in a sandbox of its own: kilobytes after 100 and after 1,000 requests. */
async function measureMemory(text: string, before: NonNullable<Measured['before']> = () => undefined): Promise<readonly [after100: number, after1000: number]> {
	return withEngine(async (engine) => {
		const memory: number[] = [];
		for (const requests of [100, 900]) {
			for (let request = 0; request < requests; request += 1) {
				before(engine, request);
				await time(engine, text);
			}
			// What the collector has not yet fetched is no growth.
			await new Promise((resolve) => setTimeout(resolve, 1000));
			memory.push(memoryOf(engine));
		}
		if (looksKept(engine) > MOST_SNAPSHOTS) {
			throw new Error(`The app keeps ${String(looksKept(engine))} looks.`);
		}
		const [after100 = Number.NaN, after1000 = Number.NaN] = memory;
		return [after100, after1000];
	});
}

/** Milliseconds that the whole evaluation takes, without any reading. */
function measureEvaluation(): number {
	const signals = defaultSignals({ Site_Url: 'https://chat.example.org', Push_enable: true, Register_Server: true });
	const now = new Date();
	const times: number[] = [];
	for (let round = 0; round < 2000; round += 1) {
		const start = performance.now();
		judge(signals, now, manifest.version);
		times.push(performance.now() - start);
	}
	return median(times);
}

/** An app that does nothing, with what the engine wants of any. */
const EMPTY_APP = `const { App } = require('@rocket.chat/apps-engine/definition/App'); exports.EmptyApp = class extends App {};`;

interface Enabling {
	/** Milliseconds from the upload to the enabled app. */
	readonly milliseconds: number;
	/** Kilobytes that its sandbox then holds; not a number where it cannot be told. */
	readonly memory: number;
}

/** Installs each of them in turns, each time in a server and a sandbox of its own. */
async function measureEnabling(zips: ReadonlyMap<string, Buffer>): Promise<Map<string, Enabling>> {
	const seen = new Map([...zips.keys()].map((name): [string, Enabling[]] => [name, []]));
	for (let round = 0; round < 15; round += 1) {
		for (const [name, zip] of zips) {
			const engine = await startEngine(readWorkspace('self-managed-registered'));
			try {
				const milliseconds = await timed(async () => engine.install(zip));
				await new Promise((resolve) => setTimeout(resolve, 500));
				seen.get(name)?.push({ milliseconds, memory: process.platform === 'linux' ? memoryOf(engine) : Number.NaN });
			} finally {
				await engine.stop();
			}
		}
	}
	return new Map([...seen].map(([name, all]) => [name, { milliseconds: median(all.map((one) => one.milliseconds)), memory: median(all.map((one) => one.memory)) }]));
}

/** What people ask at the same moment. */
const AT_ONCE = [
	['/privacy-status', ADMINS],
	['/privacy-notice', MEMBERS],
] as const;

/** In one sandbox of its own: the first save of the settings form, then what many ask at once. */
async function measureTogether(engine: Engine): Promise<{ readonly save: number; readonly bursts: ReadonlyMap<string, Burst> }> {
	const save = await measureSave(engine);
	const bursts = new Map<string, Burst>();
	for (const [text, people] of AT_ONCE) {
		bursts.set(text, await measureBurst(engine, text, people));
	}
	return { save, bursts };
}

async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
	const engine = await startEngine(withCrowd(readWorkspace('self-managed-registered')));
	try {
		await engine.install(benchPackage());
		return await work(engine);
	} finally {
		await engine.stop();
	}
}

async function main(): Promise<boolean> {
	const commands = await withEngine(measureCommands);
	const floor = commands.get(FLOOR) ?? Number.NaN;
	const status = commands.get(STATUS) ?? Number.NaN;
	const { save, bursts } = await withEngine(measureTogether);
	const evaluation = measureEvaluation();
	const enabling = await measureEnabling(
		new Map([
			['an empty app', probeZip({ code: EMPTY_APP })],
			['Privacy Status', readFileSync(await buildPackage())],
		]),
	);
	const memory = process.platform === 'linux' ? { floor: await measureMemory('/bench-floor'), status: await measureMemory('/privacy-status'), kept: await measureMemory('/privacy-status', changeWorkspace) } : null;

	console.log('| What | Median | Of the floor |\n|---|---|---|');
	for (const [what, milliseconds] of commands) {
		console.log(`| ${what} | ${milliseconds.toFixed(1)} ms | ${(milliseconds / floor).toFixed(2)} |`);
	}
	console.log(`| evaluating all ${String(FLOWS.length)} flows, the deployment and the matrix, without reading | ${evaluation.toFixed(2)} ms | ${(evaluation / floor).toFixed(2)} |`);
	console.log(`\n| ${String(CROWD)} at once | One alone, median | 95 of 100 of them, at most | Of one alone | Other answers than one alone |\n|---|---|---|---|---|`);
	for (const [what, { alone, most, different }] of bursts) {
		console.log(`| \`${what}\` | ${alone.toFixed(1)} ms | ${most.toFixed(1)} ms | ${(most / alone).toFixed(1)} | ${String(different)} |`);
	}
	const empty = enabling.get('an empty app');
	console.log('\n| Enabling | From the upload on, median | Of the empty app | Memory of the sandbox |\n|---|---|---|---|');
	for (const [what, { milliseconds, memory: held }] of enabling) {
		console.log(`| ${what} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / (empty?.milliseconds ?? Number.NaN)).toFixed(2)} | ${(held / 1024).toFixed(0)} MB |`);
	}
	console.log(`\nThe first save of the settings form makes ${String(save)} calls to the server; reading every setting once is ${String(SETTING_IDS.length)} of them.`);
	if (memory !== null) {
		console.log('\n| Memory of the sandbox | After 100 requests | After 1,000 | Ratio |\n|---|---|---|---|');
		for (const [what, [after100, after1000]] of [['the floor', memory.floor], ['`/privacy-status`', memory.status], ['the same when every look differs and is kept', memory.kept]] as const) {
			console.log(`| ${what} | ${(after100 / 1024).toFixed(0)} MB | ${(after1000 / 1024).toFixed(0)} MB | ${(after1000 / after100).toFixed(2)} |`);
		}
	}

	// The sandbox keeps something of every call that an app makes to the server (an entry of its response observer), so even
	// the floor grows: what the app answers for is that it keeps nothing beyond that.
	const kept = [
		['`/privacy-status` at most 1.5 times the floor', status / floor <= 1.5],
		['`/privacy-status` with kept looks at most 1.15 times without', status / (commands.get(WITHOUT) ?? Number.NaN) <= 1.15],
		['evaluation at most 0.2 times the floor', evaluation <= 0.2 * floor],
		['after 1,000 requests the sandbox holds at most 1.1 times what it holds at the floor', memory === null || memory.status[1] <= 1.1 * memory.floor[1]],
		[`of ${String(CROWD)} who ask at once, 95 of 100 wait at most 6 times as long as one alone`, [...bursts.values()].every(({ alone, most }) => most <= 6 * alone)],
		[`all ${String(CROWD)} get the answer of one alone`, [...bursts.values()].every(({ different }) => different === 0)],
		['the first save of the settings form reads the workspace once', save < 2 * SETTING_IDS.length],
	] as const;
	for (const [promise, holds] of kept) {
		console.log(`${holds ? 'kept' : 'BROKEN'}: ${promise}`);
	}
	return kept.every(([, holds]) => holds);
}

main().then(
	(holds) => {
		process.exitCode = holds ? 0 : 1;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
