import type { Category } from '../../src/catalogue/categories';
import type { FlowId } from '../../src/catalogue/flows';
import type { ExposureState, Party } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import type { FlowFinding, Posture } from '../../src/posture/posture';
import { asMessages } from '../../src/show/as/chat';
import { explanationLines } from '../../src/show/tell/flows';
import { legalAnswer } from '../../src/show/tell/legal';
import { statusAnswer } from '../../src/show/tell/status';
import { readWorkspace } from '../../tools/host';
import { judged } from './workspace-judged';

const english = translator('en');

/** What a workspace that people really run gives, and what it says of it. */
interface Seen {
	readonly posture: Posture;
	readonly flow: (id: FlowId) => FlowFinding;
	readonly explained: (id: FlowId) => string;
	readonly cell: (party: Party, category: Category) => ExposureState | undefined;
	readonly status: string;
	readonly legal: string;
}

async function seen(workspace: string): Promise<Seen> {
	const { posture } = await judged(readWorkspace(workspace));
	const flow = (id: FlowId): FlowFinding => {
		const found = posture.flows.find((candidate) => candidate.id === id);
		if (found === undefined) {
			throw new Error(`no flow ${id}`);
		}
		return found;
	};
	return {
		posture,
		flow,
		explained: (id) => asMessages([explanationLines(flow(id))], english).join('\n'),
		cell: (party, category) => posture.exposure.find((cell) => cell.party === party && cell.category === category)?.state,
		status: asMessages(statusAnswer(posture), english).join('\n'),
		legal: asMessages(legalAnswer(posture, null), english).join('\n'),
	};
}

test('a server in a LAN still calls three hosts of Rocket.Chat, which no setting stops', async () => {
	const { flow, explained } = await seen('lan-only-switches-off');
	expect((['marketplace', 'supported-versions', 'statistics-report'] as const).map((id) => [flow(id).state, flow(id).optional])).toEqual(Array(3).fill(['on', false]));
	expect((['marketplace', 'supported-versions', 'statistics-report'] as const).map((id) => flow(id).recipients[0].host)).toEqual(['marketplace.rocket.chat', 'releases.rocket.chat', 'collector.rocket.chat']);
	expect(explained('statistics-report')).toContain('ten days');
});

test('switched-off statistics reporting does not stop the report, and its variable is named', async () => {
	const { flow, explained } = await seen('statistics-reporting-off');
	expect(flow('statistics-report').state).toBe('on');
	expect(explained('statistics-report')).toContain('RC_DISABLE_STATISTICS_REPORTING');
});

test('not registered on 8.8: what goes to Rocket.Chat all the same, and which version that is', async () => {
	const { posture, status } = await seen('register-server-off');
	expect(posture.deployment.registration).toEqual({ state: 'unregistered', confidence: 'certain' });
	expect(posture.flows.filter(({ state, recipients }) => state === 'on' && recipients[0].party === 'rocket-chat').length).toBeGreaterThanOrEqual(5);
	expect(status).toContain('Rocket.Chat 8.8');
});

test.each(['placeholder-credentials', 'removed-in-cloud-console'])('%s: taken for registered by the server, and no more than likely', async (workspace) => {
	const { posture, status } = await seen(workspace);
	expect(posture.deployment.registration).toEqual({ state: 'registered', confidence: 'likely' });
	expect(status).not.toMatch(/an id from Rocket\.Chat Cloud, so it is registered|registered — certain/);
});

test('an open history of direct messages is named, and raises what the admins can read', async () => {
	const { flow, cell, posture } = await seen('direct-message-history-open');
	expect(flow('direct-message-history').state).toBe('on');
	expect(cell('workspace-admins', 'user-content')).toBe('yes');
	expect(JSON.stringify(posture.exposure.find(({ party, category }) => party === 'workspace-admins' && category === 'user-content'))).toContain('flow:direct-message-history');
});

test('mails without text do not carry it, in the list of what is sent either', async () => {
	const { explained } = await seen('mail-without-text');
	expect(explained('email')).toContain('without the message text');
	expect(explained('email').split('\n').filter((line) => line.startsWith('*What is sent:*')).join()).not.toMatch(/message text(?! if|, as|, unless| where)/);
});

test('with notification mails off, none carries the message text', async () => {
	const { explained } = await seen('no-notification-mail');
	expect(explained('email')).not.toContain('Notifications carry the message text');
	expect(explained('email')).toContain('Accounts_AllowEmailNotifications');
});

test('what is stored about livechat visitors stands in the legal view', async () => {
	expect((await seen('livechat-visitors-stored')).legal).toMatch(/visitors?.*IP address/i);
});

test('an offline licence of a connected workspace is no proof of an air gap', async () => {
	const { posture } = await seen('offline-licence-but-connected');
	expect(posture.deployment).toMatchObject({ confidence: 'unclear' });
	expect(posture.deployment.conflicts.length).toBeGreaterThan(0);
});

