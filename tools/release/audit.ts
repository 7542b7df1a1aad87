/**
 * Looks up known vulnerabilities of what ships: the npm packages that are in the app, not those that build and test it.
 *
 *     npm run audit
 *
 * It fails on any finding. Where there is nobody to ask (no network, or a registry without advisories) it says so and passes: the
 * same sources can be checked elsewhere, and a machine without network must be able to run everything.
 */
import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
/** Seconds to wait for npm. */
const PATIENCE = 60;

/** Answers of a registry that has no advisories. */
const NOT_OFFERED = [404, 405, 501];
/** How it is told, in npm's message or code, that nobody was reached. */
const NOBODY_THERE = /\b(?:EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ERR_SOCKET_TIMEOUT|ETIMEDOUT)\b|\btimeout\b/;

export interface Verdict {
	/** Whether the run may go on. */
	passed: boolean;
	/** For a person: what was found, or why nothing could be. */
	said: string;
}

interface NpmAnswer {
	metadata?: { vulnerabilities?: { total?: number }; dependencies?: { prod?: number } };
	vulnerabilities?: Record<string, { name: string; severity: string; via: (string | { title?: string; url?: string })[] }>;
	statusCode?: number;
	message?: string;
	error?: { code?: string; summary?: string };
}

/** Asks npm; never waits longer than a minute or so. */
export async function auditShipped(environment: NodeJS.ProcessEnv = process.env, patience = PATIENCE): Promise<Verdict> {
	return new Promise((resolve) => {
		const flags = ['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${(patience * 1000) / 2}`];
		// npm tells the scripts that it runs where it lies; that is surer than looking for it, on Windows above all.
		const npm = environment['npm_execpath'];
		const [command, before] = npm !== undefined && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
		execFile(
			command,
			[...before, ...flags],
			{ cwd: ROOT, env: environment, timeout: patience * 1000, killSignal: 'SIGKILL', shell: command === 'npm' && process.platform === 'win32' },
			(error, stdout) => resolve(error?.killed === true ? unasked(`the registry did not answer within ${patience} seconds`) : verdictOn(stdout)),
		);
	});
}

/** What follows from npm's answer in JSON. */
export function verdictOn(stdout: string): Verdict {
	const answer = parsed(stdout);
	const { vulnerabilities, metadata, statusCode, error } = answer;
	if (vulnerabilities !== undefined && metadata !== undefined) {
		const found = Object.values(vulnerabilities);
		return found.length === 0
			? { passed: true, said: `No known vulnerability in what ships (${metadata.dependencies?.prod ?? 0} entries of package-lock.json, the app itself among them).` }
			: { passed: false, said: ['Known vulnerabilities in what ships:', ...found.map(told)].join('\n') };
	}
	if (statusCode !== undefined && NOT_OFFERED.includes(statusCode)) {
		return unasked(`the registry that npm uses here offers no advisories (it answered ${statusCode})`);
	}
	const reason = [answer.message, error?.summary, error?.code].find((text) => text !== undefined && text !== '') ?? 'its answer could not be read';
	const unreached = NOBODY_THERE.exec(`${reason} ${error?.code ?? ''}`)?.[0];
	if (unreached !== undefined && statusCode === undefined) {
		return unasked(`the registry could not be reached (${unreached})`);
	}
	return { passed: false, said: `npm audit could not tell: ${reason}.` };
}

function parsed(stdout: string): NpmAnswer {
	try {
		return JSON.parse(stdout) as NpmAnswer;
	} catch {
		return {};
	}
}

function told({ name, severity, via }: { name: string; severity: string; via: (string | { title?: string; url?: string })[] }): string {
	const reasons = via.map((each) => (typeof each === 'string' ? `through ${each}` : [each.title, each.url].filter((text) => text !== undefined).join(', ')));
	return `  ${name} (${severity}): ${reasons.join('; ')}`;
}

function unasked(reason: string): Verdict {
	return { passed: true, said: `Known vulnerabilities were not looked up: ${reason}. Run npm run audit where the public registry can be reached.` };
}

if (require.main === module) {
	void auditShipped().then(({ passed, said }) => {
		(passed ? console.log : console.error)(said);
		process.exitCode = passed ? 0 : 1;
	});
}
