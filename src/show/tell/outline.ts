import { CATEGORIES, CATEGORY_ENTRIES, LEGAL_CATEGORIES } from '../../catalogue/categories';
import { SCHEMA_VERSION } from '../../catalogue/identity';
import { NEWEST_RELEASE } from '../../catalogue/versions';
import { PARTIES } from '../../catalogue/vocabulary';
import type { ExposureState, Party } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { adviceFor } from '../../posture/advice';
import { flowOf, flowsBehind, isolationOf } from '../../posture/exposure';
import type { Deployment, Evidence, EvidenceSource, ExposureCell, FlowFinding, LegalAnswer, Posture } from '../../posture/posture';
import { serverWords } from '../../posture/server';
import { acceptedWords, agreedLines, standingWords } from './accepted';
import { codeLine, facts, list, note, paragraphs, words, writerFor } from './document';
import type { DocumentLine, DocumentSpan, Fact, Outline, Section, TableRow, Writer } from './document';
import { changeLines, changesLine, changesNotes } from './changes';
import { baselineReasons, cellsOf, isByFlows } from './exposure';
import { firstSteps } from './first';
import { countsOf, recipientOf, wayOf, WAYS, waysOf } from './flows';
import { glossary } from './glossary';
import { headlineOf } from './headline';
import { legalDoubt, legalSource, receivedStatements, routeOf } from './legal';
import { pictureOf } from './picture';
import { confidenceWithBasis, registrationConfidenceOf, reportingStateOf } from './verdict';

/**
 * The whole report as an outline. The HTML document is for people: it has the flows that are off, or not on this server, as one table with
 * what decides that. The Markdown document tells of them all that is known, too.
 */
export function outlineOf(posture: Posture, translate: Translate, isWhole: boolean): Outline {
	const writer = writerFor(translate);
	const { sentence, heading, fact } = writer;
	const { workspaceHost: host, deployment } = posture;
	const { model, registration } = deployment;
	return {
		title: sentence(host === null ? say('report_title-without-host') : say('report_title', { host: code(host) })),
		lead: sentence(headlineOf(posture)),
		facts: [
			fact('report_model', sentence(say(`model_${model}`)), sentence(confidenceWithBasis(deployment))),
			fact('report_registration', sentence(say(`registration_${registration.state}`)), sentence(registrationConfidenceOf(deployment))),
			fact('report_air-gap', ...airGap(deployment).map(sentence)),
			fact('report_read-at', sentence(say('report_time', { time: new Date(posture.generatedAt) }))),
		],
		summary: [
			first(posture, writer),
			{ id: 'picture', heading: heading('report_picture'), blocks: [pictureOf(posture, writer)] },
			matrix(posture, writer),
			leaving(posture, writer),
			{ id: 'checked', heading: heading('report_checked'), blocks: [{ kind: 'blanks', labels: [writer.label('report_checked-by'), writer.label('report_checked-on')] }] },
		],
		sections: [
			advice(posture, writer),
			...agreed(posture, writer),
			...changes(posture, writer),
			verdict(posture, writer),
			exposure(posture, writer),
			...flowSections(posture, writer, isWhole),
			legal(posture, writer),
			{ id: 'unseen', heading: heading('report_unseen'), blocks: [list(posture.unseen.map((id) => sentence(say(`unseen_${id}`))))] },
			meanings(writer),
			...(isWhole ? [] : [otherFlows(posture, writer)]),
		],
		closing: {
			id: 'about',
			heading: heading('report_about'),
			blocks: [
				paragraphs(...([say('report_about-made'), say('legal_no-advice'), say('report_about-stores'), say('report_about-others')]).map(sentence)),
				facts([
					fact('report_app-version', codeLine(posture.appVersion)),
					fact('report_catalogue-version', codeLine(posture.catalogueVersion)),
					fact('report_schema-version', codeLine(SCHEMA_VERSION)),
				]),
			],
		},
	};
}

/** As the settings page judges it: that nothing shows an air gap is not that there is none. */
function airGap(deployment: Deployment): Statement[] {
	const isolation = isolationOf(deployment);
	switch (isolation) {
		case 'yes':
			return [confidenceWithBasis(deployment)];
		case 'no':
			return [say('exposure_no'), confidenceWithBasis(deployment)];
		case 'no-sign':
			return [say('report_air-gap-no-sign')];
		case 'unknown':
			return [say('exposure_unknown')];
	}
}

