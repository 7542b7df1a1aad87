import { URL, domainToUnicode } from 'url';

import { OPEN_SERVER_HOST, ROCKET_CHAT_DOMAIN } from '../catalogue/hosts';

/**
 * The host of a web address: parsed, lower-cased, a Unicode name in its ASCII form, the trailing dot dropped.
 * User info before an `@`, port, path and query are no part of it.
 *
 * @returns null for what is no http or https address
 */
export function hostOf(address: string): string | null {
	return parse(address)?.host ?? null;
}

/**
 * An address as it may be shown: scheme and host, nothing else of it.
 *
 * @returns null for what is no http or https address
 */
export function shownAddress(address: string): string | null {
	const parsed = parse(address);
	return parsed === null ? null : `${parsed.scheme}//${parsed.host}`;
}

/** True for a web address with a user name or a password before an `@`; such a name can pass for the host at a glance. */
export function carriesUserInfo(address: string): boolean {
	return parse(address)?.hasUserInfo ?? false;
}

function parse(address: string): { scheme: string; host: string; hasUserInfo: boolean } | null {
	let url: URL;
	try {
		url = new URL(address.trim());
	} catch {
		return null;
	}
	const host = url.hostname.toLowerCase().replace(/\.$/, '');
	return /^https?:$/.test(url.protocol) && host !== '' ? { scheme: url.protocol, host, hasUserInfo: url.username !== '' || url.password !== '' } : null;
}

/** True for Rocket.Chat's own domain and everything under it; a look-alike is not under it. */
export function isUnderRocketChat(host: string): boolean {
	return host === ROCKET_CHAT_DOMAIN || host.endsWith(`.${ROCKET_CHAT_DOMAIN}`);
}

/** What the host of a workspace's Site_Url says of who runs it. */
export type HostKind = 'open-server' | 'rocket-chat' | 'look-alike' | 'loopback' | 'other';

/** Judges a host as `hostOf` returns it. */
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
	return resemblesRocketChat(host) ? 'look-alike' : 'other';
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host) || host === '[::1]' || host === '0.0.0.0';
}

/**
 * A name that a reader could take for Rocket.Chat's, letters of other scripts that look the same included.
 * A wrong guess here only adds a sentence, never changes a verdict.
 */
function resemblesRocketChat(host: string): boolean {
	const letters = domainToUnicode(host).normalize('NFKD').replace(/\p{M}/gu, '');
	const skeleton = [...letters].map((letter) => LOOK_ALIKE_LETTERS[letter] ?? letter).join('');
	return /rocket[^a-z]?chat/.test(skeleton);
}

const LOOK_ALIKE_LETTERS: Readonly<Record<string, string>> = {
	'0': 'o', 'а': 'a', 'с': 'c', 'е': 'e', 'о': 'o', 'к': 'k', 'т': 't', 'һ': 'h', 'г': 'r', 'α': 'a', 'ο': 'o', 'κ': 'k', 'τ': 't', 'ϲ': 'c', 'ε': 'e',
};
