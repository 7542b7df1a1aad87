import * as z from 'zod/mini';

import { CATEGORIES, LEGAL_CATEGORIES } from '../catalogue/categories';
import { UNSEEN_IDS } from '../catalogue/unseen';
import {
	BASES,
	CONFIDENCES,
	CONFLICT_IDS,
	DECLARABLE_MODELS,
	DEPLOYMENT_MODELS,
	EXPOSURE_STATES,
	FLOW_EFFECTS,
	FLOW_KEEPINGS,
	FLOW_STATES,
	LICENCE_KINDS,
	PARTIES,
	REGISTRATION_STATES,
	REPORTING_STATES,
	SERVER_FAMILIES,
} from '../catalogue/words';

/** The contract's version: raised when a field changes its meaning or goes. */
export const SCHEMA_VERSION = '1';

const source = z.string().check(z.regex(/^(setting:\w+|env:\w+|declared)$/));
const evidence = z.strictObject({ source, observed: z.string(), statement: z.string() });
const settingId = z.string().check(z.regex(/^[\w-]+$/));

/** The report: what scripts, auditors and other exports read. `product.md` of the design calls it the contract. */
export const reportSchema = z.strictObject({
	schemaVersion: z.literal(SCHEMA_VERSION),
	catalogueVersion: z.string(),
	generatedAt: z.iso.datetime(),
	app: z.strictObject({ version: z.string() }),
	workspace: z.strictObject({ host: z.nullable(z.string()) }),
	server: z.strictObject({ family: z.enum(SERVER_FAMILIES), evidence: z.array(evidence) }),
	deployment: z.strictObject({
		model: z.enum(DEPLOYMENT_MODELS),
		basis: z.enum(BASES),
		confidence: z.enum(CONFIDENCES),
		declared: z.nullable(z.enum(DECLARABLE_MODELS)),
		registration: z.strictObject({ state: z.enum(REGISTRATION_STATES), confidence: z.enum(CONFIDENCES) }),
		licence: z.strictObject({ kind: z.enum(LICENCE_KINDS) }),
		reporting: z.strictObject({ state: z.enum(REPORTING_STATES), daysLeft: z.nullable(z.int().check(z.minimum(0), z.maximum(10))) }),
		evidence: z.array(evidence),
		conflicts: z.array(z.strictObject({ id: z.enum(CONFLICT_IDS), statement: z.string(), sources: z.array(source) })),
		unread: z.array(settingId),
	}),
	exposure: z
		.array(
			z.strictObject({
				category: z.enum(CATEGORIES),
				legalCategory: z.nullable(z.enum(LEGAL_CATEGORIES)),
				party: z.enum(PARTIES),
				state: z.enum(EXPOSURE_STATES),
				condition: z.nullable(z.string()),
				because: z.array(z.strictObject({ source: z.string(), statement: z.string() })),
			}),
		)
		.check(z.length(CATEGORIES.length * PARTIES.length)),
	flows: z.array(
		z.strictObject({
			id: z.string(),
			state: z.enum(FLOW_STATES),
			effect: z.nullable(z.enum(FLOW_EFFECTS)),
			reason: z.string(),
			decidedBy: z.array(settingId),
			unreadable: z.array(settingId),
			caveat: z.nullable(z.string()),
			recipient: z.string(),
			party: z.enum(PARTIES),
			host: z.nullable(z.string()),
			categories: z.array(z.enum(CATEGORIES)),
			settings: z.array(z.strictObject({ id: settingId, readable: z.boolean(), shown: z.string() })),
			purpose: z.string(),
			sends: z.array(z.string()),
			kept: z.enum(FLOW_KEEPINGS),
			optional: z.boolean(),
			turnOff: z.string(),
			whatStops: z.string(),
			licenceNote: z.nullable(z.string()),
			source: z.string(),
		}),
	),
	legal: z.array(z.strictObject({ category: z.enum(LEGAL_CATEGORIES), heldBy: z.string(), askWhom: z.string(), process: z.string() })),
	unseen: z.array(z.strictObject({ id: z.enum(UNSEEN_IDS), statement: z.string() })),
});

export type Report = z.infer<typeof reportSchema>;
