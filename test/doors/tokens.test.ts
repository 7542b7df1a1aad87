import { readFileSync } from 'node:fs';

import manifest from '../../app.json';
import { buildPackage } from '../../tools/package/package';
import { endpointAddress } from '../../src/doors/scripts/address';
import { parseTokenRequest } from '../../src/doors/scripts/token-words';
import type { AppFacts, Request } from '../../src/doors/asking/request';
import { answerTokenRequest } from '../../src/doors/scripts/tokens';
import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { translator } from '../../src/language/translate';
import type { AppSettings } from '../../src/settings/stated';
import { asMessages } from '../../src/show/as/chat';
import { freshTokenAnswer, tokensAnswer } from '../../src/show/tell/tokens';
import type { Engine } from '../../tools/host';
import { readWorkspace } from '../../tools/host';
import { installedOnce, lastTold, told, withApp } from './installed';
import { addressOf, callDoor, GIVEN, hashOf, makeToken, tokenIn, withVariable } from './scripts';
import { soon } from './status-shown';

const plain = 'self-managed-registered';
const REFUSAL = 'You have no role that may see the privacy status of this workspace. You can read what applies to you: `/privacy-notice`. If you have a question about your data here, ask one of the admins.';
const { id: APP_ID } = manifest;

/** What the app answers to `/privacy-status token` with these words behind it. */
async function say(engine: Engine, words: string, as = 'admin'): Promise<string> {
	await engine.command({ as, text: `/privacy-status token ${words}`.trim() });
	return lastTold(engine, as).text;
}

