import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import en from '../../i18n/en.json';
import { FLOWS } from '../../src/catalogue/flows';
import { ROCKET_CHAT_SERVICES, SERVER_LOOKUP_URL } from '../../src/catalogue/hosts';
import { BASES, CONFIDENCES, DEPLOYMENT_MODELS } from '../../src/catalogue/vocabulary';
import { translator } from '../../src/language/translate';
import { hostOf, isUnderRocketChat } from '../../src/posture/host';
import { fixedHostsOf } from '../../src/posture/matching';
import { lookUp, NOTHING_KNOWN, readAsked, verdictForEverybody } from '../../src/posture/lookup';
import type { OwnHost, OwnVerdict } from '../../src/posture/lookup';
import { asText, MESSAGE_LIMIT } from '../../src/show/as/chat';
import { lookupAnswer, lookupHelp } from '../../src/show/tell/lookup';
import { CANNOT, FROM_LINK, HOSTED, NO_HOST, OWN, RESEMBLES, SERVICE, TABLE, USER_NAME, WARNED } from './lookup-table';
import { processorTime } from './processor-time';

const english = translator('en');

const HERE: OwnHost = { readable: true, host: 'chat.example.org' };

const SELF_MANAGED: OwnVerdict = { model: 'self-managed', confidence: 'likely', basis: 'detected' };

/** The whole way from what was typed to the text. */
function answer(typed: string, own: OwnHost = HERE, verdict: OwnVerdict = SELF_MANAGED): string {
	const asked = readAsked(typed);
	switch (asked.kind) {
		case 'help':
			return asText(lookupHelp(), english);
		case 'no-host':
			return asText(lookupAnswer(asked), english);
		case 'host':
			return asText(lookupAnswer(lookUp(asked, own, verdict)), english);
	}
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';


test('the table is a table of hosts, not of a few', () => {
	expect(TABLE.length).toBeGreaterThanOrEqual(60);
	expect(new Set(TABLE.map(([typed]) => typed)).size).toBe(TABLE.length);
});

test.each(TABLE)('%j', (typed, first, ...words) => {
	const text = answer(typed);
	expect(firstLine(text).startsWith(first)).toBe(true);
	for (const word of words) {
		expect(text).toContain(word);
	}
	expect(text.includes(RESEMBLES)).toBe(words.includes(RESEMBLES));
	expect(text.includes(USER_NAME)).toBe(words.includes(USER_NAME));
	expect(text.includes(FROM_LINK)).toBe(words.some((word) => word.startsWith(FROM_LINK)));
	expect(text).not.toMatch(/secret|someone|userId|token|AbC/);
	expect(text.includes(SERVER_LOOKUP_URL)).toBe(first !== NO_HOST);
	expect(text.includes('Whom to ask')).toBe(first !== NO_HOST);
	expect(text).not.toMatch(/[{}]/);
	expect(text.length).toBeLessThan(MESSAGE_LIMIT);
});

test.each(['', '   ', '\n', 'help', 'HELP', 'help me please'])('%j asks for the help', (typed) => {
	expect(answer(typed)).toContain('Example: `/server-lookup https://chat.example.org`');
	expect(answer(typed)).toContain(SERVER_LOOKUP_URL);
});

describe('this workspace', () => {
	test.each<[OwnVerdict['model'], string, string]>([
		['cloud', 'Rocket.Chat Cloud', 'the admins of this workspace, or Rocket.Chat'],
		['open-server', 'Rocket.Chat Open Server', 'Rocket.Chat. It has the account information'],
		['self-managed', 'Self-managed', 'the admins of this workspace'],
		['air-gapped', 'Air-gapped', 'the admins of this workspace'],
	])('that is %s is told with how sure that is and on what basis', (model, word, whom) => {
		for (const confidence of CONFIDENCES) {
			for (const basis of BASES) {
				const text = answer('chat.example.org', HERE, { model, confidence, basis });
				const sure = confidence === 'certain' ? 'declared, and no setting that was read contradicts it' : `${confidence === 'likely' ? 'likely' : 'not clear'}, ${basis}`;
				expect(firstLine(text)).toBe(`This is your own workspace, \`chat.example.org\`: ${word} (${sure}).`);
				expect(text).toContain(`*Whom to ask:* ${whom}`);
			}
		}
	});

	test('that is not known is told so, without a guess', () => {
		const text = answer('chat.example.org', HERE, NOTHING_KNOWN);
		expect(firstLine(text)).toBe('This is your own workspace, `chat.example.org`: could not find out what kind of deployment it is.');
		expect(text).toContain('*Whom to ask:* the admins of this workspace');
	});

	test.each<OwnVerdict['model']>(['self-managed', 'air-gapped', 'unknown'])('that is %s: where a request must go if Rocket.Chat does not host it', (model) => {
		expect(answer('chat.example.org', HERE, { ...SELF_MANAGED, model })).toContain('The request must go to the administrator of that server, or to its hosting provider');
	});

	test('a verdict that is contradicted or not clear is not told', () => {
		expect(verdictForEverybody({ model: 'air-gapped', confidence: 'unclear', basis: 'declared' })).toEqual(NOTHING_KNOWN);
		expect(verdictForEverybody({ model: 'air-gapped', confidence: 'unclear', basis: 'detected' })).toEqual(NOTHING_KNOWN);
		expect(verdictForEverybody({ model: 'air-gapped', confidence: 'certain', basis: 'declared' })).toEqual({ model: 'air-gapped', confidence: 'certain', basis: 'declared' });
	});

	test('may be on one word inside a network, and is not on localhost', () => {
		expect(answer('http://chat:3000', { readable: true, host: 'chat' })).toMatch(/^This is your own workspace, `chat`: /);
		expect(answer('localhost', { readable: true, host: 'localhost' })).toContain('the machine on which it is opened');
	});

	test('under Rocket.Chat’s domain is told by its verdict, not by its name', () => {
		const own: OwnHost = { readable: true, host: 'lab.rocket.chat' };
		expect(firstLine(answer('lab.rocket.chat', own, NOTHING_KNOWN))).toContain('could not find out');
		expect(firstLine(answer('acme.rocket.chat', own, NOTHING_KNOWN))).toContain(HOSTED);
	});

	test('whose address cannot be read is not mistaken for another: the answer says so', () => {
		const unread = 'Whether this is the workspace you are in could not be checked.';
		expect(answer('chat.example.org', { readable: false })).toContain(unread);
		expect(answer('chat.example.org', { readable: true, host: null })).not.toContain(unread);
	});
});

describe('the services of Rocket.Chat', () => {
	test.each(Object.keys(ROCKET_CHAT_SERVICES))('%s is under its domain, and no workspace', (host) => {
		expect(hostOf(host)).toBe(host);
		expect(isUnderRocketChat(host)).toBe(true);
		expect(firstLine(answer(host))).toBe(`Not a workspace: \`${host}\` is a service of Rocket.Chat's.`);
		expect(answer(host)).toMatch(/^What it is for: [^{}]+\.$/m);
	});

	test('are all that a flow names as such', () => {
		const named = FLOWS.flatMap(fixedHostsOf).filter(isUnderRocketChat);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((host) => !(host in ROCKET_CHAT_SERVICES))).toEqual([]);
	});
});

