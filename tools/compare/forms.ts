import type { Block, DocumentLine, TableRow } from '../../src/show/tell/document';
import { list, paragraphs, words } from '../../src/show/tell/document';
import { toCsv } from '../../src/show/as/csv';
import { toHtml } from '../../src/show/as/html';
import { translator } from '../../src/language/translate';
import type { Comparison, Group, Row } from './comparison';
import type { Form } from './form-names';
import { flowIn } from './facts';
import { nameable } from './names';
import { count, headlineOf, notesOf, someOf } from './words';

/** How many names of a group are shown: a terminal holds less than a page, and CSV has all. */
const NAMED_IN_TEXT = 4;
const NAMED_IN_HTML = 20;

/** As many workspaces are told one by one, in HTML with a column each; among more it is the groups that show who differs. */
const MOST_COLUMNS = 5;

/** How each form is made. */
export const RENDERED: Readonly<Record<Form, (comparison: Comparison) => string>> = { text: toText, csv: toCsvTable, html: toDocument };

/** What differs, each thing with how it is where: as readable for two workspaces as for a thousand. */
function toText(comparison: Comparison): string {
	const { workspaces, rows, problems } = comparison;
	const lineOf = (group: Group, width: number): string => `  ${isCounted(workspaces) ? `${String(group.members.length).padStart(width)}  ` : ''}${group.value}: ${someOf(group, workspaces, NAMED_IN_TEXT)}`;
	const told = rows.map(({ name, groups }) => [name, ...groups.map((group) => lineOf(group, String(groups[0]?.members.length ?? 0).length))].join('\n'));
	const missing = problems.length === 0 ? [] : [`Not compared, since ${problems.length === 1 ? 'it' : 'they'} could not be read: ${problems.map(({ source }) => source).join(', ')}.`];
	return `${[[headlineOf(comparison), ...missing].join('\n'), ...told, notesOf(comparison).join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

/** A few that are all named need no count. */
function isCounted(workspaces: readonly string[]): boolean {
	return workspaces.length > MOST_COLUMNS;
}

/** A row for each thing, a column for each workspace; also for what could not be read, so that nobody takes the table for whole. */
function toCsvTable({ workspaces, rows, problems }: Comparison): string {
	const unread = problems.map(() => 'could not be read');
	return toCsv([
		['id', 'name', ...workspaces, ...problems.map(({ source }) => source)],
		...rows.map(({ id, name, groups }) => {
			const values = new Map(groups.flatMap(({ value, members }) => members.map((at) => [at, value] as const)));
			return [nameable(id), name, ...workspaces.map((_, at) => values.get(at) ?? ''), ...unread];
		}),
	]);
}

const english = translator('en');

function toDocument(comparison: Comparison): string {
	const { workspaces, rows, problems } = comparison;
	const heading = (text: string): DocumentLine => words(text);
	return toHtml(
		{
			title: heading('Comparison of workspaces'),
			// Who reads no more than this line must not take the document for whole.
			lead: words(`${headlineOf(comparison)}${problems.length === 0 ? '' : ` ${String(problems.length)} more could not be read.`}`),
			facts: [],
			summary: [],
			sections: [
				...(rows.length === 0 ? [] : [{ id: 'differences', heading: heading('What differs'), blocks: [isCounted(workspaces) ? groupsTable(comparison) : columns(comparison)] }]),
				...(problems.length === 0 ? [] : [{ id: 'unreadable', heading: heading('What could not be read'), blocks: [list(problems.map(({ sentence }) => words(sentence)))] }]),
				{ id: 'notes', heading: heading('Good to know'), blocks: [paragraphs(...notesOf(comparison).map(words))] },
			],
			closing: {
				id: 'about',
				heading: heading('About this document'),
				blocks: [paragraphs(words('Made from reports of the app Privacy Status and from exports of settings. It compares where each workspace runs, its registration, its licence, its air gap, and whether each flow is on; not to which hosts it goes.'))],
			},
		},
		english,
	);
}

function columns({ workspaces, rows }: Comparison): Block {
	return table(
		workspaces,
		rows.map((row) => ({
			name: nameOf(row),
			cells: workspaces.map((_, at) => row.groups.filter(({ members }) => members.includes(at)).map(valueOf)),
		})),
	);
}

function groupsTable({ workspaces, rows }: Comparison): Block {
	return table(
		['How it is where'],
		rows.map((row) => ({
			name: nameOf(row),
			cells: [row.groups.map((group) => [...valueOf(group), ...words(` in ${count(group.members.length, 'workspace')}: ${someOf(group, workspaces, NAMED_IN_HTML)}`)])],
		})),
	);
}

function table(cells: readonly string[], rows: readonly TableRow[]): Block {
	return { kind: 'table', caption: 'What is not known to be the same in all workspaces', columns: ['What', ...cells], rows };
}

function nameOf({ id, name }: Row): DocumentLine {
	const flow = flowIn(id);
	return flow === null ? words(name) : [...words(`${name} `), { kind: 'note', spans: [{ kind: 'code', text: nameable(flow) }] }];
}

function valueOf({ value, tone }: Group): DocumentLine {
	return tone === null ? words(value) : [{ kind: 'state', text: value, tone }];
}