function first(posture: Posture, { sentence, heading }: Writer): Section {
	const steps = firstSteps(posture);
	return {
		id: 'first',
		heading: heading('report_advice'),
		blocks: [steps.length === 0 ? paragraphs(sentence(say('report_advice-none'))) : list(steps.map(({ title, step }) => sentence(say('report_first', { title: { kind: 'bold', spans: sentence(title) }, step }))))],
	};
}

/** The matrix at a glance. */
function matrix({ exposure: cells }: Posture, { heading, label, table }: Writer): Section {
	return {
		id: 'matrix',
		heading: heading('report_exposure'),
		blocks: [
			table(
				'report_exposure-caption',
				['report_party', ...CATEGORIES.map((category) => `category_${category}` as const)],
				PARTIES.map((party) => ({
					name: heading(`party_${party}`),
					cells: CATEGORIES.map((category) => cells.filter((cell) => cell.category === category && cell.party === party).map(({ state }) => stateOf(state, label))),
				})),
			),
		],
	};
}

function stateOf(state: ExposureState, label: Writer['label']): DocumentLine {
	return [{ kind: 'state', text: label(say(`exposure_${state}`)), tone: state }];
}

/** What is on, a line for each way. */
function leaving(posture: Posture, { sentence, heading, label, names, table }: Writer): Section {
	const { unknown } = countsOf(posture);
	const rows = FLOW_GROUPS.flatMap((group) => posture.flows.filter((found) => found.state === 'on' && groupOf(found) === group)).map((found): TableRow => {
		const { carries, effect, id, name, offBy, optional, recipients } = found;
		return {
			name: [{ kind: 'flow', id, text: label(name) }, ...(effect === 'sent' ? [] : [...words(' '), note(...words(`(${label(say(`report_effect-${effect ?? 'sent'}`))})`))]), ...acceptedNote(found, sentence)],
			cells: [
				recipients.map((recipient) => sentence(recipientOf({ ...recipient, host: null }))),
				[words(names(carries.map(({ category }) => say(`category_${category}`))))],
				offBy.length > 0 ? offBy.map(({ setting }) => codeLine(setting)) : [sentence(say(optional ? 'report_optional-yes' : 'report_optional-no'))],
			],
		};
	});
	const counts = [...waysOf(posture), ...(unknown === 0 ? [] : [say('ways_unknown', { count: unknown })])];
	return {
		id: 'leaving',
		heading: heading('report_leaving'),
		blocks: [
			rows.length === 0
				? paragraphs(words(names(counts)))
				: table(say('flows_names', { flows: counts }), ['report_name', 'report_recipient', 'report_categories', 'report_optional'], rows),
		],
	};
}

/** Every step, most pressing first, with the page where it is done. */
function advice(posture: Posture, { sentence, heading, table }: Writer): Section {
	const steps = adviceFor(posture);
	return {
		id: 'advice',
		heading: heading('report_steps'),
		blocks: [
			steps.length === 0
				? paragraphs(sentence(say('report_advice-none')))
				: table(
						'report_advice-caption',
						['report_rank', 'report_step'],
						steps.map((step, at) => ({ name: words(String(at + 1)), cells: [[[...sentence(say('advice_line', { ...step, title: { kind: 'bold', spans: sentence(step.title) } })), ...smallPrint(step.adminPage), ...smallPrint(step.id)]]] })),
					),
		],
	};
}

/** Every flow that was accepted, or that the policy is about; no section where nothing was agreed. */
function agreed(posture: Posture, { sentence, heading, label, table }: Writer): Section[] {
	const told = agreedLines(posture);
	const { policy } = posture.agreed;
	const rows = posture.flows.flatMap(({ id, name, state, accepted }): TableRow[] => {
		// What conforms is counted above: it would be most of the table.
		const found = policy?.find(({ flow, standing }) => flow === id && standing !== 'conforms');
		const cells = [[sentence(say(`flow-state_${state}`))], accepted === null ? [] : [sentence(acceptedWords(accepted))], found === undefined ? [] : [sentence(standingWords(found))]];
		return accepted === null && found === undefined ? [] : [{ name: state === 'on' || state === 'unknown' ? [{ kind: 'flow', id, text: label(name) }] : words(label(name)), cells }];
	});
	return told.length === 0
		? []
		: [
				{
					id: 'agreed',
					heading: heading('report_agreed'),
					blocks: [paragraphs(...told.map(sentence)), ...(rows.length === 0 ? [] : [table('report_agreed-caption', ['report_name', 'report_state', 'report_accepted', 'report_policy'], rows)])],
				},
			];
}