describe('/privacy-status token create', () => {
	test('shows the token once, to its maker alone, with what there is to know', async () => {
		await withApp(plain, async (engine) => {
			const text = await say(engine, 'create nightly-check 30');
			const token = tokenIn(text);
			expect(lastTold(engine, 'admin')).toMatchObject({ kind: 'ephemeral', onlyFor: 'admin', roomId: 'GENERAL' });
			expect(text).toContain('Token `nightly-check` created. Copy it now: it cannot be shown again.');
			expect(text).toContain(`\n\`\`\`\ncurl -H 'Authorization: Bearer ${token}' https://chat.example.org${addressOf(engine)}\n\`\`\`\n`);
			expect(text).toMatch(/It works until \d+ \w+ \d{4}, \d\d:\d\d UTC\./);
			expect(text).toContain('Everybody who has it can read the whole report');
			expect(text).toContain('as long as `Apps_Logs_TTL` keeps the log');
			expect(text).toContain('A request to any other address does not reach the app, so give this one to your scripts alone.');
			expect(text).toContain('`/privacy-status token revoke nightly-check` ends it.');

			const seen = engine.server.messages().filter((message) => message.text.includes(token));
			expect(seen.map(({ kind, onlyFor }) => ({ kind, onlyFor }))).toEqual([{ kind: 'ephemeral', onlyFor: 'admin' }]);
			expect(engine.server.surfaces('admin')).toEqual([]);
			expect(engine.server.files()).toEqual([]);
		});
	});

	test('answers in the thread in which it was asked', async () => {
		await withApp(plain, async (engine) => {
			const [parent] = engine.server.messages('admin');
			await engine.command({ as: 'admin', text: '/privacy-status token create nightly', threadId: parent?.id ?? '' });
			expect(lastTold(engine, 'admin')).toMatchObject({ threadId: parent?.id, text: expect.stringContaining('ps_') as unknown });
		});
	});

	test('keeps no secret: what is kept cannot be used as a token', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const [, id = '', secret = ''] = token.split('_');
			const kept = engine.server.persistence();
			expect(kept).toMatchObject([{ appId: APP_ID, data: { id, name: 'nightly' } }]);
			expect(Object.keys(Object(kept[0]?.data) as object).sort()).toEqual(['expiresAt', 'hash', 'id', 'madeAt', 'madeBy', 'name', 'salt']);
			const stored = JSON.stringify(kept);
			expect(stored.includes(secret)).toBe(false);
			const { hash, salt } = kept[0]?.data as { hash: string; salt: string };
			for (const part of [hash, salt + salt]) {
				expect((await callDoor(engine, `ps_${id}_${part}`)).status).toBe(401);
			}
		});
	});

	test('makes no two alike', async () => {
		await withApp(plain, async (engine) => {
			const one = await makeToken(engine, 'one');
			const other = await makeToken(engine, 'other');
			const parts = [...one.split('_').slice(1), ...other.split('_').slice(1)];
			const salts = engine.server.persistence().map(({ data }) => (data as { salt: string }).salt);
			expect(new Set([...parts, ...salts]).size).toBe(6);
		});
	});

	test('works 90 days unless it is told otherwise', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'usual');
			await makeToken(engine, 'short 1');
			await makeToken(engine, 'long 365 days');
			const days = engine.server.persistence().map(({ data }) => {
				const { name, madeAt, expiresAt } = data as Record<'name' | 'madeAt' | 'expiresAt', string>;
				return [name, (Date.parse(expiresAt) - Date.parse(madeAt)) / 86_400_000];
			});
			expect(days).toEqual([
				['usual', 90],
				['short', 1],
				['long', 365],
			]);
		});
	});

	describe('with words that do not fit', () => {
		const engine = installedOnce(plain);

		test.each([
			['create', 'The token needs a name by which you recognise it. For instance `/privacy-status token create nightly-check`.'],
			['create @all!', '“·all·” cannot be a token\'s name. A name has 1 to 40 of the letters a to z, digits, `-`, `_` and `.`, without spaces. For instance `/privacy-status token create nightly-check`.'],
			[`create ${'a'.repeat(41)}`, 'cannot be a token\'s name'],
			['create nightly 0', '“0” is not a number of days for which a token can work. Give a whole number from 1 to 365, or leave it out for 90 days; a name has no spaces. For instance `/privacy-status token create nightly-check 30`.'],
			['create nightly 366', '“366” is not a number of days'],
			['create nightly -1', '“-1” is not a number of days'],
			['create nightly 1.5', '“1.5” is not a number of days'],
			['create nightly check', '“check” is not a number of days'],
		])('"%s" is told what is wrong, and makes nothing', async (words, sentence) => {
			expect(await say(engine(), words)).toContain(sentence);
			expect(engine().server.persistence()).toEqual([]);
		});
	});

	test('takes a name once, whatever its letter case', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'Nightly');
			engine.server.changeUser('anja', { language: null });
			expect(await say(engine, 'create NIGHTLY 5', 'anja')).toBe('There is a token `nightly` already. Choose another name, or end that one first with `/privacy-status token revoke nightly`.');
			expect(engine.server.persistence()).toHaveLength(1);
			expect((await callDoor(engine, token)).status).toBe(200);
		});
	});

	test('replaces an expired token of that name', async () => {
		await withApp(plain, async (engine) => {
			const old = await makeToken(engine, 'nightly');
			await keepAnew(engine, 'nightly', { expiresAt: '2020-01-01T00:00:00.000Z' });
			const token = await makeToken(engine, 'nightly');
			expect(engine.server.persistence()).toHaveLength(1);
			expect((await callDoor(engine, token)).status).toBe(200);
			expect((await callDoor(engine, old)).status).toBe(401);
		});
	});

	test('makes no more than fifty, but still replaces an expired one', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'first');
			const [kept] = engine.server.persistence();
			for (let count = 2; count <= 50; count++) {
				engine.server.keepRecord({ ...Object(kept?.data), name: `t${count}`, expiresAt: '2020-01-01T00:00:00.000Z' } as object, [
					{ model: 'misc', id: 'script-tokens' },
					{ model: 'misc', id: `script-token:t${count}` },
				]);
			}
			expect(await say(engine, 'create more')).toBe('There are 50 tokens already, and there can be no more. `/privacy-status token list` shows them, `/privacy-status token revoke <name>` ends one.');
			expect(engine.server.persistence()).toHaveLength(50);
			await engine.command({ as: 'admin', text: '/privacy-status token list' });
			const listed = told(engine, 'admin').map(({ text }) => text).join('\n');
			expect(listed.match(/^- `t?\w+`, created/gm)).toHaveLength(50);
			await makeToken(engine, 't50');
			expect(engine.server.persistence()).toHaveLength(50);
		});
	});

	test('tells of none that the platform does not keep', async () => {
		await withApp({ ...readWorkspace(plain), permissionsRefused: ['persistence'] }, async (engine) => {
			const text = await say(engine, 'create nightly');
			expect(text).toContain('could not finish this');
			expect(text).not.toContain('ps_');
			expect(engine.server.persistence()).toEqual([]);
		});
	});

	describe('keeps none that nobody sees', () => {
		/** A request as a command makes it, over a platform that tells what was asked of it. */
		function requestIn(room: unknown, notifyUser: () => Promise<void>): { request: Request; asked: string[] } {
			const asked: string[] = [];
			const message = { setRoom: () => message, setText: () => message, setGroupable: () => message, setSender: () => message, getMessage: () => ({}) };
			const request = {
				user: { id: 'some-user', settings: { preferences: { language: 'en' } } },
				room,
				read: { getPersistenceReader: () => ({ readByAssociation: async () => [] }), getEnvironmentReader: () => ({ getServerSettings: () => ({ getValueById: async () => '' }) }) },
				persistence: {
					createWithAssociations: async () => {
						asked.push('create');
						return 'some-id';
					},
					removeByAssociations: async () => asked.push('remove'),
				},
				modify: { getCreator: () => ({ startMessage: () => message }), getNotifier: () => ({ notifyUser }) },
			} as unknown as Request;
			return { request, asked };
		}
		const app = { id: 'app-id', logger: { error: () => {} }, now: () => new Date(), endpointPath: () => null, randomHex: (bytes: number) => 'a'.repeat(bytes * 2) } as unknown as AppFacts;
		const own = { tokenHashes: { kind: 'nothing' } } as AppSettings;
		const wanted = { kind: 'create', name: 'nightly', days: 90 } as const;

		test('without a room nothing is made', async () => {
			const { request, asked } = requestIn(undefined, async () => {});
			await answerTokenRequest(request, app, own, wanted);
			expect(asked).toEqual([]);
		});

		test('where the message fails, the token is taken back', async () => {
			const { request, asked } = requestIn({}, async () => {
				throw new Error('not told');
			});
			await expect(answerTokenRequest(request, app, own, wanted)).rejects.toThrow('not told');
			expect(asked).toEqual(['create', 'remove']);
		});

		/** A workspace that keeps records, each a moment later. */
		function keeping(count: number, fails: 'none' | 'answer' | 'message' = 'none') {
			const kept: object[] = Array.from({ length: count }, (_, at) => ({ id: at.toString(16).padStart(16, '0'), name: `old-${at}`, salt: 'a'.repeat(32), hash: 'b'.repeat(64), madeBy: 'admin', madeAt: '2026-01-01T00:00:00.000Z', expiresAt: '2999-01-01T00:00:00.000Z' }));
			const later = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
			const { request } = requestIn({}, async () => {
				if (fails === 'message') {
					throw new Error('not told');
				}
			});
			const persistence = {
				createWithAssociations: async (data: object) => {
					await later();
					kept.push(data);
					if (fails === 'answer') {
						throw new Error('lost');
					}
					return 'id';
				},
				removeByAssociations: async (associations: { getID(): string }[]) => {
					const id = associations.at(-1)?.getID().split(':')[1];
					return kept.splice(0, kept.length, ...kept.filter((each) => (each as { id: string }).id !== id));
				},
			};
			const read = { ...request.read, getPersistenceReader: () => ({ readByAssociation: async () => (await later(), [...kept]) }) };
			let made = 0;
			const chance = { ...app, randomHex: (bytes: number) => (++made).toString(16).padStart(bytes * 2, 'f') };
			const create = async (name: string): Promise<void> => answerTokenRequest({ ...request, read, persistence } as unknown as Request, chance, own, { kind: 'create', name, days: 90 });
			return { kept, create };
		}

		test('of eight of one name that are asked for at once, one is made', async () => {
			const { kept, create } = keeping(0);
			await Promise.all(Array.from({ length: 8 }, async () => create('nightly')));
			expect(kept).toHaveLength(1);
		});

		test('of thirty that are asked for at once, as many are made as there may be', async () => {
			const { kept, create } = keeping(46);
			await Promise.all(Array.from({ length: 30 }, async (_, at) => create(`new-${at}`)));
			expect(kept).toHaveLength(50);
		});

		test.each([
			['answer', 'fulfilled'],
			['message', 'rejected'],
		] as const)('where the %s is lost, it is ended, and the next can be made', async (fails, outcome) => {
			const { kept, create } = keeping(3, fails);
			const outcomes = await Promise.allSettled([create('one'), create('other')]);
			expect(outcomes.map(({ status }) => status)).toEqual([outcome, outcome]);
			expect(kept).toHaveLength(3);
		});

		test('where it is told, it stays', async () => {
			const { request, asked } = requestIn({}, async () => {});
			await answerTokenRequest(request, app, own, wanted);
			expect(asked).toEqual(['create']);
		});
	});
});

