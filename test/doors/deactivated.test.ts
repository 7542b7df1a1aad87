import type { IModify } from '@rocket.chat/apps-engine/definition/accessors';

import { answering } from '../../src/doors/asking/answer';
import { makeRequest } from '../../src/doors/asking/request';
import type { Engine } from '../../tools/host';
import { installedOnce, lastTold } from './installed';
import { Server, user } from './look-server';

describe('an account that was deactivated', () => {
	const engine = installedOnce('self-managed-registered');

	/** Everything that anybody could notice of an answer. */
	const noticed = () => ({
		messages: engine().server.messages(),
		surfaces: engine().server.surfaces('anja'),
		files: engine().server.files().length,
		kept: engine().server.persistence(),
		asked: engine().server.readSettings(),
	});

	beforeAll(async () => {
		await engine().command({ as: 'anja', text: '/privacy-status explain gravatar' });
		await engine().blockAction({ as: 'anja', actionId: 'accept', messageId: lastTold(engine(), 'anja').id });
		engine().server.changeUser('anja', { active: false });
	});

	const WAYS_IN: readonly [string, (of: Engine) => Promise<unknown>][] = [
		...['/privacy-status', '/privacy-status text', '/privacy-status export json', '/privacy-status token create nightly', '/privacy-status monitor on', '/privacy-status nonsense', '/privacy-notice', '/privacy-notice text', '/privacy-notice help', '/server-lookup chat.example.org', '/server-lookup'].map(
			(text): [string, (of: Engine) => Promise<unknown>] => [text, (of) => of.command({ as: 'anja', text })],
		),
		...([['ask', 'export json'], ['open-status', ''], ['notice', ''], ['export', 'json'], ['show', 'flows'], ['explain', 'gravatar'], ['accept', 'gravatar'], ['end-accepted', 'gravatar'], ['no-such-action', '']] as const).map(
			([actionId, value]): [string, (of: Engine) => Promise<unknown>] => [`a press of ${actionId}`, (of) => of.blockAction({ as: 'anja', actionId, value, messageId: lastTold(of, 'anja').id })],
		),
		['the menu of a room', (of) => of.actionButton({ as: 'anja', actionId: 'open-panel', context: 'roomAction' })],
		['the menu of apps', (of) => of.actionButton({ as: 'anja', actionId: 'open-notice', context: 'userDropdownAction' })],
	];

	test.each(WAYS_IN)('gets nothing from %s', async (_way, enter) => {
		const before = noticed();
		await enter(engine());
		expect(noticed()).toEqual(before);
	});

	test('gets nothing from the form in which a flow is accepted', async () => {
		const viewId = engine().server.surfaces('anja').find(({ kind }) => kind === 'modal')?.viewId ?? 'none';
		// The client closes a form that was sent.
		const before = { ...noticed(), surfaces: [] };
		await engine().viewSubmit({ as: 'anja', viewId, state: { reason: { reason: 'Agreed' } } });
		expect(noticed()).toEqual(before);
	});

	test('is served again once it is active', async () => {
		engine().server.changeUser('anja', { active: true });
		await engine().command({ as: 'anja', text: '/privacy-status help' });
		expect(lastTold(engine(), 'anja').text).toContain('/privacy-status');
	});
});

describe('where the server handed over an account as it was before', () => {
	const told: string[] = [];
	const message: Record<string, unknown> = new Proxy({}, { get: (_target, part) => (text: unknown) => (part === 'setText' ? (told.push(String(text)), message) : part === 'getMessage' ? {} : message) });
	const modify = { getCreator: () => ({ startMessage: () => message }), getNotifier: () => ({ notifyUser: async () => undefined }) } as unknown as IModify;

	const worked = async (server: Server): Promise<boolean> => {
		let isDone = false;
		told.length = 0;
		const room = { id: 'GENERAL' } as never;
		await answering(makeRequest({ user, room }, server.read(), modify, server.persistence), server.app, async () => {
			isDone = true;
		});
		return isDone;
	};

	test('somebody who is an admin is answered', async () => {
		expect(await worked(new Server())).toBe(true);
	});

	test('somebody who is no admin any more is refused', async () => {
		const server = new Server();
		server.users[0] = { ...user, roles: ['user'] };
		expect(await worked(server)).toBe(false);
		expect(told).toEqual([expect.stringMatching(/^You have no role that may see/)]);
	});

	test.each<[string, (server: Server) => void]>([
		['deactivated', (server) => server.users.splice(0, 1, { ...user, isEnabled: false })],
		['gone', (server) => server.users.splice(0, 1, { ...user, id: 'bot' })],
	])('somebody who is %s gets nothing', async (_what, change) => {
		const server = new Server();
		change(server);
		expect(await worked(server)).toBe(false);
		expect(told).toEqual([]);
		expect(server.errors).toEqual([]);
	});
});
