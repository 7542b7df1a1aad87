import { ask } from './probe/asking';
import { probeZip } from './probe/zip';
import type { Engine } from '../../tools/host/index';
import { startEngine } from '../../tools/host/index';

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine({ description: 'a fresh server', server: { version: '7.7.1', environment: { ROOT_URL: 'https://chat.example.org', RC_APPS_3F9C1D52_7A64_4E0B_9B1E_5D2C8A7F6E10_KIND: 'declared', SECRET: 'no' } } });
	await engine.install(probeZip());
});

afterAll(() => engine.stop());

describe('a slash command', () => {
	test.each([
		['/probe args one  two', ['one', 'two']],
		[`/probe args "one two" 'three four'`, ['one two', 'three four']],
		['/probe args "a""b"', ['a', 'b']],
		['/probe args "say \\"hi\\""', ['say "hi"']],
		['/probe args “curly quotes”', ['“curly', 'quotes”']],
		['/probe args "a b" "a b"', ['a b', 'a b']],
		['/probe args one\ntwo', ['one']],
		['/probe args\ttab', ['tab']],
		[`/probe args it's one quote`, [`it's`, 'one', 'quote']],
		['/probe', null],
	])('%j arrives as %j', async (text, args) => {
		expect(await ask(engine, '', { text })).toEqual(args);
	});

	test.each([
		['/nosuch', 'No such command: /nosuch'],
		['/Probe args', 'No such command: /Probe'],
		['probe args', 'is no slash command'],
	])('%j is refused', async (text, message) => {
		await expect(engine.command({ as: 'admin', text })).rejects.toThrow(message);
	});

	test('rejects with what the app threw', async () => {
		await expect(engine.command({ as: 'admin', text: '/probe throw some reason' })).rejects.toThrow('some reason');
	});

	test('is listed with the app’s words, and its permission is for the client: the server runs it for anybody', async () => {
		expect(engine.commands()).toEqual([{ command: 'probe', description: 'Probes', params: '[task]', permission: 'view-privileged-setting' }]);
		expect(engine.commands('de')).toMatchObject([{ description: 'Prüft', params: '[task]' }]);
		expect(await ask(engine, 'args yes', { as: 'member' })).toEqual(['yes']);
	});

	test('needs a room that the user can enter', async () => {
		const board = engine.server.rooms().find(({ type }) => type === 'p');
		expect(board?.usernames).toEqual(['admin', 'member']);
		await expect(engine.command({ as: 'jonas', text: '/probe args', roomId: 'board' })).rejects.toThrow('Not allowed');
		await expect(engine.command({ as: 'jonas', text: '/probe args', roomId: 'nowhere' })).rejects.toThrow('Not allowed');
		expect(await ask(engine, 'room', { roomId: 'board' })).toMatchObject({ id: board?.id, slugifiedName: 'board', type: 'p', creator: { username: 'admin' } });
	});

	test('brings the user with the language only where it was chosen', async () => {
		expect(await ask(engine, 'whoami', { as: 'anja' })).toMatchObject({ username: 'anja', roles: ['admin', 'user'], type: 'user', isEnabled: true, utcOffset: 1, settings: { preferences: { language: 'de' } } });
		expect(await ask(engine, 'whoami', { as: 'member' })).toMatchObject({ username: 'member', roles: ['user'], emails: [{ address: 'member@example.test', verified: true }] });
		// Not the same as an empty preference: toMatchObject would take any.
		expect(Object(await ask(engine, 'whoami', { as: 'member' }))).toHaveProperty('settings', { preferences: {} });
	});
});

