import fc from 'fast-check';

import { hostOf, isInternal, isUnderRocketChat, kindOfHost, serviceAt, shownAddress } from '../../src/posture/host';
import { processorTime } from './processor-time';

const label = (length: number): string => 'a'.repeat(length);

test.each([
	['https://chat.example.org', 'chat.example.org'],
	['http://CHAT.Example.ORG:8080/path?query#hash', 'chat.example.org'],
	['https://open.rocket.chat.', 'open.rocket.chat'],
	['  https://open.rocket.chat/  ', 'open.rocket.chat'],
	['https://open.rocket.chat@evil.example', 'evil.example'],
	['https://user:word@chat.example.org', 'chat.example.org'],
	['https://münchen.example', 'xn--mnchen-3ya.example'],
	['https://[::1]:3000', '[::1]'],
	['http://rocketchat:3000', 'rocketchat'],
	['https://rocket_chat', 'rocket_chat'],
	['https://0x7f.1', '127.0.0.1'],
	// without a scheme it is read as https
	['chat.example.org', 'chat.example.org'],
	['chat.example.org.', 'chat.example.org'],
	['chat.example.org:3000', 'chat.example.org'],
	['chat.example.org:', 'chat.example.org'],
	['CHAT.example.org/path?a=b@c:d', 'chat.example.org'],
	['//chat.example.org/path', 'chat.example.org'],
	['chat', 'chat'],
	['chat:3000', 'chat'],
	['chat:3000/path', 'chat'],
	['chat:3000?query', 'chat'],
	['localhost', 'localhost'],
	['localhost:3000', 'localhost'],
	['10.0.0.5:389', '10.0.0.5'],
	['10.0.0.5', '10.0.0.5'],
	['[::1]:3000', '[::1]'],
	['::1', '[::1]'],
	['2001:DB8::7', '[2001:db8::7]'],
	['fe80::1%eth0', '[fe80::1]'],
	['::ffff:10.0.0.5', '[::ffff:a00:5]'],
	['user@chat.example.org:3000', 'chat.example.org'],
	['open.rocket.chat:443@evil.example', 'evil.example'],
	['münchen.example', 'xn--mnchen-3ya.example'],
	[`${label(63)}.example`, `${label(63)}.example`],
	// another scheme is no web address
	['ftp://chat.example.org', null],
	['ldap://ldap.example.org:389', null],
	['mongodb://db.example.org', null],
	['javascript:alert(1)', null],
	['mailto:anyone@example.org', null],
	['stun:stun.example.org', null],
	['data:text/html,hello', null],
	// no host, or one that no network could have
	['https://', null],
	['not a url', null],
	['anyone@example.org', null],
	['/channel/general', null],
	['#general', null],
	['@all', null],
	['2024', null],
	['256.1.1.1', null],
	['[2001:db8', null],
	['chat.example.org:99999', null],
	['chat.example.org:-1', null],
	['chat..example.org', null],
	['chat.example.org..', null],
	['a*b.example', null],
	['https://a.example,b.example', null],
	[`${label(64)}.example`, null],
	[`${label(63)}.`.repeat(4), null],
	[label(10_000), null],
	[`https://chat.example.org/${label(10_000)}`, null],
	['', null],
	['  ', null],
	['.', null],
	[':', null],
])('the host of %j is %j', (address, host) => {
	expect(hostOf(address)).toBe(host);
	expect(shownAddress(address)).toBe(host === null ? null : `${address.trim().startsWith('http:') ? 'http' : 'https'}://${host}`);
});

test('an address is shown as scheme and host alone', () => {
	expect(shownAddress('https://user:word@chat.example.org:3000/secret/path?token=x#y')).toBe('https://chat.example.org');
	expect(shownAddress('smtp://chat.example.org')).toBeNull();
});

test('whatever is given is read, with or without a scheme, and at once', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain(), fc.ipV6(), fc.ipV4Extended(), fc.emailAddress()), (text) => {
			const host = hostOf(text);
			expect(host === null || hostOf(`https://${host}`) === host).toBe(true);
			expect(host === null || hostOf(host) === host).toBe(true);
		}),
		{ numRuns: 1000 },
	);
	const spent = processorTime(() => {
		for (const piece of ['a', ':', '1:', 'ä', 'a.', '@', '[', '%41', '1.', '/', '-', 'rocket.chat.', 'ﷺ']) {
			hostOf(piece.repeat(200_000));
			const long = piece.repeat(10_000).slice(0, 7_900);
			hostOf(long);
			hostOf(`x${long}`);
			hostOf(`https://${long}`);
		}
	});
	expect(spent).toBeLessThan(1000);
});

