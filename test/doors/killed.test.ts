import { readWorkspace } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { Messages } from '../../tools/host/server/messages';
import { Records } from '../../tools/host/server/records';
import { MOST_SNAPSHOTS } from '../../src/store/snapshots';
import { installedOnce, lastTold, told } from './installed';
import { callDoor, makeToken } from './scripts';
import { soon } from './status-shown';

/** Whether the sandbox ends before what it asked for is done, or after, without reading the answer. */
type Moment = 'before' | 'after';
const MOMENTS: readonly Moment[] = ['before', 'after'];

/** What the sandbox may ask of the server: the name of a method of the host's database or messages. */
type Call = 'create' | 'removeByAssociations' | 'updateByAssociations' | 'whisper' | 'send';

const never = (): Promise<never> => new Promise<never>(() => {});

/** The associations of a record, or the whole message: by these a call is told from the others of its kind. */
const namesOf = (call: Call, args: readonly unknown[]): string => JSON.stringify(call === 'create' ? args[2] : call === 'whisper' || call === 'send' ? args : args[1]);

/** Kills the sandbox at that call while something is asked, as the kernel does that runs out of memory, and waits until the engine has it back. */
async function killedAt(engine: Engine, call: Call, named: string, moment: Moment, work: () => Promise<unknown>): Promise<void> {
	const pid = engine.sandboxPid() ?? 0;
	const restarts = (): number => engine.server.logs().filter(({ text }) => text.includes('Successfully restarted app subprocess')).length;
	const before = restarts();
	const owner = (call === 'whisper' || call === 'send' ? Messages : Records).prototype as unknown as Record<Call, (...args: unknown[]) => unknown>;
	const original = owner[call];
	let isKilled = false;
	const trap = jest.spyOn(owner, call).mockImplementation(function (this: unknown, ...args: unknown[]) {
		if (isKilled || !namesOf(call, args).includes(named)) {
			return original.apply(this, args);
		}
		isKilled = true;
		if (moment === 'after') {
			original.apply(this, args);
		}
		process.kill(pid, 'SIGKILL');
		return never();
	});
	try {
		// Nobody answers what a killed sandbox was asked.
		void work().catch(() => undefined);
		await soon(() => expect([isKilled, restarts()]).toEqual([true, before + 1]));
	} finally {
		trap.mockRestore();
	}
	expect(engine.sandboxPid()).not.toBe(pid);
	expect(await engine.status()).toBe('manually_enabled');
}

const recordsOf = (engine: Engine, kind: RegExp): Record<string, unknown>[] => engine.server.persistence().filter(({ associations }) => kind.test(associations[0]?.id ?? '')).map(({ data }) => data as Record<string, unknown>);

async function say(engine: Engine, words: string): Promise<string> {
	await engine.command({ as: 'admin', text: `/privacy-status ${words}` });
	return lastTold(engine, 'admin').text;
}

const plain = readWorkspace('self-managed-registered');

