import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { confidenceOf, registrationConfidenceOf } from '../tell/verdict';
import { toCsv } from './csv';
import { legible } from './legible';
import type { Report } from './report-schema';

/** The columns, named as the contract names the fields: scripts read them, so they are the same in every language. */
const COLUMNS = [
	'part',
	'id',
	'name',
	'rank',
	'flow',
	'value',
	'statement',
	'source',
	'observed',
	'category',
	'legalCategory',
	'party',
	'state',
	'effect',
	'condition',
	'because',
	'reason',
	'caveat',
	'recipient',
	'host',
	'reach',
	'categories',
	'purpose',
	'sends',
	'kept',
	'optional',
	'settings',
	'decidedBy',
	'unreadable',
	'turnOff',
	'offBy',
	'adminPage',
	'whatStops',
	'licenceNote',
	'accepted',
	'until',
	'by',
	'at',
	'isExpired',
	'standing',
	'heldBy',
	'askWhom',
	'process',
] as const;

/** What fills a cell; a list is told line by line, null is an empty cell. */
type Filling = string | boolean | number | null | readonly string[];
type Row = { readonly part: string } & { readonly [Column in (typeof COLUMNS)[number]]?: Filling };

/** The report as one wide table: a row for each fact, its kind in the column `part`. */
export function toReportCsv(report: Report, translate: Translate): string {
	const rows: readonly Row[] = [
		...facts(report),
		...(report.accepted === null ? [{ part: 'report', id: 'accepted', value: 'unknown', statement: translate('accepted_unread') }] : []),
		...verdict(report, translate),
		...report.deployment.evidence.map((evidence) => ({ part: 'evidence', id: evidence.source, ...evidence })),
		...report.server.evidence.map((evidence) => ({ part: 'server-evidence', id: evidence.source, ...evidence })),
		...report.deployment.conflicts.map(({ id, statement, sources }) => ({ part: 'conflict', id, statement, source: sources })),
		...report.deployment.unread.map((id) => ({ part: 'unread', id })),
		...report.exposure.map((cell) => ({
			part: 'exposure',
			id: `${cell.category}/${cell.party}`,
			...cell,
			because: cell.because.map(({ source, statement }) => `${source}: ${statement}`),
		})),
		...report.flows.map((flow) => ({ part: 'flow', ...flow, ...received(flow), ...agreed(flow, report, translate), settings: flow.settings.map(({ id, shown }) => `${id}: ${shown}`), offBy: flow.offBy.map(({ setting, value }) => `${setting}: ${value}`) })),
		...report.advice.map((advice) => ({ part: 'advice', ...advice })),
		...report.legal.map((answer) => ({ part: 'legal', id: answer.category, ...answer })),
		...report.keeping.map((kept) => ({ part: 'keeping', ...kept })),
		...report.unseen.map((unseen) => ({ part: 'unseen', ...unseen })),
	];
	return toCsv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => told(row[column] ?? '')))]);
}

/** Everybody who receives, line by line in the same order; in a cell nothing stands for null. */
function received({ recipients }: Report['flows'][number]): Pick<Row, 'recipient' | 'party' | 'host' | 'reach'> {
	return {
		recipient: recipients.map(({ recipient }) => recipient),
		party: recipients.map(({ party }) => party ?? ''),
		host: recipients.map(({ host }) => host ?? ''),
		reach: recipients.map(({ reach }) => reach),
	};
}

/** What was agreed of a flow: the reason has the column of what was accepted, since the state has a reason too. */
function agreed({ id }: Report['flows'][number], { accepted, policy }: Report, translate: Translate): Omit<Row, 'part'> {
	const { reason, ...found } = accepted?.find(({ flow }) => flow === id) ?? {};
	// Where it could not be read, an empty cell would say that nothing is.
	return { ...policy?.find(({ flow }) => flow === id), ...found, accepted: accepted === null ? translate('exposure_unknown') : (reason ?? null), flow: null };
}

function told(filling: NonNullable<Filling>): string {
	return typeof filling === 'object' ? filling.map(legible).join('\n') : legible(String(filling));
}

function facts({ schemaVersion, catalogueVersion, generatedAt, app, workspace }: Report): Row[] {
	const entries = { schemaVersion, catalogueVersion, generatedAt, 'app.version': app.version, 'workspace.host': workspace.host };
	return Object.entries(entries).map(([id, value]) => ({ part: 'report', id, value }));
}

/** The verdict's words stay as in the contract; what they mean stands beside them in the reader's language. */
function verdict({ deployment, server }: Report, translate: Translate): Row[] {
	const { model, basis, confidence, declared, registration, licence, reporting } = deployment;
	const row = (id: string, value: Filling, statement: Filling = null): Row => ({ part: 'deployment', id, value, statement });
	return [
		row('model', model, translate(`model_${model}`)),
		row('basis', basis, translate(`basis_${basis}`)),
		row('confidence', confidence, translate(confidenceOf(deployment))),
		row('declared', declared, declared === null ? null : translate(`model_${declared}`)),
		row('registration.state', registration.state, translate(`registration_${registration.state}`)),
		row('registration.confidence', registration.confidence, translate(registrationConfidenceOf(deployment))),
		row('licence.kind', licence.kind, translate(`licence_${licence.kind}`)),
		row('reporting.state', reporting.state, translate(say(`reporting_${reporting.state}`, { days: reporting.daysLeft ?? 0 }))),
		row('reporting.daysLeft', reporting.daysLeft),
		{ part: 'report', id: 'server.atLeast', value: server.atLeast },
		{ part: 'report', id: 'server.below', value: server.below },
		{ part: 'report', id: 'server.verified', value: server.verified },
	];
}
