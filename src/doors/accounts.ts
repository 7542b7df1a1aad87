import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

/**
 * Whether accounts can be looked up at all. Without the permission the engine answers nothing, just as for an account that
 * is gone (Apps-Engine, UserBridge); the app's own account is there for certain, and needs no permission to be named.
 */
export async function findsAccounts(read: IRead): Promise<boolean> {
	const own = await read.getUserReader().getAppUser();
	return Boolean(own && (await read.getUserReader().getById(own.id)));
}
