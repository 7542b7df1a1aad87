import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';

import { answerScript } from '../../src/doors/scripts/door';
import type { AppFacts } from '../../src/doors/asking/request';
import publishedSchema from '../../docs/report.schema.json';
import { reportSchema } from '../../src/show/as/report-schema';
import { Readings } from '../../src/doors/asking/readings';
import type { Engine } from '../../tools/host';
import { installedOnce, lastTold, withApp } from './installed';
import { addressOf, callDoor, codeOf, GIVEN, hashOf, makeToken, withVariable } from './scripts';

const plain = 'self-managed-registered';
const PATHS = ['report.json', 'report.md', 'report.csv', 'report.schema.json'];

/** What every answer carries, whatever it says. */
const GUARDED = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' };
const REFUSED = { ...GUARDED, 'content-type': 'application/json; charset=utf-8' };

describe('while no token exists, there is no door', () => {
	test('from the beginning, and again after the last token is revoked', async () => {
		await withApp(plain, async (engine) => {
			const guessed = `ps_${'0'.repeat(16)}_${'0'.repeat(64)}`;
			for (const path of PATHS) {
				expect(await callDoor(engine, null, { path })).toMatchObject({ status: 404, headers: REFUSED });
				expect((await callDoor(engine, guessed, { path })).status).toBe(404);
			}
			const token = await makeToken(engine, 'nightly');
			expect((await callDoor(engine, token)).status).toBe(200);
			await engine.command({ as: 'admin', text: '/privacy-status token revoke nightly' });
			const answer = await callDoor(engine, token);
			expect([answer.status, codeOf(answer)]).toEqual([404, 'no-tokens']);
		});
	});
});

describe('with a token', () => {
	test('report.json is what `/privacy-status export json` hands out, but for the time', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const answer = await callDoor(engine, token, { path: addressOf(engine) });
			expect(answer).toMatchObject({ status: 200, headers: { ...GUARDED, 'content-type': 'application/json; charset=utf-8' } });
			await engine.command({ as: 'admin', text: '/privacy-status export json' });
			const exported = engine.server.files()[0]?.content.toString('utf8') ?? '';
			const withoutTime = (text: string): string => text.replace(/"generatedAt": "[^"]+"/, '"generatedAt": "…"');
			expect(withoutTime(answer.content)).toBe(withoutTime(exported));
			expect(reportSchema.parse(JSON.parse(answer.content)).workspace.host).toBe('chat.example.org');
		});
	});

	test('the other addresses answer with their own type, and HEAD as GET', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const types = { 'report.json': 'application/json', 'report.md': 'text/markdown', 'report.csv': 'text/csv', 'report.schema.json': 'application/schema+json' };
			for (const [path, type] of Object.entries(types)) {
				for (const method of ['GET', 'HEAD']) {
					const answer = await callDoor(engine, token, { method, path });
					expect(answer).toMatchObject({ status: 200, headers: { ...GUARDED, 'content-type': `${type}; charset=utf-8` } });
					expect(answer.content.length).toBeGreaterThan(1000);
				}
			}
			expect((await callDoor(engine, token, { path: 'report.md' })).content).toContain('chat.example.org');
			expect((await callDoor(engine, token, { path: 'report.csv' })).content).toContain('chat.example.org');
			expect(JSON.parse((await callDoor(engine, token, { path: 'report.schema.json' })).content)).toEqual(publishedSchema);
		});
	});

	test('the report says what the workspace is now', async () => {
		await withApp('self-managed-unregistered', async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const read = async (): Promise<string> => reportSchema.parse(JSON.parse((await callDoor(engine, token)).content)).deployment.registration.state;
			expect(await read()).toBe('unregistered');
			engine.server.setSetting('Cloud_Workspace_Client_Id', 'given-a-moment-ago');
			expect(await read()).toBe('registered');
		});
	});

	test('the way in which "Bearer" is written does not matter', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			for (const authorization of [`bearer ${token}`, `BEARER   ${token}`, ` Bearer ${token} `]) {
				expect((await callDoor(engine, null, { headers: { Authorization: authorization } })).status).toBe(200);
			}
		});
	});
});

