import { receivedByRocketChat } from '../../src/posture/legal';
import { AIR_GAP, foundFlow } from './flow-found';
import { judged } from './workspace-judged';

describe('XMPP', () => {
	const xmpp = {
		Federation_Service_Enabled: true,
		Federation_Service_Domain: 'example.org',
		Federation_XMPP_Enabled: true,
		Federation_XMPP_Bridge_URL: 'http://bifrost.example.org:9555',
	};

	test('is on to the bridge and the servers behind it', async () => {
		const told = await foundFlow('federation-xmpp', '8.8.0', xmpp);
		expect(told).toMatchObject({
			state: 'on',
			recipients: [
				{ recipient: 'the XMPP bridge', host: 'bifrost.example.org', party: 'third-parties', reach: 'own' },
				{ recipient: 'the XMPP servers that the bridge connects to', host: null, party: 'third-parties' },
			],
		});
		// Its settings read here, so this server has it, whatever release it came with.
		expect(told.caveat).not.toContain('From which release of Rocket.Chat on it exists is not known');
	});

	test.each([{ Federation_Service_Enabled: false }, { Federation_XMPP_Enabled: false }, { Federation_XMPP_Bridge_URL: '' }])('is off with %p', async (settings) => {
		expect((await foundFlow('federation-xmpp', '8.8.0', { ...xmpp, ...settings })).state).toBe('off');
	});

	test('is not there where its settings are missing', async () => {
		const absent = ['Federation_XMPP_Enabled', 'Federation_XMPP_Bridge_URL'];
		expect(await foundFlow('federation-xmpp', { version: '8.8.0', absent }, { Federation_Service_Enabled: true, Federation_Service_Domain: 'example.org' })).toMatchObject({ state: 'not-applicable', unreadable: [] });
		expect((await foundFlow('federation-xmpp', '8.6.1', { Federation_Service_Enabled: true })).state).toBe('not-applicable');
	});
});

describe('the older federations', () => {
	const FEDERATIONS = [
		['federation-legacy', 'FEDERATION_Enabled'],
		['federation-hub', 'FEDERATION_Enabled'],
		['federation-matrix', 'Federation_Matrix_enabled'],
	] as const;

	test.each(FEDERATIONS)('%s is on up to 7.10, by %s', async (id, setting) => {
		expect((await foundFlow(id, '7.10.0', { [setting]: true })).state).toBe('on');
		expect((await foundFlow(id, '7.10.0')).state).toBe('off');
	});

	test.each(FEDERATIONS)('%s ended with its code, though %s still reads true after an upgrade', async (id, setting) => {
		for (const version of ['7.11.0', '8.6.1', '8.8.0']) {
			const { state, reason } = await foundFlow(id, { version, upgradedFrom: '7.7.1' }, { [setting]: true });
			expect([version, state]).toEqual([version, 'not-applicable']);
			expect(reason).toContain(`no longer has it: what an older version left behind does nothing (\`${setting}\` (true))`);
		}
	});

	test.each(FEDERATIONS)('%s is simply not there where nothing is left of %s', async (id) => {
		expect((await foundFlow(id, '8.6.1')).reason).toMatch(/^This server \(.+\) does not have it\.$/);
	});

	test.each([
		['hub', { FEDERATION_Discovery_Method: 'hub' }, 'the server also enters itself there, with its domain, its address and its public key'],
		['dns', {}, 'the hub is asked only for servers that the DNS does not name'],
	])('with the method %s the hub of Rocket.Chat is a recipient, of domains and no content', async (_method, method, known) => {
		const on = { FEDERATION_Enabled: true, ...method };
		const told = await foundFlow('federation-hub', '7.10.0', on);
		expect(told).toMatchObject({ state: 'on', recipients: [{ recipient: "Rocket.Chat's federation hub", host: 'hub.rocket.chat', party: 'rocket-chat' }] });
		expect(told.caveat).toContain(known);
		const { posture } = await judged({ description: 'Federation of old.', server: { version: '7.10.0' }, settings: { Site_Url: 'https://chat.example.org', ...on } });
		const behind = posture.exposure.filter(({ because }) => because.some(({ source }) => source === 'flow:federation-hub'));
		expect(behind.map(({ party, category }) => `${party} ${category}`)).toEqual(['rocket-chat usage-data']);
		expect(JSON.stringify(receivedByRocketChat(posture.flows).sent)).toContain('federation-hub');
	});

	test('with a method that was not read the hub may know the address', async () => {
		const { state, caveat } = await foundFlow('federation-hub', '7.10.0', { FEDERATION_Enabled: true }, { faults: { FEDERATION_Discovery_Method: 'hangs' } });
		// By that setting the server's version is found out too.
		expect(state).toBe('unknown');
		expect(caveat).toContain('Whether the server also enters itself there');
	});

	test('that are off may reach the hub by the method alone', async () => {
		const told = await foundFlow('federation-hub', '7.10.0', { FEDERATION_Discovery_Method: 'hub' });
		expect(told).toMatchObject({ state: 'unknown', unreadable: [] });
		expect(told.reason).toContain('the server may enter itself at the hub all the same');
		expect((await foundFlow('federation-hub', '8.6.1', { FEDERATION_Discovery_Method: 'hub' })).state).toBe('not-applicable');
	});

	test('that may reach the hub leave an air gap certain, and say no of Rocket.Chat', async () => {
		const { posture } = await judged({ description: 'An air gap.', server: { version: '7.10.0' }, settings: { Site_Url: 'https://chat.isolated.example', FEDERATION_Discovery_Method: 'hub' }, ...AIR_GAP });
		expect(posture.deployment).toMatchObject({ confidence: 'certain', conflicts: [], unread: [] });
		expect(posture.exposure.filter(({ party, state }) => party === 'rocket-chat' && state !== 'no')).toEqual([]);
	});
});

