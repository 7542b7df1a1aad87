import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { lookDaily } from '../../src/doors/daily/daily-look';
import { alertReaders, forgetAlertReader, keepAlertReader } from '../../src/store/alerts';
import { Server, user } from './look-server';

const DAY = 86_400_000;

/** A workspace in which link previews are off, and that was looked at once. */
async function quiet(): Promise<Server> {
	const server = new Server();
	server.settings['API_Embed'] = false;
	await keepAlertReader(server.persistence, user.id);
	await daily(server);
	return server;
}

async function daily(server: Server): Promise<void> {
	await lookDaily({ read: server.read(), modify: server.modify(), persistence: server.persistence }, server.app, 0);
}

async function nextDay(server: Server): Promise<void> {
	server.now += DAY;
	await daily(server);
}

const member = (id: string, ...roles: string[]): IUser => ({ id, username: id, roles, isEnabled: true }) as unknown as IUser;

test('one message says what is new, by which setting and how to undo it, and no value; then there is silence', async () => {
	const server = await quiet();
	expect(server.sent).toEqual([]);
	server.settings['API_Embed'] = true;
	await nextDay(server);
	expect(server.sent.map(({ room }) => room)).toEqual(['direct-admin']);
	const text = server.sent[0]?.text ?? '';
	expect(text).toMatch(/^Since 2 March 2026: 1 new way out\n- \*Link previews\*: from off to on\. Settings: `API_Embed`\n- /);
	expect(text).toContain('\nTo agree to one of these: `/privacy-status accept <flow> <reason>`.\nTo end these messages: `/privacy-status monitor off`.');
	expect(text).not.toMatch(/true|false/);
	await nextDay(server);
	await nextDay(server);
	expect(server.sent).toHaveLength(1);
	expect(server.errors).toEqual([]);
});

test('nothing is said while it is off, and nothing of what shrinks', async () => {
	const server = await quiet();
	server.own['monitoring'] = 'off';
	server.settings['API_Embed'] = true;
	await nextDay(server);
	expect(server.sent).toEqual([]);
	server.own['monitoring'] = 'daily';
	await nextDay(server);
	server.settings['API_Embed'] = false;
	await nextDay(server);
	expect(server.sent).toHaveLength(1);
});

test('the first look says nothing: there is nothing that it could be held against', async () => {
	const server = new Server();
	await keepAlertReader(server.persistence, user.id);
	await daily(server);
	expect(server.sent).toEqual([]);
});

test('a job that runs at once when it is registered says nothing twice, and what comes later on a day is told on the next', async () => {
	const server = await quiet();
	server.settings['API_Embed'] = true;
	await nextDay(server);
	server.settings['Accounts_AvatarExternalProviderUrl'] = 'https://avatars.example.net/{username}';
	server.now += 60_000;
	await daily(server);
	await daily(server);
	expect(server.sent).toHaveLength(1);
	await nextDay(server);
	expect(server.sent).toHaveLength(2);
	expect(server.sent[1]?.text).toContain('Avatars from another host');
	expect(server.sent[1]?.text).not.toContain('Link previews');
});

test('what an admin looked at meanwhile is told all the same, and a late job tells what was missed', async () => {
	const server = await quiet();
	server.settings['API_Embed'] = true;
	server.now += 3600_000;
	await server.look();
	server.now += 20 * DAY;
	await daily(server);
	expect(server.sent).toHaveLength(1);
});

test('two servers that run the job at once send one message', async () => {
	const server = await quiet();
	server.settings['API_Embed'] = true;
	server.now += DAY;
	await Promise.all([1, 2].map(() => lookDaily({ read: server.read(), modify: server.modify(), persistence: server.persistence }, server.app, 30)));
	expect(server.sent).toHaveLength(1);
});

test('a server that ended in the middle of sending loses nothing: the next one goes on with those who were not reached', async () => {
	const server = await quiet();
	server.users.push(member('anna', 'admin'));
	await keepAlertReader(server.persistence, 'anna');
	server.settings['API_Embed'] = true;
	server.now += DAY;
	let isEnded = false;
	// What ends a server ends everything behind it: nothing is written any more.
	server.onSend = (room) => {
		isEnded ||= room === 'direct-anna';
		if (isEnded) {
			throw new Error('ended');
		}
	};
	const { updateByAssociation } = server.persistence;
	server.persistence.updateByAssociation = async (...written) => (isEnded ? '' : updateByAssociation(...written));
	await daily(server);
	expect(server.sent.map(({ room }) => room)).toEqual(['direct-admin']);
	isEnded = false;
	server.onSend = () => {};
	// Another server may still be sending.
	await daily(server);
	expect(server.sent).toHaveLength(1);
	server.now += 11 * 60_000;
	await daily(server);
	expect(server.sent.map(({ room }) => room)).toEqual(['direct-admin', 'direct-anna']);
	await nextDay(server);
	expect(server.sent).toHaveLength(2);
});