describe('without the whole address', () => {
	const engine = installedOnce(plain);
	const whole = (): { token: string; address: string; before: string; after: string } => {
		const address = addressOf(engine());
		const [, before = '', after = ''] = /^(.*\/)[0-9a-f]{24}(\/.*)$/.exec(address) ?? [];
		return { token, address, before, after };
	};
	let token = '';

	beforeAll(async () => {
		token = await makeToken(engine(), 'nightly');
		expect((await callDoor(engine(), token, { path: addressOf(engine()) })).status).toBe(200);
	});

	test.each<[string, () => string]>([
		['the public one of earlier versions', () => `/api/apps/public/${engine().appId ?? ''}/report.json`],
		['the public one with the unknown part in it', () => whole().address.replace('/private/', '/public/')],
		['one that lacks the unknown part', () => whole().before + whole().after.slice(1)],
		['one with nothing in place of it', () => whole().before + whole().after],
		['one with the app’s own id in place of it', () => `${whole().before}${engine().appId ?? ''}${whole().after}`],
		['one with another in place of it', () => `${whole().before}${'0'.repeat(24)}${whole().after}`],
		['one in capitals', () => whole().address.replace(/[0-9a-f]{24}/, (part) => part.toUpperCase())],
		['one that is a letter short', () => whole().address.replace(/(?<=[0-9a-f]{23})[0-9a-f](?=\/)/, '')],
		['one with the word that a lacking one becomes', () => `${whole().before}undefined${whole().after}`],
	])('nothing reaches the app’s process, whatever is sent: %s', async (_what, path) => {
		const before = engine().server.logs().length;
		const pid = engine().sandboxPid();
		// JSON.parse makes a key of it, as a server's parser of bodies does.
		const contents = [undefined, JSON.parse('{"a":{"__proto__":1}}'), JSON.parse('{"constructor":{"prototype":{}}}'), 'x'.repeat(100_000)] as unknown[];
		for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
			for (const content of contents) {
				const answer = await engine().endpoint({ method, path: path(), content, headers: { authorization: `Bearer ${token}` } });
				expect(answer.status).toBe(404);
				expect(JSON.stringify(answer.content ?? '')).not.toMatch(/chat\.example\.org|error/);
			}
		}
		// The engine writes a line of whatever it hands to the app.
		expect(engine().server.logs().length).toBe(before);
		expect(engine().sandboxPid()).toBe(pid);
		expect((await callDoor(engine(), token, { path: whole().address })).status).toBe(200);
	});
});

describe('who holds no valid token gets one same answer, and nothing of the report', () => {
	test('logged out, wrong, malformed, of another id, revoked', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const other = await makeToken(engine, 'weekly');
			const revoked = await makeToken(engine, 'monthly');
			await engine.command({ as: 'admin', text: '/privacy-status token revoke monthly' });
			const [, id = '', secret = ''] = token.split('_');
			const [, otherId = ''] = other.split('_');
			const headers: Record<string, string>[] = [
				{},
				{ authorization: '' },
				{ authorization: 'Bearer' },
				{ authorization: token },
				{ authorization: `Basic ${Buffer.from(`admin:${token}`).toString('base64')}` },
				{ authorization: `Bearer ${token} ${token}` },
				{ authorization: `Bearer ${token}0` },
				{ authorization: `Bearer ${token.toUpperCase()}` },
				{ authorization: `Bearer ps_${id}_${'0'.repeat(64)}` },
				{ authorization: `Bearer ps_${otherId}_${secret}` },
				{ authorization: `Bearer ps_${'0'.repeat(16)}_${secret}` },
				{ authorization: `Bearer ${revoked}` },
				{ 'x-token': token },
			];
			const answers = new Set<string>();
			engine.server.forgetReads();
			for (const path of PATHS) {
				for (const header of headers) {
					const answer = await callDoor(engine, null, { path, headers: header });
					expect(answer).toMatchObject({ status: 401, headers: { ...REFUSED, 'www-authenticate': 'Bearer' } });
					answers.add(answer.content);
				}
			}
			expect([...answers].map((content) => (JSON.parse(content) as { error: unknown }).error)).toEqual([
				{ code: 'unauthorised', message: 'Send the header Authorization: Bearer with a token that an admin made with /privacy-status token create.' },
			]);
			expect(engine.server.readSettings()).toEqual([]);
		});
	});

	test('an expired one is told so; whoever has only its id is not', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			await ageToken(engine, 'nightly');
			for (const path of PATHS) {
				const answer = await callDoor(engine, token, { path });
				expect([answer.status, codeOf(answer), answer.headers['www-authenticate']]).toEqual([401, 'token-expired', 'Bearer']);
				expect(answer.content).not.toContain('chat.example.org');
			}
			const wrong = await callDoor(engine, token.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
			expect([wrong.status, codeOf(wrong)]).toEqual([401, 'unauthorised']);
		});
	});
});