/** Only where something did. */
function changes({ memory }: Posture, { sentence, heading }: Writer): Section[] {
	return memory === null || memory.difference === null
		? []
		: [{ id: 'changes', heading: heading('button_changes'), blocks: [paragraphs(sentence(changesLine(memory))), list(changeLines(memory.difference).map(sentence)), paragraphs(...changesNotes(memory).map(sentence))] }];
}

function verdict(posture: Posture, writer: Writer): Section {
	const { deployment } = posture;
	const { model, basis, declared, licence } = deployment;
	const { sentence, heading, fact } = writer;
	return {
		id: 'verdict',
		heading: heading('report_verdict'),
		blocks: [
			facts([
				fact('report_definition', sentence(say(`definition_model_${model}`))),
				fact('report_basis', sentence(say(`basis_${basis}`))),
				fact('report_declared', sentence(say(declared === null ? 'report_declared-nothing' : `model_${declared}`))),
				fact('report_licence', sentence(say(`licence_${licence.kind}`))),
				fact('report_reporting', sentence(reportingStateOf(deployment))),
			]),
		],
		parts: [conflicts(posture, writer), ...evidence(posture, writer)],
	};
}

function conflicts({ deployment }: Posture, { sentence, heading, table }: Writer): Section {
	const rows = deployment.conflicts.map(({ id, name, statement, sources }) => ({ name: [...sentence(name), ...smallPrint(id)], cells: [[sentence(statement)], sources.map(sourceLine)] }));
	return {
		id: 'conflicts',
		heading: heading('report_conflicts'),
		blocks: [
			rows.length === 0 ? paragraphs(sentence(say('report_conflicts-none'))) : table('report_conflicts-caption', ['report_conflict', 'report_statement', 'report_sources'], rows),
		],
	};
}

/** The setting, or the variable, where something was read. */
function sourceLine(source: EvidenceSource): DocumentLine {
	return codeLine(source.replace(/^\w+:/, ''));
}

function evidence({ deployment, server }: Posture, { sentence, heading, fact, table }: Writer): Section[] {
	const columns = ['report_observed', 'report_statement'] as const;
	/** What proves the same is one row, and what was read alike is said once in it. */
	const rows = (found: readonly Evidence[]): TableRow[] =>
		alike(found, ({ statement }) => statement).map((group) => ({
			name: alike(group, ({ observed }) => observed).flatMap((same, at) => [
				...(at === 0 ? [] : words(' · ')),
				...same.flatMap(({ source }) => [...sourceLine(source), ...words(' ')]),
				...sentence(same[0].observed),
			]),
			cells: [[sentence(group[0].statement)]],
		}));
	return [
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
	];
}

/** An id or a path behind what it belongs to. */
function smallPrint(text: string | null): DocumentSpan[] {
	return text === null ? [] : [...words(' '), note(...codeLine(text))];
}

/** That somebody agreed to a flow, behind its name. */
function acceptedNote({ accepted }: FlowFinding, sentence: Writer['sentence']): DocumentSpan[] {
	return accepted === null ? [] : [...words(' '), note(...sentence(acceptedWords(accepted)))];
}

/** Gathers what says the same, in the order in which it is first said. */
function alike<One>(all: readonly One[], said: (one: One) => unknown): [One, ...One[]][] {
	const groups = new Map<string, [One, ...One[]]>();
	for (const one of all) {
		const key = JSON.stringify(said(one));
		groups.set(key, [...(groups.get(key) ?? []), one] as [One, ...One[]]);
	}
	return [...groups.values()];
}

