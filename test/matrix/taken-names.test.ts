import { readFileSync } from 'node:fs';

import AdmZip from 'adm-zip';

import { buildPackage } from '../../tools/package/package';
import { lastTold, previousRelease, unhurried } from '../doors/installed';
import { statusShown } from '../doors/status-shown';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { ENGINE_AND_SANDBOX } from './versions';
import { ANSWERS, BUTTONS, COMMANDS, expectAnswer, expectButtons, offered } from './ways-in';

const workspace = readWorkspace('self-managed-registered');

async function install(engine: Engine): Promise<void> {
	await engine.install(readFileSync(await buildPackage()));
}

/** What an admin reads of it in the app's log. */
function complaints(engine: Engine): { severity: string; text: string }[] {
	return engine.server
		.logs()
		.filter(({ appId, text }) => appId === engine.appId && text.includes('is not offered'))
		.map(({ severity, text }) => ({ severity, text }));
}

function complaintAbout(command: string): unknown {
	return { severity: 'error', text: expect.stringContaining(`/${command} is not offered, its name seems to be taken: `) as unknown };
}

/** Another app, with its own id, that has the commands of our version before this one, all but one of them under the same name. */
function rival(renamed: string): Buffer {
	const zip = new AdmZip(previousRelease());
	const manifest = JSON.parse(zip.readAsText('app.json')) as Record<string, unknown>;
	zip.updateFile('app.json', Buffer.from(JSON.stringify({ ...manifest, id: '0b5b7a41-1f4b-4c53-9d3b-2f6a1f9f2c11', name: 'Rival', nameSlug: 'rival' })));
	const code = zip.readAsText('PrivacyStatusApp.js');
	expect(code.split(`"${renamed}"`)).toHaveLength(2);
	zip.updateFile('PrivacyStatusApp.js', Buffer.from(code.replace(`"${renamed}"`, '"rival-command"')));
	return zip.toBuffer();
}

describe(`in ${ENGINE_AND_SANDBOX}`, () => {
	test.each(COMMANDS)('where Rocket.Chat has a command /%s of its own, that name alone is missing, and the log names it', async (taken) => {
		const engine = await startEngine({ ...workspace, server: { ...workspace.server, commands: [taken] } }, unhurried());
		try {
			await install(engine);
			expect(await engine.status()).toBe('manually_enabled');
			expect(Object.values(statusShown(engine))).not.toContain('');
			expect(complaints(engine)).toEqual([complaintAbout(taken)]);
			expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });

			// The name stays with whose it was.
			const { as, text } = ANSWERS[taken] ?? { as: '', text: '' };
			const before = engine.server.messages().length;
			await engine.command({ as, text });
			expect(engine.server.messages()).toHaveLength(before);

			for (const command of COMMANDS.filter((name) => name !== taken)) {
				await expectAnswer(engine, command);
			}
			await expectButtons(engine);
			expect((await engine.endpoint({ method: 'GET', path: 'report.json' })).content).toContain('no-tokens');

			await engine.uninstall();
			expect(engine.commands().map(({ command }) => command)).toEqual([taken]);
		} finally {
			await engine.stop();
		}
	});

	test('where another app came first, it keeps its names, and the rest of ours is there', async () => {
		const engine = await startEngine(workspace, unhurried());
		try {
			await engine.install(rival('server-lookup'));
			await install(engine);
			expect(await engine.status()).toBe('manually_enabled');
			expect(complaints(engine)).toEqual([complaintAbout('privacy-status'), complaintAbout('privacy-notice')]);

			await expectAnswer(engine, 'server-lookup');
			expect(lastTold(engine, 'member').sender).toBe('privacy-status.bot');
			await engine.command({ as: 'admin', text: '/privacy-status' });
			expect(lastTold(engine, 'admin').sender).toBe('rival.bot');
			await expectButtons(engine);

			await engine.disable();
			await engine.enable();
			expect(complaints(engine)).toHaveLength(4);
			await expectAnswer(engine, 'server-lookup');
			await engine.uninstall();
			expect(engine.commands().map(({ command }) => command).sort()).toEqual(['privacy-notice', 'privacy-status', 'rival-command']);
		} finally {
			await engine.stop();
		}
	});
});