describe('whatever is typed', () => {
	const FIRST = new RegExp(`^(?:${[HOSTED, OWN, SERVICE, CANNOT, NO_HOST, WARNED].join('|')})\\S`);

	/** The first line without what stands in code, where no sign acts. */
	const outsideCode = (line: string): string => line.replace(/`[^`]*`/g, '');

	const anything = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: 'grapheme' }),
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		fc.domain(),
		fc.ipV4Extended(),
		fc.ipV6(),
		fc.emailAddress(),
		fc.array(fc.constantFrom('open', 'rocket', 'chat', 'go.rocket.chat/', 'rocketchat://', '?host=', '&host=', '%2F', '.', '@', ':', '//', 'https', '[', ']', '(', ')', '*', '_', '`', '~', '|', '\\', 'ö', '\u202e', '%', ' ', '<', '>', '1')).map((parts) => parts.join('')),
	);

	test('there is one answer, with one of the six first lines and no sign of Markdown that was typed', () => {
		fc.assert(
			fc.property(anything, fc.constantFrom(...DEPLOYMENT_MODELS), fc.boolean(), (typed, model, readable) => {
				fc.pre(readAsked(typed).kind !== 'help');
				const text = answer(typed, readable ? HERE : { readable }, { ...SELF_MANAGED, model });
				const first = firstLine(text);
				expect(first).toMatch(FIRST);
				expect((first.match(/`/g) ?? []).length % 2).toBe(0);
				expect(outsideCode(first)).not.toMatch(/[*_~`[\]<>|\\#@]/);
				expect(first).not.toMatch(/[\p{Cc}\p{Cf}]/u);
				expect(text.length).toBeLessThan(MESSAGE_LIMIT);
			}),
			{ numRuns: 2000 },
		);
	});

	test('a host that was typed with letters around it is the same host', () => {
		fc.assert(
			fc.property(fc.domain(), fc.constantFrom(['<', '>'], ['"', '"'], ['`', '`'], ['[a b](https://', ')'], ['http://', ':80/a?b#c'], [' ', ' x']), (host, [before = '', after = '']) => {
				const bare = readAsked(host);
				const wrapped = readAsked(before + host + after);
				expect(bare.kind === 'host' ? bare.host : null).toBe(host.toLowerCase());
				expect(wrapped.kind === 'host' ? wrapped.host : null).toBe(host.toLowerCase());
			}),
		);
	});

	test('only what is under Rocket.Chat’s domain is said to be hosted by it', () => {
		fc.assert(
			fc.property(anything, (typed) => {
				const asked = readAsked(typed);
				const isHosted = firstLine(answer(typed)).startsWith(HOSTED);
				expect(isHosted).toBe(asked.kind === 'host' && asked.host.endsWith('.rocket.chat') && !(asked.host in ROCKET_CHAT_SERVICES));
			}),
			{ numRuns: 1000 },
		);
	});

	test('a link leads to the host that it names, however it is written, and nothing else of it is shown', () => {
		const written = fc.constantFrom<(host: string) => string>(
			(host) => host,
			(host) => `https://${host}`,
			(host) => encodeURIComponent(`https://${host}:3000/sub`),
			(host) => encodeURIComponent(`https://go.rocket.chat/room?host=${encodeURIComponent(host)}`),
		);
		fc.assert(
			fc.property(fc.domain(), written, fc.constantFrom('https://go.rocket.chat/', 'go.rocket.chat/', 'rocketchat://'), fc.constantFrom('room', 'auth', 'invite', 'conference'), (host, write, service, action) => {
				const asked = readAsked(`${service}${action}?token=Hidden0&host=${write(host)}&userId=Hidden0#Hidden0`);
				expect(asked).toEqual({ kind: 'host', host: host.toLowerCase(), hasUserInfo: false, isFromLink: true });
				expect(answer(`${service}${action}?token=Hidden0&path=Hidden0`)).not.toContain('Hidden0');
			}),
		);
	});

	test('endless text is answered at once', () => {
		const spent = processorTime(() => {
			for (const piece of ['a', '[', '(', 'a.', '<', '`', ':', '@', '1.', ' ', '[]', '](', 'go.rocket.chat/?host=', '&host=a', 'host=%25']) {
				answer(piece.repeat(200_000));
				answer(`x${piece.repeat(200_000)}`);
				answer(`rocketchat://room?host=a${piece.repeat(200_000).slice(0, 7_900)}`);
			}
		});
		expect(spent).toBeLessThan(3000);
	});
});

describe('what is said of legal requests stands in Rocket.Chat’s guidelines', () => {
	const guidelines = readFileSync(path.join(__dirname, '../sources/law-enforcement-guidelines.txt'), 'utf8').replace(/\s+/g, ' ');

	/** The text, what it claims, and the passage on which that rests. */
	const CLAIMS: readonly (readonly [key: keyof typeof en, claim: string, quote: string])[] = [
		['lookup_why_open-server', 'a public community server that Rocket.Chat manages itself', 'A public community server managed directly by Rocket.Chat.'],
		['lookup_why_open-server', 'under its Terms of Service and its Code of Conduct', 'Subject to our Terms of Service and Code of Conduct.'],
		['lookup_ask_open-server', 'the account information of the users registered on this server', 'We possess account information for users registered on this specific server.'],
		['lookup_ask_rocket-chat', 'generally has basic subscriber information', 'We generally possess basic subscriber information'],
		['lookup_ask_rocket-chat', 'may access content subject to valid legal process', 'subject to valid legal process, may access content stored on our infrastructure'],
		['lookup_ask_own-cloud', 'generally has basic subscriber information', 'We generally possess basic subscriber information'],
		['lookup_ask_own-cloud', 'may access content subject to valid legal process', 'subject to valid legal process, may access content stored on our infrastructure'],
		['lookup_ask_own-not-hosted', 'Rocket.Chat has no access to self-managed servers', 'Rocket.Chat has NO access to these servers.'],
		['lookup_ask_other', 'first the official lookup', 'Before submitting a request, use our Server Lookup tool to determine if a specific workspace URL is hosted by Rocket.Chat or if it is self-managed.'],
		['lookup_negative', 'Rocket.Chat cannot provide content or activity logs', 'If the lookup indicates the server is not hosted by us, Rocket.Chat cannot provide user content or activity logs.'],
		[
			'lookup_negative',
			'The request must go to the administrator of that server, or to its hosting provider or the internet provider of its domain',
			'You must direct your request to the administrator of the specific server or the hosting provider/ISP hosting the domain',
		],
		['lookup_source', "Rocket.Chat's Guidelines for Law Enforcement Requests", 'Rocket.Chat Guidelines for Law Enforcement Requests'],
		['lookup_source', 'last updated {date}', 'Last updated: March 5th, 2026'],
		['lookup_source', 'General information', 'These Guidelines are intended to provide general information'],
	];

	test.each(CLAIMS)('%s: %s', (key, claim, quote) => {
		expect(en[key]).toContain(claim);
		expect(guidelines).toContain(quote);
	});

	test('nothing else is said of it', () => {
		const told = new Set<string>(CLAIMS.map(([key]) => key));
		const legal = /administrator|legal|content|logs|subscriber|access|Terms|Code of Conduct|account/i;
		const others = Object.entries(en).filter(([key, text]) => key.startsWith('lookup_') && !told.has(key) && legal.test(text));
		expect(others).toEqual([]);
	});
});
