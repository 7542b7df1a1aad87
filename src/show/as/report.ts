import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { adviceFor } from '../../posture/advice';
import type { Evidence, FlowFinding, Posture } from '../../posture/posture';
import { SCHEMA_VERSION } from '../../catalogue/identity';
import { marked } from '../../language/spans';
import { changeLines, changesNotes } from '../tell/changes';
import { routeOf } from '../tell/legal';
import type { Report } from './report-schema';

/** The report of the contract, its sentences in the reader's language, with the marks that they have in chat. */
export function toReport(posture: Posture, { spans }: Translate): Report {
	const { agreed, deployment } = posture;
	const translate: Told = (statement) => marked(spans(statement));
	const evidenceOf = (evidence: readonly Evidence[]): Report['server']['evidence'] =>
		evidence.map(({ source, observed, statement }) => ({ source, observed: translate(observed), statement: translate(statement) }));
	return {
		schemaVersion: SCHEMA_VERSION,
		catalogueVersion: posture.catalogueVersion,
		generatedAt: posture.generatedAt,
		app: { version: posture.appVersion },
		workspace: { host: posture.workspaceHost },
		server: { ...posture.server, evidence: evidenceOf(posture.server.evidence) },
		deployment: {
			...deployment,
			unread: [...deployment.unread],
			evidence: evidenceOf(deployment.evidence),
			conflicts: deployment.conflicts.map(({ id, statement, sources }) => ({ id, sources: [...sources], statement: translate(statement) })),
		},
		exposure: posture.exposure.map((cell) => ({
			...cell,
			condition: translateOrNull(cell.condition, translate),
			because: cell.because.map(({ source, statement }) => ({ source, statement: translate(statement) })),
		})),
		flows: posture.flows.map((flow) => flowOf(flow, translate)),
		advice: adviceFor(posture).map(({ id, flow, title, reason, step, adminPage }, at) => ({ id, rank: at + 1, flow, statement: translate(say('advice_line', { title, reason, step })), adminPage })),
		accepted: agreed.isRead ? posture.flows.flatMap(({ id, accepted }) => (accepted === null ? [] : [{ flow: id, ...accepted }])) : null,
		policy: agreed.policy === null ? null : agreed.policy.map((found) => ({ ...found })),
		legal: posture.legal.map((answer) => {
			const { heldBy, askWhom, process } = routeOf(answer);
			const told = (route: readonly Statement[]): string => route.map(translate).join(' ');
			return { category: answer.category, heldBy: told(heldBy), askWhom: told(askWhom), process: told(process) };
		}),
		keeping: posture.keeping.map(({ category, statement }) => ({ category, statement: translate(statement) })),
		unseen: posture.unseen.map((id) => ({ id, statement: translate(say(`unseen_${id}`)) })),
		changes: changesOf(posture, translate),
	};
}

function changesOf({ memory }: Posture, translate: Told): Report['changes'] {
	if (memory === null) {
		return null;
	}
	const { isReadable, difference } = memory;
	return {
		state: !isReadable ? 'unknown' : difference === null ? 'none' : 'differs',
		comparedWith: difference?.from ?? null,
		seenAt: difference?.to ?? null,
		statements: [...(difference === null ? [] : changeLines(difference)), ...changesNotes(memory)].map(translate),
		flows: (difference?.flows ?? []).map(({ id, kind, before, after, agreement, settings }) => ({
			id,
			kind,
			before,
			after,
			agreement,
			settings: settings.map((setting) => ({ id: setting.id, before: translate(setting.before), after: translate(setting.after) })),
		})),
	};
}

/** Turns a statement into the reader's language. */
type Told = (statement: Statement) => string;

function flowOf(flow: FlowFinding, translate: Told): Report['flows'][number] {
	return {
		id: flow.id,
		name: translate(flow.name),
		state: flow.state,
		effect: flow.effect,
		reason: translate(flow.reason),
		decidedBy: [...flow.decidedBy],
		unreadable: [...flow.unreadable],
		caveat: translateOrNull(flow.caveat, translate),
		recipients: flow.recipients.map(({ name, party, host, reach }) => ({ recipient: translate(name), party, host, reach })),
		categories: flow.carries.map(({ category }) => category),
		settings: flow.settings.map(({ id, readable, shown }) => ({ id, readable, shown: translate(shown) })),
		purpose: translate(flow.purpose),
		sends: flow.sends.map((sent) => translate(sent)),
		kept: flow.kept,
		optional: flow.optional,
		turnOff: translate(flow.turnOff),
		offBy: flow.offBy.map((each) => ({ ...each })),
		adminPage: flow.adminPage,
		whatStops: translate(flow.whatStops),
		licenceNote: translateOrNull(flow.licenceNote, translate),
		source: flow.source,
	};
}

function translateOrNull(statement: Statement | null, translate: Told): string | null {
	return statement === null ? null : translate(statement);
}
