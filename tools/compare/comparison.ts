import type { ExposureState } from '../../src/catalogue/vocabulary';
import { factsOf, FLOW_NAMES, flowIn, flowRow } from './facts';
import type { Fact, Found } from './facts';
import { counted, namesOf } from './names';

/** A workspace that could be read. */
export interface Source {
	/** The file, or the line of standard input. */
	readonly source: string;
	readonly found: Found;
}

/** Workspaces for which something is the same. */
export interface Group {
	/** How it is there, in words. */
	readonly value: string;
	readonly tone: ExposureState | null;
	/** Their places in the list of workspaces. */
	readonly members: readonly number[];
}

/** Something that is not known to be the same in all workspaces. */
export interface Row {
	readonly id: string;
	readonly name: string;
	/** The largest first. */
	readonly groups: readonly Group[];
}

/** What differs between workspaces. */
export interface Comparison {
	/** Their names, each once. */
	readonly workspaces: readonly string[];
	/** What differs, and what could not be found out in any because it could not be read there: that may differ too. */
	readonly rows: readonly Row[];
	/** How many things are the same in all. */
	readonly same: number;
	/** The names of what no setting shows in any. */
	readonly notShown: readonly string[];
	/** When the newest and the oldest report were made, and of which workspace; null if there is no report. */
	readonly read: { readonly newest: Reading; readonly oldest: Reading } | null;
	/** How many are exports, which do not say when they were made. */
	readonly exports: number;
	/** By which version of the catalogue how many were judged, the most first. */
	readonly catalogues: readonly (readonly [version: string, count: number])[];
	/** A sentence for each that could not be read. */
	readonly problems: readonly Problem[];
}

export interface Reading {
	readonly name: string;
	readonly at: Date;
}

export interface Problem {
	readonly source: string;
	readonly sentence: string;
}

/** Compares, in time that grows with the number of workspaces and no faster. */
export function compare(sources: readonly Source[], problems: readonly Problem[]): Comparison {
	const workspaces = workspacesOf(sources);
	const rows = rowsOf(sources.map(({ found }) => factsOf(found)));
	return {
		workspaces,
		rows: rows.filter(({ kind }) => kind === 'differs' || kind === 'unread'),
		same: rows.filter(({ kind }) => kind === 'same').length,
		notShown: rows.filter(({ kind }) => kind === 'not-shown').map(({ name }) => name),
		...readingsOf(sources, workspaces),
		catalogues: [...counted(sources.map(({ found }) => found.catalogueVersion))].sort(([, one], [, other]) => other - one),
		problems,
	};
}

/** Their names, each once. */
export function workspacesOf(sources: readonly Source[]): string[] {
	return namesOf(sources.map(({ source, found: { host } }) => ({ source, host })));
}

/** When they were read, as far as they say so. */
export function readingsOf(sources: readonly Source[], workspaces: readonly string[]): Pick<Comparison, 'read' | 'exports'> {
	const readings = sources
		.flatMap(({ found: { readAt } }, at) => (readAt === null ? [] : [{ name: workspaces[at] ?? '', at: new Date(readAt) }]))
		.sort((one, other) => other.at.getTime() - one.at.getTime());
	const [newest] = readings;
	const oldest = readings.at(-1);
	return { read: newest === undefined || oldest === undefined ? null : { newest, oldest }, exports: sources.length - readings.length };
}

interface FullRow extends Row {
	readonly kind: 'same' | 'differs' | 'unread' | 'not-shown';
}

/** Reports of an older or a newer app know other flows; whether the server has such a flow they do not say. */
export const NOT_IN_REPORT = 'not in this report';

function rowsOf(all: readonly (readonly Fact[])[]): FullRow[] {
	// Rows of the verdict first, then flows in the order of the catalogue, then those that it does not know.
	const gathered = new Map<string, Gathered>((all[0] ?? []).filter(({ id }) => flowIn(id) === null).map(({ id, name }) => [id, new Gathered(id, name)]));
	for (const [id, name] of FLOW_NAMES) {
		gathered.set(flowRow(id), new Gathered(flowRow(id), name));
	}
	for (const [workspace, facts] of all.entries()) {
		for (const fact of facts) {
			const row = gathered.get(fact.id) ?? new Gathered(fact.id, fact.name);
			gathered.set(fact.id, row);
			row.add(fact, workspace);
		}
	}
	return [...gathered.values()].filter((row) => row.size > 0).map((row) => row.complete(all.length));
}

/** A row while workspaces are added. */
class Gathered {
	private readonly groups = new Map<string, { value: string; tone: ExposureState | null; members: number[] }>();
	private readonly sights = new Set<Fact['sight']>();
	size = 0;

	constructor(
		private readonly id: string,
		private readonly name: string,
	) {}

	add({ value, tone, sight }: Fact, workspace: number): void {
		const group = this.groups.get(value) ?? { value, tone, members: [] };
		this.groups.set(value, group);
		group.members.push(workspace);
		this.sights.add(sight);
		this.size += 1;
	}

	complete(workspaces: number): FullRow {
		const groups = [...this.groups.values()];
		if (this.size < workspaces) {
			const present = new Set(groups.flatMap(({ members }) => members));
			groups.push({ value: NOT_IN_REPORT, tone: null, members: Array.from({ length: workspaces }, (_, at) => at).filter((at) => !present.has(at)) });
		}
		return { id: this.id, name: this.name, groups: groups.sort((one, other) => other.members.length - one.members.length), kind: this.kind(groups.length) };
	}

	private kind(groups: number): FullRow['kind'] {
		if (groups > 1) {
			return 'differs';
		}
		return this.sights.has('found') ? 'same' : this.sights.has('unread') ? 'unread' : 'not-shown';
	}
}
