/**
 * The engine is compiled without strict null checks: its bridges promise a value where the real server gives none for something
 * that does not exist. The one place where this is said to the compiler.
 */
export function maybe<T>(value: T | null | undefined): T {
	return value as T;
}

/**
 * A bridge to a part of Rocket.Chat that this server does not have. A call fails and says which, instead of pretending.
 * The permission checks of the engine's own class come first all the same.
 *
 * @param bridge the engine's class; `undefined` in an engine that is older than this bridge, and then nobody asks for it
 */
export function absent<T extends object>(bridge: (abstract new () => T) | undefined): T {
	if (bridge === undefined) {
		return maybe<T>(undefined);
	}
	const empty: T = Object.create(bridge.prototype as T) as T;
	return new Proxy(empty, {
		get(target, member, receiver): unknown {
			const found: unknown = Reflect.get(target, member, receiver);
			// `then` is asked for by whoever awaits the bridge itself.
			if (found === undefined && typeof member === 'string' && member !== 'then') {
				throw new Error(`The in-memory server has no ${bridge.name}.${member}.`);
			}
			return found;
		},
	});
}
