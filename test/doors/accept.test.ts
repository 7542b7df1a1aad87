import { APP_VARIABLE_PREFIX } from '../../src/catalogue/identity';
import type { Engine, SeenMessage } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { Records } from '../../tools/host/server/records';
import { installedOnce, lastTold, told, withApp } from './installed';
import { callDoor, makeToken } from './scripts';

const plain = 'self-managed-registered';
const POLICY = `${APP_VARIABLE_PREFIX}POLICY`;
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

const accepted = (engine: Engine): Record<string, unknown>[] => engine.server.persistence().map(({ data }) => data as Record<string, unknown>);

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
			const admin = engine.server.persistence()[0]?.data as { by: string };
			expect(accepted(engine)).toEqual([{ version: 1, id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown, flow: 'push-gateway', reason: 'Agreed with the *works council*', until: '2099-12-31', by: admin.by, at: expect.stringMatching(/Z$/) as unknown }]);

			const words = 'accepted until 31 December 2099: Agreed with the ·works council·';
			expect(await say(engine, 'explain push-gateway')).toContain(`*Agreed:* ${words}`);
			expect(pressable(lastTold(engine, 'admin'))).toContain('accept end push-gateway');
			expect(await say(engine, 'flows on')).toContain(words);
			expect(await say(engine, 'text')).toContain('Accepted: 1; expired: 0.');
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(JSON.stringify(engine.server.surfaces('admin').at(-1)?.view.blocks)).toContain('Accepted: 1; expired: 0.');
			const report = JSON.parse((await callDoor(engine, await makeToken(engine, 'nightly'))).content) as { accepted: object[]; advice: { id: string }[] };
			expect(report.accepted).toMatchObject([{ flow: 'push-gateway', until: '2099-12-31', by: admin.by, isExpired: false }]);
			expect(report.advice.map(({ id }) => id)).not.toContain('switch-off:push-gateway');

			expect(await say(engine, 'accept list')).toMatch(/^- Push notifications by gateway \(on\) — accepted until 31 December 2099: Agreed with the ·works council· \(by “admin”, \d+ \w+ \d{4}\)/);
			const list = lastTold(engine, 'admin');
			expect(pressable(list)).toEqual(['accept end push-gateway']);
			await engine.blockAction({ as: 'member', actionId: 'ask', value: 'accept end push-gateway', messageId: list.id });
			expect(lastTold(engine, 'member').text).toMatch(/^You have no role/);
			expect(accepted(engine).filter(({ flow }) => flow === 'push-gateway')).toHaveLength(1);
			await engine.blockAction({ as: 'admin', actionId: 'ask', value: 'accept end push-gateway', messageId: list.id });
			expect(lastTold(engine, 'admin').text).toBe('Push notifications by gateway is no longer accepted.');
			expect(accepted(engine).filter(({ flow }) => flow === 'push-gateway')).toEqual([]);
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
			await whileThe('create', throws, async () => {
				expect(await say(engine, 'accept gravatar Agreed')).toMatch(/^Privacy Status could not finish this\./);
				expect(pressable(lastTold(engine, 'admin'))).toEqual([]);
			});
			await whileThe('create', () => undefined, async () => {
				expect(await say(engine, 'accept gravatar Agreed')).toMatch(/^Privacy Status could not finish this\./);
			});
			await whileThe('create', hangs, async () => {
				expect(await say(engine, 'accept gravatar Agreed')).toBe('The database did not answer in time, so whether that was done could not be found out. `/privacy-status accept list` shows it.');
			});
			expect(JSON.stringify(engine.server.logs())).not.toContain('secret');
			expect(accepted(engine)).toEqual([]);

			await say(engine, 'accept gravatar Agreed');
			await whileThe('removeByAssociations', () => undefined, async () => {
				expect(await say(engine, 'accept end gravatar')).toMatch(/^Privacy Status could not finish this\./);
			});
			await whileThe('byAssociations', () => [{ ...accepted(engine)[0], version: 2 }, { nonsense: true }], async () => {
				expect(await say(engine, 'accept list')).toBe('Nothing that can be used was accepted.\n2 records of what was accepted cannot be used: broken, or of a newer version of this app. Kept as they are.');
			});
			expect(accepted(engine)).toHaveLength(1);
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
