import type { Translate } from '../../language/translate';
import { plain } from '../tell/document';
import type { DocumentLine, Fact, Outline, Section } from '../tell/document';
import { toCsv } from './csv';
import { legible } from './legible';

/**
 * A record of processing activities as a table: what it is and when it was made, an empty row, then a row for each activity, in which who
 * is responsible stands as well.
 */
export function toRegister({ title, lead, facts, sections, closing }: Outline, translate: Translate): string {
	const [responsible, ...activities] = sections;
	const shared = responsible === undefined ? [] : factsOf(responsible);
	const own = [...new Set(activities.flatMap((activity) => factsOf(activity).map(({ label }) => label)))];
	const header = [translate('register_activity'), ...shared.map(({ label }) => label), ...own];
	const rows = [
		[written(title)],
		[written(lead)],
		...facts.map(({ label, lines }) => [label, cell(lines)]),
		...notesOf(closing).map((line) => [written(line)]),
		[],
		header,
		...activities.map((activity) => [
			cell([activity.heading, ...notesOf(activity)]),
			...shared.map(({ lines }) => cell(lines)),
			...own.map((wanted) => cell(factsOf(activity).find(({ label }) => label === wanted)?.lines ?? [])),
		]),
	];
	return toCsv(rows.map((row) => header.map((_, at) => row[at] ?? '')));
}

function factsOf({ blocks }: Section): readonly Fact[] {
	return blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
}

function notesOf({ blocks }: Section): readonly DocumentLine[] {
	return blocks.flatMap((block) => (block.kind === 'paragraphs' ? block.lines : []));
}

function cell(lines: readonly DocumentLine[]): string {
	return lines.map(written).join('\n');
}

/** A line without marks, nothing in it hidden. */
function written(line: DocumentLine): string {
	return legible(plain(line));
}
