import * as z from 'zod/mini';

import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import { reportSchema } from '../../src/show/as/report-schema';
import { translator } from '../../src/language/translate';
import { readExport } from '../export';
import { judgeWorkspace } from '../export/judge';
import type { Workspace } from '../host/types';
import type { Found } from './facts';
import { nameable } from './names';

const english = translator('en');

/** What is compared, as the report's contract has it. What else a report holds, and what a newer app adds to it, is passed over. */
const { catalogueVersion, generatedAt, workspace, deployment, flows } = reportSchema.shape;
const { model, basis, confidence, registration, licence } = deployment.shape;
const flow = flows._zod.def.element.shape;
const compared = z.object({
	catalogueVersion,
	generatedAt,
	// Not in reports of apps that know no accepting.
	accepted: z.optional(z.nullable(z.array(z.object({ flow: z.string(), until: z.nullable(z.iso.date()), by: z.nullable(z.string()) })))),
	workspace: z.object(workspace.shape),
	deployment: z.object({
		model,
		basis,
		confidence,
		registration: z.object(registration.shape),
		licence: z.object(licence.shape),
		conflicts: z.array(z.unknown()),
	}),
	flows: z.array(
		z.object({
			id: flow.id,
			name: flow.name,
			state: flow.state,
			effect: flow.effect,
			unreadable: z.array(z.string()),
			recipients: z.array(z.object({ party: flow.recipients._zod.def.element.shape.party })),
		}),
	),
});

/** An object as JSON has it, before anything is known of it. */
const anyObject = z.record(z.string(), z.unknown());
const refusal = z.object({ error: z.object({ code: z.string().check(z.regex(/^[a-z-]{1,40}$/)) }) });

const EXPECTED = "a report (`npm start --silent -- --workspace <file> --report > report.json`) or an export of a workspace's settings is expected";

/** What npm writes before the answer of a script that it runs, unless it is asked to be silent. */
const BANNER = /^\s*(?:> .*\r?\n)+/;

/** What could not be read: its message is one sentence that says of which file, what it is and what is expected. */
export class Unreadable extends Error {}

/**
 * What a report says of a workspace, or what the app concludes of an export.
 *
 * @param whole all that the file holds
 * @param source what the text is called in what is said of it
 * @param now when an export is judged
 * @throws Unreadable
 */
export async function readFound(whole: string, source: string, now: Date): Promise<Found> {
	const name = nameable(source);
	const text = whole.replace(BANNER, '');
	if (text.trim() === '') {
		throw new Unreadable(`${name} is empty; ${EXPECTED}.`);
	}
	if (/^\s*<(?:!doctype|html)/i.test(text)) {
		throw new Unreadable(`${name} is a web page, perhaps one that says that something failed; ${EXPECTED}.`);
	}
	const json = anyObject.safeParse(parsed(text));
	const refused = refusal.safeParse(json.data);
	if (refused.success) {
		throw new Unreadable(`${name} is the answer of an address that refused the report (${refused.data.error.code}); ${EXPECTED}.`);
	}
	return json.success && ('schemaVersion' in json.data || ('deployment' in json.data && 'flows' in json.data)) ? ofReport(json.data, name) : ofExport(text, name, now);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function ofReport(report: Readonly<Record<string, unknown>>, name: string): Found {
	const version = report['schemaVersion'];
	if (version !== SCHEMA_VERSION) {
		throw new Unreadable(`${name} is a report of ${otherVersion(version)}`);
	}
	const { data, error } = compared.safeParse(report);
	if (data === undefined) {
		const place = error?.issues[0]?.path.map(String).join('.') ?? '';
		throw new Unreadable(`${name} is a report whose \`${place}\` is not what docs/report.schema.json describes; make it anew.`);
	}
	if (new Set(data.flows.map(({ id }) => id)).size < data.flows.length) {
		throw new Unreadable(`${name} is a report that has a flow twice; make it anew.`);
	}
	return { host: data.workspace.host, readAt: data.generatedAt, catalogueVersion: data.catalogueVersion, deployment: data.deployment, flows: data.flows, accepted: data.accepted ?? null };
}

function otherVersion(version: unknown): string {
	if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) {
		return `an unknown schema version; only version ${SCHEMA_VERSION} is compared: make it anew.`;
	}
	const isOlder = Number(version) < Number(SCHEMA_VERSION);
	return `schema version ${version}; only version ${SCHEMA_VERSION} is compared: ${isOlder ? 'make it anew with this version of Privacy Status' : 'compare it with the newer version of Privacy Status that made it'}.`;
}

async function ofExport(text: string, name: string, now: Date): Promise<Found> {
	const { posture } = await judgeWorkspace(workspaceIn(text, name), now);
	return {
		host: posture.workspaceHost,
		readAt: null,
		catalogueVersion: posture.catalogueVersion,
		deployment: posture.deployment,
		flows: posture.flows.map((each) => ({ ...each, name: english(each.name) })),
		// The app keeps that in the server's database, not among the settings.
		accepted: null,
	};
}

function workspaceIn(text: string, name: string): Workspace {
	try {
		return readExport(text, name, EXPECTED).workspace;
	} catch (error) {
		throw new Unreadable(error instanceof Error ? error.message : String(error));
	}
}