/** Puts what is kept of a token back with something changed. */
async function keepAnew(engine: Engine, name: string, change: object): Promise<void> {
	const [kept] = engine.server.persistence().filter(({ data }) => (data as { name: string }).name === name);
	await say(engine, `revoke ${name}`);
	engine.server.keepRecord({ ...Object(kept?.data), ...change } as object, kept?.associations ?? []);
}

describe('/privacy-status token list', () => {
	test('says that there is none, and how to make one', async () => {
		await withApp(plain, async (engine) => {
			expect(await say(engine, 'list')).toBe('There is no token, so scripts get nothing. `/privacy-status token create <name>` creates one.');
		});
	});

	test('shows to whoever may ask all tokens, their makers and days, and no part of them', async () => {
		await withApp(plain, async (engine) => {
			engine.server.changeUser('anja', { language: null });
			const tokens = [await makeToken(engine, 'weekly 7', 'anja'), await makeToken(engine, 'nightly'), await makeToken(engine, 'old')];
			await keepAnew(engine, 'old', { madeAt: '2026-01-01T10:00:00.000Z', expiresAt: '2026-03-31T10:00:00.000Z' });
			const text = await say(engine, 'LIST');
			expect(text).toMatch(/^\*Tokens with which scripts can read the report\*\n- `nightly`, created on /);
			expect(text).toMatch(/^- `nightly`, created on [\w ,:]+ UTC by “admin”; works until [\w ,:]+ UTC$/m);
			expect(text).toMatch(/^- `weekly`, created on [\w ,:]+ UTC by “anja”; works until [\w ,:]+ UTC$/m);
			expect(text).toContain('- `old`, created on 1 Jan 2026, 10:00 UTC by “admin”; expired on 31 Mar 2026, 10:00 UTC\n');
			const parts = tokens.flatMap((token) => token.split('_').slice(1));
			const { hash, salt } = engine.server.persistence()[0]?.data as { hash: string; salt: string };
			for (const part of [...parts, hash, salt]) {
				expect(text.includes(part)).toBe(false);
			}
			expect(await say(engine, 'list', 'anja')).toBe(text);
		});
	});

	test('shows the address that `create` showed, to whoever may ask and nowhere else', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'nightly');
			const created = addressOf(engine);
			expect(created).toMatch(new RegExp(`^/api/apps/private/${APP_ID}/[0-9a-f]{24}/report\\.json$`));
			engine.server.changeUser('anja', { language: null });
			expect(await say(engine, 'list', 'anja')).toContain(`Scripts read the report at this address, or with \`report.md\`, \`report.csv\` or \`report.schema.json\` in place of \`report.json\`:\n\`\`\`\nhttps://chat.example.org${created}\n\`\`\`\nA request to any other address does not reach the app`);
			const [, secretPart = ''] = /\/([0-9a-f]{24})\//.exec(created) ?? [];
			await say(engine, 'list', 'member');
			await engine.command({ as: 'admin', text: '/privacy-status text' });
			await engine.command({ as: 'member', text: '/privacy-notice text' });
			for (const format of ['json', 'html', 'markdown']) {
				await engine.command({ as: 'admin', text: `/privacy-status export ${format}` });
			}
			const shown = engine.server.messages().filter(({ text }) => text.includes(secretPart));
			expect(shown.map(({ kind, onlyFor }) => ({ kind, onlyFor }))).toEqual([{ kind: 'ephemeral', onlyFor: 'admin' }, { kind: 'ephemeral', onlyFor: 'anja' }]);
			expect(engine.server.files()).toHaveLength(3);
			const elsewhere = JSON.stringify([engine.server.surfaces('admin'), engine.server.surfaces('member'), engine.server.files().map(({ content }) => content.toString('utf8')), engine.server.persistence(), engine.appSettings()]);
			expect(elsewhere.includes(secretPart)).toBe(false);
		});
	});

	test('shows the address where only the environment gives tokens', async () => {
		await withApp(withVariable(plain, hashOf(GIVEN)), async (engine) => {
			await say(engine, 'list');
			expect((await callDoor(engine, GIVEN, { path: addressOf(engine) })).status).toBe(200);
		});
	});

	test('says where the maker is gone', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'weekly', 'anja');
			engine.server.changeUser('anja', null);
			expect(await say(engine, 'list')).toContain('UTC by an account that cannot be found any more; works until ');
		});
	});

	test('passes over what does not read as a token', async () => {
		await withApp(plain, async (engine) => {
			engine.server.keepRecord({ name: 'strange' }, [{ model: 'misc', id: 'script-tokens' }, { model: 'misc', id: 'script-token:strange' }]);
			expect(await say(engine, 'list')).toContain('There is no token');
			expect((await callDoor(engine, null)).status).toBe(404);
		});
	});
});