/** Puts what is kept of a token back as if it had been made long ago. */
async function ageToken(engine: Engine, name: string): Promise<void> {
	const kept = engine.server.persistence().find(({ associations }) => associations.some(({ id }) => id.endsWith(`:${name}`)));
	if (kept === undefined) {
		throw new Error(`Nothing is kept of ${name}.`);
	}
	await engine.command({ as: 'admin', text: `/privacy-status token revoke ${name}` });
	engine.server.keepRecord({ ...Object(kept.data), madeAt: '2020-01-01T00:00:00.000Z', expiresAt: '2020-04-01T00:00:00.000Z' } as object, kept.associations);
}

describe('a token opens nothing once its maker may not ask any more', () => {
	test.each([
		['lost the role', { roles: ['user'] }],
		['is disabled', { active: false }],
		['is deleted', null],
	])('because the maker %s', async (_what, change) => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly', 'anja');
			const still = await makeToken(engine, 'weekly');
			expect((await callDoor(engine, token)).status).toBe(200);
			engine.server.changeUser('anja', change);
			for (const path of PATHS) {
				const answer = await callDoor(engine, token, { path });
				expect([answer.status, codeOf(answer)]).toEqual([403, 'maker-not-allowed']);
				expect(answer.content).not.toContain('chat.example.org');
			}
			expect((await callDoor(engine, still)).status).toBe(200);
		});
	});

	test('because other roles may ask now', async () => {
		await withApp('self-managed-german', async (engine) => {
			const token = await makeToken(engine, 'nightly', 'officer');
			expect((await callDoor(engine, token)).status).toBe(200);
			await engine.saveAppSettings({ allowed_roles: 'admin' });
			expect((await callDoor(engine, token)).status).toBe(403);
		});
	});
});

