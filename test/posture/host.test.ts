import { hostOf, isUnderRocketChat, kindOfHost, shownAddress } from '../../src/posture/host';

test.each([
	['https://chat.example.org', 'chat.example.org'],
	['http://CHAT.Example.ORG:8080/path?query#hash', 'chat.example.org'],
	['https://open.rocket.chat.', 'open.rocket.chat'],
	['  https://open.rocket.chat/  ', 'open.rocket.chat'],
	['https://open.rocket.chat@evil.example', 'evil.example'],
	['https://user:word@chat.example.org', 'chat.example.org'],
	['https://münchen.example', 'xn--mnchen-3ya.example'],
	['https://[::1]:3000', '[::1]'],
	['chat.example.org', null],
	['chat.example.org:3000', null],
	['ftp://chat.example.org', null],
	['javascript:alert(1)', null],
	['https://', null],
	['not a url', null],
	['', null],
])('the host of %j is %j', (address, host) => {
	expect(hostOf(address)).toBe(host);
});

test.each([
	['open.rocket.chat', 'open-server'],
	['acme.rocket.chat', 'rocket-chat'],
	['a.b.rocket.chat', 'rocket-chat'],
	['rocket.chat', 'look-alike'],
	['notrocket.chat', 'look-alike'],
	['acme.rocket.chat.evil.example', 'look-alike'],
	['rocketchat.example.org', 'look-alike'],
	[hostOf('https://open.rоcket.chat') ?? '', 'look-alike'],
	['xn--mnchen-3ya.example', 'other'],
	['chat.example.org', 'other'],
	['localhost', 'loopback'],
	['127.0.0.1', 'loopback'],
	['[::1]', 'loopback'],
])('%s is %s', (host, kind) => {
	expect(kindOfHost(host)).toBe(kind);
});

test('a Unicode host that the standard folds to the real one is the real one', () => {
	expect(hostOf('https://open.ｒocket.chat')).toBe('open.rocket.chat');
});

test('only what is under Rocket.Chat’s domain is', () => {
	expect(['rocket.chat', 'gateway.rocket.chat'].map(isUnderRocketChat)).toEqual([true, true]);
	expect(['notrocket.chat', 'rocket.chat.example', 'rocket-chat.example'].map(isUnderRocketChat)).toEqual([false, false, false]);
});

test('an address is shown as scheme and host alone', () => {
	expect(shownAddress('https://user:word@chat.example.org:3000/secret/path?token=x#y')).toBe('https://chat.example.org');
	expect(shownAddress('smtp://chat.example.org')).toBeNull();
});
