import { readFileSync } from 'node:fs';

import { buildPackage } from '../../tools/package/package';
import type { Engine } from '../../tools/host';
import { lastTold, withApp } from './installed';

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
