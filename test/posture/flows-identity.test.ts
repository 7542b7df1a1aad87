import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { AIR_GAP, foundFlow } from './flow-found';
import { judged } from './workspace-judged';

describe('logins with accounts elsewhere', () => {
	test.each(['7.7.1', '8.6.1', '9.0'])('custom providers are never said to be off (%s)', async (version) => {
		const custom = { 'Accounts_OAuth_Custom-Keycloak': true, 'Accounts_OAuth_Custom-Keycloak-url': 'https://sso.example.net' };
		for (const settings of [{}, custom]) {
			const { state, reason, unreadable, recipients } = await foundFlow('oauth-login', version, settings);
			expect({ state, unreadable }).toEqual({ state: 'unknown', unreadable: [] });
			expect(reason).toContain('There may be custom ones: they have free names, which an app cannot list.');
			expect(recipients).toMatchObject([{ host: null, reach: 'unknown' }]);
		}
	});

	test.each([
		['7.7.1', 'Accounts_OAuth_Facebook', 'on'],
		['8.6.1', 'Accounts_OAuth_Facebook', 'on'],
		['9.0', 'Accounts_OAuth_Facebook', 'unknown'],
		['9.0', 'Accounts_OAuth_Google', 'on'],
		['7.7.1', 'Accounts_OAuth_Tokenpass', 'on'],
	])('on %s with %s it is %s', async (version, provider, state) => {
		expect((await foundFlow('oauth-login', version, { [provider]: true })).state).toBe(state);
	});

	test('a provider of which the switch cannot be read leaves it unknown by that switch', async () => {
		const { state, unreadable } = await foundFlow('oauth-login', { version: '9.0', hiddenByEnvironment: ['Accounts_OAuth_Google'] });
		expect({ state, unreadable }).toEqual({ state: 'unknown', unreadable: ['Accounts_OAuth_Google'] });
	});

	test('that custom providers need a module is said from 9.0 on', async () => {
		const said = 'From Rocket.Chat 9.0 on, custom providers need a licence module.';
		expect((await foundFlow('oauth-login', '9.0')).caveat).toContain(said);
		expect((await foundFlow('oauth-login', '8.6.1')).caveat).not.toContain(said);
	});

	test('where one is on, people\'s pictures are said to be fetched', async () => {
		expect((await foundFlow('oauth-login', '9.0', { Accounts_OAuth_Google: true })).caveat).toContain("fetches people's pictures");
	});

	test('neither custom OAuth nor further SAML connections keep a declared air gap from being certain', async () => {
		for (const version of ['7.7.1', '8.6.1', '9.0']) {
			const { posture } = await judged({ description: 'An air gap.', server: { version }, settings: { Site_Url: 'https://chat.isolated.example' }, ...AIR_GAP });
			expect([version, posture.deployment.confidence, posture.deployment.unread]).toEqual([version, 'certain', []]);
			expect(posture.exposure.find(({ party, category }) => party === 'third-parties' && category === 'account-data')?.state).toBe('no');
		}
	});
});

