import { formatsOf } from '../../src/language/formats';
import type { Comparison, Group, Reading } from './comparison';
import { nameable } from './names';

/** The answer in one sentence. */
export function headlineOf({ workspaces, rows, same }: Comparison): string {
	const many = count(workspaces.length, 'workspace');
	const differing = rows.filter(({ groups }) => groups.length > 1).length;
	const unread = rows.length - differing;
	const parts = [
		differing === 0 ? 'nothing that could be found out differs' : count(differing, 'thing differs', 'things differ'),
		...(unread === 0 ? [] : [`${String(unread)} could not be read in any and may differ`]),
		`${String(same)} ${same === 1 ? 'is' : 'are'} the same in all`,
	];
	return `${many}: ${parts.join(', ')}.`;
}

/** What must be known beside the table. */
export function notesOf({ workspaces, read, exports, catalogues, notShown }: Pick<Comparison, 'workspaces' | 'read' | 'exports' | 'catalogues' | 'notShown'>): string[] {
	return [
		...(read === null ? [] : [timesOf(read.newest, read.oldest)]),
		...(exports === 0 ? [] : [`${exports === workspaces.length ? (exports === 1 ? 'It is an export' : 'All are exports') : exports === 1 ? 'One is an export' : `${String(exports)} are exports`}, judged now: an export does not say when it was made.`]),
		...(catalogues.length < 2 ? [] : [`Judged by different versions of the catalogue, so that a flow can differ for that reason alone: ${catalogues.map(([version, times]) => `${nameable(version)} (${count(times, 'workspace')})`).join(', ')}.`]),
		...(notShown.length === 0 ? [] : [`Could not find out in any, since no setting shows it: ${notShown.join(', ')}. Check by hand.`]),
	];
}

function timesOf(newest: Reading, oldest: Reading): string {
	const { time } = formatsOf('en');
	return newest.at.getTime() === oldest.at.getTime()
		? `Read at ${time(newest.at)} UTC.`
		: `Newest report: ${time(newest.at)} UTC, ${newest.name}. Oldest: ${time(oldest.at)} UTC, ${oldest.name}.`;
}

/** The first few names of a group, and how many more there are. */
export function someOf({ members }: Group, workspaces: readonly string[], most: number): string {
	// One more takes no more room than saying that there is one more.
	const shown = members.length <= most + 1 ? members : members.slice(0, most);
	const more = members.length - shown.length;
	return `${shown.map((at) => workspaces[at] ?? '').join(', ')}${more === 0 ? '' : ` and ${String(more)} more`}`;
}

export function count(number: number, one: string, other = `${one}s`): string {
	return `${String(number)} ${number === 1 ? one : other}`;
}
