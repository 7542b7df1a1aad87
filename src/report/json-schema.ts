import * as z from 'zod/mini';
import { $ZodCheckGreaterThan, $ZodCheckLengthEquals, $ZodCheckLessThan, $ZodCheckRegex } from 'zod/v4/core';
import type { $ZodCheck, $ZodType } from 'zod/v4/core';

import { SCHEMA_VERSION, reportSchema } from './schema';

/** Keywords of JSON Schema with their values. */
type Keywords = Readonly<Record<string, unknown>>;

/**
 * The report's schema as JSON Schema, draft 2020-12, with a description for every field.
 *
 * zod's own `toJSONSchema` would add 22 kB to the app, nearly all of it for kinds that no report has. This knows only
 * those of the report, and a test holds it to give the same as zod's.
 *
 * @throws Error when the report's schema uses something that is not known here: a mistake in this app, never in a workspace
 */
export function toJsonSchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: `urn:privacy-status:report:${SCHEMA_VERSION}`,
		title: 'Privacy Status report',
		...convert(reportSchema),
	};
}

function convert(schema: $ZodType): Keywords {
	const unchecked: Keywords = { ...z.globalRegistry.get(schema), ...keywordsOf(schema) };
	return (schema._zod.def.checks ?? []).reduce((keywords, check) => ({ ...keywords, ...keywordsOfCheck(check) }), unchecked);
}

function keywordsOf(schema: $ZodType): Keywords {
	if (schema instanceof z.ZodMiniObject) {
		const fields = Object.entries<$ZodType>(schema.shape);
		return {
			type: 'object',
			properties: Object.fromEntries(fields.map(([name, field]) => [name, convert(field)])),
			required: fields.map(([name]) => name),
			additionalProperties: false,
		};
	}
	if (schema instanceof z.ZodMiniArray) {
		return { type: 'array', items: convert(schema.def.element) };
	}
	if (schema instanceof z.ZodMiniNullable) {
		return orNull(convert(schema.def.innerType));
	}
	if (schema instanceof z.ZodMiniEnum) {
		return { type: 'string', enum: schema.options };
	}
	if (schema instanceof z.ZodMiniLiteral) {
		return { type: 'string', const: [...schema.def.values][0] };
	}
	if (schema instanceof z.ZodMiniISODateTime) {
		return { type: 'string', format: 'date-time', pattern: schema.def.pattern?.source };
	}
	if (schema instanceof z.ZodMiniString) {
		return { type: 'string' };
	}
	if (schema instanceof z.ZodMiniNumberFormat) {
		return { type: 'integer' };
	}
	if (schema instanceof z.ZodMiniBoolean) {
		return { type: 'boolean' };
	}
	throw new Error(`The kind of schema ${schema._zod.def.type} is not known.`);
}

/** As zod tells it: two plain types in one word, anything else as a choice. */
function orNull(inner: Keywords): Keywords {
	return Object.keys(inner).join() === 'type' ? { type: [inner['type'], 'null'] } : { anyOf: [inner, { type: 'null' }] };
}

function keywordsOfCheck(check: $ZodCheck): Keywords {
	if (check instanceof $ZodCheckRegex) {
		return { pattern: check._zod.def.pattern.source };
	}
	if (check instanceof $ZodCheckLengthEquals) {
		const { length } = check._zod.def;
		return { minItems: length, maxItems: length };
	}
	if (check instanceof $ZodCheckGreaterThan) {
		return { minimum: check._zod.def.value };
	}
	if (check instanceof $ZodCheckLessThan) {
		return { maximum: check._zod.def.value };
	}
	throw new Error(`The check ${check._zod.def.check} is not known.`);
}
