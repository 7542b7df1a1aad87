import { FLOWS } from '../../src/catalogue/flows';
import { judgeRecipient } from '../../src/posture/recipient';
import type { OwnNetwork } from '../../src/posture/recipient';
import { readingWith, settingsWith } from './signals';

const NETWORK: OwnNetwork = { host: 'chat.example.org', domains: ['corp.example'] };

function reachOf(text: string): string {
	const ldap = FLOWS.find(({ id }) => id === 'ldap');
	if (ldap === undefined) {
		throw new Error('no flow ldap');
	}
	return judgeRecipient(ldap.recipients[0], readingWith({ LDAP_Enable: true, LDAP_Host: text }), NETWORK).reach;
}

describe('a host of an own network', () => {
	test.each([
		'10.0.0.5', '10.0.0.5:389', '172.16.1.1', '192.168.0.1', '169.254.1.1', '127.0.0.1', 'localhost', '::1', '[::1]:389', 'fd00::1', 'fe80::1%eth0', '[fd00::1]:636', '[::ffff:10.0.0.5]',
		'ldap', 'ldap:389', 'ldap.lan', 'LDAP.LAN.', 'ldap.internal', 'ldap.intranet', 'ldap.home.arpa', 'ldap.default.svc', 'ldap.default.svc.cluster.local', 'ldap.local',
		'chat.example.org', 'corp.example', 'ldap.corp.example', 'LDAP.Corp.Example.', 'ldaps://ldap.corp.example:636', 'https://user:word@ldap.corp.example/x', '10.0.0.5 ldap.lan', '10.0.0.5,10.0.0.6',
	])('%s', (text) => {
		expect(reachOf(text)).toBe('inside');
	});
});

describe('none of an own network', () => {
	test.each([
		['ldap.example.org', 'own'],
		['evil-corp.example', 'own'],
		['corp.example.attacker.test', 'own'],
		['10.0.0.5.attacker.test', 'own'],
		['localhost.attacker.test', 'own'],
		['8.8.8.8', 'own'],
		['172.32.0.1', 'own'],
		['[2001:db8::1]', 'own'],
		['lan', 'inside'],
		['ldap.google.com', 'public'],
		['10.0.0.5 ldap.google.com', 'public'],
		['10.0.0.5\nldap.example.net', 'own'],
		['ldap@attacker.test', 'own'],
		['', 'unknown'],
		['???', 'unknown'],
		['a'.repeat(10_000), 'unknown'],
		[`${'a.'.repeat(5_000)}lan`, 'unknown'],
	])('%.40s: %s', (text, reach) => {
		expect(reachOf(text)).toBe(reach);
	});
});

test('a recipient whose setting only some of the versions have that the server can be is not known', () => {
	const recipients = FLOWS.flatMap(({ id, recipients: [first] }) => (id === 'voip-team' ? [first] : []));
	const settings = settingsWith({ VoIP_TeamCollab_FreeSwitch_Host: 'https://voice.example.net' });
	const known = (server: { atLeast: '8.0' | null; below: '8.0' | null }) => recipients.map((recipient) => judgeRecipient(recipient, { settings, server }, NETWORK).isKnown);
	expect(known({ atLeast: null, below: '8.0' })).toEqual([true]);
	expect(known({ atLeast: null, below: null })).toEqual([false]);
});