test.each<[string, Partial<IUser>]>([
	['was disabled', { isEnabled: false }],
	['has no role any more that may ask', { roles: ['user'] }],
])('somebody who asked and %s gets no message, and nothing is lost for the next who asks', async (_what, change) => {
	const server = await quiet();
	server.users[0] = { ...user, ...change };
	server.settings['API_Embed'] = true;
	await nextDay(server);
	expect(server.sent).toEqual([]);
	server.users[0] = user;
	await nextDay(server);
	expect(server.sent).toHaveLength(1);
});

test('a setting that decides and cannot be read any more is worth a message, and its return is not', async () => {
	const server = await quiet();
	server.settings['API_Embed'] = { unreadable: true };
	await nextDay(server);
	expect(server.sent[0]?.text).toContain('1 not found out any more');
	server.settings['API_Embed'] = false;
	await nextDay(server);
	expect(server.sent).toHaveLength(1);
});

describe('a room', () => {
	const open = member('guest', 'user');

	async function alerted(room: { id: string; type: string; members: IUser[] }): Promise<Server> {
		const server = await quiet();
		server.rooms['privacy'] = room;
		server.own['alert_room'] = '#privacy';
		server.settings['API_Embed'] = true;
		await nextDay(server);
		return server;
	}

	test('that is private and whose members all may ask gets the whole message, and nobody else does', async () => {
		const { sent } = await alerted({ id: 'r1', type: 'p', members: [user, member('bot')] });
		expect(sent.map(({ room }) => room)).toEqual(['r1']);
		expect(sent[0]?.text).toContain('API_Embed');
	});

	test.each<[string, { id: string; type: string; members: IUser[] }]>([
		['has a member who may not ask', { id: 'r1', type: 'p', members: [user, open] }],
		['anybody can enter', { id: 'r1', type: 'c', members: [user] }],
		['whose members cannot be looked up', { id: 'r1', type: 'p', members: [] }],
	])('that %s reads how much changed, and neither what nor by which setting', async (_what, room) => {
		const { sent } = await alerted(room);
		expect(sent.map(({ text }) => text)).toEqual(['Since 2 March 2026: 1 new way out\nWhat that is, only people with a role that may ask can see.']);
	});

	test('that was deleted leaves the message to those who asked for it', async () => {
		const server = await quiet();
		server.own['alert_room'] = 'gone';
		server.settings['API_Embed'] = true;
		await nextDay(server);
		expect(server.sent.map(({ room }) => room)).toEqual(['direct-admin']);
	});

	test('that cannot be written to, too, and the log says so', async () => {
		const server = await quiet();
		server.rooms['privacy'] = { id: 'r1', type: 'p', members: [user] };
		server.own['alert_room'] = 'privacy';
		server.onSend = (room) => {
			if (room === 'r1') {
				throw new Error('error-not-allowed');
			}
		};
		server.settings['API_Embed'] = true;
		await nextDay(server);
		expect(server.sent.map(({ room }) => room)).toEqual(['direct-admin']);
		expect(server.errors).toEqual([expect.stringMatching(/^the message of the daily look failed: Error/)]);
	});
});

test('persistence that cannot be read sends nothing and forgets nothing', async () => {
	const server = await quiet();
	server.settings['API_Embed'] = true;
	const { readKept } = server;
	server.readKept = async () => Promise.reject(new Error('down'));
	await nextDay(server);
	expect(server.sent).toEqual([]);
	server.readKept = readKept;
	await nextDay(server);
	expect(server.sent).toHaveLength(1);
});

test('those who asked for messages are kept once each, and forgotten when they say so', async () => {
	const server = new Server();
	await Promise.all([keepAlertReader(server.persistence, 'one'), keepAlertReader(server.persistence, 'one'), keepAlertReader(server.persistence, 'two')]);
	const reader = server.read().getPersistenceReader();
	expect(await alertReaders(reader)).toEqual(['one', 'two']);
	await forgetAlertReader(server.persistence, 'one');
	expect(await alertReaders(reader)).toEqual(['two']);
});