/** Without jobs, so that nothing is looked at but what the tests ask for. */
describe('whoever is answered by a sandbox that was killed in the middle of', () => {
	const engine = installedOnce({ ...plain, permissionsRefused: ['scheduler'] });

	describe('keeping a look', () => {
		const looks = (): string[] => recordsOf(engine(), /^snapshots/).map(({ at }) => String(at));

		beforeAll(async () => {
			await say(engine(), 'text');
			await soon(() => expect(looks()).toHaveLength(1));
			const [first] = recordsOf(engine(), /^snapshots/);
			for (let back = 1; back < MOST_SNAPSHOTS; back++) {
				const at = new Date(Date.parse(String(first?.['at'])) - back * 60_000).toISOString();
				engine().server.keepRecord({ ...first, at }, [{ model: 'misc', id: back < 4 ? 'snapshots' : 'snapshots-older' }, { model: 'misc', id: `snapshot:${at}` }]);
			}
		});

		/** A sandbox that has just begun may read earlier looks too late, and then says so. */
		const recalled = async (words: string): Promise<string> => {
			const answer = await say(engine(), words);
			return answer.includes('could not be read, so what changed is not known') ? recalled(words) : answer;
		};

		let isOn = true;
		test.each([...['create', 'removeByAssociations'] as const].flatMap((call) => ['"snapshots"', '"snapshots-older"'].flatMap((part) => MOMENTS.map((moment) => [moment, call, part] as const))))('%s "%s" in %s loses none, doubles none, and answers right', async (moment, call, part) => {
			const before = [...new Set(looks())].sort();
			const wasOn = isOn;
			isOn = !isOn;
			engine().server.setSetting('API_Embed', isOn);
			await killedAt(engine(), call, part, moment, () => say(engine(), 'text'));
			const after = new Set(looks());
			// The oldest may have gone: the new one takes its place.
			expect(before.slice(1 - MOST_SNAPSHOTS).filter((at) => !after.has(at))).toEqual([]);
			expect(after.size - before.length).toBeLessThanOrEqual(1);

			const answer = await recalled('changes');
			expect(answer).toContain(`*Link previews*: from ${wasOn ? 'on to off' : 'off to on'}`);
			expect(answer.match(/\*Link previews\*/g)).toHaveLength(1);
			await soon(() => expect(recordsOf(engine(), /^snapshots/).map(({ at, flows }) => [at, (flows as Record<string, string>)['link-previews']]).sort().at(-1)?.[1]).toBe(isOn ? 'sent' : 'off'));
			expect(await recalled('text')).toContain(answer.split('\n')[0]);
		});

		test('which the next look then puts in order', async () => {
			engine().server.setSetting('API_Embed', !isOn);
			await recalled('text');
			await soon(() => expect([looks().length, new Set(looks()).size]).toEqual([MOST_SNAPSHOTS, MOST_SNAPSHOTS]));
			engine().server.setSetting('API_Embed', true);
		});
	});

	describe('accepting a flow', () => {
		const accepted = (): unknown[] => recordsOf(engine(), /^accepted$/).map(({ reason }) => reason);
		const listed = async (): Promise<string> => (await say(engine(), 'accept list')).replace(/ \(by [^]*/, '');

		test.each([
			['before', 'create', 'Agreed first'],
			['after', 'create', 'Agreed anew'],
			['before', 'removeByAssociations', 'Agreed anew'],
			['after', 'removeByAssociations', 'Agreed anew'],
		] as const)('anew, %s "%s", finds it accepted once, and accepts it again', async (moment, call, reason) => {
			await say(engine(), 'accept gravatar Agreed first');
			expect(accepted()).toEqual(['Agreed first']);
			await killedAt(engine(), call, '"accepted"', moment, () => say(engine(), 'accept gravatar Agreed anew'));
			expect(await listed()).toMatch(new RegExp(`^- Gravatar[^\\n]* — accepted: ${reason}$`));
			expect(await say(engine(), 'explain gravatar')).toContain(`accepted: ${reason}`);
			await say(engine(), 'accept gravatar Agreed at last');
			expect(accepted()).toEqual(['Agreed at last']);
			await say(engine(), 'accept end gravatar');
			expect([accepted(), await listed()]).toEqual([[], 'Nothing was accepted.']);
		});

		test.each([['before', 'Gravatar'], ['after', 'was not accepted.']] as const)('and ending that, %s "removeByAssociations", tells what holds, and ends it', async (moment, told) => {
			await say(engine(), 'accept gravatar Agreed first');
			await killedAt(engine(), 'removeByAssociations', '"accepted"', moment, () => say(engine(), 'accept end gravatar'));
			expect(await listed()).toMatch(moment === 'before' ? /accepted: Agreed first$/ : /^Nothing was accepted\.$/);
			expect(await say(engine(), 'accept end gravatar')).toContain(told);
			expect(accepted()).toEqual([]);
		});
	});

	describe('a token', () => {
		const tokens = (): unknown[] => recordsOf(engine(), /^script-tokens$/).map(({ name }) => name);

		test.each([
			['before', 'create', '"script-tokens"'],
			['after', 'create', '"script-tokens"'],
			['before', 'whisper', 'ps_'],
			['after', 'whisper', 'ps_'],
		] as const)('that was to be made, %s "%s", has it whole or not at all, and ends what nobody saw', async (moment, call, named) => {
			const seen = told(engine(), 'admin').length;
			await killedAt(engine(), call, named, moment, () => say(engine(), 'token create nightly'));
			const isKept = !(call === 'create' && moment === 'before');
			expect(tokens()).toEqual(isKept ? ['nightly'] : []);
			const [shown] = told(engine(), 'admin').slice(seen).flatMap(({ text }) => /\bps_[0-9a-f]{16}_[0-9a-f]{64}\b/.exec(text) ?? []);
			expect(shown !== undefined).toBe(call === 'whisper' && moment === 'after');
			if (shown !== undefined) {
				expect((await callDoor(engine(), shown)).status).toBe(200);
			}
			expect((await say(engine(), 'token list')).includes('`nightly`')).toBe(isKept);
			if (isKept) {
				expect(await say(engine(), 'token create nightly')).not.toMatch(/\bps_/);
				await say(engine(), 'token revoke nightly');
			}
			expect(tokens()).toEqual([]);
			const token = await makeToken(engine(), 'nightly');
			expect((await callDoor(engine(), token)).status).toBe(200);
			await say(engine(), 'token revoke nightly');
			expect((await callDoor(engine(), token)).status).toBe(404);
		});

		test.each(MOMENTS)('that was to be ended, %s "removeByAssociations", says of it what its door does', async (moment) => {
			const token = await makeToken(engine(), 'nightly');
			await killedAt(engine(), 'removeByAssociations', '"script-token', moment, () => say(engine(), 'token revoke nightly'));
			const opens = (await callDoor(engine(), token)).status === 200;
			expect([opens, (await say(engine(), 'token list')).includes('`nightly`')]).toEqual(moment === 'before' ? [true, true] : [false, false]);
			await say(engine(), 'token revoke nightly');
			expect((await callDoor(engine(), token)).status).toBe(404);
		});
	});
});

describe('the daily look, killed in the middle of a message', () => {
	const engine = installedOnce({ ...plain, app: { monitoring: 'daily' } });
	const DAY = 86_400_000;
	const messages = (): string[] => engine().server.messages('admin').filter(({ kind, sender, text }) => kind === 'stored' && sender === 'privacy-status.bot' && text.startsWith('Since ')).map(({ text }) => text);
	const state = (): Record<string, unknown> | undefined => recordsOf(engine(), /^alert-state-1$/)[0];

	beforeAll(async () => {
		await say(engine(), 'monitor on');
		await soon(() => expect(state()).toBeDefined());
	});

	// What was written, and not yet noted as written, may come twice: better than never.
	test.each<[Moment, Call, string]>([
		['before', 'updateByAssociations', 'alert-state-1'],
		['after', 'updateByAssociations', 'alert-state-1'],
		['before', 'send', 'Since '],
	])('%s "%s", sends it with the next run, once', async (moment, call, named) => {
		engine().server.ageRecords(2 * DAY);
		engine().server.setSetting('API_Embed', false);
		await engine().server.runJob('daily-look');
		engine().server.ageRecords(2 * DAY);
		engine().server.setSetting('API_Embed', true);
		const before = messages().length;
		await killedAt(engine(), call, named, moment, () => engine().server.runJob('daily-look'));
		// The platform gives a job that was not ended to the next server when its lock is ten minutes old.
		engine().server.ageRecords(601_000);
		await engine().server.runJob('daily-look');
		await soon(() => expect([messages().slice(before), state()?.['claim']]).toEqual([[expect.stringContaining('*Link previews*: from off to on')], '']));
		await engine().server.runJob('daily-look');
		expect(messages()).toHaveLength(before + 1);
	});
});