describe('a token that the environment gives by its hash', () => {
	test('opens every address, with no account behind it, and in the language of the workspace', async () => {
		await withApp(withVariable('self-managed-german', hashOf(GIVEN)), async (engine) => {
			for (const path of PATHS) {
				expect((await callDoor(engine, GIVEN, { path })).status).toBe(200);
			}
			expect(reportSchema.parse(JSON.parse((await callDoor(engine, GIVEN)).content)).workspace.host).toBe('chat.beispiel.example');
			await engine.command({ as: 'officer', text: '/privacy-status export markdown' });
			const exported = engine.server.files()[0]?.content.toString('utf8') ?? '';
			const [heading] = (await callDoor(engine, GIVEN, { path: 'report.md' })).content.split('\n');
			expect(heading).toBe(exported.split('\n')[0]);
			await engine.saveAppSettings({ allowed_roles: 'nobodies' });
			expect((await callDoor(engine, GIVEN)).status).toBe(200);
		});
	});

	test('works beside those that admins made, which need a maker as ever', async () => {
		await withApp(withVariable(plain, `${hashOf('other'.repeat(8))},${hashOf(GIVEN)}`), async (engine) => {
			const token = await makeToken(engine, 'nightly', 'anja');
			expect((await callDoor(engine, token)).status).toBe(200);
			expect((await callDoor(engine, GIVEN)).status).toBe(200);
			expect((await callDoor(engine, 'other'.repeat(8))).status).toBe(200);
			engine.server.changeUser('anja', null);
			expect((await callDoor(engine, token)).status).toBe(403);
			expect((await callDoor(engine, GIVEN)).status).toBe(200);
		});
	});

	test('is refused as any other is: nothing tells what of it was wrong, or that there is one', async () => {
		const short = 'short-password';
		const presented = [null, hashOf(GIVEN), hashOf(GIVEN).toUpperCase(), `${GIVEN}0`, GIVEN.slice(1), GIVEN.toUpperCase(), short, `ps_${'0'.repeat(16)}_${'0'.repeat(64)}`];
		const answersOf = async (engine: Engine): Promise<unknown[]> => {
			const answers: unknown[] = [];
			for (const path of PATHS) {
				for (const token of presented) {
					const { status, headers, content } = await callDoor(engine, token, { path });
					answers.push({ status, headers, content });
				}
			}
			return answers;
		};
		const byMade = await withApp(plain, async (engine) => {
			await makeToken(engine, 'nightly');
			return answersOf(engine);
		});
		const byGiven = await withApp(withVariable(plain, `${hashOf(GIVEN)},${hashOf(short)}`), async (engine) => {
			engine.server.forgetReads();
			const answers = await answersOf(engine);
			expect(engine.server.readSettings()).toEqual([]);
			return answers;
		});
		expect(byGiven).toEqual(byMade);
		expect(byGiven[0]).toMatchObject({ status: 401, headers: { ...REFUSED, 'www-authenticate': 'Bearer' } });
	});

	test('beside a login of Rocket.Chat, or by another method, is refused as ever', async () => {
		await withApp(withVariable(plain, hashOf(GIVEN)), async (engine) => {
			expect((await callDoor(engine, GIVEN, { headers: { 'x-auth-token': 'CANARY' } })).status).toBe(400);
			expect((await callDoor(engine, GIVEN, { method: 'POST' })).status).toBe(405);
		});
	});

	test.each([
		['is removed', hashOf('other'.repeat(8)), 401],
		['and all others are removed', '', 404],
		['is not written as one', `sha256:${hashOf(GIVEN)}`, 404],
	])('is refused once its hash %s', async (_what, value, status) => {
		await withApp(withVariable(plain, value), async (engine) => {
			const answer = await callDoor(engine, GIVEN);
			expect(answer.status).toBe(status);
			expect(answer.content).not.toContain('chat.example.org');
			expect(JSON.stringify(engine.server.logs()).includes(hashOf(GIVEN))).toBe(false);
		});
	});

	test('does not open where the environment cannot be read, and nobody is told that there is none', async () => {
		const app = { now: () => new Date(), readings: new Readings(), logger: { error: () => {} } } as unknown as AppFacts;
		const unreadable = { getPersistenceReader: () => ({ readByAssociation: async () => [] }), getEnvironmentReader: () => ({ getEnvironmentVariables: () => ({ getValueByName: async () => Promise.reject(new Error('No.')) }) }) } as unknown as IRead;
		const request = { method: 'get', headers: { authorization: `Bearer ${GIVEN}` }, query: {}, params: {}, content: {} } as unknown as IApiRequest;
		const answer = await answerScript(request, app, unreadable, async () => {
			throw new Error('never reached');
		});
		expect(answer.status).toBe(500);
		expect(JSON.parse(String(answer.content))).toMatchObject({ error: { code: 'failed' } });
	});

	test('nothing of it comes into messages, reports, log lines or the settings page, nor does its hash', async () => {
		await withApp(withVariable(plain, hashOf(GIVEN)), async (engine) => {
			const { content } = await callDoor(engine, GIVEN);
			for (const text of ['/privacy-status', '/privacy-status text', '/privacy-status token list', '/privacy-status export json', '/privacy-notice text']) {
				await engine.command({ as: 'admin', text });
			}
			const output = JSON.stringify([content, engine.server.messages(), engine.server.surfaces('admin'), engine.server.files().map((file) => file.content.toString('utf8')), engine.server.persistence(), engine.appSettings()]);
			expect(output).toContain('chat.example.org');
			expect(output.includes(hashOf(GIVEN)) || output.includes(GIVEN)).toBe(false);
			// The engine writes the request with its headers, as the documents say; nothing else does.
			const holding = engine.server.logs().filter(({ text }) => text.includes(GIVEN) || text.includes(hashOf(GIVEN)));
			expect(holding.map(({ method, text }) => ({ method, isRequest: text.includes('is being executed') }))).toEqual([{ method: 'api:report.json:get', isRequest: true }]);
		});
	});
});

