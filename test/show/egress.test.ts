import { readdirSync } from 'node:fs';
import path from 'node:path';

import { FLOWS } from '../../src/catalogue/flows';
import type { KnownFlow } from '../../src/catalogue/flows';
import type { Connection } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { egressOf } from '../../src/posture/egress';
import type { Egress } from '../../src/posture/egress';
import { judge } from '../../src/posture/judge';
import { toFile } from '../../src/show/formats';
import type { ReportFormat } from '../../src/show/formats';
import { readWorkspace } from '../../tools/host';
import { defaultSignals } from '../posture/signals';
import type { Overrides } from '../posture/signals';
import { judged } from '../posture/workspace-judged';
import { NOTHING_STATED, POSTURES, postureOf } from './postures';

const NOW = new Date('2026-11-22T09:30:00.000Z');
const english = translator('en');

function found(overrides: Overrides, unreadable: Parameters<typeof defaultSignals>[1] = []): Egress[] {
	return egressOf(judge(defaultSignals({ Site_Url: 'https://chat.example.org', ...overrides }, unreadable), NOW, '1.2.3'));
}

const of = (connections: readonly Egress[], id: string): unknown[] => connections.filter(({ flow }) => flow.id === id).map(({ direction, host, hostIs, port }) => [direction, host, hostIs, port]);

const file = (format: ReportFormat, posture: string): string => toFile(format, postureOf(posture), NOTHING_STATED, english).content;

test('names each host that is the same everywhere, with its port, and who connects', () => {
	const fresh = found({ Cloud_Workspace_Client_Id: 'canary' });
	expect(of(fresh, 'statistics-report')).toEqual([['server', 'collector.rocket.chat', 'known', 443]]);
	expect(of(fresh, 'workspace-registration')).toEqual([['server', 'cloud.rocket.chat', 'known', 443], ['server', 'billing.rocket.chat', 'known', 443]]);
	expect(of(fresh, 'marketplace')).toEqual([['server', 'marketplace.rocket.chat', 'known', 443], ['clients', 'marketplace.rocket.chat', 'known', 443]]);
});

test('names what has no one host as what it is: free, not shown, or unknown', () => {
	expect(of(found({}), 'link-previews')).toEqual([['server', null, 'free', null], ['clients', null, 'free', null]]);
	expect(of(found({ SMTP_Host: 'mail.example.net' }), 'email')).toEqual([['server', null, 'not-shown', null]]);
	expect(of(found({ AutoTranslate_Enabled: true }, ['AutoTranslate_ServiceProvider']), 'auto-translate')).toEqual([['server', null, 'unknown', null]]);
	expect(of(found({ AutoTranslate_Enabled: true, AutoTranslate_ServiceProvider: 'deepl-translate' }), 'auto-translate')).toEqual([['server', 'api.deepl.com', 'known', 443], ['server', 'api-free.deepl.com', 'known', 443]]);
});

test('says no port of a host that a setting names, and lists one gateway alone, since phones are reached by that one', () => {
	const pushes = { Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true, Push_gateway: 'https://user:secret@push.example.net:8443/path?key=secret' };
	expect(of(found(pushes), 'push-gateway')).toEqual([['server', 'push.example.net', 'known', null]]);
});

test('says that browsers connect only where a setting leads them there', () => {
	const store = (overrides: Overrides, unreadable: Parameters<typeof defaultSignals>[1] = []): unknown[] => of(found({ FileUpload_Storage_Type: 'AmazonS3', FileUpload_S3_BucketURL: 'https://files.example.net', ...overrides }, unreadable), 'file-storage').map((row) => (row as unknown[])[0]);
	const proxied = { FileUpload_S3_Proxy_Uploads: true, FileUpload_S3_Proxy_Avatars: true, FileUpload_S3_Proxy_UserDataFiles: true };
	expect(store(proxied)).toEqual(['server']);
	expect(store({ ...proxied, FileUpload_S3_Proxy_Avatars: false })).toEqual(['server', 'clients']);
	// What could not be read may lead them there.
	expect(store(proxied, ['FileUpload_S3_Proxy_Avatars'])).toEqual(['server', 'clients']);
	expect(store({ FileUpload_Storage_Type: 'Webdav', FileUpload_Webdav_Server_URL: 'https://dav.example.net' })).toEqual(['server']);
	expect(of(found({ Accounts_AvatarExternalProviderUrl: 'https://faces.example.net/{username}' }), 'external-avatars')).toEqual([['server', 'faces.example.net', 'known', null]]);
	expect(of(found({ Accounts_RoomAvatarExternalProviderUrl: 'https://rooms.example.net/{roomId}' }), 'external-avatars')).toEqual([['clients', 'rooms.example.net', 'known', null]]);
});

