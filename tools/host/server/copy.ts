function copyUnknown(value: unknown): unknown {
	if (Buffer.isBuffer(value)) {
		return Buffer.from(value);
	}
	if (value instanceof Date) {
		return new Date(value.getTime());
	}
	if (Array.isArray(value)) {
		return value.map(copyUnknown);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value)
				.filter(([, inner]) => typeof inner !== 'function')
				.map(([key, inner]) => [key, copyUnknown(inner)]),
		);
	}
	return value;
}

/**
 * What a database would hand out: equal, but never the same object. Not `structuredClone`, whose dates are of
 * another realm under jest, where the engine's codec would not know them as dates.
 */
export function copy<T>(value: T): T {
	return copyUnknown(value) as T;
}
