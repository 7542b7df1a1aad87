import { URLSearchParams } from 'url';

import { LINK_SERVICE_HOST } from '../catalogue/hosts';
import { readAddress } from './address';
import type { Address } from './address';
import { hostOf } from './host';

/** What a link of Rocket.Chat's leads to: one server, several that contradict each other, or none that it names. */
export type LinkedServer = Address | 'several' | 'none';

/** A link can be wrapped in another, but nobody wraps it often. */
const DEEPEST_LINK = 3;

/**
 * Reads the server that an invitation or another link of Rocket.Chat's leads to: `https://go.rocket.chat/invite?host=…`,
 * `rocketchat://room?host=…` (developer.rocket.chat/docs/deep-linking). Nothing else of the link is read, for it can hold tokens.
 * Never throws.
 *
 * @returns null for what is no such link; the bare address of the link service is none either
 */
export function readLink(typed: string): LinkedServer | null {
	return isLink(typed) ? serverIn(typed, 1) : null;
}

function isLink(typed: string): boolean {
	// `rocketchat:3000` is a host with its port, as within Docker.
	if (/^rocketchat:(?!\d+(?:[/?#]|$))/i.test(typed)) {
		return true;
	}
	return hostOf(typed) === LINK_SERVICE_HOST && !NOTHING_AFTER_HOST.test(typed);
}

const NOTHING_AFTER_HOST = /^(?:https?:)?[/\\]*[^/\\?#]*[/\\]*$/i;

function serverIn(link: string, depth: number): LinkedServer {
	const [, query = ''] = /\?([^#]*)/.exec(link) ?? [];
	// Copied out of a page's source, `&` is written `&amp;`.
	const named = new URLSearchParams(query.replace(/&amp;/g, '&')).getAll('host').map((host) => host.trim()).filter((host) => host !== '');
	const servers = named.map((host) => serverNamed(host, depth));
	const hosts = new Set(servers.map((server) => (typeof server === 'string' ? server : server.host)));
	return hosts.size > 1 ? 'several' : (servers[0] ?? 'none');
}

/** The server in a value of `host=`: an address, one that is percent-encoded once more, or another link. */
function serverNamed(named: string, depth: number): LinkedServer {
	const written = /^[^/?#]*%/.test(named) ? decoded(named) : named;
	if (isLink(written)) {
		return depth < DEEPEST_LINK ? serverIn(written, depth + 1) : 'none';
	}
	// Nobody is written to here: Rocket.Chat's apps put `https://` before it, and what precedes the `@` is a user name.
	const read = readAddress(/^[^:/?#]*@/.test(written) ? `https://${written}` : written);
	return 'reason' in read ? 'none' : read;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
