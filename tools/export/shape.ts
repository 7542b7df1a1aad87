export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A version that no app of this kind runs on. */
export class OldVersion extends Error {}
