import { DEFAULT_APP_SETTINGS, parseRoles, readAppSettings } from '../../src/settings/read-app-settings';

const stored = (values: Record<string, unknown>): Parameters<typeof readAppSettings>[0] => ({
	getValueById: async (id) => {
		if (!(id in values)) {
			throw new Error('No setting.');
		}
		return values[id];
	},
});

test('what is not stored yet is the default', async () => {
	expect(await readAppSettings(stored({}))).toEqual(DEFAULT_APP_SETTINGS);
});

test.each([
	['air-gapped', { value: 'air-gapped', isInvalid: false }],
	['auto', { value: 'auto', isInvalid: false }],
	['unknown', { value: 'auto', isInvalid: true }],
	[42, { value: 'auto', isInvalid: true }],
	[null, { value: 'auto', isInvalid: false }],
])('a declaration of %j', async (value, expected) => {
	expect((await readAppSettings(stored({ declared_deployment: value }))).declaredDeployment).toEqual(expected);
});

test.each([
	['', 'unstated'],
	['  ', 'unstated'],
	['self', 'self'],
	[' Self ', 'self'],
	['Hoster Ltd', 'third-party'],
	[7, 'unstated'],
])('a hosting provider of %j is %s', async (value, hosting) => {
	expect((await readAppSettings(stored({ hosting_provider: value }))).hosting).toBe(hosting);
});

test.each([
	['', ['admin']],
	[' , ,', ['admin']],
	['admin, privacy-officer ,admin', ['admin', 'privacy-officer']],
])('roles of %j', (list, roles) => {
	expect(parseRoles(list)).toEqual(roles);
});
