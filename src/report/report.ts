import type { Statement, Translate } from '../language/translate';
import type { Evidence, FlowFinding, Posture } from '../posture/posture';
import { SCHEMA_VERSION, reportSchema } from './schema';
import type { Report } from './schema';

/**
 * The report of the contract, its sentences in the reader's language.
 *
 * @throws ZodError when the result is not what the schema promises: a mistake in this app, never in a workspace
 */
export function toReport(posture: Posture, translate: Translate): Report {
	const { deployment } = posture;
	const evidenceOf = (evidence: readonly Evidence[]): Report['server']['evidence'] =>
		evidence.map(({ source, observed, statement }) => ({ source, observed: translate(observed), statement: translate(statement) }));
	return reportSchema.parse({
		schemaVersion: SCHEMA_VERSION,
		catalogueVersion: posture.catalogueVersion,
		generatedAt: posture.generatedAt,
		app: { version: posture.appVersion },
		workspace: { host: posture.workspaceHost },
		server: { family: posture.server.family, evidence: evidenceOf(posture.server.evidence) },
		deployment: {
			...deployment,
			evidence: evidenceOf(deployment.evidence),
			conflicts: deployment.conflicts.map((conflict) => ({ ...conflict, statement: translate(conflict.statement) })),
		},
		exposure: posture.exposure.map((cell) => ({
			...cell,
			condition: translateOrNull(cell.condition, translate),
			because: cell.because.map(({ source, statement }) => ({ source, statement: translate(statement) })),
		})),
		flows: posture.flows.map((flow) => flowOf(flow, translate)),
		legal: posture.legal.map(({ category, heldBy, askWhom, process }) => ({
			category,
			heldBy: translate(`legal_holder_${heldBy}`),
			askWhom: translate(`legal_ask_${askWhom}`),
			process: translate(`legal_process_${process}`),
		})),
		unseen: posture.unseen.map((id) => ({ id, statement: translate(`unseen_${id}`) })),
	});
}

function flowOf({ carries, ...flow }: FlowFinding, translate: Translate): Report['flows'][number] {
	return {
		...flow,
		reason: translate(flow.reason),
		caveat: translateOrNull(flow.caveat, translate),
		recipient: translate(flow.recipient),
		categories: carries.map(({ category }) => category),
		decidedBy: [...flow.decidedBy],
		unreadable: [...flow.unreadable],
		settings: flow.settings.map(({ id, readable, shown }) => ({ id, readable, shown: translate(shown) })),
		purpose: translate(flow.purpose),
		sends: flow.sends.map(translate),
		turnOff: translate(flow.turnOff),
		whatStops: translate(flow.whatStops),
		licenceNote: translateOrNull(flow.licenceNote, translate),
	};
}

function translateOrNull(statement: Statement | null, translate: Translate): string | null {
	return statement === null ? null : translate(statement);
}
