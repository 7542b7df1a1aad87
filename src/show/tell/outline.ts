import { CATEGORIES, LEGAL_CATEGORIES } from '../../catalogue/categories';
import { SCHEMA_VERSION } from '../../catalogue/identity';
import { NEWEST_RELEASE } from '../../catalogue/versions';
import { PARTIES } from '../../catalogue/vocabulary';
import type { ExposureState, Party } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { adviceFor } from '../../posture/advice';
import { flowOf } from '../../posture/exposure';
import type { Evidence, ExposureCell, FlowFinding, Posture } from '../../posture/posture';
import { serverWords } from '../../posture/server';
import { codeLine, facts, list, paragraphs, words, writerFor } from './document';
import type { DocumentLine, Fact, Outline, Section, TableRow, Writer } from './document';
import { countsOf, wayOf, WAYS } from './flows';
import { glossary } from './glossary';
import { legalDoubt, legalSource, receivedStatements, routeOf } from './legal';
import { confidenceOf, registrationConfidenceOf, reportingStateOf, verdictOf } from './verdict';

/** The whole report as an outline, which the Markdown and the HTML document render: what one says, the other says. */
export function outlineOf(posture: Posture, translate: Translate): Outline {
	const writer = writerFor(translate);
	const { sentence, heading, fact } = writer;
	const { workspaceHost: host } = posture;
	return {
		title: sentence(host === null ? say('report_title-without-host') : say('report_title', { host: code(host) })),
		lead: sentence(verdictOf(posture.deployment)),
		facts: [
			fact('report_read-at', sentence(say('report_time', { time: new Date(posture.generatedAt) }))),
			fact('report_app-version', codeLine(posture.appVersion)),
			fact('report_catalogue-version', codeLine(posture.catalogueVersion)),
			fact('report_schema-version', codeLine(SCHEMA_VERSION)),
		],
		sections: [
			verdict(posture, writer),
			advice(posture, writer),
			conflicts(posture, writer),
			evidence(posture, writer),
			exposure(posture, writer),
			...flowSections(posture, writer),
			legal(posture, writer),
			{ id: 'unseen', heading: heading('report_unseen'), blocks: [list(posture.unseen.map((id) => sentence(say(`unseen_${id}`))))] },
			meanings(writer),
		],
		closing: {
			id: 'about',
			heading: heading('report_about'),
			blocks: [paragraphs(...([say('report_about-made'), say('legal_no-advice'), say('report_about-stores'), say('report_about-others')]).map(sentence))],
		},
	};
}

function verdict(posture: Posture, { label, sentence, heading, fact }: Writer): Section {
	const { deployment } = posture;
	const { model, basis, declared, registration, licence } = deployment;
	return {
		id: 'verdict',
		heading: heading('report_verdict'),
		blocks: [
			facts([
				fact('report_model', [{ kind: 'bold', spans: [{ kind: 'text', text: label(say(`model_${model}`)) }] }]),
				fact('report_definition', sentence(say(`definition_model_${model}`))),
				fact('report_confidence', sentence(confidenceOf(deployment))),
				fact('report_basis', sentence(say(`basis_${basis}`))),
				fact('report_declared', sentence(say(declared === null ? 'report_declared-nothing' : `model_${declared}`))),
				fact('report_registration', sentence(say(`registration_${registration.state}`))),
				fact('report_registration-confidence', sentence(registrationConfidenceOf(deployment))),
				fact('report_licence', sentence(say(`licence_${licence.kind}`))),
				fact('report_reporting', sentence(reportingStateOf(deployment))),
				fact('report_conflict-count', words(String(deployment.conflicts.length))),
				fact('report_unread-count', words(String(deployment.unread.length))),
				fact('report_ways', sentence(say('report_ways-counts', countsOf(posture)))),
			]),
		],
	};
}

/** Every step, most pressing first, with the page where it is done. */
function advice(posture: Posture, { sentence, heading, table }: Writer): Section {
	const steps = adviceFor(posture);
	return {
		id: 'advice',
		heading: heading('report_advice'),
		blocks: [
			steps.length === 0
				? paragraphs(sentence(say('report_advice-none')))
				: table(
						'report_advice-caption',
						['report_rank', 'report_step', 'report_admin-page', 'report_step-id'],
						steps.map(({ id, title, reason, step, adminPage }, at) => ({
							name: words(String(at + 1)),
							cells: [[sentence(say('advice_line', { title, reason, step }))], adminPage === null ? [] : [codeLine(adminPage)], [codeLine(id)]],
						})),
					),
		],
	};
}

