import { DEFAULT_APP_SETTINGS, parseNotice, parseRoles, readAppSettings } from '../../src/settings/read-app-settings';

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

test.each([
	['https://example.org/privacy', 'https://example.org/privacy'],
	[' http://intranet/notice ', 'http://intranet/notice'],
	['example.org', null],
	['javascript:alert(1)', null],
	['https://user:word@example.org', null],
	['https://example.org/a b', null],
	['https://example.org/`x`', null],
	[`https://example.org/${'x'.repeat(600)}`, null],
])('a source address of %j', async (value, expected) => {
	const { noticeSourceUrl, ignored } = await readAppSettings(stored({ notice_source_url: value }));
	expect({ noticeSourceUrl, ignored }).toEqual({ noticeSourceUrl: expected, ignored: expected === null ? ['notice_source_url'] : [] });
});

test.each([
	['dpo@example.org', 'dpo@example.org'],
	[' Datenschutz@müller.example ', 'Datenschutz@müller.example'],
	['dpo@intranet', 'dpo@intranet'],
	['dpo@example.org, second@example.org', null],
	['mailto:dpo@example.org', null],
	['@all', null],
	['ask *us*@example.org', null],
])('a contact of %j', async (value, expected) => {
	const { contactEmail, ignored } = await readAppSettings(stored({ contact_email: value }));
	expect({ contactEmail, ignored }).toEqual({ contactEmail: expected, ignored: expected === null ? ['contact_email'] : [] });
});

test('hosting provider and place are told in one line each', async () => {
	expect(await readAppSettings(stored({ hosting_provider: ' Hoster\nLtd ', hosting_location: 'x'.repeat(300) }))).toMatchObject({
		hostingProvider: 'Hoster Ltd',
		hostingLocation: 'x'.repeat(200),
	});
});

test.each<[string, string, string | null, boolean]>([
	['none', '', null, false],
	['as long as it may be', 'x'.repeat(4000), 'x'.repeat(4000), false],
	['cut at a line', `${'x'.repeat(3000)}\n${'y'.repeat(3000)}`, 'x'.repeat(3000), true],
	['cut between lines that just fit', `${'x'.repeat(4000)}\ny`, 'x'.repeat(4000), true],
	['one endless line', 'x'.repeat(9000), 'x'.repeat(4000), true],
	['one endless line of pairs', `x${'😀'.repeat(3000)}`, `x${'😀'.repeat(1999)}`, true],
])('an own text: %s', (_name, text, shown, isCut) => {
	expect(parseNotice(text)).toEqual({ text: shown, isCut });
});