/** Party by party, why the matrix is as it is: what is the same for all kinds of data is said once. */
function exposure(posture: Posture, writer: Writer): Section {
	const { label, sentence, heading, names, table } = writer;
	const flowNames = new Map<string, DocumentSpan>(posture.flows.map(({ id, name }) => [id, { kind: 'flow', id, text: label(name) }]));
	/** Flows are told by their names. */
	const named = (line: DocumentLine): DocumentSpan[] => line.map((span): DocumentSpan => ('spans' in span ? { ...span, spans: named(span.spans) } : (flowNames.get(span.text) ?? span)));
	const partOf = (party: Party): Section => {
		const cells = cellsOf(posture, party);
		const reasons = ({ because }: ExposureCell): Statement[] => because.filter(({ source }) => flowOf(source) === null).map(({ statement }) => statement);
		const isShared = (reason: Statement): boolean => cells.every((cell) => reasons(cell).some((other) => other.key === reason.key));
		const groups = alike(cells, (cell) => [cell.state, cell.condition, cell.because]);
		return {
			id: `exposure-${party}`,
			heading: heading(`party_${party}`),
			blocks: [
				paragraphs(...baselineReasons(cells).filter(isShared).map(sentence)),
				table(
					say('report_exposure-party-caption', { party: say(`party_${party}`) }),
					['report_category', 'report_exposed', 'report_because'],
					groups.map((group) => {
						const [cell] = group;
						const flows = isByFlows(cell) ? [] : flowsBehind(cell);
						return {
							name: words(names(group.map(({ category }) => say(`category_${category}`)))),
							cells: [
								[stateOf(cell.state, label)],
								[
									...(cell.condition === null ? [] : [named(sentence(cell.condition))]),
									...reasons(cell).filter((reason) => !isShared(reason)).map(sentence),
									...(flows.length === 0 ? [] : [named(sentence(say('condition_flows', { flows: flows.map(code) })))]),
								],
							],
						};
					}),
				),
			],
		};
	};
	return { id: 'exposure', heading: heading('report_exposure-why'), blocks: [], parts: PARTIES.map(partOf) };
}

/** The flows as a reader asks for them: what leaves, what is open, what is only tried, what may leave; then the rest. */
const FLOW_GROUPS = [...WAYS, 'unknown', 'off', 'not-applicable'] as const;
type FlowGroup = (typeof FLOW_GROUPS)[number];

/** Those of which there is nothing to do. */
const OTHERS: readonly FlowGroup[] = ['off', 'not-applicable'];

const TONES: Readonly<Record<FlowGroup, ExposureState>> = { 'sent': 'yes', 'open': 'yes', 'attempted': 'limited', 'inside': 'no', 'unknown': 'unknown', 'off': 'no', 'not-applicable': 'no' };

function groupOf(found: FlowFinding): FlowGroup {
	return found.state === 'on' ? wayOf(found) : found.state;
}

function flowSections({ flows }: Posture, writer: Writer, isWhole: boolean): Section[] {
	const { sentence, heading, label } = writer;
	return FLOW_GROUPS.filter((group) => isWhole || !OTHERS.includes(group)).flatMap((group): Section[] => {
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
				parts: members.map((member) => ({ id: `flow-${member.id}`, heading: words(label(member.name)), blocks: [paragraphs(idAndState(member, label)), facts(flowFacts(member, writer))] })),
			},
		];
	});
}

function idAndState(found: FlowFinding, label: Writer['label']): DocumentLine {
	const state = say(`flow-state_${found.state}`);
	const told = found.effect === null ? state : say('report_state-effect', { state, effect: say(`report_effect-${found.effect}`) });
	return [note(...codeLine(found.id)), ...words(' '), { kind: 'state', text: label(told), tone: TONES[groupOf(found)] }];
}

/** The flows that are off or not here: those for the same reason in one row. */
function otherFlows({ flows }: Posture, { label, sentence, names, table }: Writer): Section {
	const others = OTHERS.flatMap((group) => flows.filter(({ state }) => state === group));
	const counts = OTHERS.map((group) => say(`report_flows-${group}`, { count: others.filter(({ state }) => state === group).length }));
	return {
		id: 'others',
		heading: words(names(counts)),
		blocks: [
			others.length === 0
				? paragraphs(sentence(say('report_flows-none')))
				: table(
						'report_others-caption',
						['report_name', 'report_reason'],
						alike(others, ({ state, reason }) => [state, reason]).map((group) => {
							const [{ state, reason }] = group;
							const pages = state === 'off' ? [...new Set(group.map(({ adminPage }) => adminPage))] : [];
							return {
								name: group.flatMap((flow, at) => [...words(at === 0 ? label(flow.name) : ` · ${label(flow.name)}`), ...smallPrint(flow.id), ...acceptedNote(flow, sentence)]),
								cells: [[[...sentence(reason), ...pages.flatMap(smallPrint)]]],
							};
						}),
					),
		],
	};
}