describe('SAML', () => {
	const own = { SAML_Custom_Default: true, SAML_Custom_Default_entry_point: 'https://sso.example.org/login' };
	const atLogout = "At logout the browser goes to the address in `SAML_Custom_Default_idp_slo_redirect_url`, with the person's id at the provider.";

	test.each(['7.7.1', '8.6.1', '9.0'])('a connection of another name is never said to be off (%s)', async (version) => {
		const { state, reason, unreadable, recipients } = await foundFlow('saml-login', version, { SAML_Custom_Keycloak: true });
		expect({ state, unreadable }).toEqual({ state: 'unknown', unreadable: [] });
		expect(reason).toContain('they have free names, which an app cannot list');
		// The example that Rocket.Chat ships is nobody's identity provider.
		expect(recipients).toMatchObject([{ host: null, reach: 'unknown' }]);
	});

	test('is on by the connection named Default, to its provider', async () => {
		const { state, recipients, caveat, sends } = await foundFlow('saml-login', '8.6.1', { ...own, SAML_Custom_Default_idp_slo_redirect_url: 'https://sso.example.org/logout' });
		expect(state).toBe('on');
		expect(recipients).toEqual([{ recipient: 'the SAML identity provider', host: 'sso.example.org', party: 'third-parties', reach: 'own' }]);
		expect(caveat).toContain(atLogout);
		expect(caveat).not.toContain('still the example');
		expect(sends).toContain("at logout, the person's id at the identity provider");
	});

	test('a provider inside stays inside only if people are not led out at logout', async () => {
		const inside = { SAML_Custom_Default: true, SAML_Custom_Default_entry_point: 'https://sso.lan/login' };
		const shipped = await foundFlow('saml-login', '8.6.1', inside);
		expect(shipped).toMatchObject({ effect: 'sent', recipients: [{ host: 'example.com', reach: 'own' }] });
		expect(shipped.caveat).toContain('That address is still the example that Rocket.Chat ships');
		for (const settings of [{ SAML_Custom_Default_idp_slo_redirect_url: 'https://sso.lan/logout' }, { SAML_Custom_Default_logout_behaviour: 'Local' }, { SAML_Custom_Default_idp_slo_redirect_url: '' }]) {
			expect(await foundFlow('saml-login', '8.6.1', { ...inside, ...settings })).toMatchObject({ effect: 'inside', recipients: [{ host: 'sso.lan', reach: 'inside', party: null }] });
		}
		expect((await foundFlow('saml-login', '8.6.1', { ...inside, SAML_Custom_Default_logout_behaviour: 'Local' })).caveat).not.toContain('At logout');
	});

	test('an entry point that is still the example is said to be one', async () => {
		const said = 'is still the example that Rocket.Chat ships, so nobody can log in that way';
		expect((await foundFlow('saml-login', '8.6.1', { SAML_Custom_Default: true })).caveat).toContain(said);
		expect((await foundFlow('saml-login', '8.6.1', own)).caveat).not.toContain(said);
	});

	test.each(['saml-login', 'ldap'] as const)('%s needs a licence module from 9.0 on', async (id) => {
		expect((await foundFlow(id, '9.0')).licenceNote).toContain('From Rocket.Chat 9.0 on it needs a licence module');
		expect((await foundFlow(id, '8.6.1')).licenceNote).toBe('');
	});
});

describe('LDAP', () => {
	const unencrypted = "Passwords and people's data cross the network unencrypted";

	test('on the bridge of the host and without encryption: inside, and said to be unencrypted', async () => {
		const { state, effect, recipients, caveat } = await foundFlow('ldap', '7.7.1', { LDAP_Enable: true, LDAP_Host: '172.17.0.1', LDAP_Encryption: 'plain' });
		expect({ state, effect }).toEqual({ state: 'on', effect: 'inside' });
		expect(recipients).toEqual([{ recipient: 'the LDAP directory', host: '172.17.0.1', party: null, reach: 'inside' }]);
		expect(caveat).toContain(unencrypted);
	});

	test('without encryption unless an admin chose one', async () => {
		expect((await foundFlow('ldap', '9.0', { LDAP_Enable: true, LDAP_Host: 'ldap.example.org' })).caveat).toContain(unencrypted);
		for (const encryption of ['tls', 'ssl']) {
			expect((await foundFlow('ldap', '9.0', { LDAP_Enable: true, LDAP_Host: 'ldap.example.org', LDAP_Encryption: encryption })).caveat).toBe('');
		}
	});

	test('an unread encryption is said to be unread', async () => {
		const { caveat } = await foundFlow('ldap', { version: '8.6.1', hiddenByEnvironment: ['LDAP_Encryption'] }, { LDAP_Enable: true, LDAP_Host: 'ldap.example.org' });
		expect(caveat).toBe("Whether passwords and people's data cross the network encrypted could not be read.");
	});

	test('off, it says nothing of encryption', async () => {
		expect(await foundFlow('ldap', '8.6.1')).toMatchObject({ state: 'off', caveat: '' });
	});

	test('a host is shown as it is, without a scheme that nobody typed', async () => {
		expect((await foundFlow('ldap', '8.6.1', { LDAP_Enable: true, LDAP_Host: 'ldap.example.org:636' })).settings).toMatchObject({ LDAP_Host: 'ldap.example.org' });
	});
});

