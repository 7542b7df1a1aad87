import { APP_VARIABLE_PREFIX } from '../../src/catalogue/identity';
import type { Engine, SeenMessage } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { Records } from '../../tools/host/server/records';
import { installedOnce, lastTold, told, withApp } from './installed';
import { callDoor, makeToken } from './scripts';

const plain = 'self-managed-registered';
const POLICY = `${APP_VARIABLE_PREFIX}POLICY`;
const LOST = 'Something failed on the way, so it is not known whether that was done. `/privacy-status accept list` shows it.';
const UNREAD = 'Could not read what was accepted, so the advice may repeat it.';

/** What the app answers to `/privacy-status` with these words behind it. */
async function say(engine: Engine, words: string, as = 'admin'): Promise<string> {
	await engine.command({ as, text: `/privacy-status ${words}`.trim() });
	return lastTold(engine, as).text;
}

/** The values behind the buttons and selections below a message. */
function pressable({ blocks }: SeenMessage): string[] {
	return [...JSON.stringify(blocks).matchAll(/"value":"([^"]+)"/g)].map(([, value = '']) => value);
}

/** What the app keeps of accepted flows; it keeps earlier looks beside it. */
const accepted = (engine: Engine): Record<string, unknown>[] => engine.server.persistence().filter(({ associations }) => associations.some(({ id }) => id === 'accepted')).map(({ data }) => data as Record<string, unknown>);

/** What the database does while something is tried. */
async function whileThe(method: 'byAssociations' | 'create' | 'removeByAssociations', does: () => never | object | string | undefined | Promise<never>, work: () => Promise<void>): Promise<void> {
	const fault = jest.spyOn(Records.prototype, method).mockImplementation(does as () => never);
	try {
		await work();
	} finally {
		fault.mockRestore();
	}
}

const throws = (): never => {
	throw new Error('the database is away: mongodb://user:secret@db.internal');
};
const hangs = (): Promise<never> => new Promise<never>(() => {});

