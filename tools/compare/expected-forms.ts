import type { ExposureState, PolicyStanding } from '../../src/catalogue/vocabulary';
import { unmarked } from '../../src/language/spans';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import { toCsv } from '../../src/show/as/csv';
import { toHtml } from '../../src/show/as/html';
import { standingWords } from '../../src/show/tell/accepted';
import { list, paragraphs, words } from '../../src/show/tell/document';
import type { DocumentLine, DocumentSpan } from '../../src/show/tell/document';
import { STANDINGS } from './expected';
import type { Held, HeldFlow, Holding } from './expected';
import type { Form } from './form-names';
import { nameable } from './names';
import { count, notesOf } from './words';

const english = translator('en');

/** How each form is made. */
export const HELD: Readonly<Record<Form, (holding: Holding) => string>> = { text: toText, csv: toCsvTable, html: toDocument };

function toText(holding: Holding): string {
	const { held, problems } = holding;
	const missing = problems.length === 0 ? [] : [`Not held against it, since ${problems.length === 1 ? 'it' : 'they'} could not be read: ${problems.map(({ source }) => source).join(', ')}.`];
	const told = held.map((each) => [`${each.name}: ${countsOf(each.counts)}`, ...each.flows.map((flow) => `  ${standingOf(flow)}: ${flow.name} (${nameable(flow.flow)}): ${flow.how}`), ...unnamedOf(each).map((line) => `  ${line}`)].join('\n'));
	return `${[[headlineOf(holding), ...missing].join('\n'), ...told, notes(holding).join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

/** The answer in one sentence. */
function headlineOf({ policy, held }: Holding): string {
	const counts = Object.fromEntries(STANDINGS.map((wanted) => [wanted, held.filter(({ standing }) => standing === wanted).length])) as Held['counts'];
	return `${count(held.length, 'workspace')} against ${policy}: ${countsOf(counts)}.`;
}

function countsOf(counts: Held['counts']): string {
	const told: Readonly<Record<PolicyStanding, (number: number) => string>> = {
		deviates: (number) => count(number, 'deviates', 'deviate'),
		unknown: (number) => `${String(number)} could not be found out`,
		accepted: (number) => `${String(number)} accepted`,
		conforms: (number) => count(number, 'conforms', 'conform'),
	};
	return STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => told[standing](counts[standing])).join(', ');
}

function standingOf(flow: HeldFlow): string {
	return english(standingWords(flow));
}

function unnamedOf({ unnamed }: Held): string[] {
	return unnamed === 0 ? [] : [unmarked(english.spans(say('policy_unnamed', { count: unnamed })))];
}

/** What must be known beside it. */
function notes(holding: Holding): string[] {
	return [
		...(holding.held.some(({ mayBeAccepted }) => mayBeAccepted) ? ['What admins accepted is in no export, and in JSON reports only where the app knows of accepting and could read it.'] : []),
		...notesOf({ ...holding, catalogues: [], notShown: [] }),
	];
}

/** A row for each flow that deviates, could not be found out or was accepted, and one with the number of those that conform; also for what could not be read, so that nobody takes the table for whole. */
function toCsvTable({ held, problems }: Holding): string {
	return toCsv([
		['workspace', 'standing', 'count', 'flow', 'name', 'until', 'found'],
		...held.flatMap(({ name, flows, counts, unnamed }) => [
			...flows.map((flow) => [name, flow.standing, '1', nameable(flow.flow), flow.name, flow.until ?? '', flow.how]),
			[name, 'conforms', String(counts.conforms), '', '', '', ''],
			...(unnamed === 0 ? [] : [[name, 'not-named', String(unnamed), '', '', '', 'on']]),
		]),
		...problems.map(({ source }) => [source, 'could not be read', '', '', '', '', '']),
	]);
}

const TONES: Readonly<Record<PolicyStanding, ExposureState>> = { deviates: 'yes', unknown: 'unknown', accepted: 'limited', conforms: 'no' };

function toDocument(holding: Holding): string {
	const { held, problems } = holding;
	const state = (standing: PolicyStanding, text: string): DocumentSpan => ({ kind: 'state', text, tone: TONES[standing] });
	const columns = STANDINGS.map((standing) => english(standingWords({ standing, until: null })));
	return toHtml(
		{
			title: words(`Workspaces against ${holding.policy}`),
			// Who reads no more than this line must not take the document for whole.
			lead: words(`${headlineOf(holding)}${problems.length === 0 ? '' : ` ${String(problems.length)} more could not be read.`}`),
			facts: [],
			summary: [],
			sections: [
				{
					id: 'workspaces',
					heading: words('How many flows'),
					blocks: [{ kind: 'table', caption: 'How many flows of each workspace', columns: ['Workspace', ...columns, 'on, and not named'], rows: held.map(({ name, counts, unnamed }) => ({ name: words(name), cells: [...STANDINGS.map((standing) => counts[standing]), unnamed].map((number) => [words(String(number))]) })) }],
				},
				...held.flatMap(({ name, flows }, at) =>
					flows.length === 0
						? []
						: [
								{
									id: `workspace-${String(at)}`,
									heading: words(name),
									blocks: [
										{
											kind: 'table' as const,
											caption: `What deviates, could not be found out or was accepted in ${name}`,
											columns: ['Flow', 'Against the policy', 'How it is'],
											rows: flows.map((flow) => ({ name: flowName(flow), cells: [[[state(flow.standing, standingOf(flow))]], [words(flow.how)]] })),
										},
									],
								},
							],
				),
				...(problems.length === 0 ? [] : [{ id: 'unreadable', heading: words('What could not be read'), blocks: [list(problems.map(({ sentence }) => words(sentence)))] }]),
				{ id: 'notes', heading: words('Good to know'), blocks: [paragraphs(...notes(holding).map(words))] },
			],
			closing: {
				id: 'about',
				heading: words('About this document'),
				blocks: [paragraphs(words('Made from reports of the app Privacy Status and from exports of settings. What an admin accepted counts as the policy does.'))],
			},
		},
		english,
	);
}

function flowName({ name, flow }: HeldFlow): DocumentLine {
	return [...words(`${name} `), { kind: 'note', spans: [{ kind: 'code', text: nameable(flow) }] }];
}
