import { ROCKET_CHAT_DOMAIN } from '../../catalogue/hosts';

/** Whether an address becomes a link in a document: only Rocket.Chat's own do; any other is told letter by letter. */
export function mayBeFollowed(address: string): boolean {
	const [, host = ''] = /^https:\/\/([\w.-]+)(?:\/|$)/.exec(address) ?? [];
	return host === ROCKET_CHAT_DOMAIN || host.endsWith(`.${ROCKET_CHAT_DOMAIN}`);
}
