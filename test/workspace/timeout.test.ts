import type { IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { answering } from '../../src/doors/asking/answer';
import { unlessLost } from '../../src/doors/asking/failure';
import { Readings } from '../../src/doors/asking/readings';
import { makeRequest } from '../../src/doors/asking/request';
import type { AppFacts } from '../../src/doors/asking/request';
import { BUDGET, Late, limited, READ_LIMIT } from '../../src/workspace/timeout';

const never = (): Promise<never> => new Promise(() => {});

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Milliseconds until something is settled, and with what. */
async function settling(work: Promise<unknown>): Promise<{ after: number; value: unknown }> {
	const start = Date.now();
	const settled = work.then(
		(value) => ({ after: Date.now() - start, value }),
		(value: unknown) => ({ after: Date.now() - start, value }),
	);
	await jest.advanceTimersByTimeAsync(60_000);
	return settled;
}

/** An accessor as the sandbox has them: every member is there, `then` too. */
function anything(answer: (member: string, given: unknown[]) => unknown): IRead & IModify & IPersistence {
	return new Proxy({}, { get: (_, member) => (...given: unknown[]) => answer(String(member), given) }) as IRead & IModify & IPersistence;
}

test('an answer and an error come through as they are, with the accessor as its own', async () => {
	class Reader {
		readonly #kept = 'kept';

		readByAssociation = async (): Promise<string> => this.#kept;

		async read(): Promise<string> {
			return this.#kept;
		}
	}
	const lent = limited({ reader: new Reader() });
	await expect(lent.reader.read()).resolves.toBe('kept');
	await expect(limited({ read: async () => Promise.reject(new TypeError('no')) }).read()).rejects.toThrow(TypeError);
	expect('read' in lent.reader && !('write' in lent.reader)).toBe(true);
});

test.each([
	['getAppUser', READ_LIMIT],
	['getById', READ_LIMIT],
	['openSurfaceView', READ_LIMIT],
	['notifyUser', 3000],
	['uploadBuffer', BUDGET],
	['createWithAssociations', BUDGET],
	['readByAssociation', BUDGET],
	['finish', BUDGET],
])('a call of %s that hangs is given up after %d milliseconds', async (call, limit) => {
	const lent = limited({ accessor: anything(never) as unknown as Record<string, () => Promise<unknown>> });
	const { after, value } = await settling(lent.accessor[call]?.() ?? Promise.resolve());
	expect(value).toBeInstanceOf(Late);
	expect(after).toBe(limit);
});

test('accessors behind accessors are limited, what is built is as it was made', async () => {
	const message = { setText: () => message };
	const read = limited(anything((member) => (member === 'startMessage' ? message : member.startsWith('get') && member.endsWith('er') && member !== 'getAppUser' ? anything(never) : never())));
	expect((limited({ getCreator: () => ({ startMessage: () => message }) }).getCreator().startMessage as () => unknown)()).toBe(message);
	expect((await settling(read.getUserReader().getAppUser())).value).toBeInstanceOf(Late);
});

test('after the budget no write is begun, and something can still be said', async () => {
	const begun: string[] = [];
	const lent = limited(
		anything(async (member) => {
			begun.push(member);
		}),
		100,
	);
	await jest.advanceTimersByTimeAsync(100);
	expect((await settling(lent.createWithAssociations({}, []))).value).toBeInstanceOf(Late);
	await settling((lent as unknown as { notifyUser(): Promise<void> }).notifyUser());
	expect(begun).toEqual(['notifyUser']);
});

test('where nobody waits, each call has its limit and all together none', async () => {
	const { persistence } = limited({ persistence: anything(never) }, Infinity);
	await jest.advanceTimersByTimeAsync(100_000);
	expect((await settling(persistence.createWithAssociations({}, []))).after).toBe(BUDGET);
});

test('whatever hangs, there is an answer within twelve seconds', async () => {
	const said: { text: unknown; at: number; sender: unknown }[] = [];
	const lines: string[] = [];
	const start = Date.now();
	const message: Record<string, unknown> = {};
	for (const part of ['Room', 'Text', 'Groupable', 'Sender', 'ThreadId', 'Blocks']) {
		message[`set${part}`] = (value: unknown) => {
			message[part] = value;
			return message;
		};
	}
	message['getMessage'] = () => ({ ...message });
	const server = anything((member, given) => {
		if (member === 'notifyUser') {
			said.push({ text: (given[1] as { Text: unknown }).Text, sender: (given[1] as { Sender: { username: string } }).Sender.username, at: Date.now() - start });
			return Promise.resolve();
		}
		return member === 'startMessage' ? message : /(?:Reader|Creator|Notifier|Controller|Settings|Variables)$/.test(member) ? server : never();
	});
	const request = makeRequest({ user: { id: 'u', username: 'anna', roles: ['admin'] } as unknown as IUser, room: { id: 'r' } as IRoom }, server, server, server);
	const app = { readings: new Readings(), logger: { error: (line: string) => lines.push(line) } } as unknown as AppFacts;
	await settling(
		answering(request, app, async () => {
			const asked: (() => Promise<unknown>)[] = [() => request.read.getUserReader().getAppUser(), () => request.persistence.createWithAssociations({}, []), () => request.modify.getCreator().finish(request.modify.getCreator().startMessage())];
			for (const work of asked) {
				await unlessLost('some work', work(), app);
			}
			await request.persistence.createWithAssociations({}, []);
		}),
	);
	expect(said).toEqual([{ text: expect.stringMatching(/^Privacy Status could not finish this/) as unknown, sender: 'privacy-status.bot', at: expect.any(Number) as unknown }]);
	expect(said[0]?.at).toBeLessThan(12_000);
	expect(lines.filter((line) => line.startsWith('some work failed: no answer in time to'))).toHaveLength(3);
});
