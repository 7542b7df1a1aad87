import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { buildPackage } from '../../tools/package/package';
import { reportSchema } from '../../src/report/schema';
import type { Report } from '../../src/report/schema';
import { readWorkspace, startEngine } from '../../tools/host';
import { objections } from '../report/schema-validator';

/** What the app must say of each workspace: model, basis, confidence, registration, conflicts. */
const EXPECTED: Record<string, [Report['deployment']['model'], 'declared' | 'detected', 'certain' | 'likely' | 'unclear', string, string[]]> = {
	'cloud-own-host': ['cloud', 'detected', 'likely', 'registered certain', []],
	'cloud-custom-domain': ['self-managed', 'detected', 'likely', 'registered certain', []],
	'cloud-custom-domain-declared': ['cloud', 'declared', 'certain', 'registered certain', []],
	'cloud-declared-unregistered': ['cloud', 'declared', 'unclear', 'unregistered certain', ['unregistered', 'offline-licence']],
	'open-server': ['open-server', 'detected', 'likely', 'registered certain', []],
	'open-server-declared-elsewhere': ['open-server', 'declared', 'unclear', 'unregistered certain', ['other-host', 'unregistered']],
	'rocket-chat-host-unregistered': ['unknown', 'detected', 'unclear', 'unregistered certain', []],
	'self-managed-registered': ['self-managed', 'detected', 'likely', 'registered certain', []],
	'self-managed-unregistered': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-disconnected': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-declared-on-rocket-chat-host': ['self-managed', 'declared', 'unclear', 'unregistered certain', ['rocket-chat-host']],
	'self-managed-german': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'self-managed-hardened': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'air-gapped-offline-licence': ['air-gapped', 'detected', 'likely', 'unregistered certain', []],
	'air-gapped-clean': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-by-environment': ['air-gapped', 'declared', 'certain', 'unregistered certain', []],
	'air-gapped-offline-registration': ['air-gapped', 'declared', 'certain', 'registered certain', []],
	'air-gapped-unreadable': ['air-gapped', 'declared', 'likely', 'unregistered certain', []],
	'air-gapped-report-accepted': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['report-accepted']],
	'air-gapped-gateway-on': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['push-gateway-on']],
	'air-gapped-registered': ['air-gapped', 'declared', 'unclear', 'registered certain', ['registered']],
	'air-gapped-translating': ['air-gapped', 'declared', 'unclear', 'unregistered certain', ['third-party-flow-on']],
	'old-server': ['self-managed', 'detected', 'likely', 'registered unclear', []],
	'nothing-readable': ['unknown', 'detected', 'unclear', 'unknown unclear', []],
	'nothing-answers': ['unknown', 'detected', 'unclear', 'unknown unclear', []],
	'half-broken': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'uploads-off': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'uploads-fail': ['self-managed', 'detected', 'likely', 'unregistered certain', []],
	'look-alike-user-info': ['self-managed', 'detected', 'likely', 'registered certain', []],
	'look-alike-subdomain': ['self-managed', 'detected', 'likely', 'registered certain', []],
	'look-alike-prefix': ['self-managed', 'detected', 'likely', 'registered certain', []],
	'look-alike-unicode': ['self-managed', 'detected', 'likely', 'registered certain', []],
};

const workspaces = readdirSync(path.join(__dirname, '..', 'workspaces')).map((file) => path.basename(file, '.json'));
const zip = buildPackage().then((file) => readFileSync(file));

/** The report as an admin gets it: the file in the direct message, uploads made to work. It keeps to the published schema. */
async function reportOf(name: string): Promise<Report> {
	const workspace = readWorkspace(name);
	const { FileUpload_Enabled: _, ...settings } = workspace.settings ?? {};
	const engine = await startEngine({ ...workspace, settings, uploads: 'on' });
	try {
		await engine.install(await zip);
		const asker = name === 'self-managed-german' ? 'officer' : 'admin';
		await engine.command({ as: asker, text: '/privacy-status export json' });
		const [file] = engine.server.files();
		const document: unknown = JSON.parse(file?.content.toString('utf8') ?? 'null');
		expect(objections(document)).toEqual([]);
		return reportSchema.parse(document);
	} finally {
		await engine.stop();
	}
}

test('every workspace has its expected verdict here', () => {
	expect(workspaces.sort()).toEqual(Object.keys(EXPECTED).sort());
});

test.each(Object.entries(EXPECTED))('%s', async (name, [model, basis, confidence, registration, conflicts]) => {
	const { deployment } = await reportOf(name);
	expect({
		model: deployment.model,
		basis: deployment.basis,
		confidence: deployment.confidence,
		registration: `${deployment.registration.state} ${deployment.registration.confidence}`,
		conflicts: deployment.conflicts.map(({ id }) => id),
	}).toEqual({ model, basis, confidence, registration, conflicts });
});
