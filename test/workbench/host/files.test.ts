import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Engine, StoredFile } from '../../../tools/host/types';
import { sendFile } from '../../../tools/workbench/host/files';

const types = ['text/html', 'text/html; charset=iso-8859-1', 'text/csv', 'text/markdown', 'text/plain', 'application/json', 'image/png', 'image/svg+xml', 'application/pdf'];
const files = types.map((type, index): StoredFile => ({ id: String(index), name: 'ä "report".x', type, roomId: 'r', uploader: 'bot', content: Buffer.from('content') }));

let server: Server;

beforeAll(async () => {
	const engine: Pick<Engine, 'server'> = { server: { files: () => files } as Engine['server'] };
	server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
		sendFile(response, { running: engine }, pathname.slice(1), searchParams.has('download'));
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
});

afterAll(() => {
	server.close();
});

const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`, { headers: { connection: 'close' } });

test.each([
	['text/html', 'inline', 'text/html; charset=utf-8'],
	['text/html; charset=iso-8859-1', 'inline', 'text/html; charset=utf-8'],
	['text/csv', 'inline', 'text/plain; charset=utf-8'],
	['text/markdown', 'inline', 'text/plain; charset=utf-8'],
	['text/plain', 'inline', 'text/plain; charset=utf-8'],
	['application/json', 'inline', 'application/json; charset=utf-8'],
	['image/png', 'inline', 'image/png'],
	['image/svg+xml', 'attachment', 'application/octet-stream'],
	['application/pdf', 'attachment', 'application/octet-stream'],
])('a file of type %s is sent %s as %s', async (type, disposition, sent) => {
	const { headers } = await get(String(types.indexOf(type)));
	expect(headers.get('content-type')).toBe(sent);
	expect(headers.get('content-disposition')).toBe(`${disposition}; filename*=UTF-8''%C3%A4%20%22report%22.x`);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	// A document's own policy comes on top of this one: it may allow its style by a hash, because this one allows it too.
	expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'; style-src 'unsafe-inline';/);
});

test('what is to be kept is never shown', async () => {
	expect((await get('0?download')).headers.get('content-disposition')).toMatch(/^attachment;/);
});

test('a file that does not exist is said to be missing', async () => {
	const response = await get('nothing');
	expect([response.status, await response.text()]).toEqual([404, 'There is no such file.\n']);
});
