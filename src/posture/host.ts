import { domainToUnicode } from 'url';

import { OPEN_SERVER_HOST, ROCKET_CHAT_DOMAIN, ROCKET_CHAT_SERVICES } from '../catalogue/hosts';
import type { RocketChatService } from '../catalogue/hosts';
import { readAddress } from './address';

/**
 * The host of a web address: parsed, lower-cased, a Unicode name in its ASCII form, the trailing dot dropped.
 * User info before an `@`, port, path and query are no part of it. An address without a scheme is read as https.
 *
 * @returns null for what is no http or https address
 */
export function hostOf(address: string): string | null {
	const read = readAddress(address);
	return 'reason' in read ? null : read.host;
}

/**
 * An address as it may be shown: scheme and host, nothing else of it.
 *
 * @returns null for what is no http or https address
 */
export function shownAddress(address: string): string | null {
	const read = readAddress(address);
	return 'reason' in read ? null : `${read.scheme}//${read.host}`;
}

/** True for Rocket.Chat's own domain and everything under it; a look-alike is not under it. */
export function isUnderRocketChat(host: string): boolean {
	return host === ROCKET_CHAT_DOMAIN || host.endsWith(`.${ROCKET_CHAT_DOMAIN}`);
}

const SERVICES: ReadonlyMap<string, RocketChatService> = new Map(Object.entries(ROCKET_CHAT_SERVICES));

/**
 * Which service of Rocket.Chat's a host is, as `hostOf` returns it.
 *
 * @returns null for what is no known one: a workspace, somebody else's host, a service that the catalogue does not name
 */
export function serviceAt(host: string): RocketChatService | null {
	return SERVICES.get(host) ?? null;
}

/** What the host of a workspace's Site_Url says of who runs it. */
export type HostKind = 'open-server' | 'rocket-chat' | 'look-alike' | 'loopback' | 'other';

/** Judges a host as `hostOf` returns it. Rocket.Chat's domain itself is its website and no workspace, so it says no more than any other. */
export function kindOfHost(host: string): HostKind {
	if (host === OPEN_SERVER_HOST) {
		return 'open-server';
	}
	if (host.endsWith(`.${ROCKET_CHAT_DOMAIN}`)) {
		return 'rocket-chat';
	}
	if (isLoopback(host)) {
		return 'loopback';
	}
	return host !== ROCKET_CHAT_DOMAIN && imitatesRocketChat(host) ? 'look-alike' : 'other';
}

/**
 * True for a host that lies inside a network of one's own, judged by its name or number alone:
 *
 * - loopback, private, shared, link-local and unspecified addresses (IANA's special-purpose address registries for IPv4 and IPv6:
 *   RFC 1122, 1918, 3927, 4193, 4291, 6598), IPv4 also where it is written as IPv6 (`::ffff:10.0.0.5`);
 * - a name without a dot, which no public name server holds;
 * - names that are reserved for it: `localhost` (RFC 6761), `.local` (RFC 6762), `.home.arpa` (RFC 8375), `.internal` (ICANN, 2024);
 * - names that are in use for it and do not exist in public: `.lan`, `.intranet` (RFC 6762, appendix G), and of Kubernetes
 *   `.cluster.local` and its short form `.svc`.
 *
 * False says nothing of where a host is: an organisation's own machines can have public names and numbers.
 *
 * @param host as `hostOf` returns it
 */
export function isInternal(host: string): boolean {
	if (isLoopback(host)) {
		return true;
	}
	const address = ipV4Of(host);
	if (address !== null) {
		return isOwnIpV4(address);
	}
	if (host.startsWith('[')) {
		return UNIQUE_OR_LINK_LOCAL.test(host);
	}
	return host !== '' && (!host.includes('.') || INTERNAL_NAME.test(host));
}

/** True for an IP address, of either version, as `hostOf` returns it. */
export function isIpAddress(host: string): boolean {
	return host.startsWith('[') || ipV4Of(host) !== null;
}

/** What reaches the machine itself; the unspecified address does so too where it is used as a destination. */
function isLoopback(host: string): boolean {
	return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host === '[::]' || host === '0.0.0.0' || ipV4Of(host)?.[0] === 127;
}

/** The first two numbers of an IPv4 address, also of one that is written as IPv6; the parser has made both forms regular. */
function ipV4Of(host: string): readonly [number, number] | null {
	const plain = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host);
	if (plain) {
		return [Number(plain[1]), Number(plain[2])];
	}
	const mapped = /^\[::ffff:([0-9a-f]{1,4}):[0-9a-f]{1,4}\]$/.exec(host);
	if (mapped) {
		const upper = parseInt(mapped[1] ?? '', 16);
		return [upper >> 8, upper & 255];
	}
	return null;
}

/** This network, private, shared (carrier-grade NAT) and link-local; loopback is judged before. */
function isOwnIpV4([first, second]: readonly [number, number]): boolean {
	return (
		first === 0 ||
		first === 10 ||
		(first === 100 && second >= 64 && second < 128) ||
		(first === 169 && second === 254) ||
		(first === 172 && second >= 16 && second < 32) ||
		(first === 192 && second === 168)
	);
}

/** fc00::/7 and fe80::/10. */
const UNIQUE_OR_LINK_LOCAL = /^\[f(?:[cd][0-9a-f]{2}|e[89ab][0-9a-f]):/;

const INTERNAL_NAME = /(?:^|\.)home\.arpa$|\.(?:local|lan|internal|intranet|svc)$/;

/**
 * A name that passes for Rocket.Chat's at a glance: its name in letters of other scripts or in digits that look the same, or its domain,
 * dot included, as a part of another name (`open.rocket.chat.example.com`, `my-rocket.chat`). A server of one's own that is called after
 * the product imitates nothing (`rocketchat.example.org`). A wrong guess here only adds a sentence, never changes a verdict.
 */
function imitatesRocketChat(host: string): boolean {
	const written = domainToUnicode(host);
	const skeleton = [...written.normalize('NFKD').replace(/\p{M}/gu, '')].map((letter) => LOOK_ALIKE_LETTERS[letter] ?? letter).join('');
	return HOLDS_DOMAIN.test(skeleton) || (PRODUCT_NAME.test(skeleton) && !PRODUCT_NAME.test(written));
}

const HOLDS_DOMAIN = /(?:^|[.-])rocket\.chat[.-]|rocket\.chat$/;

const PRODUCT_NAME = /rocket[^a-z]?chat/;

const LOOK_ALIKE_LETTERS: Readonly<Record<string, string>> = {
	// digits
	'0': 'o', '3': 'e', '4': 'a',
	// Cyrillic
	'а': 'a', 'с': 'c', 'ҫ': 'c', 'е': 'e', 'ҽ': 'e', 'һ': 'h', 'к': 'k', 'қ': 'k', 'ҡ': 'k', 'о': 'o', 'г': 'r', 'т': 't', 'ҭ': 't',
	// Greek and Armenian
	'α': 'a', 'ϲ': 'c', 'ε': 'e', 'κ': 'k', 'ο': 'o', 'τ': 't', 'օ': 'o', 'հ': 'h',
	// Latin
	'ø': 'o', 'ħ': 'h', 'ŧ': 't', 'ƙ': 'k', 'ᴀ': 'a', 'ᴄ': 'c', 'ᴇ': 'e', 'ʜ': 'h', 'ᴋ': 'k', 'ᴏ': 'o', 'ʀ': 'r', 'ᴛ': 't',
};