test('does not say of a public login service that a setting names its host', () => {
	expect(of(found({ Accounts_OAuth_Google: true }), 'oauth-login')).toEqual([['server', null, 'unknown', null], ['clients', null, 'unknown', null]]);
	// Another provider may be named by a setting of a free name.
	expect(of(found({}), 'oauth-login')).toEqual([['server', null, 'not-shown', null], ['clients', null, 'not-shown', null]]);
});

test('tells what comes in as coming in', () => {
	expect(of(found({ Prometheus_Enabled: true }), 'prometheus')).toEqual([['in', null, 'free', null]]);
	expect(of(found({ Accounts_AllowAnonymousRead: true }), 'anonymous-reading')).toEqual([['in', null, 'free', null]]);
});

test('a flow that sends the address of the browser is one by which browsers connect', () => {
	const bys = ({ connects = ['server'] }: KnownFlow): Connection[] => connects.map((each) => (typeof each === 'string' ? each : each.by));
	const wrong = FLOWS.filter((flow) => (flow.sends.includes('browser-address') && !bys(flow).includes('clients')) || (flow.sends.includes('server-request') && !bys(flow).includes('server')));
	expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('on every workspace leaves out no flow that is on or could not be found out, but those without a connection of their own', async () => {
	for (const name of readdirSync(path.join(__dirname, '../workspaces'))) {
		const { posture } = await judged(readWorkspace(path.basename(name, '.json')));
		const listed = new Set(egressOf(posture).map(({ flow }) => flow.id));
		const silent = FLOWS.filter(({ connects }) => connects?.length === 0).map(({ id }) => id);
		const wanted = posture.flows.filter(({ id, state }) => (state === 'on' || state === 'unknown') && !(silent as readonly string[]).includes(id)).map(({ id }) => id);
		expect([name, [...listed]]).toEqual([name, wanted]);
	}
});

describe('as a file', () => {
	test('the table has its columns in every language, and a row for each connection', () => {
		const [header, ...rows] = file('egress', 'every switch on').trimEnd().split('\r\n');
		expect(header).toBe('\uFEFF"host","hostIs","port","direction","flow","name","state","effect","party","reach","recipient"');
		expect(rows).toContain('"collector.rocket.chat","known","443","out-by-server","statistics-report","Daily usage report","on","sent","rocket-chat","public","Rocket.Chat\'s statistics collector"');
		expect(rows.filter((row) => row.startsWith('"","free","unknown","out-by-server","link-previews"'))).toHaveLength(1);
		expect(file('egress', 'air-gapped, declared, without contradiction')).toContain('"version-check","Update check","on","attempted"');
	});

	test('the list has a host a line, each once and sorted, none of the own network, and remarks for the rest', () => {
		const lines = file('egress-hosts', 'every switch on').trimEnd().split('\n');
		const hosts = lines.filter((line) => !line.startsWith('#'));
		expect(hosts).toEqual([...new Set(hosts)].sort());
		expect(hosts).toEqual(expect.arrayContaining(['collector.rocket.chat', 'push.example.net', 'api.twilio.com']));
		expect(hosts.every((host) => /^[a-z0-9.-]+$/.test(host))).toBe(true);
		expect(lines).toContain('# Not in this list, since no host is known: Link previews: the sites that people link to');
	});

	test('the list names what no app can see as remarks, as far as that opens connections, and nobody who connects to this server', () => {
		const lines = file('egress-hosts', 'every switch on').trimEnd().split('\n');
		expect(lines).toEqual(expect.arrayContaining(['# What the app cannot see', '# - Outgoing webhooks and the scripts of integrations (Administration > Workspace > Integrations).']));
		expect(lines.join('\n')).not.toMatch(/disks are encrypted|sent in the past|Free registration|Prometheus metrics/);
	});

	test.each(Object.keys(POSTURES))('of a workspace that is %s ends with a line, and shows nothing that is only told to be set', (name) => {
		for (const format of ['egress', 'egress-hosts'] as const) {
			expect(file(format, name)).toMatch(/\n$/);
			expect(file(format, name)).not.toMatch(/canary|undefined|\{\w+\}/);
		}
	});
});
