import { APP_VARIABLE_PREFIX, TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { translator } from '../../src/language/translate';
import { APP_SETTING_IDS, APP_SETTINGS, ROWS, variableOf } from '../../src/settings/app-settings';
import type { AppSettingId, AppSettingValues, Row } from '../../src/settings/app-settings';
import { hostingOf, organisationOf } from '../../src/settings/organisation';
import { parseNotice } from '../../src/settings/parse';
import { objectionsOf } from '../../src/settings/stated';
import type { AppSettings } from '../../src/settings/stated';
import { STATUS_LINES } from '../../src/settings/status-lines';
import { readAppSettings } from '../../src/workspace/read-app-settings';
import { declarationsOf } from '../../src/workspace/read-workspace';

const english = translator('en');

/** The engine's readers over what is stored, and over the environment; what is not there throws, as it does there. */
function environmentWith(stored: Record<string, unknown>, variables: Record<string, unknown> = {}): Parameters<typeof readAppSettings>[0] {
	const read = (values: Record<string, unknown>) => async (id: string): Promise<unknown> => {
		if (!(id in values)) {
			throw new Error('None.');
		}
		return values[id];
	};
	const settings = { getValueById: read(stored) };
	const environment = { getValueByName: async (name: string): Promise<unknown> => variables[name] };
	return { getSettings: () => settings, getEnvironmentVariables: () => environment } as unknown as Parameters<typeof readAppSettings>[0];
}

async function read(stored: Record<string, unknown>, variables?: Record<string, unknown>): Promise<AppSettings> {
	return readAppSettings(environmentWith(stored, variables));
}

const objections = (own: AppSettings): string[] => objectionsOf(own).map((objection) => english(objection));

test('what is not stored yet is not stated', async () => {
	const own = await read({});
	expect(own.values).toEqual(Object.fromEntries(APP_SETTING_IDS.map((id) => [id, ROWS[id].unstated])));
	expect(objections(own)).toEqual([]);
	expect(own.values.allowed_roles).toEqual(['admin']);
});

test.each([
	['air-gapped', 'air-gapped', false],
	['auto', 'auto', false],
	['unknown', 'auto', true],
	[42, 'auto', true],
	[null, 'auto', false],
])('a declaration of %j', async (value, setting, settingIsInvalid) => {
	expect(declarationsOf(await read({ declared_deployment: value }))).toMatchObject({ setting, settingIsInvalid, environment: { state: 'absent' } });
});

test.each([
	['air-gapped', { state: 'declared', model: 'air-gapped' }],
	[' Cloud ', { state: 'declared', model: 'cloud' }],
	['moon', { state: 'not-a-model' }],
	['', { state: 'absent' }],
	[undefined, { state: 'absent' }],
])('a declaration of %j by the environment', async (value, environment) => {
	expect(declarationsOf(await read({}, { [variableOf('declared_deployment')]: value })).environment).toEqual(environment);
});

test.each([
	['', 'unstated'],
	['  ', 'unstated'],
	['self', 'self'],
	[' Self ', 'self'],
	['Hoster Ltd', 'third-party'],
	[7, 'unstated'],
])('a hosting provider of %j is %s', async (value, hosting) => {
	expect(hostingOf((await read({ hosting_provider: value })).values)).toBe(hosting);
});

test.each([
	['', ['admin']],
	[' , ,', ['admin']],
	['admin, privacy-officer ,admin', ['admin', 'privacy-officer']],
])('roles of %j', async (list, roles) => {
	expect((await read({ allowed_roles: list })).values.allowed_roles).toEqual(roles);
});

test.each([
	['example.org', ['example.org']],
	[' Example.ORG., *.lan.example\n.b.example;10.1.2.3 example.org', ['example.org', 'lan.example', 'b.example', '10.1.2.3']],
	['bücher.example', ['xn--bcher-kva.example']],
])('own domains of %j', async (list, domains) => {
	expect((await read({ own_domains: list })).values.own_domains).toEqual(domains);
});

test.each(['example.org, https://x.example', 'com', 'example.org/path', 'example.org:443', 'user@example.org', 'a..example', '-a.example', `${'x'.repeat(64)}.example`, 'x.example '.repeat(1000), '*', '[::1]'])('own domains of %.30j are none, with the reason', async (list) => {
	const own = await read({ own_domains: list });
	expect(own.values.own_domains).toEqual([]);
	expect(objectionsOf(own).map(translator('en')).join()).toContain('It should hold only domains such as example.org');
});

test.each(['rocket.chat', 'open.rocket.chat', 'a.example, googleapis.com', 'co.uk', 'com.au', 'github.io', 'deepl.com'])('own domains of %j are no own network', async (list) => {
	const own = await read({ own_domains: list });
	expect(own.values.own_domains).toEqual([]);
	expect(objectionsOf(own).map(translator('en')).join()).toContain('belongs to Rocket.Chat or to another public service');
});

/** A value of each setting that cannot be used, and what is said of it. */
const UNUSABLE: Readonly<Partial<Record<AppSettingId, readonly [value: string, reason: string]>>> = {
	declared_deployment: ['moon', 'It is not one of the choices.'],
	own_domains: ['https://example.org/x', 'It should hold only domains'],
	hosting_provider: ['x'.repeat(201), 'It is longer than 200 characters.'],
	hosting_location: ['x'.repeat(201), 'It is longer than 200 characters.'],
	// A longer text of one's own is used: the notice leaves its end out, and says so.
	notice_source_url: ['example.org', 'It is not an http or https address'],
	contact_email: ['nobody', 'It is not one e-mail address'],
	members_may_read: ['everything', 'It is not one of the choices.'],
	policy: ['{"email":', 'It should be JSON'],
	allowed_roles: [', ,', 'It names no role.'],
};

test('every setting of the page that states something has a variable of its own', () => {
	const stating = APP_SETTINGS.map(({ id }) => id).filter((id) => !STATUS_LINES.some((line) => line === id));
	expect(stating).toEqual(APP_SETTING_IDS);
	const variables = [...APP_SETTING_IDS.map(variableOf), TOKEN_VARIABLE];
	expect(new Set(variables).size).toBe(stating.length + 1);
	expect(variables.filter((name) => !name.startsWith(APP_VARIABLE_PREFIX) || !/^[A-Z0-9_]+$/.test(name))).toEqual([]);
});

describe.each(APP_SETTING_IDS)('%s', (id) => {
	const unusable = UNUSABLE[id];

	test('is stated on the settings page, or else in the environment', async () => {
		const { choices, parse }: Row<unknown, unknown> = ROWS[id];
		const pairs = [[choices?.[1] ?? 'one', choices?.[2] ?? choices?.[1] ?? 'two'], ['a@example.org', 'b@example.org'], ['https://a.example/', 'https://b.example/'], ['a.example', 'b.example'], ['{"email":"off"}', '{"maps":"off"}']] as const;
		const [page, variable] = pairs.find((pair) => pair.every((text) => 'value' in parse(text))) ?? ['', ''];
		const valueOf = async (...from: Parameters<typeof read>): Promise<unknown> => (await read(...from)).values[id];
		const [ofPage, ofVariable, ofBoth, ofNone] = [await valueOf({ [id]: page }), await valueOf({}, { [variableOf(id)]: variable }), await valueOf({ [id]: page }, { [variableOf(id)]: variable }), await valueOf({})];
		expect(page).not.toBe('');
		expect(JSON.stringify(ofPage)).toContain(page);
		expect(JSON.stringify(ofVariable)).toContain(variable);
		expect(ofBoth).toEqual(ofPage);
		expect(ofNone).toEqual(ROWS[id].unstated);
	});

	test('a value that is no text is not used, and that is said', async () => {
		const own = await read({ [id]: { some: 'object' } });
		expect(own.values[id]).toEqual(ROWS[id].unstated);
		expect(objections(own)).toEqual([expect.stringMatching(new RegExp(`^Not used, and counts as not stated: \`${id}\` \\(.+\\)\\. It is not text\\.$`))]);
	});

	if (unusable !== undefined) {
		const [value, reason] = unusable;

		test('a value that cannot be used counts as not stated, and why is said', async () => {
			const own = await read({ [id]: value });
			expect(own.values[id]).toEqual(ROWS[id].unstated);
			expect(objections(own)).toHaveLength(1);
			expect(objections(own)[0]).toContain(`\`${id}\``);
			expect(objections(own)[0]).toContain(reason);
		});

		test('one of the environment too, which gives way to none', async () => {
			const own = await read({}, { [variableOf(id)]: value });
			expect(own.values[id]).toEqual(ROWS[id].unstated);
			expect(objections(own)[0]).toContain(`the environment variable \`${variableOf(id)}\``);
			expect(objections(own)[0]).toContain(reason);
		});
	}
});

test('a setting that cannot be used leaves the word to the environment', async () => {
	const own = await read({ contact_email: 'nobody' }, { [variableOf('contact_email')]: 'dpo@example.org' });
	expect(own.values.contact_email).toBe('dpo@example.org');
	expect(objections(own)).toHaveLength(1);
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
	const own = await read({ notice_source_url: value });
	expect([own.values.notice_source_url, objections(own).length]).toEqual([expected, expected === null ? 1 : 0]);
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
	const own = await read({ contact_email: value });
	expect([own.values.contact_email, objections(own).length]).toEqual([expected, expected === null ? 1 : 0]);
});

test('hosting provider and place are told in one line each', async () => {
	const { values } = await read({ hosting_provider: ' Hoster\nLtd ', hosting_location: 'x'.repeat(200) });
	expect(organisationOf(values)).toMatchObject({ hostingProvider: 'Hoster Ltd', hostingLocation: 'x'.repeat(200) });
});

test.each<[string, string, string, boolean]>([
	['as long as it may be', 'x'.repeat(4000), 'x'.repeat(4000), false],
	['cut at a line', `${'x'.repeat(3000)}\n${'y'.repeat(3000)}`, 'x'.repeat(3000), true],
	['cut between lines that just fit', `${'x'.repeat(4000)}\ny`, 'x'.repeat(4000), true],
	['one endless line', 'x'.repeat(9000), 'x'.repeat(4000), true],
	['one endless line of pairs', `x${'😀'.repeat(3000)}`, `x${'😀'.repeat(1999)}`, true],
])('an own text: %s', async (_name, text, shown, isCut) => {
	expect(parseNotice(text)).toEqual({ value: { text: shown, isCut } });
	expect(organisationOf((await read({ organisation_notice: text })).values)).toMatchObject({ organisationNotice: shown, organisationNoticeIsCut: isCut });
});

test('an environment that cannot be read states nothing, and an unread declaration says so', async () => {
	const environment = environmentWith({ contact_email: 'dpo@example.org' });
	const failing = { ...environment, getSettings: () => environment.getSettings(), getEnvironmentVariables: () => ({ getValueByName: async () => Promise.reject(new Error('No.')) }) } as unknown as Parameters<typeof readAppSettings>[0];
	const own = await readAppSettings(failing);
	expect(own.values satisfies AppSettingValues).toMatchObject({ contact_email: 'dpo@example.org', declared_deployment: null });
	expect(declarationsOf(own).environment).toEqual({ state: 'unreadable' });
	expect(own.tokenHashes).toEqual({ kind: 'unreadable' });
});

describe('tokens that the environment gives', () => {
	const [one, other] = ['a1'.repeat(32), 'B2'.repeat(32)];

	test.each<[string | undefined, readonly string[]]>([
		[one, [one]],
		[` ${other}\n`, [other.toLowerCase()]],
		[`${one},${other}`, [one, other.toLowerCase()]],
		[`${one} , ${one}`, [one]],
	])('by %j are known by their hashes', async (variable, value) => {
		const own = await read({}, { [TOKEN_VARIABLE]: variable });
		expect(own.tokenHashes).toEqual({ kind: 'value', value });
		expect(objections(own)).toEqual([]);
	});

	test.each([undefined, '', '  '])('by %j are none', async (variable) => {
		const own = await read({}, { [TOKEN_VARIABLE]: variable });
		expect(own.tokenHashes).toEqual({ kind: 'nothing' });
		expect(objections(own)).toEqual([]);
	});

	test.each([
		['a hash that is too short', one.slice(1)],
		['a hash that is too long', `${one}a`],
		['another letter', `g${one.slice(1)}`],
		['what sha256sum puts behind it', `${one}  -`],
		['one good and one bad', `${one},canary`],
		['a comma too many', `${one},`],
		['only a comma', ','],
		['another separator', `${one} ${other}`],
		['the token itself', `ps_${'0'.repeat(16)}_${one}`],
		['a line between', `${one}\n${other}`],
		['much', one.repeat(10_000)],
	])('by %s are none, and that is said without the value', async (_what, variable) => {
		const own = await read({}, { [TOKEN_VARIABLE]: variable });
		expect(own.tokenHashes.kind).toBe('unusable');
		expect(objections(own)).toEqual([
			`Not used, and counts as not stated: the environment variable \`${TOKEN_VARIABLE}\` (tokens for scripts). It should hold only SHA-256 hashes, each of 64 hexadecimal digits, with commas between them.`,
		]);
	});

	test('by a text that is none are none', async () => {
		expect(objections(await read({}, { [TOKEN_VARIABLE]: 7 }))).toEqual([expect.stringContaining('It is not text.')]);
	});

	test('are taken from nowhere else', async () => {
		expect((await read({ token_sha256: one, [TOKEN_VARIABLE]: one })).tokenHashes).toEqual({ kind: 'nothing' });
	});
});

test('the organisation’s own text keeps its lines and the marks of text from the right, and nothing that turns what follows around or that nobody sees', () => {
	expect(parseNotice('# Ours\r\n\t- a\u202Eb\u2066c\u2069\u0000\u001B[31m\u2028\uE000\uD800 \u05D0\u200F!')).toEqual({ value: { text: '# Ours\n\t- abc[31m \u05D0\u200F!', isCut: false } });
});
