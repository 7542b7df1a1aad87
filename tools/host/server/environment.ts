const ALLOWED = ['NODE_ENV', 'ROOT_URL', 'INSTANCE_IP'];

/** `app/apps/server/bridges/environmental.ts` (7.7.1): three names and those that begin with the app's own prefix. */
export class Environment {
	constructor(private readonly values: Record<string, string>) {}

	value(name: string, appId: string): string | undefined {
		const wanted = name.toUpperCase();
		if (!ALLOWED.includes(wanted) && !wanted.startsWith(`RC_APPS_${appId.toUpperCase().replace(/-/g, '_')}`)) {
			throw new Error(`The environmental variable "${name}" is not readable.`);
		}
		return this.values[name];
	}
}
