import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import { auditShipped, verdictOn } from '../../tools/release/audit';

const lock = JSON.parse(readFileSync(path.resolve(__dirname, '../../package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> };
const zod = lock.packages['node_modules/zod']?.version ?? '';

/** What a registry may do with a question for advisories. */
type Answer = (response: ServerResponse) => void;

let registry: Server;
let answer: Answer;
let asked: Record<string, unknown>[] = [];

beforeAll(async () => {
	registry = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			// npm also asks for the package itself, to tell which versions a finding is about.
			if (request.method === 'GET') {
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify({ name: 'zod', 'dist-tags': { latest: zod }, versions: { [zod]: { name: 'zod', version: zod } } }));
				return;
			}
			const bulk = request.url?.endsWith('/-/npm/v1/security/advisories/bulk') === true;
			const body = Buffer.concat(parts);
			const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
			const question = bulk ? (JSON.parse(String(text)) as Record<string, unknown>) : {};
			asked.push(question);
			answer(response);
		});
	});
	await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
	registry.closeAllConnections();
	await new Promise((resolve) => registry.close(resolve));
});

beforeEach(() => {
	asked = [];
});

const ask = async (patience?: number): ReturnType<typeof auditShipped> => {
	const { port } = registry.address() as AddressInfo;
	return auditShipped({ ...process.env, npm_config_registry: `http://127.0.0.1:${port}/` }, patience);
};

const notOffered = (status: number): unknown => expect.stringMatching(new RegExp(`^Known vulnerabilities were not looked up: .* \\(it answered ${status}\\)\\. Run npm run audit where`));

/** What npm prints when a registry answers its question with that status. */
const answered = (status: number): string => JSON.stringify({ message: `${status} - POST https://registry.example/-/npm/v1/security/advisories/bulk`, method: 'POST', statusCode: status, error: { summary: '', detail: '' } });

const says = (status: number, body: unknown): Answer => (response) => {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
};

describe('with npm, and a registry of this test', () => {
	test('what ships passes when nobody knows anything against it, and nothing else is asked about', async () => {
		answer = says(200, {});
		const { passed, said } = await ask();
		expect({ passed, said }).toEqual({ passed: true, said: expect.stringMatching(/^No known vulnerability in what ships/) as string });
		expect(asked.map((question) => Object.keys(question))).toEqual([['zod']]);
	});

	test('a known vulnerability of what ships fails the run, with its name and where to read about it', async () => {
		answer = says(200, { zod: [{ id: 1, url: 'https://example.org/advisory', title: 'It parses too much', severity: 'low', vulnerable_versions: '*', cwe: [], cvss: { score: 0, vectorString: null } }] });
		const { passed, said } = await ask();
		expect(passed).toBe(false);
		expect(said).toBe('Known vulnerabilities in what ships:\n  zod (low): It parses too much, https://example.org/advisory');
	});

	test('a registry without advisories is told and passes', async () => {
		answer = says(404, {});
		expect(await ask()).toEqual({ passed: true, said: notOffered(404) });
	});

	test('a registry that refuses fails the run: that can be mended', async () => {
		answer = says(403, {});
		expect(await ask()).toMatchObject({ passed: false });
	});

	test('a registry that never answers does not hold up anybody', async () => {
		answer = () => undefined;
		// npm itself would wait for five minutes, which is more than a test may take.
		const { passed, said } = await ask(4);
		expect({ passed, said }).toEqual({ passed: true, said: expect.stringMatching(/^Known vulnerabilities were not looked up: the registry /) as string });
	});

	test('no registry at all is told and passes', async () => {
		const { passed, said } = await auditShipped({ ...process.env, npm_config_registry: 'http://127.0.0.1:9/' });
		expect({ passed, said }).toEqual({ passed: true, said: expect.stringMatching(/the registry could not be reached \(ECONNREFUSED\)/) as string });
	});
});

test.each([404, 405, 501])('a registry that answers %i has no advisories', (status) => {
	expect(verdictOn(answered(status))).toEqual({ passed: true, said: notOffered(status) });
});

test.each([
	['a refusal with 401', answered(401)],
	['a refusal with 403', answered(403)],
	['nothing', ''],
	['no JSON', 'npm error'],
	['an empty answer', '{}'],
	['an error of another kind', '{"message":"the lock file cannot be read","error":{"code":"EUSAGE","summary":"","detail":""}}'],
	['a server that failed', '{"message":"500 Internal Server Error","statusCode":500,"error":{"summary":"","detail":""}}'],
	['a refusal whose text speaks of a timeout', '{"message":"403 timeout","statusCode":403,"error":{}}'],
])('when npm says %s, it is not told as fine', (_what, stdout) => {
	const { passed, said } = verdictOn(stdout);
	expect(passed).toBe(false);
	expect(said).toMatch(/^npm audit could not tell: .+\.$/);
});