describe('messages', () => {
	test('an ephemeral one is for one user, stays in its thread, and is in no room’s history', async () => {
		const parent = engine.server.messages().find(({ kind }) => kind === 'stored');
		expect(parent?.roomId).toBe('GENERAL');
		await ask(engine, 'args for-me', { as: 'jonas', threadId: parent?.id ?? '' });
		const mine = engine.server.messages('jonas').at(-1);
		expect(mine).toMatchObject({ kind: 'ephemeral', roomId: 'GENERAL', threadId: parent?.id, onlyFor: 'jonas', sender: 'probe.bot', text: '["for-me"]' });
		expect(engine.server.messages('admin').some(({ id }) => id === mine?.id)).toBe(false);
	});

	test('nothing is said in a room that does not exist', async () => {
		const count = engine.server.messages().length;
		expect(await ask(engine, 'whispernowhere')).toEqual({ error: 'Invalid room provided on the message.' });
		expect(await ask(engine, 'saynowhere')).toEqual({ error: 'Invalid room provided on the message.' });
		expect(engine.server.messages()).toHaveLength(count + 2);
	});

	test('a stored one is seen by the members of its room, and may not be longer than the server allows', async () => {
		await ask(engine, 'say to the board', { roomId: 'board' });
		const last = (user: string): string | undefined => engine.server.messages(user).filter(({ kind }) => kind === 'stored').at(-1)?.text;
		expect(last('member')).toBe('to the board');
		expect(last('jonas')).not.toBe('to the board');
		expect(await ask(engine, `say ${'x'.repeat(5001)}`)).toEqual({ error: 'Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]' });
	});

	test('a direct conversation of the app with somebody is always the same one', async () => {
		const first = await ask(engine, 'direct hello', { as: 'anja' });
		const second = await ask(engine, 'direct again', { as: 'anja' });
		expect(first).toEqual(second);
		const room = engine.server.rooms().find(({ type }) => type === 'd');
		expect(first).toEqual({ id: room?.id, found: room?.id });
		expect(room?.usernames).toEqual(['probe.bot', 'anja']);
		expect(engine.server.messages('anja').filter(({ roomId }) => roomId === room?.id).map(({ text }) => text)).toEqual(['hello', 'again']);
		expect(engine.server.messages('jonas').some(({ roomId }) => roomId === room?.id)).toBe(false);
	});

	test('tells whoever watches', async () => {
		const seen = jest.fn();
		const end = engine.server.onChange(seen);
		await ask(engine, 'args');
		expect(seen).toHaveBeenCalled();
		end();
		seen.mockClear();
		await ask(engine, 'args');
		expect(seen).not.toHaveBeenCalled();
	});
});

describe('uploads', () => {
	afterEach(() => {
		engine.server.setUploads('on');
		engine.server.setSetting('FileUpload_Enabled', true);
		engine.server.setSetting('FileUpload_MaxFileSize', 104_857_600);
	});

	test('are stored and appear as a message of the room', async () => {
		expect(await ask(engine, 'upload report.md words')).toMatchObject({ value: { name: 'report.md', type: 'text/markdown' } });
		const file = engine.server.files().at(-1);
		expect(file).toMatchObject({ name: 'report.md', roomId: 'GENERAL', uploader: 'probe.bot', content: Buffer.from('words') });
		expect(engine.server.messages('jonas').find(({ fileId }) => fileId === file?.id)).toMatchObject({ kind: 'stored', sender: 'probe.bot', attachments: [{ title: 'report.md', type: 'file', size: 5 }] });
	});

	const DISABLED = 'File uploads are disabled. [error-file-upload-disabled]';

	test.each<[string, () => void, string]>([
		['switched off', () => engine.server.setUploads('off'), DISABLED],
		['switched off by the setting', () => engine.server.setSetting('FileUpload_Enabled', false), DISABLED],
		['failing in the store', () => engine.server.setUploads('fails'), 'NoSuchBucket: The specified bucket does not exist'],
		['too large', () => engine.server.setSetting('FileUpload_MaxFileSize', 2), 'File exceeds allowed size of 2 B. [error-file-too-large]'],
	])('%s: the app gets an error and nothing is stored', async (_case, arrange, error) => {
		const before = engine.server.files().length;
		arrange();
		expect(await ask(engine, 'upload report.md words')).toEqual({ error });
		expect(engine.server.files()).toHaveLength(before);
	});

	test('of a refused type are refused', async () => {
		expect(await ask(engine, 'upload image.svg <svg/>')).toEqual({ error: 'File type is not accepted. [error-invalid-file-type]' });
	});
});

test('what this server does not stand in for is refused in one sentence', async () => {
	expect(await ask(engine, 'missing')).toEqual([{ error: 'This stand-in has no RoomBridge.getCreatorById.' }, { error: 'This stand-in has no ThreadBridge.doGetById.' }]);
});

describe('the environment', () => {
	test('shows three names and the app’s own', async () => {
		expect(await ask(engine, 'env ROOT_URL')).toEqual({ value: 'https://chat.example.org' });
		expect(await ask(engine, 'env RC_APPS_3F9C1D52_7A64_4E0B_9B1E_5D2C8A7F6E10_KIND')).toEqual({ value: 'declared' });
		expect(await ask(engine, 'env INSTANCE_IP')).toEqual({ value: null });
		expect(await ask(engine, 'env SECRET')).toEqual({ error: 'The environmental variable "SECRET" is not readable.' });
	});
});
