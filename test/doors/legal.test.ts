import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import { validateView } from '../../tools/workbench/validators';
import { told, withApp } from './installed';

async function legalText(workspace: string): Promise<string> {
	return withApp(workspace, async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status legal' });
		const messages = told(engine, 'admin').map(({ text }) => text);
		expect(messages.every((text) => text.length <= MESSAGE_LIMIT)).toBe(true);
		return messages.join('\n');
	});
}

test.each<[string, string[], string[]]>([
	['cloud-own-host', ['acts as the processor', 'Rocket.Chat generally holds it', 'subject to valid legal process', 'The workspace at acme.rocket.chat is hosted by Rocket.Chat'], ['has no access']],
	['open-server', ['Terms of Service and its Code of Conduct', 'holds the account information'], ['has no access']],
	['self-managed-registered', ['likely, not certain', 'has no access to it and can neither view nor export', 'The administrator of this server, or the hosting provider or internet provider of its domain', 'The workspace at chat.example.org is self-managed.'], ['generally holds']],
	['air-gapped-clean', ['An air-gapped workspace is a self-managed one', 'in an isolated network'], ['generally holds', 'likely, not certain']],
	['nothing-readable', ['could not be told', 'First find out who hosts this address', 'could not be read'], ['generally holds', 'has no access', 'No new']],
	['cloud-declared-unregistered', ['What was declared is contradicted', 'First find out who hosts this address'], ['generally holds']],
])('%s', async (workspace, has, lacks) => {
	const text = await legalText(workspace);
	for (const part of [...has, 'Basic subscriber information', 'Non-content records', '*Content*', 'March 5, 2026', 'create no contractual or legal obligation', 'no legal advice', 'cannot provide content or activity logs', 'Server Lookup']) {
		expect(text).toContain(part);
	}
	for (const part of lacks) {
		expect(text).not.toContain(part);
	}
});

test('the panel shows the same, and a contact that the admins stated', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.saveAppSettings({ contact_email: 'privacy@example.org' });
		await engine.command({ as: 'admin', text: '/privacy-status' });
		await engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
		const [surface] = engine.server.surfaces('admin');
		expect(validateView(surface?.view, 'contextual_bar')).toEqual([]);
		expect(JSON.stringify(surface?.view.blocks)).toContain('privacy@example.org');
		expect(JSON.stringify(surface?.view.blocks)).toContain('*Legal requests*');
	});
});

test('the panel opens the notice as a modal', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status' });
		await engine.blockAction({ as: 'admin', actionId: 'notice', value: 'notice', viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
		const modal = engine.server.surfaces('admin').find(({ kind }) => kind === 'modal');
		expect(modal?.view.title).toEqual({ type: 'plain_text', text: 'Privacy Status' });
		expect(validateView(modal?.view, 'modal')).toEqual([]);
	});
});