test.each([
	['open.rocket.chat', 'open-server'],
	['acme.rocket.chat', 'rocket-chat'],
	['a.b.rocket.chat', 'rocket-chat'],
	['rocket.chat', 'other'],
	// its domain as a part of another name
	['open.rocket.chat.example.com', 'look-alike'],
	['acme.rocket.chat.evil.example', 'look-alike'],
	['rocket.chat.example.org', 'look-alike'],
	['rocket.chat-team.example.org', 'look-alike'],
	['open.rocket.chat-login.example', 'look-alike'],
	['notrocket.chat', 'look-alike'],
	['my-rocket.chat', 'look-alike'],
	['acme.my-rocket.chat', 'look-alike'],
	// its name in other letters
	['open.rоcket.chat', 'look-alike'],
	['οpen.rοcket.chat', 'look-alike'],
	['rосkеt-сhаt.example', 'look-alike'],
	['röcket.chat', 'look-alike'],
	['r0cket.chat', 'look-alike'],
	['open.r0cketchat.example', 'look-alike'],
	['rocketchat.r0cket.chat', 'look-alike'],
	// a server that is called after the product
	['rocketchat.example.org', 'other'],
	['rocket-chat.example.org', 'other'],
	['rocketchat.example.org.uk', 'other'],
	['open.rocket-chat.example', 'other'],
	['my-rocketchat.example.org', 'other'],
	['rocketchat2.example.org', 'other'],
	['rocketchat0.münchen.example', 'other'],
	['rocket.chatbots.example.org', 'other'],
	['sprocket.chat.example.org', 'other'],
	['rocket.example.org', 'other'],
	['chat.rocket.example', 'other'],
	['rocketchat', 'other'],
	['münchen.example', 'other'],
	['chat.example.org', 'other'],
	['localhost', 'loopback'],
	['chat.localhost', 'loopback'],
	['127.0.0.1', 'loopback'],
	['127.8.9.10', 'loopback'],
	['::1', 'loopback'],
	['::', 'loopback'],
	['0.0.0.0', 'loopback'],
	['::ffff:127.0.0.1', 'loopback'],
	['localhost.example.org', 'other'],
	['notlocalhost', 'other'],
	['127.0.0.1.example.org', 'other'],
])('%s is %s', (address, kind) => {
	expect(kindOfHost(hostOf(address) ?? '')).toBe(kind);
});

test('a Unicode host that the standard folds to the real one is the real one', () => {
	expect(hostOf('https://open.ｒocket.chat')).toBe('open.rocket.chat');
});

test('only what is under Rocket.Chat’s domain is', () => {
	expect(['rocket.chat', 'gateway.rocket.chat'].map(isUnderRocketChat)).toEqual([true, true]);
	expect(['notrocket.chat', 'rocket.chat.example', 'rocket-chat.example'].map(isUnderRocketChat)).toEqual([false, false, false]);
});

test.each([
	['gateway.rocket.chat', 'gateway'],
	['go.rocket.chat', 'links'],
	['rocket.chat', 'website'],
	['acme.rocket.chat', null],
	['open.rocket.chat', null],
	['my.gateway.rocket.chat', null],
	['gateway.rocket.chat.example', null],
	['constructor', null],
])('the service at %s is %j', (host, service) => {
	expect(serviceAt(host)).toBe(service);
});

describe('inside a network of one’s own', () => {
	test.each([
		// loopback and unspecified
		'localhost',
		'chat.localhost',
		'127.0.0.1',
		'127.255.255.254',
		'0.0.0.0',
		'0.1.2.3',
		'::1',
		'::',
		// private
		'10.0.0.0',
		'10.255.255.255',
		'172.16.0.1',
		'172.17.0.1:389',
		'172.31.255.255',
		'192.168.0.1',
		'192.168.255.255',
		// shared (carrier-grade NAT)
		'100.64.0.1',
		'100.127.255.255',
		// link-local
		'169.254.169.254',
		'fe80::1',
		'fe80::1%eth0',
		'febf::1',
		// unique local
		'fc00::1',
		'fdff:3456::1',
		// IPv4 written as IPv6
		'::ffff:10.1.2.3',
		'::ffff:192.168.1.1',
		'::ffff:127.0.0.1',
		'::ffff:100.64.0.1',
		// numbers in other forms
		'0xa.1',
		'012.0.0.1',
		// a name without a dot
		'minio',
		'http://rocketchat:3000',
		'rocket_chat',
		'ldap:389',
		'xn--mnchen-3ya',
		// names that exist inside one network only
		'chat.local',
		'chat.lan',
		'chat.corp.internal',
		'host.docker.internal',
		'chat.intranet',
		'nas.home.arpa',
		'home.arpa',
		'rocketchat.default.svc',
		'rocketchat.default.svc.cluster.local',
		'CHAT.LOCAL.',
	])('%s', (address) => {
		expect(isInternal(hostOf(address) ?? 'example.org')).toBe(true);
	});

	test.each([
		'chat.example.org',
		'9.255.255.255',
		'11.0.0.1',
		'172.15.255.255',
		'172.32.0.1',
		'192.167.1.1',
		'192.169.1.1',
		'100.63.255.255',
		'100.128.0.1',
		'169.253.1.1',
		'169.255.1.1',
		'198.51.100.7',
		'224.0.0.1',
		'255.255.255.255',
		'2001:db8::7',
		'fec0::1',
		'fbff::1',
		'ff02::1',
		'::ffff:8.8.8.8',
		'::ffff:11.1.2.3',
		'::a00:1',
		'local.example.org',
		'chat.local.example.org',
		'10.0.0.1.example.org',
		'chat.notlocal',
		'mylan.example',
		'chat.homearpa',
		'nothome.arpa',
		'in-addr.arpa',
		'cluster.example',
		'chat.svc.example.org',
		'open.rocket.chat',
	])('not %s', (address) => {
		expect(isInternal(hostOf(address) ?? 'chat.local')).toBe(false);
	});

	test('no host is inside nothing', () => {
		expect(isInternal('')).toBe(false);
	});
});
