import { readFileSync } from 'node:fs';

import { buildPackage } from '../../tools/package/package';
import type { Engine } from '../../tools/host';
import { until } from '../host/probe/asking';
import { lastTold, withApp } from './installed';
import { makeToken } from './scripts';

/** Every way in still answers. */
async function expectAnswers(engine: Engine): Promise<void> {
	await engine.command({ as: 'admin', text: '/privacy-status text' });
	expect(lastTold(engine, 'admin').text).toContain('*Deployment:*');
	await engine.command({ as: 'member', text: '/privacy-notice text' });
	expect(lastTold(engine, 'member').text).toContain('*In short*');
	await engine.command({ as: 'member', text: '/server-lookup open.rocket.chat' });
	expect(lastTold(engine, 'member').text).toMatch(/^Hosted by Rocket\.Chat: /);
	await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' });
	expect(engine.server.surfaces('admin').at(-1)?.kind).toBe('contextual_bar');
}

test('after being disabled and enabled again, everything is there once', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.disable();
		await expect(engine.command({ as: 'admin', text: '/privacy-status' })).rejects.toThrow();
		await engine.enable();
		await expectAnswers(engine);
		expect(engine.commands().map(({ command }) => command).sort()).toEqual(['privacy-notice', 'privacy-status', 'server-lookup']);
		expect(engine.actionButtons().map(({ actionId }) => actionId).sort()).toEqual(['open-notice', 'open-panel']);
	});
});

test.each([false, true])('a disabled app answers nothing, and all again once it is enabled; its sandbox killed in between: %s', async (isKilled) => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.saveAppSettings({ monitoring: 'daily' });
		const token = await makeToken(engine, 'nightly');
		await engine.command({ as: 'admin', text: '/privacy-status explain gravatar' });
		await engine.blockAction({ as: 'admin', actionId: 'accept', messageId: lastTold(engine, 'admin').id });
		const below = lastTold(engine, 'admin').id;
		const form = engine.server.surfaces('admin').find(({ kind }) => kind === 'modal')?.viewId ?? '';
		const noticed = (): unknown => [engine.server.messages().length, engine.server.surfaces('admin').length, engine.server.surfaces('member'), engine.server.files(), engine.server.persistence(), engine.server.readSettings()];
		const call = { method: 'GET', path: 'report.json', headers: { authorization: `Bearer ${token}` } } as const;
		expect((await engine.endpoint(call)).status).toBe(200);
		// The daily look, which begins when it is switched on, has ended.
		await until(() => engine.server.persistence().some(({ data }) => JSON.stringify(data).includes('"claim":""')));

		await engine.disable();
		if (isKilled) {
			const first = engine.sandboxPid() ?? 0;
			process.kill(first, 'SIGKILL');
			await until(() => engine.server.logs().some(({ text }) => text.includes('Successfully restarted app subprocess')));
			expect(engine.sandboxPid()).not.toBe(first);
		}
		const before = noticed();
		for (const as of ['admin', 'member']) {
			for (const [actionId, value] of [['ask', 'export json'], ['open-status', ''], ['notice', ''], ['export', 'json']] as const) {
				await engine.blockAction({ as, actionId, value, messageId: below });
			}
			await engine.actionButton({ as, actionId: 'open-panel', context: 'roomAction' });
			await engine.actionButton({ as, actionId: 'open-notice', context: 'userDropdownAction' });
			for (const text of ['/privacy-status text', '/privacy-notice text', '/server-lookup open.rocket.chat']) {
				await engine.command({ as, text }).catch(() => undefined);
			}
		}
		await engine.server.runJob('daily-look');
		expect((await engine.endpoint(call)).status).toBe(404);
		expect(noticed()).toEqual(before);
		await engine.viewSubmit({ as: 'admin', viewId: form, state: { reason: { reason: 'Agreed' } } });
		expect(engine.server.persistence().some(({ associations }) => associations.some(({ id }) => id.startsWith('accepted')))).toBe(false);

		await engine.enable();
		expect((await engine.endpoint(call)).status).toBe(200);
		await expectAnswers(engine);
	});
});

test('an app whose sandbox was killed answers all again', async () => {
	await withApp('self-managed-registered', async (engine) => {
		process.kill(engine.sandboxPid() ?? 0, 'SIGKILL');
		await until(() => engine.server.logs().some(({ text }) => text.includes('Successfully restarted app subprocess')));
		await expectAnswers(engine);
	});
});

test('an update keeps the settings', async () => {
	await withApp('air-gapped-clean', async (engine) => {
		await engine.update(readFileSync(await buildPackage()));
		expect(engine.appSettings()['declared_deployment']?.value).toBe('air-gapped');
		await expectAnswers(engine);
	});
});

test('it keeps the looks that it made and nothing else, and leaves nothing behind', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await expectAnswers(engine);
		expect(engine.server.persistence().filter(({ associations }) => !/^snapshots\b/.test(associations[0]?.id ?? ''))).toEqual([]);
		await engine.uninstall();
		expect(engine.server.persistence()).toEqual([]);
		expect(engine.server.jobs()).toEqual([]);
		expect(engine.commands()).toEqual([]);
		expect(engine.actionButtons()).toEqual([]);
	});
});
