import type { ReactElement, ReactNode } from 'react';
import { webAddress } from './web-address';

/** A link that opens beside this page. Where Rocket.Chat would open something else than the web, it looks like a link and opens nothing. */
export function Link({ to, children }: { to: string; children: ReactNode }): ReactElement {
	const address = webAddress(to);
	return address === null ? (
		<span className="link" title={to}>
			{children}
		</span>
	) : (
		<a href={address} target="_blank" rel="noopener noreferrer">
			{children}
		</a>
	);
}