describe('CAS and Crowd', () => {
	test('the farther of the two addresses of CAS is told', async () => {
		const settings = { CAS_enabled: true, CAS_base_url: 'https://cas.lan', CAS_login_url: 'https://login.example.org/cas' };
		expect(await foundFlow('cas-login', '8.6.1', settings)).toMatchObject({ effect: 'sent', recipients: [{ host: 'login.example.org', reach: 'own' }] });
		expect(await foundFlow('cas-login', '8.6.1', { ...settings, CAS_login_url: 'https://cas.lan/login' })).toMatchObject({ effect: 'inside', recipients: [{ host: 'cas.lan' }] });
	});

	test('Crowd ended with 9.0', async () => {
		const settings = { CROWD_Enable: true, CROWD_URL: 'https://crowd.example.org' };
		expect((await foundFlow('crowd', '8.6.1', settings)).state).toBe('on');
		expect((await foundFlow('crowd', '9.0')).state).toBe('not-applicable');
	});
});

describe('Virtru as decision point of access by attributes', () => {
	const virtru = {
		ABAC_Enabled: true,
		ABAC_PDP_Type: 'virtru',
		ABAC_Virtru_Base_URL: 'https://platform.example.net/api?token=1',
		ABAC_Virtru_OIDC_Endpoint: 'https://keycloak.example.net/auth/realms/opentdf',
		ABAC_Virtru_Client_ID: 'client-canary',
		ABAC_Virtru_Client_Secret: 'secret-canary',
	};

	test('is on by all that it needs, to the platform and its login service', async () => {
		const { state, recipients, sends, caveat } = await foundFlow('abac-decisions', '8.6.1', virtru);
		expect(state).toBe('on');
		expect(recipients).toEqual([
			{ recipient: 'the Virtru platform', host: 'platform.example.net', party: 'third-parties', reach: 'own' },
			{ recipient: 'the login service of the Virtru platform', host: 'keycloak.example.net', party: 'third-parties', reach: 'own' },
		]);
		expect(sends).toEqual(['the e-mail address or the username of members of rooms that have attributes', 'ids of rooms or messages', 'attributes of rooms', "the key or login for the recipient's service"]);
		expect(caveat).toContain('People are named by the first e-mail address of their account');
		expect(caveat).toContain('every five minutes by default');
		expect(caveat).not.toContain('attribute store too');
	});

	test.each([{ ABAC_Enabled: false }, { ABAC_PDP_Type: 'local' }, { ABAC_Virtru_Base_URL: '' }, { ABAC_Virtru_OIDC_Endpoint: '' }])('is off with %p', async (settings) => {
		expect((await foundFlow('abac-decisions', '9.0', { ...virtru, ...settings })).state).toBe('off');
	});

	test('as attribute store it is asked more', async () => {
		const { caveat } = await foundFlow('abac-decisions', '8.6.1', { ...virtru, ABAC_Attribute_Store: 'virtru', ABAC_Virtru_Default_Entity_Key: 'oidcIdentifier' });
		expect(caveat).toContain('Virtru is the attribute store too');
		expect(caveat).toContain('People are named by their username');
	});

	test('below 8.6 nothing is said of an attribute store', async () => {
		const { state, caveat } = await foundFlow('abac-decisions', '8.5.0', virtru);
		expect(state).toBe('on');
		expect(caveat).not.toContain('attribute store');
	});

	test('is not on servers before 8.4', async () => {
		expect((await foundFlow('abac-decisions', '8.3.0', { ABAC_Enabled: true })).state).toBe('not-applicable');
		expect((await foundFlow('abac-decisions', '7.7.1')).state).toBe('not-applicable');
	});

	test('without the licence module its settings do not exist', async () => {
		const absent = ['ABAC_Enabled', 'ABAC_PDP_Type', 'ABAC_Attribute_Store', 'ABAC_Virtru_Base_URL', 'ABAC_Virtru_OIDC_Endpoint', 'ABAC_Virtru_Default_Entity_Key'];
		expect(await foundFlow('abac-decisions', { version: '8.6.1', absent })).toMatchObject({ state: 'not-applicable', reason: expect.stringContaining('without the licence module') as string });
	});

	test('inside the own network it is inside', async () => {
		expect((await foundFlow('abac-decisions', '9.0', { ...virtru, ABAC_Virtru_Base_URL: 'https://virtru.lan', ABAC_Virtru_OIDC_Endpoint: 'http://10.0.0.9/realms/x' })).effect).toBe('inside');
	});

	test('its credentials are not even read', async () => {
		const told = JSON.stringify(await foundFlow('abac-decisions', '8.6.1', virtru));
		expect(told).not.toMatch(/canary|token=1/);
		expect(SETTING_IDS.filter((id) => /^ABAC_Virtru_Client/.test(id))).toEqual([]);
	});
});
