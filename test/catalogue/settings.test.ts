import manifest from '../../app.json';
import { HIDDEN_SETTINGS } from '../../src/catalogue/server-settings';
import { DEPLOYMENT_VARIABLE } from '../../src/catalogue/identity';
import { definitionsFor, LISTED_VERSIONS } from '../../tools/host/server/definitions';

test('the manifest asks for exactly the hidden settings whose emptiness is needed, and none is a credential', () => {
	const permission = manifest.permissions.find(({ name }) => name === 'server-setting.read');
	expect(permission?.hiddenSettings).toEqual([...HIDDEN_SETTINGS]);
	expect(HIDDEN_SETTINGS.filter((id) => /secret|password|token|key/i.test(id))).toEqual([]);
	expect(LISTED_VERSIONS.flatMap((version) => HIDDEN_SETTINGS.filter((id) => definitionsFor(version).get(id)?.hidden !== true))).toEqual([]);
});

test('the manifest asks for no network', () => {
	expect(manifest.permissions.map(({ name }) => name)).not.toContain('networking');
});

test('the environment variable is named after the app, as the server demands', () => {
	expect(DEPLOYMENT_VARIABLE).toBe(`RC_APPS_${manifest.id.toUpperCase().replaceAll('-', '_')}_DEPLOYMENT`);
});
