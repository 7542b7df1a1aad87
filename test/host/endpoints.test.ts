import { probeZip } from './probe/zip';
import type { Engine } from '../../tools/host/index';
import { startEngine } from '../../tools/host/index';

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1' } });
	await engine.install(probeZip());
});

afterAll(() => engine.stop());

describe('an endpoint of the app', () => {
	test('answers with the server’s headers around it', async () => {
		const answer = await engine.endpoint({ method: 'GET', path: 'status', query: { a: '1' } });
		expect(answer).toMatchObject({ status: 200, content: { user: null, query: { a: '1' } } });
		expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' });
		expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
	});

	test('has a public address; others do not exist', async () => {
		expect((await engine.endpoint({ method: 'GET', path: `/api/apps/public/${engine.appId}/status` })).status).toBe(200);
		for (const path of [`/api/apps/public/another-app/status`, `/api/apps/public/${engine.appId}/nothing`, 'status/more']) {
			expect(await engine.endpoint({ method: 'GET', path })).toMatchObject({ status: 404, content: 'Not Found' });
		}
	});

	test('gives 500 and the reason when the app throws or lacks the method', async () => {
		expect(await engine.endpoint({ method: 'POST', path: 'status' })).toMatchObject({ status: 500, content: 'post fails' });
		expect(await engine.endpoint({ method: 'DELETE', path: 'status' })).toMatchObject({ status: 500, content: "status's delete not exists" });
	});

	test('that needs a login takes the two headers, and nothing else', async () => {
		const call = { method: 'GET', path: 'closed/door' };
		expect(await engine.endpoint({ ...call, as: 'member' })).toMatchObject({ status: 200, content: 'door for member', headers: { 'content-type': 'text/plain' } });
		const seen = engine.server.logs().map(({ text }) => text).find((text) => text.includes('x-auth-token'));
		// The engine writes the whole request into the app's log.
		const { 'x-user-id': userId = '', 'x-auth-token': token = '' } = (JSON.parse(seen ?? '[]') as [string, { headers: Record<string, string> }])[1].headers;
		expect((await engine.endpoint({ ...call, headers: { 'X-User-Id': userId, 'X-Auth-Token': token } })).status).toBe(200);
		const refused: Record<string, string>[] = [
			{},
			{ 'x-user-id': userId },
			{ 'x-user-id': userId, 'x-auth-token': 'wrong' },
			{ cookie: `rc_uid=${userId}; rc_token=${token}` },
			{ authorization: `Bearer ${token}` },
		];
		for (const headers of refused) {
			expect(await engine.endpoint({ ...call, headers })).toMatchObject({ status: 401, content: 'Unauthorized' });
		}
	});

	test('is gone while the app is disabled', async () => {
		await engine.disable();
		expect((await engine.endpoint({ method: 'GET', path: 'status' })).status).toBe(404);
	});
});
