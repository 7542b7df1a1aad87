import { URL } from 'url';

/** Of a web address what may be used: never its user info, port, path or query. */
export interface Address {
	readonly scheme: string;
	/** Lower-cased, a Unicode name in its ASCII form, IPv4 as four numbers, IPv6 in brackets, the trailing dot dropped. */
	readonly host: string;
	readonly hasUserInfo: boolean;
}

/** A text that is no web address, and why. */
export interface NoAddress {
	readonly reason: NoHostReason;
}

export type NoHostReason = 'nothing' | 'e-mail' | 'scheme' | 'no-host' | 'port' | 'number' | 'characters' | 'empty-label' | 'label-too-long' | 'too-long';

/** What senders and recipients of web addresses are to support at least (RFC 9110, 4.1); nobody types a longer one. */
export const LONGEST_ADDRESS = 8000;

/** Of a host name and of each of its parts (RFC 1035, 2.3.4; the dots count, the one at the end does not). */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

/** Of an IPv6 address as written, with the name of a network interface after it. */
const LONGEST_IPV6 = 100;

/**
 * Reads one http or https address. What has no scheme is read as https: `chat.example.org`, `localhost:3000`, `10.0.0.5:389`, `::1`.
 * Never throws, and takes no more time than the text has characters.
 */
export function readAddress(text: string): Address | NoAddress {
	const typed = text.trim();
	if (typed.length > LONGEST_ADDRESS) {
		return { reason: 'too-long' };
	}
	const address = withScheme(typed);
	if (typeof address !== 'string') {
		return address;
	}
	const url = parsed(address);
	if (url === null) {
		return { reason: reasonOfFailure(address) };
	}
	const host = url.hostname.toLowerCase().replace(/\.$/, '');
	const reason = objectionTo(host);
	return reason === null ? { scheme: url.protocol, host, hasUserInfo: url.username !== '' || url.password !== '' } : { reason };
}

/** Makes a whole web address of what was typed, or says why it is none. */
function withScheme(typed: string): string | NoAddress {
	if (typed === '') {
		return { reason: 'nothing' };
	}
	const looseIpV6 = typed.length > LONGEST_IPV6 ? undefined : /^([0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*)(?:%[\w.~-]*)?$/i.exec(typed)?.[1];
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
	// The parser would make an IPv4 address of any number.
	return /^\d+$/.test(typed) ? { reason: 'number' } : `https://${typed}`;
}

function parsed(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
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

/**
 * Where the pages of a workspace are: its address, if that has a host and a port and nothing else. With a path it is unclear which part
 * of the server is behind it, and more than scheme, host and port is never shown.
 *
 * @param siteUrl the workspace's `Site_Url`
 * @returns without a slash at the end; null where there is none
 */
export function plainOrigin(siteUrl: string): string | null {
	let url: URL;
	try {
		url = new URL(siteUrl.trim());
	} catch {
		return null;
	}
	return PLAIN_ORIGIN.test(url.origin) && url.href === `${url.origin}/` ? url.origin : null;
}

/** A host may hold quotes and semicolons; what is told here is pasted into a shell, or opened. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?$/;