test('an own push gateway is called what it is, and hands on to Apple and Google', async () => {
	const { flow, explained, cell } = await seen('own-push-gateway');
	expect(flow('push-gateway').recipients.map(({ party, host }) => [party, host])).toEqual([['third-parties', 'push.example.org'], ['third-parties', null]]);
	expect(explained('push-gateway')).not.toMatch(/Rocket\.Chat's (?:push gateway|own mobile apps get no)/);
	expect(cell('rocket-chat', 'user-content')).toBe('no');
});

test('of several push gateways the first one is in use', async () => {
	const { flow } = await seen('several-push-gateways');
	expect(flow('push-gateway').recipients[0]).toMatchObject({ party: 'third-parties', host: 'a.example.org' });
});

test('pushes through Rocket.Chat reach Apple and Google too', async () => {
	const { flow, cell } = await seen('push-gateway-of-rocket-chat');
	expect(flow('push-gateway').recipients.map(({ party }) => party)).toEqual(['rocket-chat', 'third-parties']);
	expect(cell('third-parties', 'usage-data')).toBe('yes');
});

test('native pushes without keys are off', async () => {
	const { flow } = await seen('native-push-without-keys');
	expect([flow('push-native').state, flow('push-gateway').state]).toEqual(['off', 'off']);
});

test('files in an own MinIO stay inside', async () => {
	const { flow, cell } = await seen('minio-file-store');
	expect(flow('file-storage')).toMatchObject({ state: 'on', effect: 'inside', recipients: [{ party: null, reach: 'inside' }] });
	expect(cell('third-parties', 'user-content')).not.toBe('yes');
});

test('a school: 30 days are in force, and the former setting of 21 has no effect', async () => {
	const { legal, flow } = await seen('school-cloud');
	expect(legal).toContain('30 days');
	expect(legal).not.toMatch(/\b21 days/);
	expect(flow('iframe-login').recipients[0].host).toBe('school.example');
});

test('LDAP inside, without encryption', async () => {
	const { flow, explained } = await seen('ldap-without-encryption');
	expect(flow('ldap')).toMatchObject({ state: 'on', effect: 'inside' });
	expect(explained('ldap')).toMatch(/unencrypted|not encrypted|without encryption/);
});

test('hidden mail settings leave mail unknown', async () => {
	const { flow } = await seen('mail-settings-hidden');
	expect(flow('email')).toMatchObject({ state: 'unknown', unreadable: ['SMTP_Host'] });
});

test('open to the world: what anyone can read is in the matrix', async () => {
	const { flow, cell } = await seen('open-to-the-world');
	expect((['anonymous-reading', 'files-by-link', 'avatars-by-link'] as const).map((id) => flow(id).state)).toEqual(['on', 'on', 'on']);
	expect(cell('anyone', 'user-content')).toBe('yes');
});

test('the XMPP bridge is a flow of its own', async () => {
	const { flow } = await seen('xmpp-bridge');
	expect(flow('federation-xmpp')).toMatchObject({ state: 'on', recipients: [{ host: 'bifrost.example.org' }, { host: null }] });
});

test('an own LibreTranslate is neither Google, DeepL nor Microsoft', async () => {
	const { flow, explained } = await seen('own-libretranslate');
	expect(flow('auto-translate')).toMatchObject({ state: 'on', recipients: [{ host: 'translate.example.org', reach: 'own' }] });
	expect(explained('auto-translate')).not.toMatch(/Goes to:\*.*(?:Google|DeepL|Microsoft)/);
});

test('in an air gap a LibreTranslate without an address sends nothing', async () => {
	const { flow, posture } = await seen('air-gapped-libretranslate');
	expect(flow('auto-translate').state).toBe('off');
	expect(posture.deployment.confidence).toBe('certain');
});

test('registered, and switched off later: no push through the gateway, and links at the own host', async () => {
	const { flow, posture } = await seen('registered-then-switched-off');
	expect(posture.deployment.registration).toMatchObject({ state: 'registered', confidence: 'likely' });
	expect(flow('push-gateway').state).toBe('off');
	expect(flow('deep-links')).toMatchObject({ effect: 'inside', recipients: [{ party: null, host: 'chat.company.example' }] });
});

test('links, CDN and login page of the workspace’s own host are no third parties', async () => {
	const { flow, cell, explained } = await seen('own-hosts');
	expect((['deep-links', 'cdn', 'iframe-login'] as const).map((id) => flow(id).effect)).toEqual(['inside', 'inside', 'inside']);
	expect(explained('deep-links')).not.toContain("Rocket.Chat's link service");
	expect(cell('third-parties', 'account-data')).not.toBe('yes');
});

test('retention keeps threads and discussions, as a fresh server does', async () => {
	expect((await seen('retention-of-channels')).legal).toMatch(/threads|discussions/);
});

test('where encryption is the default, no sentence says that rooms opt in', async () => {
	const { legal, posture } = await seen('encryption-by-default');
	expect(legal + JSON.stringify(posture.exposure.map(({ condition }) => condition && english(condition)))).not.toContain('rooms opt in');
});

test('a custom login provider is never off', async () => {
	expect((await seen('custom-oauth')).flow('oauth-login').state).toBe('unknown');
});

test('the product’s name in an own host name is no look-alike', async () => {
	expect((await seen('product-in-host-name')).status).not.toContain('resembles');
});

test('directory, mail and files inside contradict no air gap and reach no third party', async () => {
	const { posture, cell } = await seen('air-gapped-services-inside');
	expect(posture.deployment).toMatchObject({ confidence: 'certain', conflicts: [] });
	expect((['account-data', 'user-content'] as const).map((category) => cell('third-parties', category))).toEqual(['no', 'no']);
});

test('ids of three versions mixed leave the version unknown, and nothing is off that was not read as off', async () => {
	const { posture } = await seen('three-versions-mixed');
	expect(posture.server).toMatchObject({ atLeast: null, below: null, verified: false });
});
