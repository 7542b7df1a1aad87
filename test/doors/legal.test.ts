import { SERVER_LOOKUP_URL } from '../../src/catalogue/hosts';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import { validateMessageBlocks, validateView } from '../../tools/workbench/validators';
import { lastTold, told, withApp } from './installed';

async function legalText(workspace: string): Promise<string> {
	return withApp(workspace, async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status legal' });
		const messages = told(engine, 'admin').map(({ text }) => text);
		expect(messages.every((text) => text.length <= MESSAGE_LIMIT)).toBe(true);
		return messages.join('\n');
	});
}

test.each<[string, string[], string[]]>([
	['cloud-own-host', ['acts as the processor', 'infrastructure subprocessors: https://', 'Rocket.Chat generally possesses it', 'subject to valid legal process', 'As far as its administration knows, the workspace at acme.rocket.chat is hosted by Rocket.Chat'], ['has no access']],
	['open-server', ['Terms of Service and its Code of Conduct', 'holds the account information', 'As far as its administration knows, open.rocket.chat is the Open Server'], ['has no access']],
	['self-managed-registered', ['likely, not certain', 'has no access to self-managed servers and can neither view nor export', 'the administrator of this server, or to the hosting provider or ISP of its domain', 'any billing data', 'As far as its administration knows, the workspace at chat.example.org is self-managed. Please confirm this'], ['generally possesses']],
	['air-gapped-clean', ['An air-gapped workspace is a self-managed one', 'According to those who run it, the workspace at chat.isolated.example is self-managed in an isolated network.', 'The server or people\'s browsers try to send data'], ['generally possesses', 'likely, not certain', 'Please confirm']],
	['air-gapped-registered', ['This verdict is contradicted', 'First find out who hosts this address', 'has not been found out yet'], ['is self-managed in an isolated network', 'holds its users']],
	['air-gapped-gateway-on', ['This verdict is contradicted', 'First find out who hosts this address', 'has not been found out yet'], ['is self-managed in an isolated network', 'holds its users']],
	['self-managed-unregistered', ['the workspace at (address of the workspace) is self-managed'], ['the workspace at localhost']],
	['nothing-readable', ['Could not find out what kind of deployment this is', 'First find out who hosts this address', 'Could not find out whether'], ['generally possesses', 'has no access', 'No new']],
	['cloud-declared-unregistered', ['This verdict is contradicted', 'First find out who hosts this address'], ['generally possesses']],
])('%s', async (workspace, has, lacks) => {
	const text = await legalText(workspace);
	for (const part of [...has, 'Basic subscriber information', 'Non-content records', '*Content*', '*What this workspace itself keeps*', '5 March 2026', 'create no contractual or legal obligation', 'examines every request', 'no legal advice', "Rocket.Chat's statistics collector", 'cannot provide content or activity logs', 'Server Lookup']) {
		expect(text).toContain(part);
	}
	for (const part of lacks) {
		expect(text).not.toContain(part);
	}
});

test('in the room and in the panel one press opens the official lookup', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status legal' });
		const { blocks } = lastTold(engine, 'admin');
		expect(validateMessageBlocks(blocks ?? [])).toEqual([]);
		expect(JSON.stringify(blocks)).toContain(`"url":"${SERVER_LOOKUP_URL}"`);
		await engine.command({ as: 'admin', text: '/privacy-status' });
		await engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
		expect(JSON.stringify(engine.server.surfaces('admin')[0]?.view.blocks)).toContain(`"url":"${SERVER_LOOKUP_URL}"`);
	});
});

test('the panel shows the same, and a contact that the admins stated', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.saveAppSettings({ contact_email: 'privacy@example.org' });
		await engine.command({ as: 'admin', text: '/privacy-status' });
		await engine.blockAction({ as: 'admin', actionId: 'show', value: 'legal', viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
		const [surface] = engine.server.surfaces('admin');
		expect(validateView(surface?.view, 'contextual_bar')).toEqual([]);
		expect(JSON.stringify(surface?.view.blocks)).toContain('privacy@example.org');
		expect(JSON.stringify(surface?.view.blocks)).toContain('*Whom to ask (likely; see the verdict below):*');
	});
});

test('the panel opens the notice as a modal', async () => {
	await withApp('self-managed-registered', async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status' });
		await engine.blockAction({ as: 'admin', actionId: 'notice', value: 'notice', viewId: engine.server.surfaces('admin')[0]?.viewId ?? '' });
		const modal = engine.server.surfaces('admin').find(({ kind }) => kind === 'modal');
		expect(modal?.view.title).toEqual({ type: 'plain_text', text: 'Privacy notice' });
		expect(validateView(modal?.view, 'modal')).toEqual([]);
	});
});