describe('bridges and conferences', () => {
	test('native federation says what of people goes along', async () => {
		const native = { Federation_Service_Enabled: true, Federation_Service_Domain: 'example.org' };
		const { caveat } = await foundFlow('federation-native', '8.6.1', native);
		expect(caveat).toContain('Who is typing is sent too');
		expect(caveat).not.toMatch(/Who is online|Who has read/);
		const all = { ...native, Federation_Service_EDU_Process_Typing: false, Federation_Service_EDU_Process_Presence: true, Federation_Service_EDU_Process_Receipt: true };
		expect((await foundFlow('federation-native', '8.6.1', all)).caveat).toMatch(/Who is online is sent too .+ Who has read what is sent too/);
		expect(caveat).toContain('HOMESERVER_CONFIG_DNS_SERVERS');
	});

	test('Slack gets usernames and the workspace\'s address', async () => {
		const { sends } = await foundFlow('slack-bridge', '8.6.1', { SlackBridge_Enabled: true, SlackBridge_APIToken: 'x', SlackBridge_Out_Enabled: true });
		expect(sends).toEqual(expect.arrayContaining(['usernames', "the workspace's address"]));
	});

	test('an IRC server is told by its host', async () => {
		expect((await foundFlow('irc-bridge', '9.0', { IRC_Enabled: true, IRC_Host: 'irc.example.net' })).recipients).toMatchObject([{ host: 'irc.example.net' }]);
	});

	test('Pexip goes to the farther of its hosts, whatever release it came with', async () => {
		const told = await foundFlow('pexip', '9.0', { Pexip_Integration_Enabled: true, Pexip_Integration_Base_Url: 'https://pexip.lan', Pexip_Integration_SIP_Host: 'sip.example.net' });
		expect(told).toMatchObject({ state: 'on', recipients: [{ host: 'sip.example.net', reach: 'own' }] });
		// Its settings read here, so this server has it, whatever release it came with.
		expect(told.caveat).not.toContain('From which release of Rocket.Chat on it exists is not known');
	});

	test.each([
		['pexip', ['Pexip_Integration_Enabled', 'Pexip_Integration_Base_Url', 'Pexip_Integration_SIP_Host']],
		['mcp-server', ['MCP_Enabled', 'MCP_Expose_Extended_API']],
	] as const)('%s is not there where all its settings are missing, and no air gap suffers from it', async (id, absent) => {
		const server = { version: '9.0', absent: [...absent] };
		expect(await foundFlow(id, server)).toMatchObject({ state: 'not-applicable', unreadable: [] });
		const { posture } = await judged({ description: 'An air gap.', server, settings: { Site_Url: 'https://chat.isolated.example' }, ...AIR_GAP });
		expect(posture.deployment.confidence).toBe('certain');
	});

	test('the switch of the MCP server is in the AI center', async () => {
		expect((await foundFlow('mcp-server', '9.0')).turnOff).toContain('AI Center > MCP');
	});

	test('the AI search gets the usernames and dates of a search', async () => {
		expect((await foundFlow('ai-search', '9.0')).sends).toContain('usernames and dates that narrow a search');
	});
});
