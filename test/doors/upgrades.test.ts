import { readFileSync } from 'node:fs';

import { buildPackage } from '../../tools/package/package';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { WORDS } from '../../src/doors/status/words';
import { lastTold, previousRelease, told, unhurried, withApp } from './installed';
import { callDoor, makeToken } from './scripts';
import { settled, soon, statusShown } from './status-shown';

const HIDDEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uE000-\uE002]/u;

/** What an earlier version may have in its settings: as people typed it, or as a script stored it. */
const ODD: readonly unknown[] = [
	'something',
	'',
	' \t\n',
	'x'.repeat(10_000),
	'\u202Egnp.exe\u2066',
	'<script>alert(1)</script> @all `x` [a](https://evil.example)',
	'a\u0000b',
	'__proto__',
	'constructor',
	42,
	true,
	null,
	['air-gapped'],
	{ value: 'air-gapped', toString: 'x' },
];

/** In each round every setting has another of them; with all rounds, each is tried in every setting. */
const ROUNDS = process.env['EVERY_UPGRADE'] === undefined ? 1 : ODD.length;

async function upgraded(version: '0.1.0' | '0.2.0', work: (engine: Engine, update: () => Promise<void>) => Promise<void>): Promise<void> {
	const engine = await startEngine(readWorkspace('self-managed-registered'), unhurried());
	try {
		await engine.install(previousRelease(version));
		await work(engine, async () => engine.update(readFileSync(await buildPackage())));
	} finally {
		await engine.stop();
	}
}

/** Everything that can be asked without changing anything is answered, in readable text. */
async function expectAnswers(engine: Engine): Promise<void> {
	const asked = [...WORDS.map(({ word }) => ['admin', `/privacy-status ${word}`]), ['admin', '/privacy-status'], ['admin', '/privacy-status token list'], ['admin', '/privacy-status accept list'], ['member', '/privacy-notice text'], ['member', '/server-lookup chat.example.org'], ['member', '/privacy-status']] as const;
	for (const [as, text] of asked) {
		const before = told(engine, as).length;
		await engine.command({ as, text });
		const answers = told(engine, as).slice(before).map((message) => message.text);
		expect([text, answers.length > 0, answers.filter((answer) => /could not finish|\[object|undefined/.test(answer) || HIDDEN.test(answer.replace(/\n/g, '')))]).toEqual([text, true, []]);
	}
	await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' });
	expect(engine.server.surfaces('admin').at(-1)?.kind).toBe('contextual_bar');
	expect(Object.values(statusShown(engine)).filter((line) => line === '' || HIDDEN.test(line.replace(/\n/g, '')))).toEqual([]);
}

describe.each(['0.1.0', '0.2.0'] as const)('an upgrade from %s', (version) => {
	test.each(Array.from({ length: ROUNDS }, (_, round) => round))('with odd values in every setting keeps what was stored, answers, and leaves nothing behind: round %i', async (round) => {
		await upgraded(version, async (engine, update) => {
			const mine = Object.keys(engine.appSettings()).filter((id) => !id.startsWith('status_') && id !== 'allowed_roles');
			await engine.saveAppSettings(Object.fromEntries(mine.map((id, at) => [id, ODD[(at + round * Math.ceil(ODD.length / ROUNDS)) % ODD.length]])));
			await settled(engine).catch(() => undefined);
			const stored = Object.fromEntries(mine.map((id) => [id, engine.appSettings()[id]?.value]));
			await update();
			await settled(engine);
			expect(Object.fromEntries(mine.map((id) => [id, engine.appSettings()[id]?.value]))).toEqual(stored);
			await expectAnswers(engine);
			await engine.uninstall();
			expect([engine.server.persistence(), engine.server.jobs(), engine.commands()]).toEqual([[], [], []]);
		});
	});
});

test('an upgrade from 0.2.0 keeps tokens, which open, are listed and end, and what was said of the file store', async () => {
	await upgraded('0.2.0', async (engine, update) => {
		const token = await makeToken(engine, 'nightly');
		await engine.command({ as: 'admin', text: '/privacy-status export json' });
		expect(engine.server.files()).toHaveLength(1);
		const before = engine.server.persistence();
		expect(before.length).toBeGreaterThan(1);
		await update();
		await settled(engine);
		const kept = new Map(engine.server.persistence().map((record) => [record.id, record]));
		expect(before.map(({ id }) => kept.get(id))).toEqual(before);
		expect((await callDoor(engine, token)).status).toBe(200);
		const messages = told(engine, 'admin').length;
		await engine.command({ as: 'admin', text: '/privacy-status export json' });
		expect(told(engine, 'admin').slice(messages).map(({ text }) => text).join('\n')).not.toContain('Good to know before this file');
		await engine.command({ as: 'admin', text: '/privacy-status token list' });
		expect(lastTold(engine, 'admin').text).toContain('`nightly`');
		await engine.command({ as: 'admin', text: '/privacy-status token revoke nightly' });
		expect((await callDoor(engine, token)).status).toBe(404);
		await expectAnswers(engine);
	});
});

/** By which the app finds what it keeps of each kind. */
const KINDS = ['script-tokens', 'told-file-store', 'snapshots', 'snapshots-older', 'accepted', 'alert-readers', 'alert-state-1'];

test('records of every kind that no version wrote, or only a newer one, cost no answer and stay', async () => {
	const broken: object[] = [
		{}, [], { v: 2 }, { v: 1 }, { version: 2 }, { userId: null }, { userId: 5 }, { id: 'constructor' }, { at: 'never' }, { name: '\u202E<b>@all' }, { flows: [], at: '2026-03-01T00:00:00.000Z' }, { madeBy: {}, expiresAt: 'x' }, { text: 'x'.repeat(1_000_000) },
		JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`) as object,
	];
	await withApp('self-managed-registered', async (engine) => {
		const pid = engine.sandboxPid();
		for (const id of KINDS) {
			for (const data of broken) {
				engine.server.keepRecord(data, [{ model: 'misc', id }]);
			}
		}
		const odd = JSON.stringify(broken);
		await engine.saveAppSettings({ monitoring: 'daily' });
		await settled(engine);
		await soon(() => expect(engine.server.jobs().map(({ name }) => name)).toContainEqual(expect.stringMatching(/^daily-look/)));
		await engine.server.runJob('daily-look');
		await expectAnswers(engine);
		const token = await makeToken(engine, 'nightly');
		expect((await callDoor(engine, token)).status).toBe(200);
		await engine.command({ as: 'admin', text: '/privacy-status accept gravatar Agreed' });
		await engine.command({ as: 'admin', text: '/privacy-status accept list' });
		expect(lastTold(engine, 'admin').text).toContain('accepted: Agreed');
		expect(JSON.stringify(told(engine, 'admin').map(({ text }) => text))).not.toContain('<b>');
		expect(engine.sandboxPid()).toBe(pid);
		// What keeps one record only replaces it; of all others what it does not know stays.
		for (const id of KINDS.filter((kind) => !['told-file-store', 'alert-state-1'].includes(kind))) {
			const left = engine.server.persistence().filter(({ associations }) => associations.length === 1 && associations[0]?.id === id).map(({ data }) => data);
			expect([id, JSON.stringify(left) === odd]).toEqual([id, true]);
		}
	});
});
