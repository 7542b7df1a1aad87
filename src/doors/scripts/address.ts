import { plainOrigin } from '../../posture/address';

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
