import { FLOWS } from '../../src/catalogue/flows';
import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { ROCKET_CHAT_SERVICES } from '../../src/catalogue/hosts';
import type { RocketChatService } from '../../src/catalogue/hosts';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { flowsMeant } from '../../src/posture/matching';
import type { Meant } from '../../src/posture/matching';
import { meantNothing } from '../../src/show/tell/help';
import { defaultSignals } from './signals';
import type { Overrides } from './signals';

const english = translator('en');
const german = translator('de');

function meant(typed: string, overrides: Overrides = {}): Meant {
	return flowsMeant(judge(defaultSignals(overrides), new Date(0), '0'), typed, (recipient) => [german(recipient), english(recipient)]);
}

function idsMeant(typed: string, overrides: Overrides = {}): string[] {
	const found = meant(typed, overrides);
	return found.kind === 'flows' ? found.flows.map(({ id }) => id) : [];
}

describe('what people know leads to the flows', () => {
	test.each([
		['the id of a flow', 'link-previews', ['link-previews']],
		['the same in capitals', 'LINK-Previews', ['link-previews']],
		['a host', 'collector.rocket.chat', ['statistics-report']],
		['a host with its scheme, port and path', 'https://collector.rocket.chat:443/x?y', ['statistics-report']],
		['a setting', 'Prometheus_Enabled', ['prometheus']],
		['a setting in small letters', 'prometheus_enabled', ['prometheus']],
		['a word of an id', 'prometheus', ['prometheus']],
	])('%s', (_name, typed, ids) => {
		expect(idsMeant(typed)).toEqual(ids);
	});

	test('a host that several flows reach means all of them', () => {
		expect(idsMeant('marketplace.rocket.chat')).toEqual(['marketplace', 'app-install-report']);
	});

	test('a recipient by its name, in English and in the reader’s language', () => {
		expect(idsMeant('Apple')).toEqual(expect.arrayContaining(['push-gateway', 'push-native']));
		expect(idsMeant('Matrix')).toEqual(expect.arrayContaining(['federation-native']));
	});

	test('Rocket.Chat by its name means every flow to it', () => {
		expect(idsMeant('Rocket.Chat')).toEqual(expect.arrayContaining(['statistics-report', 'marketplace', 'deep-links']));
		expect(idsMeant('Rocket.Chat')).not.toContain('link-previews');
	});

	test.each([
		['Statistics_reporting', 'statistics-report'],
		['RC_DISABLE_STATISTICS_REPORTING', 'statistics-report'],
		['REG_TOKEN', 'workspace-registration'],
		['stun.l.google.com', 'webrtc-ice'],
		['apple.com', 'push-native'],
	])('%s, which no setting of the app is, means %s', (typed, id) => {
		expect(idsMeant(typed)).toContain(id);
	});

	test('a setting that several flows read means all of them', () => {
		expect(idsMeant('Push_enable')).toEqual(expect.arrayContaining(['push-gateway', 'push-native']));
	});

	test('a host that a setting names here, and what is under it', () => {
		const matomo = { PiwikAnalytics_enabled: true, PiwikAnalytics_url: 'https://stats.example.org' };
		expect(idsMeant('stats.example.org', matomo)).toEqual(['matomo']);
		expect(idsMeant('stats.example.org')).toEqual([]);
	});
});

test('every host of Rocket.Chat that a workspace connects to leads to a flow', () => {
	const connected = ['cloud', 'billing', 'marketplace', 'releases', 'collector', 'gateway', 'nps', 'oauth-proxy', 'hub', 'links'] as const satisfies readonly RocketChatService[];
	const hosts = Object.entries(ROCKET_CHAT_SERVICES).filter(([, service]) => (connected as readonly string[]).includes(service));
	expect(hosts).toHaveLength(connected.length);
	expect(hosts.filter(([host]) => idsMeant(host).length === 0)).toEqual([]);
});

test('a service of Rocket.Chat that no flow reaches is said to be one', () => {
	expect(meant('omni-gateway.rocket.chat')).toMatchObject({ kind: 'host', isRocketChats: true });
	expect(english(meantNothing(meant('omni-gateway.rocket.chat'), '', null).flatMap((part) => (part.kind === 'line' ? [part.statement] : []))[0] ?? say('refusal'))).toContain('is a service of Rocket.Chat');
});

describe('what means no flow', () => {
	test('a host that nothing leads to', () => {
		expect(meant('tracker.somebody.test')).toEqual({ kind: 'host', host: 'tracker.somebody.test', isRocketChats: false });
		expect(meant('no-such-service.rocket.chat')).toMatchObject({ kind: 'host', isRocketChats: true });
	});

	test('a look-alike of a host that is known', () => {
		expect(meant('collector.rocket.chat.somebody.test')).toMatchObject({ kind: 'host', isRocketChats: false });
	});

	test('a setting on which none depends', () => {
		expect(meant('Message_KeepHistory')).toEqual({ kind: 'setting', id: 'Message_KeepHistory' });
	});

	test.each(['', ' ', '?!', 'no such thing', '__proto__', 'toString', `${'a'.repeat(10_000)}.example`, '.'.repeat(10_000), 'x'.repeat(10_000)])('%.20j', (typed) => {
		expect(meant(typed).kind).not.toBe('flows');
	});
});

test('every flow is found by its id, and every setting that a flow tells by its own', () => {
	for (const { id } of FLOWS) {
		expect(idsMeant(id)).toEqual([id]);
	}
	for (const id of SETTING_IDS) {
		expect([id, meant(id).kind]).not.toEqual([id, 'nothing']);
	}
});
