import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defaultPeople, readWorkspace } from '../host';
import type { WorkspaceUser } from '../host/types';
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

/** What `--workspace` names: one of ours, or a file anywhere. */
export function findWorkspace(nameOrPath: string): WorkspaceChoice {
	const known = knownWorkspaces();
	const own = known.find(({ name }) => name === nameOrPath || `${name}.json` === nameOrPath);
	if (own !== undefined) {
		return own;
	}
	if (existsSync(nameOrPath)) {
		const file = resolve(nameOrPath);
		return { ...choiceOf(file, file), group: OWN_FILE };
	}
	const names = known.map(({ name }) => name);
	const near = closest(nameOrPath, names);
	const hint = near === null ? '' : ` Did you mean "${near}"?`;
	throw new Mistake(`There is no workspace and no file named "${nameOrPath}".${hint} Workspaces: ${names.join(', ')}.`);
}

/** Who is in it; without a list of its own a workspace has the usual people. */
export function usersOf(workspace: WorkspaceChoice): WorkspaceUser[] {
	return readWorkspace(workspace.name).users ?? defaultPeople;
}

function choiceOf(name: string, file: string): WorkspaceChoice {
	if (!statSync(file).isFile()) {
		throw new Mistake(`${file} is no file.`);
	}
	try {
		const workspace = readWorkspace(file);
		return { name, description: workspace.description, group: groupOf(name, workspace) };
	} catch (error) {
		throw new Mistake(error instanceof Error ? error.message : String(error));
	}
}