describe('a login of Rocket.Chat never opens the door, and the caller is told to withdraw it', () => {
	const carrying: [string, Record<string, string>, Record<string, string>][] = [
		['x-auth-token', { 'X-Auth-Token': 'CANARY' }, {}],
		['x-user-id', { 'x-user-id': 'CANARY' }, {}],
		['rc_token', { cookie: 'a=b; rc_token=CANARY; c=d' }, {}],
		['rc_uid', { Cookie: 'rc_uid=CANARY' }, {}],
		['meteor_login_token', { cookie: 'meteor_login_token=CANARY' }, {}],
		['access_token', {}, { access_token: 'CANARY' }],
		['authtoken', {}, { authToken: 'CANARY' }],
		['token', {}, { token: 'CANARY' }],
	];

	test('also beside a valid token, for every method, and while no token exists', async () => {
		await withApp(plain, async (engine) => {
			const expectRefusal = async (token: string | null, method: string): Promise<void> => {
				for (const [name, headers, query] of carrying) {
					const answer = await callDoor(engine, token, { method, headers, query });
					expect([name, answer.status, codeOf(answer)]).toEqual([name, 400, 'credential-in-request']);
					expect(answer.headers).toMatchObject(REFUSED);
					expect(answer.content).toContain(`may be a login of Rocket.Chat: ${name}. It was not used.`);
					expect(answer.content).not.toContain('CANARY');
				}
			};
			await expectRefusal(null, 'GET');
			const token = await makeToken(engine, 'nightly');
			await expectRefusal(token, 'GET');
			await expectRefusal(token, 'POST');
		});
	});

	test('a real one of an admin neither', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'nightly');
			for (const path of PATHS) {
				const answer = await callDoor(engine, null, { path, as: 'admin' });
				expect([answer.status, codeOf(answer)]).toEqual([400, 'credential-in-request']);
				expect(answer.content).toContain('x-auth-token, x-user-id');
			}
		});
	});

	test('a cookie or a query of something else is no login', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const call = { headers: { cookie: 'my_rc_token=x; theme=dark' }, query: { tokens: 'x', page: 'access_token' } };
			expect((await callDoor(engine, token, call)).status).toBe(200);
		});
	});
});

test('methods other than GET and HEAD are refused, with those that are not', async () => {
	await withApp(plain, async (engine) => {
		const token = await makeToken(engine, 'nightly');
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
			for (const path of PATHS) {
				const answer = await callDoor(engine, token, { method, path, content: { any: 'thing' } });
				expect([method, answer.status, codeOf(answer), answer.headers['allow']]).toEqual([method, 405, 'method-not-allowed', 'GET, HEAD']);
				expect(answer.headers).toMatchObject(REFUSED);
			}
		}
		expect((await callDoor(engine, token)).status).toBe(200);
	});
});

