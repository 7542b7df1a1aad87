import { readWorkspace } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { lastTold, withApp } from './installed';

const SENDER = 'privacy-status.bot';
const DAY = 86_400_000;

async function until(isDone: () => boolean): Promise<void> {
	for (let tries = 0; !isDone(); tries++) {
		if (tries > 600) {
			throw new Error('It did not come about.');
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

const kept = (engine: Engine): Record<string, unknown>[] => engine.server.persistence().filter(({ associations }) => associations.some(({ id }) => /^snapshots\b/.test(id))).map(({ data }) => data as Record<string, unknown>);
const alerts = (engine: Engine): string[] => engine.server.messages('admin').filter(({ kind, sender, text }) => kind === 'stored' && sender === SENDER && text.startsWith('Since ')).map(({ text }) => text);
const jobNames = (engine: Engine): string[] => engine.server.jobs().map(({ name }) => name.replace(/_.*/, ''));

async function asked(engine: Engine, words: string, as = 'admin'): Promise<string> {
	await engine.command({ as, text: `/privacy-status ${words}`, triggerId: null });
	return lastTold(engine, as).text;
}

/** The next day's job. */
async function nextDay(engine: Engine): Promise<void> {
	engine.server.ageRecords(DAY);
	await engine.server.runJob('daily-look');
}

test('from installation to silence: a look, changed settings, what changed, the message of the next day', async () => {
	await withApp(readWorkspace('self-managed-registered'), async (engine) => {
		// Enabling has a look made, and registers nothing that goes on.
		expect(jobNames(engine)).toEqual(['look']);
		await until(() => kept(engine).length === 1);
		await until(() => engine.server.jobs().length === 0);
		expect(await asked(engine, 'changes')).toBe('Nothing differs from what this app has kept of earlier looks.');

		engine.server.ageRecords(3 * DAY);
		engine.server.setSetting('API_Embed', false);
		engine.server.setSetting('Accounts_AvatarExternalProviderUrl', 'https://avatars.example.net/secret/{username}?key=secret');
		engine.server.setSetting('Push_show_message', false);
		const changes = await asked(engine, 'changes');
		expect(changes).toMatch(/^Since .+: 1 new way out, 1 way fewer/);
		expect(changes).toContain('*Link previews*: from on to off. Settings: `API_Embed` from true to false');
		expect(changes).toContain('`Accounts_AvatarExternalProviderUrl` from not set to https://avatars.example.net');
		expect(changes).not.toContain('secret');
		await until(() => kept(engine).length === 2);
		expect(JSON.stringify(kept(engine))).not.toContain('secret');
		expect(await asked(engine, 'text')).toContain(changes.split('\n')[0]);
		expect(await asked(engine, 'changes since 2020-01-01')).toContain('Nothing older is kept.');
		for (const day of ['yesterday', 'since', 'since 2026-02-30', 'since 03/05/2026', 'since 2999-01-01']) {
			expect(await asked(engine, `changes ${day}`)).toMatch(/^“.*” is not a day in the past\. Write it like this: `\/privacy-status changes since 2026-03-05`\.$/);
		}

		// Whoever may not ask gets neither, and nothing is kept of them.
		for (const words of ['changes', 'monitor on']) {
			expect(await asked(engine, words, 'member')).toContain('You have no role that may see');
		}
		expect(await asked(engine, 'monitor maybe')).toBe('`/privacy-status monitor` takes `on` or `off`.');
		expect(await asked(engine, 'monitor on')).toContain('The daily look itself is off.');
		expect(engine.server.persistence().filter(({ associations }) => associations.some(({ id }) => id === 'alert-readers'))).toHaveLength(1);

		await engine.saveAppSettings({ monitoring: 'daily' });
		await until(() => jobNames(engine).includes('daily-look'));
		await until(() => engine.server.persistence().some(({ associations }) => associations.some(({ id }) => id === 'alert-state-1')));
		expect(alerts(engine)).toEqual([]);

		engine.server.setSetting('API_Embed', true);
		await nextDay(engine);
		expect(alerts(engine)).toEqual([expect.stringContaining('*Link previews*: from off to on. Settings: `API_Embed`')]);
		expect(alerts(engine)[0]).toContain('To agree to one of these: `/privacy-status accept <flow> <reason>`.');
		await engine.server.runJob('daily-look');
		await nextDay(engine);
		expect(alerts(engine)).toHaveLength(1);

		// Somebody agrees to it until tomorrow: silence, until that is over.
		const tomorrow = new Date(Date.now() + DAY).toISOString().slice(0, 10);
		expect(await asked(engine, `accept link-previews until ${tomorrow} Agreed with the works council`)).toContain('Agreed with the works council');
		expect(await asked(engine, 'changes')).toContain('*Link previews*: still on; accepted now');
		await nextDay(engine);
		expect(alerts(engine)).toHaveLength(1);
		await nextDay(engine);
		expect(alerts(engine)).toEqual([alerts(engine)[0], expect.stringMatching(/^Since .+: 1 not accepted any more\n- \*Link previews\*: still on; not accepted any more\n/)]);
		expect(await asked(engine, 'text')).toContain('*1. Link previews*\nIt was accepted until ');
		await nextDay(engine);
		expect(alerts(engine)).toHaveLength(2);

		await engine.saveAppSettings({ monitoring: 'off' });
		await until(() => !jobNames(engine).includes('daily-look'));
		expect(engine.server.logs().filter(({ severity, text }) => severity === 'error' && text.includes('failed'))).toEqual([]);
	});
});

test('without the permission nothing is scheduled, and the status and what changed are there all the same', async () => {
	const workspace = readWorkspace('self-managed-registered');
	await withApp({ ...workspace, permissionsRefused: ['scheduler'] }, async (engine) => {
		expect(engine.server.jobs()).toEqual([]);
		await asked(engine, 'text');
		await until(() => kept(engine).length === 1);
		engine.server.setSetting('API_Embed', false);
		expect(await asked(engine, 'changes')).toContain('*Link previews*: from on to off');
	});
});