describe('/privacy-status token revoke', () => {
	test('ends that token and no other, at once, also one that somebody else made', async () => {
		await withApp(plain, async (engine) => {
			const [token, other] = [await makeToken(engine, 'nightly'), await makeToken(engine, 'nightly.2')];
			engine.server.changeUser('anja', { language: null });
			expect(await say(engine, 'revoke NIGHTLY', 'anja')).toBe('Token `nightly` revoked. It no longer works.');
			expect((await callDoor(engine, token)).status).toBe(401);
			expect((await callDoor(engine, other)).status).toBe(200);
			expect(engine.server.persistence()).toHaveLength(1);
		});
	});

	test('ends both of two that were made at the same moment; both are listed before', async () => {
		await withApp(plain, async (engine) => {
			const one = await makeToken(engine, 'nightly');
			const [kept] = engine.server.persistence();
			const other = tokenIn(await say(engine, 'create elsewhere'));
			await keepAnew(engine, 'elsewhere', { name: 'nightly' });
			const [, copied] = engine.server.persistence();
			await say(engine, 'revoke elsewhere');
			engine.server.keepRecord(Object(copied?.data) as object, kept?.associations ?? []);
			const list = await say(engine, 'list');
			expect(list.match(/^.*`nightly`.* by /gm)).toHaveLength(2);
			expect(list).toContain('There are 2 tokens named `nightly`. `/privacy-status token revoke nightly` ends all of them.');
			for (const token of [one, other]) {
				expect((await callDoor(engine, token)).status).toBe(200);
			}
			expect(await say(engine, 'revoke nightly')).toBe('There were 2 tokens named `nightly`. All of them are revoked and no longer work.');
			for (const token of [one, other]) {
				expect((await callDoor(engine, token)).status).toBe(404);
			}
			expect(engine.server.persistence()).toEqual([]);
		});
	});

	test('says of a name that no token has which could be meant', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'nightly');
			expect(await say(engine, 'revoke nigthly')).toBe('There is no token “nigthly”. Did you mean `/privacy-status token revoke nightly`?');
			expect(await say(engine, 'revoke @x*')).toBe('There is no token “·x·”. `/privacy-status token list` shows which there are.');
			expect(await say(engine, 'revoke')).toBe('Which token? `/privacy-status token list` shows their names.');
			expect(engine.server.persistence()).toHaveLength(1);
		});
	});
});

