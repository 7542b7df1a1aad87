import { URL } from 'url';

/** Stands where the workspace's address cannot be told. */
const PLACEHOLDER = 'https://your-workspace.example';

/** Address of one endpoint. */
export interface EndpointAddress {
	readonly url: string;
	readonly isPlaceholder: boolean;
}

/**
 * Where a script finds an endpoint: at the workspace's own address if it has a host and a port and nothing else.
 * With a path it is unclear which part of the server stands behind it, and more than scheme, host and port is never shown.
 *
 * @param siteUrl the workspace's `Site_Url`; empty if it could not be read
 */
export function endpointAddress(siteUrl: string, appId: string, path: string): EndpointAddress {
	const origin = plainOrigin(siteUrl);
	return { url: `${origin ?? PLACEHOLDER}/api/apps/public/${appId}/${path}`, isPlaceholder: origin === null };
}

function plainOrigin(siteUrl: string): string | null {
	let url: URL;
	try {
		url = new URL(siteUrl.trim());
	} catch {
		return null;
	}
	return PLAIN_ORIGIN.test(url.origin) && url.href === `${url.origin}/` ? url.origin : null;
}

/** A host may hold quotes and semicolons; what is told here is pasted into a shell. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?$/;
