import type { FoundRecipient } from './posture';

/** Whether a flow sends nothing, but opens what is here to anyone or to the admins. */
export function isOpening({ recipients }: { readonly recipients: readonly Pick<FoundRecipient, 'party'>[] }): boolean {
	return recipients.every(({ party }) => party === 'anyone' || party === 'workspace-admins');
}