function flowFacts(found: FlowFinding, { sentence, fact, names }: Writer): Fact[] {
	const { accepted, caveat, carries, decidedBy, licenceNote, recipients, settings, unreadable } = found;
	return [
		fact('report_accepted', ...(accepted === null ? [] : [sentence(acceptedWords(accepted))])),
		fact('report_purpose', sentence(found.purpose)),
		fact('report_reason', sentence(found.reason)),
		fact('report_caveat', ...(caveat === null ? [] : [sentence(caveat)])),
		fact('report_recipient', ...recipients.map(({ name, host, party }) => sentence(say('report_recipient-party', { recipient: host === null ? name : say('flow_recipient-host', { recipient: name, host: code(host) }), party: party === null ? say('report_party-inside') : say(`party_${party}`) })))),
		fact('report_reach', words(names(alike(recipients, ({ reach }) => reach).map(([{ reach }]) => say(`reach_${reach}`))))),
		fact('report_categories', words(names(carries.map(({ category }) => say(`category_${category}`))))),
		fact('report_sends', words(names(found.sends))),
		fact('report_kept', sentence(say(`kept_${found.kept}`))),
		fact('report_optional', sentence(say(found.optional ? 'report_optional-yes' : 'report_optional-no'))),
		fact('report_turn-off', [...sentence(found.turnOff), ...found.offBy.flatMap(({ setting, value }) => smallPrint(`${setting}: ${value === '' ? '""' : String(value)}`)), ...smallPrint(found.adminPage)]),
		fact('report_what-stops', sentence(found.whatStops)),
		fact('report_settings', ...settings.map(({ id, shown }): DocumentLine => [...(decidedBy.includes(id) ? ([{ kind: 'bold', spans: codeLine(id) }] as const) : codeLine(id)), ...words(': '), ...sentence(shown)])),
		fact('report_unreadable', ...unreadable.map(codeLine)),
		fact('report_licence-note', ...(licenceNote === null ? [] : [sentence(licenceNote)])),
		fact('report_flow-source', [note(...codeLine(found.source))]),
	];
}

function legal(posture: Posture, { sentence, heading, fact, names, table }: Writer): Section {
	const { deployment, legal: answers, keeping } = posture;
	const doubt = legalDoubt(deployment);
	const questions = [
		{ label: 'report_held-by', answer: (given: LegalAnswer) => routeOf(given).heldBy },
		{ label: 'report_ask-whom', answer: (given: LegalAnswer) => routeOf(given).askWhom },
		{ label: 'report_process', answer: (given: LegalAnswer) => routeOf(given).process },
	] as const;
	const groups = alike(answers, (given) => questions.map(({ answer }) => answer(given)));
	// An answer that is the same for all kinds is said once.
	const isShared = ({ answer }: (typeof questions)[number]): boolean => groups.length > 1 && alike(answers, answer).length === 1;
	const asked = questions.filter((question) => !isShared(question));
	const nameOf = ({ category: legal }: LegalAnswer): Statement =>
		say('exposure_group', { state: say(`legal-category_${legal}`), categories: CATEGORIES.filter((category) => CATEGORY_ENTRIES[category].legal === legal).map((category) => say(`category_${category}`)) });
	return {
		id: 'legal',
		heading: heading('report_legal'),
		blocks: [
			...(doubt.length === 0 ? [] : [paragraphs(...doubt.map(sentence))]),
			facts(questions.filter(isShared).map(({ label, answer }) => fact(label, ...answers.slice(0, 1).flatMap(answer).map(sentence)))),
			table(
				'report_legal-caption',
				['report_legal-category', ...asked.map(({ label }) => label)],
				groups.map((group) => ({ name: words(names(group.map(nameOf))), cells: asked.map(({ answer }) => answer(group[0]).map(sentence)) })),
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
