import { addressOf, callDoor, makeToken } from './scripts';
import { withApp } from './installed';
import { settled } from './status-shown';

const SAVED = {
	contact_email: 'canary@example.org',
	hosting_provider: 'Canary Hosting',
	hosting_location: 'Canary Island',
	organisation_notice: 'Canary notice',
	own_domains: 'canary.example.org',
	notice_source_url: 'https://canary.example.org/notice',
};

/** What README and docs/scripts.md say of the log, and nothing beside it: each line by what it belongs to, without what the engine writes of every app. */
test('the log holds what somebody typed, with who and where, and what a script sent; of settings, presses and answers nothing', async () => {
	await withApp('self-managed-registered', async (engine) => {
		const token = await makeToken(engine, 'nightly');
		const before = engine.server.logs().length;
		const since = (from: number): string[] => engine.server.logs().slice(from).map(({ text }) => text);

		await engine.saveAppSettings(SAVED);
		await engine.saveAppSettings({ contact_email: 'Canary that cannot be used' });
		await settled(engine);
		const bySaving = since(before);
		expect(bySaving.join('\n')).not.toMatch(/canary/i);
		expect(bySaving.join('\n')).not.toMatch(/"value"|Push|Self-managed/);

		const beforePresses = engine.server.logs().length;
		await engine.actionButton({ as: 'admin', actionId: 'open-panel', context: 'roomAction' });
		const { viewId } = engine.server.surfaces('admin').at(-1) ?? { viewId: '' };
		await engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', viewId });
		await settled(engine);
		expect(since(beforePresses).join('\n')).not.toMatch(/admin@example\.test|Alex Admin|legal|Self-managed|chat\.example\.org/);

		const beforeCommands = engine.server.logs().length;
		await engine.command({ as: 'admin', text: '/privacy-status explain typed-words' });
		await settled(engine);
		const byCommand = since(beforeCommands);
		const withAsker = byCommand.filter((text) => /typed-words|admin@example\.test|general/.test(text));
		expect(withAsker).toHaveLength(1);
		expect(withAsker[0]).toMatch(/is being executed.*admin@example\.test.*general.*typed-words/s);

		const beforeCall = engine.server.logs().length;
		const answer = await callDoor(engine, token, { path: addressOf(engine), query: { asked: 'by-query' }, content: { sent: 'by-body' } });
		expect(answer.status).toBe(200);
		const [request, ...others] = since(beforeCall).filter((text) => [token, 'by-query', 'by-body'].some((part) => text.includes(part)));
		expect(others).toEqual([]);
		expect(request).toMatch(/is being executed/);
		for (const part of [token, 'by-query', 'by-body', addressOf(engine).split('/')[5] ?? '']) {
			expect(request).toContain(part);
		}
		expect(since(beforeCall).join('\n')).not.toContain('chat.example.org');

		// Who made a token, and what it is called, is in no line but that of the command.
		expect(engine.server.logs().filter(({ text }) => text.includes('nightly')).map(({ method }) => method)).toEqual(['slashcommand:privacy-status:executor']);
	});
});