function conflicts({ deployment }: Posture, { sentence, heading, table }: Writer): Section {
	const rows = deployment.conflicts.map(({ id, statement, sources }) => ({ name: codeLine(id), cells: [[sentence(statement)], sources.map(codeLine)] }));
	return {
		id: 'conflicts',
		heading: heading('report_conflicts'),
		blocks: [
			rows.length === 0 ? paragraphs(sentence(say('report_conflicts-none'))) : table('report_conflicts-caption', ['report_conflict', 'report_statement', 'report_sources'], rows),
		],
	};
}

function evidence({ deployment, server }: Posture, { sentence, heading, fact, table }: Writer): Section {
	const columns = ['report_source', 'report_observed', 'report_statement'] as const;
	const rows = (found: readonly Evidence[]): TableRow[] =>
		found.map(({ source, observed, statement }) => ({ name: codeLine(source), cells: [[sentence(observed)], [sentence(statement)]] }));
	return {
		id: 'evidence',
		heading: heading('report_evidence'),
		blocks: [],
		parts: [
			{ id: 'evidence-deployment', heading: heading('report_evidence-deployment'), blocks: [table('report_evidence-deployment-caption', columns, rows(deployment.evidence))] },
			{
				id: 'evidence-server',
				heading: heading('report_evidence-server'),
				blocks: [facts([fact('report_server', sentence(serverWords(server))), fact('report_server-verified', sentence(say(server.verified ? 'report_server-verified-yes' : 'report_server-verified-no', { newest: NEWEST_RELEASE })))]), table('report_evidence-server-caption', columns, rows(server.evidence))],
			},
			{
				id: 'unread',
				heading: heading('report_unread'),
				blocks:
					deployment.unread.length === 0
						? [paragraphs(sentence(say('report_unread-none')))]
						: [list(deployment.unread.map(codeLine)), paragraphs(sentence(say('panel_unread-how')))],
			},
		],
	};
}

/** The matrix at a glance, then cell by cell. */
function exposure({ exposure: cells }: Posture, writer: Writer): Section {
	const { label, sentence, heading, table } = writer;
	const stateOf = (cell: ExposureCell): DocumentLine => [{ kind: 'state', text: label(say(`exposure_${cell.state}`)), tone: cell.state }];
	const partyTable = (party: Party): Section => ({
		id: `exposure-${party}`,
		heading: heading(`party_${party}`),
		blocks: [
			table(
				say('report_exposure-party-caption', { party: say(`party_${party}`) }),
				['report_category', 'report_exposed', 'report_condition', 'report_legal-category', 'report_because'],
				cells
					.filter((cell) => cell.party === party)
					.map((cell) => ({
						name: heading(`category_${cell.category}`),
						cells: [
							[stateOf(cell)],
							cell.condition === null ? [] : [sentence(cell.condition)],
							cell.legalCategory === null ? [] : [sentence(say(`legal-category_${cell.legalCategory}`))],
							cell.because.map((reason) => because(reason, writer)),
						],
					})),
			),
		],
	});
	return {
		id: 'exposure',
		heading: heading('report_exposure'),
		blocks: [
			table(
				'report_exposure-caption',
				['report_category', ...PARTIES.map((party) => `party_${party}` as const)],
				CATEGORIES.map((category) => ({
					name: heading(`category_${category}`),
					cells: PARTIES.map((party) => cells.filter((cell) => cell.category === category && cell.party === party).map(stateOf)),
				})),
			),
		],
		parts: PARTIES.map(partyTable),
	};
}

function because({ source, statement }: ExposureCell['because'][number], { sentence }: Writer): DocumentLine {
	const id = flowOf(source);
	return id === null ? sentence(statement) : [{ kind: 'flow', text: id }, ...words(': '), ...sentence(statement)];
}

/** The flows as a reader asks for them: what leaves, what is open, what is only tried, what may leave; then the rest. */
const FLOW_GROUPS = [...WAYS, 'unknown', 'off', 'not-applicable'] as const;
type FlowGroup = (typeof FLOW_GROUPS)[number];

const TONES: Readonly<Record<FlowGroup, ExposureState>> = { 'sent': 'yes', 'open': 'yes', 'attempted': 'limited', 'inside': 'no', 'unknown': 'unknown', 'off': 'no', 'not-applicable': 'no' };

function groupOf(found: FlowFinding): FlowGroup {
	return found.state === 'on' ? wayOf(found) : found.state;
}

