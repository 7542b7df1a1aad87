import { LAW_ENFORCEMENT_GUIDELINES } from '../catalogue/legal';
import { PARTIES } from '../catalogue/words';
import type { ExposureState, Party } from '../catalogue/words';
import { CATEGORIES } from '../catalogue/categories';
import { say } from '../language/translate';
import type { MessageKey, Statement, Translate } from '../language/translate';
import { glossary } from './glossary';
import type { Report } from './schema';
import { bold, code, flow, sentence, state, words } from './spans';
import type { Line } from './spans';

/** A document, before it is one of any format: what is told, in which order, under which headings. */
export interface Outline {
	readonly title: Line;
	/** The verdict in one line. */
	readonly lead: Line;
	/** When and with what it was made. */
	readonly facts: readonly Fact[];
	readonly sections: readonly Section[];
	/** What the document is; stands at its end. */
	readonly closing: Section;
}

export interface Section {
	/** The same in every language, and once in a document. */
	readonly id: string;
	readonly heading: Line;
	readonly blocks: readonly Block[];
	readonly parts?: readonly Section[];
}

export type Block =
	| { readonly kind: 'paragraphs' | 'list'; readonly lines: readonly Line[] }
	| { readonly kind: 'facts'; readonly facts: readonly Fact[] }
	| { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** Something with a label; without lines there is nothing to tell. */
export interface Fact {
	readonly label: string;
	readonly lines: readonly Line[];
}

/** The first cell names the row. */
export interface TableRow {
	readonly name: Line;
	readonly cells: readonly (readonly Line[])[];
}

/**
 * The whole report as an outline, which the Markdown and the HTML document render: what one says, the other says.
 *
 * @param report made with a translator that marks values, see `markingValues`
 */
export function outlineOf(report: Report, translate: Translate): Outline {
	const { model, confidence, basis } = report.deployment;
	return {
		title: title(report, translate),
		lead: sentence(translate(say('verdict_line', { model: say(`model_${model}`), confidence: say(`confidence_${confidence}`), basis: say(`basis_${basis}`) }))),
		facts: [
			fact(translate, 'report_read-at', words(translate(say('report_time', { time: new Date(report.generatedAt) })))),
			fact(translate, 'report_app-version', code(report.app.version)),
			fact(translate, 'report_catalogue-version', code(report.catalogueVersion)),
			fact(translate, 'report_schema-version', code(report.schemaVersion)),
		],
		sections: [
			verdict(report, translate),
			conflicts(report, translate),
			evidence(report, translate),
			exposure(report, translate),
			...flowSections(report, translate),
			legal(report, translate),
			{ id: 'unseen', heading: words(translate('report_unseen')), blocks: [list(report.unseen.map(({ statement }) => sentence(statement)))] },
			meanings(translate),
		],
		closing: {
			id: 'about',
			heading: words(translate('report_about')),
			blocks: [paragraphs(sentence(translate('report_about-made')), sentence(translate('legal_no-advice')), sentence(translate('report_about-stores')), sentence(translate('report_about-others')))],
		},
	};
}

const HOLE = '\uE002';

function title({ workspace: { host } }: Report, translate: Translate): Line {
	if (host === null) {
		return words(translate('report_title-without-host'));
	}
	const [before = '', after = ''] = translate(say('report_title', { host: HOLE })).split(HOLE);
	return [...words(before), ...code(host), ...words(after)];
}

function verdict({ deployment, flows }: Report, translate: Translate): Section {
	const { model, basis, confidence, declared, registration, licence, reporting } = deployment;
	const reached = (wanted: FlowGroup): number => flows.filter((candidate) => groupOf(candidate) === wanted).length;
	const label = (key: MessageKey, value: string): Fact => fact(translate, key, words(value));
	return {
		id: 'verdict',
		heading: words(translate('report_verdict')),
		blocks: [
			facts([
				fact(translate, 'report_model', bold(translate(`model_${model}`))),
				fact(translate, 'report_definition', sentence(translate(`definition_model_${model}`))),
				label('report_confidence', translate(`confidence_${confidence}`)),
				label('report_basis', translate(`basis_${basis}`)),
				label('report_declared', translate(declared === null ? 'report_declared-nothing' : `model_${declared}`)),
				label('report_registration', translate(`registration_${registration.state}`)),
				label('report_registration-confidence', translate(`confidence_${registration.confidence}`)),
				label('report_licence', translate(`licence_${licence.kind}`)),
				label('report_reporting', translate(say(`reporting_${reporting.state}`, { days: reporting.daysLeft ?? 0 }))),
				label('report_conflict-count', String(deployment.conflicts.length)),
				label('report_unread-count', String(deployment.unread.length)),
				label('report_ways', translate(say('report_ways-counts', { sent: reached('sent'), attempted: reached('attempted'), unknown: reached('unknown') }))),
			]),
		],
	};
}

function conflicts({ deployment }: Report, translate: Translate): Section {
	const columns = ['report_conflict', 'report_statement', 'report_sources'] as const;
	const rows = deployment.conflicts.map(({ id, statement, sources }) => ({ name: code(id), cells: [[sentence(statement)], sources.map(code)] }));
	return {
		id: 'conflicts',
		heading: words(translate('report_conflicts')),
		blocks: [rows.length === 0 ? paragraphs(words(translate('report_conflicts-none'))) : table(translate, 'report_conflicts-caption', columns, rows)],
	};
}

function evidence({ deployment, server }: Report, translate: Translate): Section {
	const columns = ['report_source', 'report_observed', 'report_statement'] as const;
	const rows = (found: Report['server']['evidence']): TableRow[] =>
		found.map(({ source, observed, statement }) => ({ name: code(source), cells: [[sentence(observed)], [sentence(statement)]] }));
	return {
		id: 'evidence',
		heading: words(translate('report_evidence')),
		blocks: [],
		parts: [
			{ id: 'evidence-deployment', heading: words(translate('report_evidence-deployment')), blocks: [table(translate, 'report_evidence-deployment-caption', columns, rows(deployment.evidence))] },
			{
				id: 'evidence-server',
				heading: words(translate('report_evidence-server')),
				blocks: [
					facts([fact(translate, 'report_family', words(translate(`family_${server.family}`)))]),
					table(translate, 'report_evidence-server-caption', columns, rows(server.evidence)),
				],
			},
			{
				id: 'unread',
				heading: words(translate('report_unread')),
				blocks:
					deployment.unread.length === 0
						? [paragraphs(words(translate('report_unread-none')))]
						: [list(deployment.unread.map(code)), paragraphs(sentence(translate('panel_unread-how')))],
			},
		],
	};
}

type Cell = Report['exposure'][number];

/** The matrix at a glance, then cell by cell. */
function exposure({ exposure: cells }: Report, translate: Translate): Section {
	const stateOf = (cell: Cell): Line => state(translate(`exposure_${cell.state}`), cell.state);
	const partyTable = (party: Party): Section => ({
		id: `exposure-${party}`,
		heading: words(translate(`party_${party}`)),
		blocks: [
			table(
				translate,
				say('report_exposure-party-caption', { party: say(`party_${party}`) }),
				['report_category', 'report_exposed', 'report_condition', 'report_legal-category', 'report_because'],
				cells
					.filter((cell) => cell.party === party)
					.map((cell) => ({
						name: words(translate(`category_${cell.category}`)),
						cells: [
							[stateOf(cell)],
							cell.condition === null ? [] : [sentence(cell.condition)],
							cell.legalCategory === null ? [] : [words(translate(`legal-category_${cell.legalCategory}`))],
							cell.because.map(because),
						],
					})),
			),
		],
	});
	return {
		id: 'exposure',
		heading: words(translate('report_exposure')),
		blocks: [
			table(
				translate,
				'report_exposure-caption',
				['report_category', ...PARTIES.map((party) => `party_${party}` as const)],
				CATEGORIES.map((category) => ({
					name: words(translate(`category_${category}`)),
					cells: PARTIES.map((party) => cells.filter((cell) => cell.category === category && cell.party === party).map(stateOf)),
				})),
			),
		],
		parts: PARTIES.map(partyTable),
	};
}

function because({ source, statement }: Cell['because'][number]): Line {
	return source.startsWith('flow:') ? [...flow(source.slice('flow:'.length)), ...words(': '), ...sentence(statement)] : sentence(statement);
}

type Flow = Report['flows'][number];

/** The flows as a reader asks for them: what leaves, what is only tried, what may leave; then the rest. */
const FLOW_GROUPS = ['sent', 'attempted', 'unknown', 'off', 'not-applicable'] as const;
type FlowGroup = (typeof FLOW_GROUPS)[number];

const TONES: Readonly<Record<FlowGroup, ExposureState>> = { 'sent': 'yes', 'attempted': 'limited', 'unknown': 'unknown', 'off': 'no', 'not-applicable': 'no' };

function groupOf({ state: flowState, effect }: Flow): FlowGroup {
	return flowState === 'on' ? (effect ?? 'sent') : flowState;
}

function flowSections({ flows }: Report, translate: Translate): Section[] {
	return FLOW_GROUPS.flatMap((group): Section[] => {
		const members = flows.filter((candidate) => groupOf(candidate) === group);
		// That nothing leaves, or nothing is unknown, is worth a heading of its own.
		if (members.length === 0 && group !== 'sent' && group !== 'unknown') {
			return [];
		}
		const lead: MessageKey | null = members.length === 0 ? 'report_flows-none' : group === 'attempted' ? 'report_flows-attempted-how' : group === 'unknown' ? 'flows_unknown-how' : null;
		return [
			{
				id: `flows-${group}`,
				heading: words(translate(say(`report_flows-${group}`, { count: members.length }))),
				blocks: lead === null ? [] : [paragraphs(sentence(translate(lead)))],
				parts: members.map((member) => ({ id: `flow-${member.id}`, heading: code(member.id), blocks: [facts(flowFacts(member, translate))] })),
			},
		];
	});
}

function flowFacts(found: Flow, translate: Translate): Fact[] {
	const label = translate(`flow-state_${found.state}`);
	const told = found.effect === null ? label : translate(say('report_state-effect', { state: label, effect: say(`report_effect-${found.effect}`) }));
	const optional = (text: string | null): Line[] => (text === null ? [] : [sentence(text)]);
	return [
		fact(translate, 'report_state', state(told, TONES[groupOf(found)])),
		fact(translate, 'report_reason', sentence(found.reason)),
		fact(translate, 'report_caveat', ...optional(found.caveat)),
		fact(translate, 'report_recipient', sentence(found.recipient)),
		fact(translate, 'report_host', ...(found.host === null ? [] : [code(found.host)])),
		fact(translate, 'report_party', words(translate(`party_${found.party}`))),
		fact(translate, 'report_categories', ...found.categories.map((category) => words(translate(`category_${category}`)))),
		fact(translate, 'report_purpose', sentence(found.purpose)),
		fact(translate, 'report_sends', ...found.sends.map(sentence)),
		fact(translate, 'report_kept', words(translate(`kept_${found.kept}`))),
		fact(translate, 'report_optional', words(translate(found.optional ? 'report_optional-yes' : 'report_optional-no'))),
		fact(translate, 'report_settings', ...found.settings.map(({ id, shown }) => [...code(id), ...words(': '), ...sentence(shown)])),
		fact(translate, 'report_decided-by', ...found.decidedBy.map(code)),
		fact(translate, 'report_unreadable', ...found.unreadable.map(code)),
		fact(translate, 'report_what-stops', sentence(found.whatStops)),
		fact(translate, 'report_licence-note', ...optional(found.licenceNote)),
		fact(translate, 'report_flow-source', code(found.source)),
		fact(translate, 'report_turn-off', sentence(found.turnOff)),
	];
}

function legal({ deployment: { confidence, conflicts: found }, legal: answers }: Report, translate: Translate): Section {
	const doubt = found.length > 0 ? 'legal_contradicted' : confidence === 'likely' ? 'legal_likely' : null;
	const source = say('legal_source', { date: { day: LAW_ENFORCEMENT_GUIDELINES.updated }, link: LAW_ENFORCEMENT_GUIDELINES.link });
	return {
		id: 'legal',
		heading: words(translate('report_legal')),
		blocks: [
			...(doubt === null ? [] : [paragraphs(sentence(translate(doubt)))]),
			table(
				translate,
				'report_legal-caption',
				['report_legal-category', 'report_held-by', 'report_ask-whom', 'report_process'],
				answers.map(({ category, heldBy, askWhom, process }) => ({
					name: words(translate(`legal-category_${category}`)),
					cells: [heldBy, askWhom, process].map((text) => [sentence(text)]),
				})),
			),
			paragraphs(sentence(translate(source))),
		],
	};
}

function meanings(translate: Translate): Section {
	return {
		id: 'words',
		heading: words(translate('report_words')),
		blocks: [],
		parts: glossary(translate).map((part, at) => ({
			id: `words-${at + 1}`,
			heading: words(part.heading),
			blocks: [facts(part.words.map(({ term, definition }) => ({ label: term, lines: [sentence(definition)] })))],
		})),
	};
}

function fact(translate: Translate, label: MessageKey, ...lines: readonly Line[]): Fact {
	return { label: translate(label), lines };
}

function facts(all: readonly Fact[]): Block {
	return { kind: 'facts', facts: all.filter(({ lines }) => lines.length > 0) };
}

function paragraphs(...lines: readonly Line[]): Block {
	return { kind: 'paragraphs', lines };
}

function list(lines: readonly Line[]): Block {
	return { kind: 'list', lines };
}

function table(translate: Translate, caption: Statement | MessageKey, columns: readonly MessageKey[], rows: readonly TableRow[]): Block {
	return { kind: 'table', caption: translate(caption), columns: columns.map((key) => translate(key)), rows };
}
