import { TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { FORMATS } from '../../src/show/formats';
import { licenceCanaries, readWorkspace } from '../../tools/host';
import type { Workspace } from '../../tools/host';
import { withApp } from './installed';

const CANARY = 'canary7secret';

/** A workspace in which everything that holds a secret holds a canary: secret and password settings, URL credentials, the licence, the variable that gives tokens. */
function seeded(): Workspace {
	const workspace = readWorkspace('self-managed-registered');
	return {
		...workspace,
		server: { ...workspace.server, environment: { [TOKEN_VARIABLE]: `${CANARY}-token` } },
		settings: { ...workspace.settings, Site_Url: `https://${CANARY}user:${CANARY}word@chat.example.org/${CANARY}path?${CANARY}query#${CANARY}hash` },
	};
}

test('canaries in every secret, in the licence and in URL credentials reach no message, block, file or log', async () => {
	await withApp(seeded(), async (engine) => {
		const definitions = engine.server.settings();
		for (const { id, type, secret } of definitions) {
			const text = type !== 'boolean' && type !== 'int' && type !== 'select';
			if (text && (secret || type === 'password') && id !== 'Site_Url') {
				engine.server.setSetting(id, `${CANARY}-${id}`);
			}
		}
		for (const id of SETTING_IDS) {
			const { type, shown } = SERVER_SETTINGS[id];
			if (type !== 'string' || id === 'Site_Url' || id === 'Enterprise_License' || !definitions.some((definition) => definition.id === id)) {
				continue;
			}
			if (shown === 'set') {
				engine.server.setSetting(id, `${CANARY}-${id}`);
			} else if (shown === 'host') {
				engine.server.setSetting(id, `https://${CANARY}:${CANARY}@host.example/${CANARY}?${CANARY}`);
			}
		}
		await engine.command({ as: 'admin', text: '/privacy-status' });
		const viewId = engine.server.surfaces('admin')[0]?.viewId ?? '';
		await engine.blockAction({ as: 'admin', actionId: 'export', value: 'json', viewId });
		for (const { id: format } of FORMATS) {
			await engine.command({ as: 'admin', text: `/privacy-status export ${format}` });
		}
		await engine.saveAppSettings({ contact_email: 'nobody', members_may_read: 'notice-and-keeping' });
		for (const text of ['/privacy-status token list', '/privacy-status flows', '/privacy-status legal', '/privacy-status explain webrtc-ice', '/privacy-notice', '/privacy-notice text', '/server-lookup chat.example.org']) {
			await engine.command({ as: 'admin', text });
		}
		for (const text of ['/privacy-status', '/privacy-notice', '/privacy-notice text', '/server-lookup chat.example.org']) {
			await engine.command({ as: 'member', text });
		}

		const output = JSON.stringify([
			engine.server.messages(),
			engine.server.interactions(),
			engine.server.surfaces('admin'),
			engine.server.files().map(({ name, content }) => name + content.toString('utf8')),
			engine.server.logs(),
			engine.server.persistence(),
			engine.appSettings(),
		]);
		expect(engine.server.files()).toHaveLength(FORMATS.length + 1);
		expect(output).toContain('chat.example.org');
		expect(output).toContain('(tokens for scripts)');
		// As a question and not as `toContain`: the whole output in a failure's message would bury it.
		expect(output.includes(CANARY)).toBe(false);
		for (const canary of Object.values(licenceCanaries)) {
			expect(output).not.toContain(canary);
		}
	});
});
