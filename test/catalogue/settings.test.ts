import manifest from '../../app.json';
import { HIDDEN_SETTINGS } from '../../src/catalogue/server-settings';
import { DEPLOYMENT_VARIABLE } from '../../src/catalogue/identity';
import definitions from '../../tools/host/settings/rocket-chat-7.7.json';

test('the manifest asks for exactly the hidden settings whose emptiness is needed, and none is a credential', () => {
	const permission = manifest.permissions.find(({ name }) => name === 'server-setting.read');
	expect(permission?.hiddenSettings).toEqual([...HIDDEN_SETTINGS]);
	expect(HIDDEN_SETTINGS.filter((id) => /secret|password|token|key/i.test(id))).toEqual([]);
	expect(HIDDEN_SETTINGS.every((id) => definitions.some((definition) => definition.id === id && definition.hidden))).toBe(true);
});

test('the manifest asks for no network', () => {
	expect(manifest.permissions.map(({ name }) => name)).not.toContain('networking');
});

test('the environment variable is named after the app, as the server demands', () => {
	expect(DEPLOYMENT_VARIABLE).toBe(`RC_APPS_${manifest.id.toUpperCase().replaceAll('-', '_')}_DEPLOYMENT`);
});
