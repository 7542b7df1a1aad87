/**
 * The same function, which works out its answer once for each object. For what depends on that object alone, and never on what may change in it.
 *
 * @param find must be pure
 */
export function oncePer<Of extends object, Found extends object | string>(find: (of: Of) => Found): (of: Of) => Found {
	const known = new WeakMap<Of, Found>();
	return (of) => {
		const found = known.get(of) ?? find(of);
		known.set(of, found);
		return found;
	};
}
