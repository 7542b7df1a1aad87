import { readdirSync } from 'node:fs';
import path from 'node:path';

import { reportSchema } from '../../src/show/as/report-schema';
import type { Report } from '../../src/show/as/report-schema';
import { translator } from '../../src/language/translate';
import { toFile } from '../../src/show/formats';
import { readWorkspace } from '../../tools/host';
import { judged } from '../posture/workspace-judged';
import { objections } from '../show/schema-validator';
import { NOTHING_STATED } from '../show/postures';
import { withApp } from './installed';

/** What the app must say of each workspace: model, basis, confidence, registration, conflicts. */
const EXPECTED: Record<string, [Report['deployment']['model'], 'declared' | 'detected', 'certain' | 'likely' | 'unclear', string, string[]]> = {
	'cloud-own-host': ['cloud', 'detected', 'likely', 'registered likely', []],
	'cloud-custom-domain': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'cloud-custom-domain-declared': ['cloud', 'declared', 'certain', 'registered likely', []],
	'cloud-declared-unregistered': ['cloud', 'declared', 'unclear', 'unregistered certain', ['unregistered', 'offline-licence']],
	'open-server': ['open-server', 'detected', 'likely', 'registered likely', []],
	'open-server-declared-elsewhere': ['open-server', 'declared', 'unclear', 'unregistered certain', ['other-host', 'unregistered']],
	'rocket-chat-host-unregistered': ['unknown', 'detected', 'unclear', 'unregistered certain', []],
	'self-managed-registered': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'self-managed-unregistered': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-disconnected': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-declared-on-rocket-chat-host': ['self-managed', 'declared', 'unclear', 'unregistered certain', ['rocket-chat-host']],
	'self-managed-german': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-hardened': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'air-gapped-offline-licence': ['air-gapped', 'detected', 'likely', 'unregistered certain', []],
	'air-gapped-clean': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-by-environment': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-offline-registration': ['air-gapped', 'declared', 'likely', 'registered likely', []],
	'air-gapped-unreadable': ['air-gapped', 'declared', 'likely', 'unregistered certain', []],
	'air-gapped-report-accepted': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['report-accepted']],
	'air-gapped-gateway-on': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['push-gateway-on']],
	'air-gapped-registered': ['air-gapped', 'declared', 'unclear', 'registered likely', ['registered']],
	'air-gapped-translating': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['third-party-flow-on']],
	'nothing-readable': ['unknown', 'detected', 'unclear', 'unknown unclear', []],
	'nothing-answers': ['unknown', 'detected', 'unclear', 'unknown unclear', []],
	'half-broken': ['unknown', 'detected', 'unclear', 'unregistered certain', []],
	'uploads-off': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'uploads-fail': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'look-alike-user-info': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'look-alike-subdomain': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'look-alike-prefix': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'look-alike-unicode': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'answers-null-for-absent': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'custom-oauth': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'direct-message-history-open': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'encryption-by-default': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'fresh-7.7.1': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'fresh-8.6.1': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'fresh-9.0': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'lan-only-switches-off': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'ldap-without-encryption': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'livechat-visitors-stored': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'mail-settings-hidden': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'mail-without-text': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'minio-file-store': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'native-push-without-keys': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'no-notification-mail': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'open-to-the-world': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'own-hosts': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'own-libretranslate': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'own-push-gateway': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'product-in-host-name': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'push-gateway-of-rocket-chat': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'register-server-off': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'retention-of-channels': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'school-cloud': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'several-push-gateways': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'statistics-reporting-off': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'three-versions-mixed': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'upgraded-8.6.1': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'upgraded-9.0': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'xmpp-bridge': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'placeholder-credentials': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'removed-in-cloud-console': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'registered-then-switched-off': ['self-managed', 'detected', 'likely', 'registered likely', []],
	'offline-licence-but-connected': ['air-gapped', 'detected', 'unclear', 'unregistered certain', ['third-party-flow-on', 'third-party-flow-on', 'third-party-flow-on']],
	'air-gapped-services-inside': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-8.6.1': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-9.0': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-libretranslate': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
};

const workspaces = readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json'));

/** It keeps to the published schema. */
function parsed(content: string | undefined): Report {
	const document: unknown = JSON.parse(content ?? 'null');
	expect(objections(document)).toEqual([]);
	return reportSchema.parse(document);
}

function verdictOf({ deployment }: Report): unknown[] {
	const { model, basis, confidence, registration, conflicts } = deployment;
	return [model, basis, confidence, `${registration.state} ${registration.confidence}`, conflicts.map(({ id }) => id)];
}

test('every workspace has its expected verdict here', () => {
	expect(workspaces.sort()).toEqual(Object.keys(EXPECTED).sort());
});

test.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
	const { posture } = await judged(readWorkspace(name));
	expect(verdictOf(parsed(toFile('json', posture, NOTHING_STATED, translator('en')).content))).toEqual(expected);
});

// One that hides and declares, and one in which reads fail, hang and answer nothing.
test.each(['air-gapped-by-environment', 'half-broken'])('in the engine an admin gets the same report of %s as a file', async (name) => {
	const { posture } = await judged(readWorkspace(name));
	const { generatedAt: _then, ...expected } = parsed(toFile('json', posture, NOTHING_STATED, translator('en')).content);
	await withApp(name, async (engine) => {
		await engine.command({ as: 'admin', text: '/privacy-status export json' });
		const { generatedAt: _now, ...report } = parsed(engine.server.files()[0]?.content.toString('utf8'));
		expect(verdictOf({ ...report, generatedAt: _now })).toEqual(EXPECTED[name]);
		// Only a server has earlier looks, and a fresh one has none.
		expect(report).toEqual({ ...expected, changes: { state: 'none', comparedWith: null, seenAt: null, statements: [], flows: [] } });
	});
});