function flowSections({ flows }: Posture, writer: Writer): Section[] {
	const { sentence, heading } = writer;
	return FLOW_GROUPS.flatMap((group): Section[] => {
		const members = flows.filter((candidate) => groupOf(candidate) === group);
		// That nothing leaves, or nothing is unknown, is worth a heading of its own.
		if (members.length === 0 && group !== 'sent' && group !== 'unknown') {
			return [];
		}
		const lead: WholeKey | null = members.length === 0 ? 'report_flows-none' : group === 'attempted' ? 'report_flows-attempted-how' : group === 'unknown' ? 'flows_unknown-how' : null;
		return [
			{
				id: `flows-${group}`,
				heading: heading(say(`report_flows-${group}`, { count: members.length })),
				blocks: lead === null ? [] : [paragraphs(sentence(say(lead)))],
				parts: members.map((member) => ({ id: `flow-${member.id}`, heading: codeLine(member.id), blocks: [facts(flowFacts(member, writer))] })),
			},
		];
	});
}

function flowFacts(found: FlowFinding, { label, sentence, fact }: Writer): Fact[] {
	const state = say(`flow-state_${found.state}`);
	const told = label(found.effect === null ? state : say('report_state-effect', { state, effect: say(`report_effect-${found.effect}`) }));
	const { recipients } = found;
	return [
		fact('report_name', sentence(found.name)),
		fact('report_state', [{ kind: 'state', text: told, tone: TONES[groupOf(found)] }]),
		fact('report_reason', sentence(found.reason)),
		fact('report_caveat', ...(found.caveat === null ? [] : [sentence(found.caveat)])),
		fact('report_recipient', ...recipients.map(({ name }) => sentence(name))),
		fact('report_host', ...recipients.flatMap(({ host }) => (host === null ? [] : [codeLine(host)]))),
		fact('report_reach', ...recipients.map(({ reach }) => sentence(say(`reach_${reach}`)))),
		fact('report_party', ...[...new Set(recipients.map(({ party }) => party))].map((party) => sentence(party === null ? say('report_party-inside') : say(`party_${party}`)))),
		fact('report_categories', ...found.carries.map(({ category }) => sentence(say(`category_${category}`)))),
		fact('report_purpose', sentence(found.purpose)),
		fact('report_sends', ...found.sends.map(sentence)),
		fact('report_kept', sentence(say(`kept_${found.kept}`))),
		fact('report_optional', sentence(say(found.optional ? 'report_optional-yes' : 'report_optional-no'))),
		fact('report_settings', ...found.settings.map(({ id, shown }) => [...codeLine(id), ...words(': '), ...sentence(shown)])),
		fact('report_decided-by', ...found.decidedBy.map(codeLine)),
		fact('report_unreadable', ...found.unreadable.map(codeLine)),
		fact('report_what-stops', sentence(found.whatStops)),
		fact('report_licence-note', ...(found.licenceNote === null ? [] : [sentence(found.licenceNote)])),
		fact('report_flow-source', codeLine(found.source)),
		fact('report_off-by', ...found.offBy.map(({ setting, value }) => [...codeLine(setting), ...words(': '), ...codeLine(String(value) === '' ? '""' : String(value))])),
		fact('report_admin-page', ...(found.adminPage === null ? [] : [codeLine(found.adminPage)])),
		fact('report_turn-off', sentence(found.turnOff)),
	];
}

function legal(posture: Posture, { sentence, heading, table }: Writer): Section {
	const { deployment, legal: answers, keeping } = posture;
	const doubt = legalDoubt(deployment);
	return {
		id: 'legal',
		heading: heading('report_legal'),
		blocks: [
			...(doubt.length === 0 ? [] : [paragraphs(...doubt.map(sentence))]),
			table(
				'report_legal-caption',
				['report_legal-category', 'report_held-by', 'report_ask-whom', 'report_process'],
				answers.map((answer) => {
					const { heldBy, askWhom, process } = routeOf(answer);
					return { name: heading(`legal-category_${answer.category}`), cells: [heldBy, askWhom, process].map((cell) => cell.map(sentence)) };
				}),
			),
			paragraphs(...receivedStatements(posture).map(sentence)),
			paragraphs(sentence(legalSource())),
		],
		parts: [
			{
				id: 'keeping',
				heading: heading('report_keeping'),
				blocks: [
					table(
						'report_keeping-caption',
						['report_legal-category', 'report_keeping-statement'],
						LEGAL_CATEGORIES.map((category) => ({
							name: heading(`legal-category_${category}`),
							cells: [keeping.filter((kept) => kept.category === category).map(({ statement }) => sentence(statement))],
						})),
					),
				],
			},
		],
	};
}

function meanings({ label, sentence, heading }: Writer): Section {
	return {
		id: 'words',
		heading: heading('report_words'),
		blocks: [],
		parts: glossary().map((part, at) => ({
			id: `words-${at + 1}`,
			heading: heading(part.heading),
			blocks: [facts(part.words.map(({ term, definition }) => ({ label: label(term), lines: [sentence(definition)] })))],
		})),
	};
}
