import { plainOrigin } from '../../posture/address';

/** Stands where the workspace's address cannot be told. */
const PLACEHOLDER = 'https://your-workspace.example';

/** Address of one endpoint, on this workspace alone. */
export interface EndpointAddress {
	readonly url: string;
	readonly isPlaceholder: boolean;
}

/**
 * Where a script finds an endpoint: at the workspace's own address if it has a host and a port and nothing else.
 * With a path it is unclear which part of the server stands behind it, and more than scheme, host and port is never shown.
 *
 * @param siteUrl the workspace's `Site_Url`; empty if it could not be read
 * @param path whole, as the engine made it: it holds a part that is another one in every workspace
 */
export function endpointAddress(siteUrl: string, path: string): EndpointAddress {
	const origin = plainOrigin(siteUrl);
	return { url: `${origin ?? PLACEHOLDER}${path}`, isPlaceholder: origin === null };
}
