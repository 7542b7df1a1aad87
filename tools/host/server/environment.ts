const allowed = ['NODE_ENV', 'ROOT_URL', 'INSTANCE_IP'];

/** `app/apps/server/bridges/environmental.ts` (7.7.1): three names and those that begin with the app's own prefix. */
export class Environment {
	constructor(private readonly values: Record<string, string>) {}

	isReadable(name: string, appId: string): boolean {
		const prefix = `RC_APPS_${appId.toUpperCase().replace(/-/g, '_')}`;
		return allowed.includes(name.toUpperCase()) || name.toUpperCase().startsWith(prefix);
	}

	value(name: string, appId: string): string | undefined {
		if (!this.isReadable(name, appId)) {
			throw new Error(`The environmental variable "${name}" is not readable.`);
		}
		return this.values[name];
	}
}
