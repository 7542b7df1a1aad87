import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readExport } from '../export';
import { decode } from '../export/text';
import { defaultPeople, readWorkspace } from '../host';
import type { Workspace, WorkspaceUser } from '../host/types';
import { closest } from './cli/closest';
import type { WorkspaceChoice } from './contract';
import { GROUP_NAMES, groupOf, OWN_FILE } from './groups';
import { Mistake } from './mistake';

const folder = join(__dirname, '..', '..', 'test', 'workspaces');

/** The workspace that opens when nobody names one. */
const usual = 'self-managed-registered';

/** The workspaces that come with the repository. */
export function knownWorkspaces(): WorkspaceChoice[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => choiceOf(basename(file, '.json'), join(folder, file)))
		.sort((one, other) => GROUP_NAMES.indexOf(one.group) - GROUP_NAMES.indexOf(other.group));
}

export function usualWorkspace(): WorkspaceChoice {
	const known = knownWorkspaces();
	const pick = known.find(({ name }) => name === usual) ?? known[0];
	if (pick === undefined) {
		throw new Mistake('There is no workspace file in test/workspaces.');
	}
	return pick;
}

/** What `--workspace` names: one of ours, an export anywhere, or `-` for one on standard input. */
export function findWorkspace(nameOrPath: string): WorkspaceChoice {
	const known = knownWorkspaces();
	const own = known.find(({ name }) => name === nameOrPath || `${name}.json` === nameOrPath);
	if (own !== undefined) {
		return own;
	}
	if (nameOrPath === '-' || existsSync(nameOrPath)) {
		const name = nameOrPath === '-' ? STANDARD_INPUT : resolve(nameOrPath);
		return { name, description: openWorkspace({ name, group: OWN_FILE }).workspace.description, group: OWN_FILE };
	}
	const names = known.map(({ name }) => name);
	const near = closest(nameOrPath, names);
	const hint = near === null ? '' : ` Did you mean "${near}"?`;
	throw new Mistake(`There is no workspace and no file named "${nameOrPath}".${hint} Workspaces: ${names.join(', ')}.`);
}

/** A workspace, and what there is to say of the file that it is from. */
export interface OpenedWorkspace {
	readonly workspace: Workspace;
	readonly notes: readonly string[];
}

const STANDARD_INPUT = 'standard input';

/** What can be read once only: standard input, and a pipe in place of a file. */
const readOnce = new Map<string, OpenedWorkspace>();

/**
 * Reads a workspace that was found, as it is now.
 *
 * @throws Mistake with one sentence when it is none
 */
export function openWorkspace({ name, group }: Pick<WorkspaceChoice, 'name' | 'group'>): OpenedWorkspace {
	if (group !== OWN_FILE) {
		return { workspace: readWorkspace(name), notes: [] };
	}
	const kept = readOnce.get(name);
	if (kept !== undefined) {
		return kept;
	}
	const opened = readExport(contentOf(name), name === STANDARD_INPUT ? 'Standard input' : basename(name));
	if (name === STANDARD_INPUT || !statSync(name).isFile()) {
		readOnce.set(name, opened);
	}
	return opened;
}

/** Longer is no export, and more than a text may be. */
const LONGEST = 100_000_000;

function contentOf(name: string): string {
	if (name !== STANDARD_INPUT) {
		const file = statSync(name);
		if (file.isDirectory() || file.size > LONGEST) {
			throw new Mistake(file.isDirectory() ? `${name} is no file.` : `${basename(name)} is longer than any export of settings.`);
		}
	}
	try {
		return decode(readFileSync(name === STANDARD_INPUT ? 0 : name));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason';
		throw new Mistake(`${name} cannot be read (${code}).`);
	}
}

/** Who is in it; without a list of its own a workspace has the usual people. */
export function usersOf(workspace: WorkspaceChoice): WorkspaceUser[] {
	return openWorkspace(workspace).workspace.users ?? defaultPeople;
}

function choiceOf(name: string, file: string): WorkspaceChoice {
	try {
		const workspace = readWorkspace(file);
		return { name, description: workspace.description, group: groupOf(name, workspace) };
	} catch (error) {
		throw new Mistake(error instanceof Error ? error.message : String(error));
	}
}
