import * as z from 'zod/mini';

import { plainReason } from '../catalogue/agreement';
import type { Policy, PolicyRule } from '../catalogue/agreement';
import { FLOWS } from '../catalogue/flows';
import { quoted } from '../language/quoted';
import { code } from '../language/spans';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Parsed, WrongPart } from './parse';

/** Characters of a policy: enough for a rule and a reason for each flow. */
const LIMIT = 50_000;

/** Wrong parts that are named one by one. */
const MOST_NAMED = 10;

const RULE = '{ "accepted": "Agreed with the works council", "until": "2027-12-31" }';

const acceptedSchema = z.strictObject({ accepted: z.string(), until: z.nullable(z.iso.date()) });

/** What an organisation asks of flows, as JSON: the right parts count, the wrong ones are named. */
export function parsePolicy(text: string): Parsed<Policy> {
	const rules = text.length > LIMIT ? undefined : rulesIn(text);
	if (rules === undefined) {
		return { objection: say('objection_policy', { example: code(`{ "push-gateway": ${RULE} }`), limit: LIMIT }) };
	}
	const read = rules.map(([part, stated]) => ({ part, ...parseRule(part, stated) }));
	const wrong = read.flatMap(({ part, reason }): WrongPart[] => (reason === undefined ? [] : [{ part: quoted(part), reason }]));
	const [last, ...more] = wrong.slice(MOST_NAMED - 1);
	return {
		value: Object.fromEntries(read.flatMap(({ part, rule }) => (rule === undefined ? [] : [[part, rule] as const]))),
		wrong: last === undefined || more.length === 0 ? wrong : [...wrong.slice(0, MOST_NAMED - 1), { ...last, reason: say('caveats_joined', { first: last.reason, second: say('objection_policy-more', { count: more.length }) }) }],
	};
}

function rulesIn(text: string): [string, unknown][] | undefined {
	try {
		const stated: unknown = JSON.parse(text);
		return isObject(stated) ? Object.entries(stated) : undefined;
	} catch {
		return undefined;
	}
}

function isObject(stated: unknown): stated is object {
	return typeof stated === 'object' && stated !== null && !Array.isArray(stated);
}

function parseRule(part: string, stated: unknown): { readonly rule?: PolicyRule; readonly reason?: Statement } {
	if (part !== '*' && !FLOWS.some(({ id }) => id === part)) {
		return { reason: say('objection_policy-flow') };
	}
	if (stated === 'off') {
		return { rule: stated };
	}
	if (part === '*') {
		return { reason: say('objection_policy-star') };
	}
	const rule = acceptedSchema.safeParse(isObject(stated) ? { until: null, ...stated } : stated).data;
	const accepted = plainReason(rule?.accepted ?? '').reason;
	return rule === undefined || accepted === '' ? { reason: say('objection_policy-rule', { example: code(RULE) }) } : { rule: { accepted, until: rule.until } };
}
