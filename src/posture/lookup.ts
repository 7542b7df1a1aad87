import { domainToUnicode } from 'url';

import { ROCKET_CHAT_DOMAIN } from '../catalogue/hosts';
import type { DeploymentModel } from '../catalogue/vocabulary';
import { carriesUserInfo, hostOf, kindOfHost } from './host';
import type { Deployment } from './posture';

/** What is wrong with something typed that is no host. */
export type NoHostReason =
	| 'nothing'
	| 'e-mail'
	| 'scheme'
	| 'no-host'
	| 'port'
	| 'number'
	| 'characters'
	| 'empty-label'
	| 'label-too-long'
	| 'too-long'
	| 'single-word';

/** What somebody who typed something after `/server-lookup` asks for. */
export type Asked =
	| { readonly kind: 'help' }
	| NoHost
	| { readonly kind: 'host'; readonly host: string; readonly hasUserInfo: boolean; readonly typed: string };

/** Something typed that is no host; `typed` is as raw as it came. */
export interface NoHost {
	readonly kind: 'no-host';
	readonly reason: NoHostReason;
	readonly typed: string;
}

/** What a host is, as far as its name tells without a network. */
export type Place = 'open-server' | 'rocket-chat' | 'company' | 'loopback' | 'internal' | 'address' | 'other';

/** Something that the asker should know of the name itself. */
export type LookupNote = 'user-info' | 'look-alike' | 'own-unread';

interface AboutHost {
	readonly host: string;
	/** The host as people write it, where that differs. */
	readonly unicode: string | null;
	readonly notes: readonly LookupNote[];
}

/** The answer of `/server-lookup`, not yet in words. */
export type LookupVerdict =
	| NoHost
	| ({ readonly kind: 'own'; readonly model: DeploymentModel } & AboutHost)
	| ({ readonly kind: 'elsewhere'; readonly place: Place } & AboutHost);

/** This workspace's own host, as far as it could be read. */
export type OwnHost = { readonly readable: true; readonly host: string | null } | { readonly readable: false };

/** Characters after which a web address is not read: nobody types one, and whatever is pasted must be answered at once. */
const LONGEST_ADDRESS = 4000;

/** Of a host name and of each of its parts (RFC 1035, 2.3.4; the dots count, the one at the end does not). */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** Finds the host in what was typed: the first word, brackets, quotes and a Markdown link around it taken off. Never throws. */
export function readAsked(text: string): Asked {
	const words = text.trim();
	if (words === '' || /^help(?:\s|$)/i.test(words)) {
		return { kind: 'help' };
	}
	const typed = unwrap(words);
	const refused = (reason: NoHostReason): NoHost => ({ kind: 'no-host', reason, typed });
	if (typed === '') {
		return refused('nothing');
	}
	if (typed.length > LONGEST_ADDRESS) {
		return refused('too-long');
	}
	const address = toAddress(typed);
	if (typeof address !== 'string') {
		return refused(address.reason);
	}
	const host = hostOf(address);
	const reason = host === null ? reasonOfFailure(address) : objectionTo(host);
	return host === null || reason !== null ? refused(reason ?? 'characters') : { kind: 'host', host, hasUserInfo: carriesUserInfo(address), typed };
}

