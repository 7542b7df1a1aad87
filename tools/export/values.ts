import type { SettingDefinition } from '../host/server/definitions';

/** How deep a value may be nested: the deepest of Rocket.Chat's, a list of records, has two levels. */
const DEEPEST = 8;

/** MongoDB's extended JSON, as plain values; undefined for what is nested deeper than any setting. */
export function plain(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null) {
		return value;
	}
	if (depth > DEEPEST) {
		return undefined;
	}
	if (Array.isArray(value)) {
		const items = value.map((item) => plain(item, depth + 1));
		return items.includes(undefined) ? undefined : items;
	}
	const entries = Object.entries(value);
	const [[name, content] = ['', undefined]] = entries;
	if (entries.length === 1 && name.startsWith('$')) {
		return extended(name, content);
	}
	const fields = entries.map(([key, item]) => [key, plain(item, depth + 1)] as const);
	return fields.some(([, item]) => item === undefined) ? undefined : Object.fromEntries(fields);
}

function extended(name: string, content: unknown): unknown {
	switch (name) {
		case '$numberInt':
		case '$numberLong':
		case '$numberDouble':
		case '$numberDecimal':
			return Number(content);
		case '$date':
			return typeof content === 'string' ? content : String(plain(content, DEEPEST));
		default:
			// `$oid`, `$uuid`, `$symbol` …: no setting that is judged holds one.
			return typeof content === 'string' ? content : undefined;
	}
}

/**
 * What the server makes of `OVERWRITE_SETTING_<id>` (Rocket.Chat, app/settings/server/functions/convertValue.ts): "true" and "false" are
 * switches whatever the type, only an `int` is a number. So a timespan stays text, and counts as one that cannot be used, as there.
 */
export function asServerReads(text: string, { type }: SettingDefinition): unknown {
	return switched(text) ?? (type === 'int' ? number(Number.parseInt(text, 10)) : text);
}

/** What somebody who wrote down values as text means by one. Undefined for what the type does not have. */
export function byType(text: string, { type }: SettingDefinition): unknown {
	switch (type) {
		case 'boolean':
			return switched(text.trim());
		case 'int':
		case 'range':
		case 'timespan':
			return text.trim() === '' ? undefined : number(Number(text));
		case 'multiSelect':
		case 'roomPick':
			return list(text);
		default:
			return text;
	}
}

function switched(text: string): boolean | undefined {
	const lower = text.toLowerCase();
	return lower === 'true' || lower === 'false' ? lower === 'true' : undefined;
}

function number(value: number): number | undefined {
	return Number.isFinite(value) ? value : undefined;
}

function list(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? plain(value) : undefined;
	} catch {
		return undefined;
	}
}