describe('/privacy-status accept', () => {
	test('keeps a flow, names it everywhere, lists who and when, and ends it by a button', async () => {
		await withApp(plain, async (engine) => {
			const answer = await say(engine, 'accept Push notifications by gateway until 2099-12-31 Agreed with the *works council*');
			expect(answer).toBe('*Push notifications by gateway:* accepted until 31 December 2099: Agreed with the ·works council·\nIt stays in every list; the advice leaves it out. `/privacy-status accept end push-gateway` ends that.');
			expect(lastTold(engine, 'admin')).toMatchObject({ kind: 'ephemeral', onlyFor: 'admin' });
			const [admin] = accepted(engine);
			expect(accepted(engine)).toEqual([{ version: 1, id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown, flow: 'push-gateway', reason: 'Agreed with the *works council*', until: '2099-12-31', by: admin?.['by'], at: expect.stringMatching(/Z$/) as unknown }]);

			const words = 'accepted until 31 December 2099: Agreed with the ·works council·';
			expect(await say(engine, 'explain push-gateway')).toContain(`*Agreed:* ${words}`);
			expect(pressable(lastTold(engine, 'admin'))).toContain('accept end push-gateway');
			expect(await say(engine, 'flows on')).toContain(words);
			expect(await say(engine, 'text')).toContain('Accepted: 1; expired: 0.');
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(JSON.stringify(engine.server.surfaces('admin').at(-1)?.view.blocks)).toContain('Accepted: 1; expired: 0.');
			const report = JSON.parse((await callDoor(engine, await makeToken(engine, 'nightly'))).content) as { accepted: object[]; advice: { id: string }[] };
			expect(report.accepted).toMatchObject([{ flow: 'push-gateway', until: '2099-12-31', by: admin?.['by'], isExpired: false }]);
			expect(report.advice.map(({ id }) => id)).not.toContain('switch-off:push-gateway');

			expect(await say(engine, 'accept list')).toMatch(/^- Push notifications by gateway \(on\) — accepted until 31 December 2099: Agreed with the ·works council· \(by “admin”, \d+ \w+ \d{4}\)/);
			const list = lastTold(engine, 'admin');
			expect(pressable(list)).toEqual(['accept end push-gateway']);
			await engine.blockAction({ as: 'member', actionId: 'ask', value: 'accept end push-gateway', messageId: list.id });
			expect(lastTold(engine, 'member').text).toMatch(/^You have no role/);
			expect(accepted(engine)).toHaveLength(1);
			await engine.blockAction({ as: 'admin', actionId: 'ask', value: 'accept end push-gateway', messageId: list.id });
			expect(lastTold(engine, 'admin').text).toBe('Push notifications by gateway is no longer accepted.');
			expect(accepted(engine)).toEqual([]);
			expect(await say(engine, 'accept list')).toBe('Nothing was accepted.');
		});
	});

	describe('with what does not fit', () => {
		const engine = installedOnce(plain);

		test.each([
			['accept gravitar Agreed', 'Nothing matches “gravitar”. Did you mean `/privacy-status accept gravatar`?'],
			['accept mail Agreed', /^\d+ flows match “mail”\. Pick one below, or name it behind `\/privacy-status accept`:/],
			['accept gravatar', /^The reason is missing\. For instance `\/privacy-status accept gravatar until 2027-12-31 Agreed/],
			['accept gravatar until 2099-12-31', 'The reason is missing.'],
			['accept gravatar until 2020-01-01 Agreed', '“2020-01-01” is not a day from today on, written as YYYY-MM-DD. For instance `/privacy-status accept gravatar until'],
			['accept gravatar until 31.12.2099 Agreed', '“31.12.2099” is not a day'],
			['accept gravatar until 2099-02-30 Agreed', '“2099-02-30” is not a day'],
			['accept gravatar until next summer', '“next” is not a day'],
			['accept gravatar until', '“” is not a day'],
			['accept livekit Agreed', /^LiveKit calls cannot be accepted\. This server \(.*\) does not have it\./],
			['accept end gravatar', 'was not accepted.'],
			['accept end nothing-such', 'Nothing matches “nothing-such”.'],
			['policy', "No policy is stated. An admin can state one in the app's settings, under “Your policy”."],
		])('"%s" is answered with what is wrong, and keeps nothing', async (words, sentence: string | RegExp) => {
			expect(await say(engine(), words)).toMatch(typeof sentence === 'string' ? new RegExp(sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : sentence);
			expect(accepted(engine())).toEqual([]);
		});

		test.each(['accept gravatar Agreed', 'accept list', 'accept end gravatar', 'policy'])('"%s" is refused to a person without an allowed role', async (words) => {
			engine().server.forgetReads();
			expect(await say(engine(), words, 'member')).toMatch(/^You have no role that may see/);
			expect(accepted(engine())).toEqual([]);
		});

		test('a reason of 10,000 characters is cut, and that is said', async () => {
			expect(await say(engine(), `accept gravatar ${'@all '.repeat(2000)}`)).toContain('\nThe reason was longer: its first 500 characters are kept.\n');
			expect([...String(accepted(engine())[0]?.['reason'])].length).toBeLessThanOrEqual(500);
			expect(lastTold(engine(), 'admin').text).not.toContain('@all');
			await say(engine(), 'accept end gravatar');
			expect(accepted(engine())).toEqual([]);
		});
	});

	test('with a database that throws, hangs or holds strange records says so, and every other answer is there', async () => {
		await withApp(plain, async (engine) => {
			const before = await say(engine, 'text');
			expect(before).not.toContain(UNREAD);
			for (const does of [throws, hangs, () => undefined] as const) {
				await whileThe('byAssociations', does, async () => {
					const [headline = ''] = before.split('\n');
					const answer = await say(engine, 'text');
					expect(answer).toContain(headline);
					expect(answer).toContain(UNREAD);
					expect(await say(engine, 'accept list')).toBe(UNREAD);
				});
			}
			for (const does of [throws, hangs, () => undefined] as const) {
				await whileThe('create', does, async () => {
					expect(await say(engine, 'accept gravatar Agreed')).toBe(LOST);
					expect(pressable(lastTold(engine, 'admin'))).toEqual([]);
				});
			}
			expect(JSON.stringify(engine.server.logs())).not.toContain('secret');
			expect(accepted(engine)).toEqual([]);

			await say(engine, 'accept gravatar Agreed');
			await whileThe('removeByAssociations', () => undefined, async () => {
				expect(await say(engine, 'accept end gravatar')).toBe(LOST);
			});
			await whileThe('byAssociations', () => [{ ...accepted(engine)[0], version: 2 }, { nonsense: true }], async () => {
				expect(await say(engine, 'accept list')).toBe('Nothing that can be used was accepted.\n2 records of what was accepted cannot be used: broken, or of a newer version of this app. Kept as they are.');
			});
			expect(accepted(engine)).toHaveLength(1);
		});
	});

	describe('by the form', () => {
		const engine = installedOnce(plain);
		afterEach(() => engine().server.changeUser('admin', { roles: ['admin', 'user'] }));

		const entered = (reason: unknown, until?: unknown) => ({ reason: { reason }, ...(until === undefined ? {} : { until: { until } }) });
		const modal = (as = 'admin') => engine().server.surfaces(as).find(({ kind }) => kind === 'modal');
		const panel = () => JSON.stringify(engine().server.surfaces('admin').find(({ kind }) => kind === 'contextual_bar')?.view.blocks);
		const submit = async (state?: Record<string, Record<string, unknown>>, as = 'admin', forged?: Record<string, unknown>) => engine().viewSubmit({ as, viewId: modal()?.viewId ?? 'none', ...(state === undefined ? {} : { state }), ...(forged === undefined ? {} : { forged }) });
		const openBelow = async (): Promise<void> => {
			await say(engine(), 'explain gravatar');
			await engine().blockAction({ as: 'admin', actionId: 'accept', messageId: lastTold(engine(), 'admin').id });
		};
		const openInPanel = async (room?: object): Promise<void> => {
			await engine().command({ as: 'admin', text: '/privacy-status' });
			await engine().blockAction({ as: 'admin', actionId: 'explain', value: 'gravatar' });
			await engine().blockAction({ as: 'admin', actionId: 'accept', ...(room === undefined ? {} : { forged: { room } }) });
		};
		const ended = async (): Promise<void> => {
			await say(engine(), 'accept end gravatar');
			expect(accepted(engine())).toEqual([]);
		};
		const DONE = /^\*Gravatar[^\n]*:\* accepted until 31 December 2099: Agreed · ·all · of it\nIt stays in every list; the advice leaves it out\. `\/privacy-status accept end gravatar` ends that\.$/;

		test('below an explanation in a thread it does the same as the command, and says so in that thread', async () => {
			const [root] = engine().server.messages('admin');
			await engine().command({ as: 'admin', text: '/privacy-status explain gravatar', threadId: root?.id ?? '' });
			await engine().blockAction({ as: 'admin', actionId: 'accept', messageId: lastTold(engine(), 'admin').id });
			expect(modal()?.view.blocks.map(({ type }) => type)).toEqual(['section', 'input', 'input', 'context']);
			// A phone sends the id and what was typed.
			expect(await submit(undefined, 'admin', { blocks: undefined, title: undefined, state: entered('Agreed *\n@all <of it', ' 2099-12-31 ') })).toEqual({ success: true });
			expect(modal()).toBeUndefined();
			const answer = lastTold(engine(), 'admin');
			expect(answer.text).toMatch(/^\*Gravatar[^\n]*:\* accepted until 31 December 2099: Agreed · ·all ·of it\n/);
			expect(answer).toMatchObject({ kind: 'ephemeral', onlyFor: 'admin', threadId: root?.id, roomId: root?.roomId });
			expect(pressable(answer)).toEqual([`accept end gravatar|${root?.id}`]);
			expect(accepted(engine())).toMatchObject([{ version: 1, reason: 'Agreed * @all <of it', until: '2099-12-31', by: expect.any(String) as unknown }]);
			await ended();
		});

		test.each([
			['an empty form', {}, { reason: 'The reason is missing.' }],
			['a reason of blanks and signs that nobody sees', entered(' \n\u202E'), { reason: 'The reason is missing.' }],
			['a reason that is too long', entered('@all '.repeat(2000)), { reason: 'The reason has more than 500 characters.' }],
			['a day in words', entered('Agreed', 'next summer'), { until: '“next summer” is not a day from today on, written as YYYY-MM-DD.' }],
			['a day in another form', entered('Agreed', '31.12.2099'), { until: '“31.12.2099” is not a day from today on, written as YYYY-MM-DD.' }],
			['a day that has passed', entered('Agreed', '2020-01-01'), { until: '“2020-01-01” is not a day from today on, written as YYYY-MM-DD.' }],
			['a day that does not exist', entered('Agreed', '2099-02-30'), { until: '“2099-02-30” is not a day from today on, written as YYYY-MM-DD.' }],
			['neither', entered('', '<b>@all</b>'), { reason: 'The reason is missing.', until: '“·b··all··b·” is not a day from today on, written as YYYY-MM-DD.' }],
			['a reason that is no text', entered({ $gt: '' }), { reason: 'The reason is missing.' }],
			['a day that is no text', entered('Agreed', 20991231), { reason: 'The reason is missing.' }],
		])('%s is answered at its field, and nothing is kept, said or lost', async (_, state, errors) => {
			await openBelow();
			const before = told(engine(), 'admin').length;
			await submit(state);
			expect(modal()?.errors).toEqual(errors);
			expect([accepted(engine()), told(engine(), 'admin').length]).toEqual([[], before]);
		});

		test.each([['without the room, as servers before 2026 pass it', false], ['with the room', true]])('in the panel it shows the page anew: %s', async (_, hasRoom) => {
			const [message] = engine().server.messages('admin');
			await openInPanel(hasRoom ? { id: message?.roomId } : undefined);
			const before = told(engine(), 'admin').length;
			expect(await submit(entered('Agreed * @all < of it', '2099-12-31'))).toEqual({ success: true });
			expect(panel()).toContain('*Agreed:* accepted until 31 December 2099: Agreed · ·all · of it');
			expect(panel()).toContain('No longer accept');
			expect(panel()).not.toContain('Accept …');
			expect(panel().includes('ends that.')).toBe(!hasRoom);
			expect(told(engine(), 'admin').slice(before).map(({ text }) => text)).toEqual(hasRoom ? [expect.stringMatching(DONE)] : []);

			await engine().blockAction({ as: 'admin', actionId: 'end-accepted' });
			expect(accepted(engine())).toEqual([]);
			expect(panel()).toMatch(/^\[\{"type":"section","text":\{"type":"mrkdwn","text":"Gravatar[^"]* is no longer accepted\."/);
			expect(panel()).toContain('Accept …');
		});

		test('is refused to a person without an allowed role, who presses, sends, or had the role until then', async () => {
			await openInPanel();
			const [opened] = engine().server.surfaces('admin').filter(({ kind }) => kind === 'modal');
			const forged = { ...opened?.view, state: entered('Agreed') };
			const refused = async (as: string, work: () => Promise<unknown>): Promise<void> => {
				engine().server.forgetReads();
				expect(await work()).toEqual({ success: true });
				expect(JSON.stringify(modal(as)?.view.blocks)).toContain('You have no role that may see the privacy status');
				expect(engine().server.readSettings().filter((id) => id !== 'Language')).toEqual([]);
				expect(accepted(engine())).toEqual([]);
			};
			for (const actionId of ['accept', 'end-accepted']) {
				await refused('member', () => engine().blockAction({ as: 'member', actionId, value: 'gravatar panel', viewId: 'made-up' }));
			}
			await refused('member', () => engine().viewSubmit({ as: 'member', viewId: opened?.viewId ?? '', forged }));
			engine().server.changeUser('admin', { roles: ['user'] });
			await refused('admin', () => engine().viewSubmit({ as: 'admin', viewId: opened?.viewId ?? '', forged }));
		});

		test.each([['no flow', 'a GENERAL no-such-flow '], ['nothing', ''], ['something else', 5], ['10,000 characters', '| '.repeat(5000)]])('whose id names %s changes nothing', async (_, id) => {
			expect(await engine().viewSubmit({ as: 'admin', viewId: 'made-up', forged: { id, state: entered('Agreed') } })).toEqual({ success: true });
			await engine().blockAction({ as: 'admin', actionId: 'accept', value: String(id), viewId: 'made-up' });
			await engine().blockAction({ as: 'admin', actionId: 'end-accepted', value: String(id), viewId: 'made-up' });
			expect(accepted(engine())).toEqual([]);
		});

		test('with a database that fails or is late says so in the form, which stays, and where it was asked', async () => {
			await openBelow();
			for (const does of [throws, () => undefined, hangs] as const) {
				await whileThe('create', does, async () => {
					await submit(entered('Agreed'));
					expect(modal()?.errors).toEqual({ reason: LOST });
					expect(lastTold(engine(), 'admin').text).toBe(LOST);
				});
			}
			expect(accepted(engine())).toEqual([]);
			expect(await submit(entered('Agreed'))).toEqual({ success: true });
			expect(accepted(engine())).toHaveLength(1);
			await whileThe('removeByAssociations', () => undefined, async () => {
				await engine().blockAction({ as: 'admin', actionId: 'end-accepted', value: 'gravatar', viewId: 'made-up' });
				expect(JSON.stringify(engine().server.surfaces('admin').at(-1)?.view.blocks)).toContain('Something failed on the way');
			});
			expect(JSON.stringify(engine().server.logs())).not.toContain('secret');
			await ended();
		});

		test('of a room that is gone meanwhile, answers in the panel', async () => {
			await openBelow();
			const id = (modal()?.viewId ?? '').replace(lastTold(engine(), 'admin').roomId, 'goneRoom');
			await submit(undefined, 'admin', { id, state: entered('Agreed') });
			expect(panel()).toContain('ends that.');
			await ended();
		});
	});

	test('the policy of the environment holds, and names what deviates', async () => {
		const policy = { 'gravatar': 'off', 'push-gateway': { accepted: 'Agreed', until: '2099-12-31' }, 'nonsense': 'off' };
		const workspace = readWorkspace(plain);
		await withApp({ ...workspace, server: { ...workspace.server, environment: { [POLICY]: JSON.stringify(policy) } } }, async (engine) => {
			expect(await say(engine, 'policy')).toMatch(/^\*deviates: 1\*\n- \*Gravatar[^\n]*:\* [^\n]*\n\n\*accepted: 1\*\n- \*Push notifications by gateway:\* [^\n]* — accepted until 31 December 2099: Agreed\n/);
			const text = (await say(engine, 'text'), told(engine, 'admin').map((message) => message.text).join('\n'));
			expect(text).toContain(`Not used: “nonsense” in \`${POLICY}\` (Your policy). No flow has this id.`);
			expect(await say(engine, 'accept end push-gateway')).toBe('Push notifications by gateway was accepted by the policy only (“Your policy”), and that ends when the policy is changed.');
			await say(engine, 'accept gravatar Agreed');
			expect(await say(engine, 'policy')).not.toContain('deviates');
		});
	});
});