/** The first word without what chat and mail programs put around an address. */
function unwrap(words: string): string {
	const link = /^["'`“”‘’<(*]*!?\[[^\]]*\]\(\s*([^\s)]*)/.exec(words);
	const [first = ''] = (link?.[1] ?? words).split(/\s/, 1);
	const [word = ''] = first.replace(/^[<"'`“”„‘’‚«»(*]+/, '').split('|', 1);
	return word.slice(0, LONGEST_ADDRESS + 1).replace(/[>"'`“”‘’«»)*,;!]+$/, '');
}

/** Makes a web address of what was typed, or says why it is none. */
function toAddress(typed: string): string | { readonly reason: NoHostReason } {
	const looseIpV6 = /^([0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*)(?:%[\w.~-]*)?$/i.exec(typed)?.[1];
	if (looseIpV6 !== undefined) {
		return `https://[${looseIpV6}]`;
	}
	if (/^[^\s/?#@:]+@[^\s/?#@:]+$/.test(typed)) {
		return { reason: 'e-mail' };
	}
	if (/^https?:/i.test(typed)) {
		return typed;
	}
	if (typed.startsWith('//')) {
		return `https:${typed}`;
	}
	// A host with a port begins like a scheme: `chat:3000`.
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) || /^[a-z][a-z0-9+-]*:(?!\d+(?:[/?#]|$))/i.test(typed)) {
		return { reason: 'scheme' };
	}
	if (/^[/\\?#@]/.test(typed)) {
		return { reason: 'no-host' };
	}
	// The parser would make an address of any number.
	return /^\d+$/.test(typed) ? { reason: 'single-word' } : `https://${typed}`;
}

/** Why the parser refused an address. */
function reasonOfFailure(address: string): NoHostReason {
	const [authority = ''] = address.replace(/^https?:[/\\]*/i, '').split(/[/\\?#]/, 1);
	const place = authority.slice(authority.lastIndexOf('@') + 1);
	// In an IPv6 address that does not end, a colon begins no port.
	const port = /^\[[^\]]*$/.test(place) ? undefined : /:([^:\]]*)$/.exec(place)?.[1];
	const name = port === undefined ? place : place.slice(0, -port.length - 1);
	if (/^\.*$/.test(name)) {
		return 'no-host';
	}
	if (port !== undefined && (!/^\d*$/.test(port) || Number(port) > 65535)) {
		return 'port';
	}
	return /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i.test(name) ? 'number' : 'characters';
}

/** What keeps a parsed host from being a name or an address; the parser lets through more than any name server holds. */
function objectionTo(host: string): NoHostReason | null {
	if (host.startsWith('[')) {
		return null;
	}
	const labels = host.split('.');
	if (labels.every((label) => label === '')) {
		return 'no-host';
	}
	if (host.length > LONGEST_NAME) {
		return 'too-long';
	}
	if (labels.some((label) => label === '')) {
		return 'empty-label';
	}
	if (labels.some((label) => label.length > LONGEST_LABEL)) {
		return 'label-too-long';
	}
	return labels.every((label) => /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/.test(label)) ? null : 'characters';
}

/** True for the host of this workspace's own address. `localhost` is whoever's machine it is read on, so it is nobody's own. */
export function isOwn(host: string, own: OwnHost): boolean {
	return own.readable && own.host === host && kindOfHost(host) !== 'loopback';
}

/**
 * What everybody may know of their own workspace's deployment: the model's word.
 * A contradicted one is not known, and what contradicts it is for admins.
 */
export function modelForEverybody({ model, conflicts }: Pick<Deployment, 'model' | 'conflicts'>): DeploymentModel {
	return conflicts.length > 0 ? 'unknown' : model;
}

/**
 * Decides what can be told of a host offline. Pure and total.
 *
 * @param own this workspace's own host
 * @param ownModel what this workspace is; counts only where the host is its own
 */
export function lookUp({ host, hasUserInfo, typed }: Extract<Asked, { kind: 'host' }>, own: OwnHost, ownModel: DeploymentModel): LookupVerdict {
	const unicode = unicodeOf(host);
	const userInfo: LookupNote[] = hasUserInfo ? ['user-info'] : [];
	if (isOwn(host, own)) {
		return { kind: 'own', model: ownModel, host, unicode, notes: userInfo };
	}
	const kind = kindOfHost(host);
	if (kind !== 'loopback' && !host.startsWith('[') && !host.includes('.')) {
		return { kind: 'no-host', reason: 'single-word', typed };
	}
	const place = placeOf(host);
	const lookAlike: LookupNote[] = kind === 'look-alike' && place === 'other' ? ['look-alike'] : [];
	const unread: LookupNote[] = own.readable ? [] : ['own-unread'];
	return { kind: 'elsewhere', place, host, unicode, notes: [...userInfo, ...lookAlike, ...unread] };
}

function placeOf(host: string): Place {
	if (host === ROCKET_CHAT_DOMAIN) {
		return 'company';
	}
	const kind = kindOfHost(host);
	if (kind === 'open-server' || kind === 'rocket-chat') {
		return kind;
	}
	const address = ipV4Of(host);
	if (kind === 'loopback' || address?.[0] === 127) {
		return 'loopback';
	}
	if (address !== null) {
		return isInternalIpV4(address) ? 'internal' : 'address';
	}
	if (host.startsWith('[')) {
		return INTERNAL_IPV6.test(host) ? 'internal' : 'address';
	}
	return INTERNAL_NAME.test(host) ? 'internal' : 'other';
}

/** The four numbers of an IPv4 address, also of one that is written as IPv6; the parser has made both forms regular. */
function ipV4Of(host: string): readonly [number, number] | null {
	const plain = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
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

/** Private, shared, link-local, multicast and reserved ranges (IANA, IPv4 Special-Purpose Address Registry). */
function isInternalIpV4([first, second]: readonly [number, number]): boolean {
	return (
		first === 0 ||
		first === 10 ||
		(first === 100 && second >= 64 && second < 128) ||
		(first === 169 && second === 254) ||
		(first === 172 && second >= 16 && second < 32) ||
		(first === 192 && second === 168) ||
		first >= 224
	);
}

/** Unspecified, unique local, link-local and multicast (IANA, IPv6 Special-Purpose Address Registry). */
const INTERNAL_IPV6 = /^\[(?:::\]|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|ff[0-9a-f]{2}:)/;

/** Names that exist inside one network only: RFC 6762, RFC 8375, and `.internal`, which ICANN reserved for that. */
const INTERNAL_NAME = /\.(?:local|internal|home\.arpa)$/;

function unicodeOf(host: string): string | null {
	if (!host.includes('xn--')) {
		return null;
	}
	// Signs that nobody sees, or that turn the direction of writing, would only deceive.
	const written = domainToUnicode(host).replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, '');
	return written === '' || written === host ? null : written;
}