test('a body is read by nobody, whatever the method', async () => {
	const facts = { now: () => new Date(), logger: { error: (text: string) => { throw new Error(text); } } } as unknown as AppFacts;
	const read = { getPersistenceReader: () => ({ readByAssociation: async () => [] }), getEnvironmentReader: () => ({ getEnvironmentVariables: () => ({ getValueByName: async () => '' }), getSettings: () => ({ getValueById: async () => '' }) }) } as unknown as IRead;
	for (const method of ['get', 'head', 'post', 'put', 'delete', 'options', 'patch']) {
		const request = Object.defineProperty({ method, headers: {}, query: {}, params: {} }, 'content', { enumerable: true, get: () => { throw new Error('the body was read'); } }) as unknown as IApiRequest;
		const { status } = await answerScript(request, facts, read, async () => { throw new Error('let in'); });
		expect([method, status]).toEqual([method, ['get', 'head'].includes(method) ? 404 : 405]);
	}
});

describe('whatever goes wrong', () => {
	test('the answer is one sentence, and the log says what failed and where, and holds no value', async () => {
		const logged: string[] = [];
		const app = { now: () => new Date(), readings: new Readings(), logger: { error: (text: string) => logged.push(text) } } as unknown as AppFacts;
		const broken = {
			getPersistenceReader: () => {
				throw new TypeError('https://secret.example');
			},
		} as unknown as IRead;
		const request = { method: 'get', headers: {}, query: {}, params: {}, content: {} } as unknown as IApiRequest;
		const answer = await answerScript(request, app, broken, async () => {
			throw new Error('never reached');
		});
		expect(answer.status).toBe(500);
		expect(answer.headers).toMatchObject(REFUSED);
		expect(JSON.parse(String(answer.content))).toEqual({ error: { code: 'failed', message: expect.stringContaining('The report could not be made.') as unknown } });
		expect(logged).toEqual([expect.stringMatching(/^the endpoint failed: TypeError in Object\.getPersistenceReader, \d+:\d+$/)]);
	});

	test('the line reaches the log that admins read', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			// No server sends a number as a language, so nothing here expects one.
			engine.server.changeUser('admin', { language: 5 as unknown as string });
			const answer = await callDoor(engine, token);
			expect([answer.status, codeOf(answer)]).toEqual([500, 'failed']);
			expect(engine.server.logs().filter(({ text }) => text.includes('failed: '))).toMatchObject([{ method: 'api:report.json:get', severity: 'error', text: expect.stringMatching(/^\["the endpoint failed: TypeError in [\w$.]+, \d+:\d+"\]$/) as unknown }]);
		});
	});

	test('the report still comes where nothing of the workspace can be read', async () => {
		await withApp('nothing-readable', async (engine) => {
			const token = await makeToken(engine, 'nightly');
			expect(reportSchema.parse(JSON.parse((await callDoor(engine, token)).content)).workspace.host).toBeNull();
		});
	});
});

test('nothing of a token comes into our log lines, into other messages or into the report', async () => {
	await withApp(plain, async (engine) => {
		const token = await makeToken(engine, 'nightly');
		const [, id = '', secret = ''] = token.split('_');
		expect(JSON.stringify(engine.server.logs()).includes(secret)).toBe(false);
		const { content } = await callDoor(engine, token);
		expect(content.includes(id) || content.includes(secret)).toBe(false);
		// The engine writes the request with its headers, as we tell whoever makes a token; nothing else does.
		const holding = engine.server.logs().filter(({ text }) => text.includes(secret) || text.includes(id));
		expect(holding.map(({ method, text }) => ({ method, isRequest: text.includes('is being executed') }))).toEqual([{ method: 'api:report.json:get', isRequest: true }]);
		await engine.command({ as: 'admin', text: '/privacy-status token list' });
		expect(lastTold(engine, 'admin').text).toContain('nightly');
		expect(engine.server.messages().filter(({ text }) => text.includes(id) || text.includes(secret))).toHaveLength(1);
	});
});