describe('tokens that the environment gives', () => {
	const END = `A token from the server's environment cannot be revoked here: remove its hash from the environment variable \`${TOKEN_VARIABLE}\` and restart the server.`;
	const OBJECTION = `Not used, and counts as not stated: the environment variable \`${TOKEN_VARIABLE}\` (tokens for scripts). It should hold only SHA-256 hashes, each of 64 hexadecimal digits, with commas between them.`;
	const given = withVariable(plain, ` ${hashOf(GIVEN).toUpperCase()}, ${hashOf('another'.repeat(6))}`);

	test('are listed with what they are and how they end, and nothing of them is shown', async () => {
		await withApp(given, async (engine) => {
			const alone = await say(engine, 'list');
			expect(alone).toMatch(/^\*Tokens with which scripts can read the report\*\n- 2 tokens from the server's environment, without a name, a maker or an expiry date\n\n/);
			expect(alone).toContain(`\n\n${END}\n\nScripts read the report at this address`);
			await makeToken(engine, 'nightly');
			const both = await say(engine, 'list');
			expect(both).toMatch(/^- `nightly`, created on [^\n]+\n- 2 tokens from the server's environment/m);
			expect(both).toContain(`no longer has a role that may ask.\n${END}`);
			expect(`${alone}${both}`).not.toMatch(/[0-9a-f]{32}/i);
		});
	});

	describe('at that workspace', () => {
		const shared = installedOnce(withVariable(plain, `${hashOf(GIVEN)},${hashOf('s'.repeat(32))}`));

		beforeAll(async () => makeToken(shared(), 'nightly'));

		test.each([
			['the token itself', GIVEN],
			['a shorter one', 's'.repeat(32)],
			['its hash', hashOf(GIVEN)],
			['its hash in capitals', hashOf(GIVEN).toUpperCase()],
			['the variable', TOKEN_VARIABLE],
		])('are not revoked by %s: the answer says how they end, and nothing changes', async (_what, typed) => {
			const engine = shared();
			const before = engine.server.persistence();
			const text = await say(engine, `revoke ${typed}`);
			expect(text).toBe(END);
			expect(text.includes(typed)).toBe(typed === TOKEN_VARIABLE);
			expect(engine.server.persistence()).toEqual(before);
			expect((await callDoor(engine, GIVEN)).status).toBe(200);
		});
	});

	test('leave the others as they are: those are revoked by their names', async () => {
		await withApp(given, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			expect(await say(engine, 'revoke weekly')).toBe(`There is no token “weekly”. \`/privacy-status token list\` shows which there are.\n${END}`);
			expect(await say(engine, 'revoke nigthly')).toBe(`There is no token “nigthly”. Did you mean \`/privacy-status token revoke nightly\`?\n${END}`);
			expect(await say(engine, 'revoke nightly')).toBe('Token `nightly` revoked. It no longer works.');
			expect((await callDoor(engine, token)).status).toBe(401);
			expect((await callDoor(engine, GIVEN)).status).toBe(200);
		});
	});

	test.each(['canary', `${hashOf(GIVEN)},canary`])('by the value %j are none: the list and `/privacy-status` say so without it', async (value) => {
		await withApp(withVariable(plain, value), async (engine) => {
			expect(await say(engine, 'list')).toBe(`${OBJECTION}\n\nThere is no token, so scripts get nothing. \`/privacy-status token create <name>\` creates one.`);
			await engine.command({ as: 'admin', text: '/privacy-status text' });
			expect(lastTold(engine, 'admin').text).toContain(OBJECTION);
			expect((await callDoor(engine, GIVEN)).status).toBe(404);
		});
	});

	test('are nothing that a person without an allowed role reads of', async () => {
		await withApp(given, async (engine) => {
			expect(await say(engine, 'list', 'member')).toBe(REFUSAL);
			expect(await say(engine, `revoke ${hashOf(GIVEN)}`, 'member')).toBe(REFUSAL);
		});
	});

	test('are not called none where the environment cannot be read', async () => {
		const request = { persistence: { removeByAssociations: async () => [] }, read: { getPersistenceReader: () => ({ readByAssociation: async () => [] }) } } as unknown as Request;
		const app = { now: () => new Date() } as unknown as AppFacts;
		const own = { tokenHashes: { kind: 'unreadable' } } as AppSettings;
		for (const wanted of [{ kind: 'list' }, { kind: 'revoke', name: 'nightly' }] as const) {
			await expect(answerTokenRequest(request, app, own, wanted)).rejects.toThrow('the environment cannot be read');
		}
	});
});

test('`token` alone, or with a word that it does not know, is told the three forms', async () => {
	await withApp(plain, async (engine) => {
		const forms = '`/privacy-status token create <name> [days]`, `/privacy-status token list`, `/privacy-status token revoke <name>`.';
		expect(await say(engine, '')).toBe(`Tokens let scripts read the report. Which of these? ${forms}`);
		expect(await say(engine, 'crate x')).toBe(`“crate” does not go with \`token\`. Did you mean \`/privacy-status token create\`? Available: ${forms}`);
		expect(await say(engine, 'xyzzyxyzzy')).toBe(`“xyzzyxyzzy” does not go with \`token\`. Available: ${forms}`);
		await engine.command({ as: 'admin', text: '/privacy-status tokne' });
		expect(lastTold(engine, 'admin').text).toContain('Did you mean `/privacy-status token`?');
		await engine.command({ as: 'admin', text: '/privacy-status help' });
		expect(lastTold(engine, 'admin').text).toContain('`/privacy-status token create <name> [days]`');
		expect(engine.server.persistence()).toEqual([]);
	});
});

describe('whoever may not ask', () => {
	const shared = installedOnce(plain);
	let token: string;

	beforeAll(async () => {
		token = await makeToken(shared(), 'nightly');
	});

	test.each(['', 'create mine', 'create', 'list', 'revoke nightly', 'nonsense'])('a person without an allowed role gets one polite sentence from "token %s", and nothing changes', async (words) => {
		const engine = shared();
		const [before, heard] = [engine.server.persistence(), told(engine, 'member').length];
		expect(await say(engine, words, 'member')).toBe(REFUSAL);
		expect(told(engine, 'member')).toHaveLength(heard + 1);
		expect(engine.server.persistence()).toEqual(before);
		expect((await callDoor(engine, token)).status).toBe(200);
	});
});

describe('tokens and the life of the app', () => {
	test('they work after it was disabled and enabled again, and after an update; meanwhile there is no door', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const address = addressOf(engine);
			await engine.disable();
			expect((await engine.endpoint({ method: 'GET', path: addressOf(engine), headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
			await engine.enable();
			expect((await callDoor(engine, token, { path: address })).status).toBe(200);
			await engine.update(readFileSync(await buildPackage()));
			expect((await callDoor(engine, token, { path: address })).status).toBe(200);
			await say(engine, 'list');
			expect(addressOf(engine)).toBe(address);
			expect(await say(engine, 'revoke nightly')).toContain('revoked');
		});
	});

	test('the address is the same after the app’s process had to be started anew, and is shown then too', async () => {
		await withApp(plain, async (engine) => {
			const token = await makeToken(engine, 'nightly');
			const address = addressOf(engine);
			process.kill(engine.sandboxPid() ?? 0, 'SIGKILL');
			// A question in the meantime would make the engine believe for minutes that the app is disabled.
			await soon(() => expect(engine.server.logs().some(({ text }) => text.includes('Successfully restarted app subprocess'))).toBe(true));
			expect((await callDoor(engine, token, { path: address })).status).toBe(200);
			await say(engine, 'list');
			expect(addressOf(engine)).toBe(address);
		});
	});

	test('nothing of them is left when it is uninstalled, and the app has another address when it is installed again', async () => {
		await withApp(plain, async (engine) => {
			await makeToken(engine, 'nightly');
			const address = addressOf(engine);
			await makeToken(engine, 'weekly', 'anja');
			expect(engine.server.persistence()).toHaveLength(2);
			await engine.uninstall();
			expect(engine.server.persistence()).toEqual([]);
			await engine.install(readFileSync(await buildPackage()));
			const token = await makeToken(engine, 'nightly');
			expect((await engine.endpoint({ method: 'GET', path: address, headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
			expect((await callDoor(engine, token, { path: addressOf(engine) })).status).toBe(200);
		});
	});
});

test.each([
	['https://chat.example.org', 'https://chat.example.org', false],
	['https://chat.example.org/', 'https://chat.example.org', false],
	[' http://chat.intern:3000 ', 'http://chat.intern:3000', false],
	['https://example.org/chat', 'https://your-workspace.example', true],
	['https://user:word@chat.example.org', 'https://your-workspace.example', true],
	['https://chat.example.org/?a=b', 'https://your-workspace.example', true],
	['https://chat.example.org/#a', 'https://your-workspace.example', true],
	['ftp://chat.example.org', 'https://your-workspace.example', true],
	['https://[2001:DB8::1]:8080', 'https://[2001:db8::1]:8080', false],
	['https://chät.example.org', 'https://xn--cht-rla.example.org', false],
	["https://chat.example.org';rm", 'https://your-workspace.example', true],
	['https://chat.`rm`.example.org', 'https://your-workspace.example', true],
	['https://chat.$(rm).example.org', 'https://your-workspace.example', true],
	['chat.example.org', 'https://your-workspace.example', true],
	['', 'https://your-workspace.example', true],
])('where Site_Url is %j, a script is told to ask at %s', (siteUrl, origin, isPlaceholder) => {
	expect(endpointAddress(siteUrl, '/api/apps/private/app-id/a1b2/report.json')).toEqual({ url: `${origin}/api/apps/private/app-id/a1b2/report.json`, isPlaceholder });
});

test.each([
	['create', [freshTokenAnswer({ name: 'nightly', expiresAt: new Date(), token: 'ps_x', address: null })]],
	['list', tokensAnswer([], 1, null, 50)],
])('where the engine has not said the address, `%s` says where it is, and makes none up', (_what, passages) => {
	const text = asMessages(passages, translator('en')).join('\n');
	expect(text).toContain('Could not find out the address. Administration > Apps > Privacy Status > Details shows it.');
	expect(text).not.toContain('https://');
});

test('where the address is not plain, the message says to put one in', async () => {
	const workspace = readWorkspace(plain);
	await withApp({ ...workspace, settings: { ...workspace.settings, Site_Url: 'https://example.org/secret-path' } }, async (engine) => {
		const text = await say(engine, 'create nightly');
		expect(text).toContain(`https://your-workspace.example${addressOf(engine)}\n\`\`\`\nPut your workspace's address in its place`);
		expect(text).not.toContain('secret-path');
	});
});

test.each([
	[['list', 'all'], { kind: 'list' }],
	[['Create', 'A.b', '7', 'days'], { kind: 'create', name: 'a.b', days: 7 }],
	[['REVOKE', 'Any*Thing'], { kind: 'revoke', name: 'Any*Thing' }],
])('the words %j behind `token` are understood', (words, wanted) => {
	expect(parseTokenRequest(words)).toEqual({ wanted });
});

test.each([
	[[], 'Tokens let scripts read the report. Which of these?'],
	[['constructor'], '“constructor” does not go with `token`. Available:'],
	[['lst'], 'Did you mean `/privacy-status token list`?'],
])('of the words %j behind `token` it is told what would be right', (words, answer) => {
	const parsed = parseTokenRequest(words);
	expect('answer' in parsed ? asMessages(parsed.answer, translator('en')).join('\n') : parsed).toContain(answer);
});
