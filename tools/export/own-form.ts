import { checkWorkspace } from '../host/workspace-file';
import { counted, sort, sortedNotes, serverOf, unanswered } from './assemble';
import { KINDS } from './kinds';
import { fromMap } from './recognise';
import type { Export } from './read-export';
import { isRecord } from './shape';

/**
 * A workspace as `test/workspaces` has them, but as people write them: values as text, ids with the prefix of the environment, without a
 * description. Without a version nothing has a default, since these differ from version to version.
 *
 * @returns the export, or what is wrong with it
 */
export function readOwnForm(record: Readonly<Record<string, unknown>>, name: string): Export | { readonly isNot: string } {
	const { settings: given = {}, server: stated = {}, ...rest } = record;
	const settings = isRecord(given) ? fromMap(given) : [];
	const version = isRecord(stated) && typeof stated['version'] === 'string' ? stated['version'] : undefined;
	const base = { description: `The workspace in ${name}.`, ...rest };
	if (version !== undefined) {
		const { values, unclear, ...sorted } = sort(settings, version);
		// There the database holds nothing for it, so what the package has is in force.
		const nothing = settings.filter(({ id, value }) => value === null && unclear.has(id)).map(({ id }) => id);
		const unusable = settings.filter(({ id }) => unclear.has(id) && !nothing.includes(id));
		const content = { ...base, server: stated, settings: isRecord(given) ? Object.fromEntries([...values, ...nothing.map((id) => [id, null] as const), ...unusable.map(({ id, value }) => [id, value] as const)]) : given };
		const others = values.size + nothing.length;
		const notes = [`${name} is ${KINDS['own-form'].title}, with ${counted(others, 'setting')} that ${others === 1 ? 'differs' : 'differ'} from a fresh ${version}.`, ...sortedNotes({ ...sorted, values, unclear: new Set() })];
		return checked(content, notes);
	}
	const { server, notes, sorted } = serverOf({ settings }, 'own-form');
	const { faults } = rest as { faults?: unknown };
	const content = {
		uploads: 'always',
		...base,
		server: isRecord(stated) ? { ...stated, ...server } : stated,
		settings: isRecord(given) ? Object.fromEntries(sorted.values) : given,
		faults: { ...unanswered(sorted.unclear), ...(isRecord(faults) ? faults : {}) },
	};
	return checked(content, [`${name} is ${KINDS['own-form'].title}, without a version, so nothing in it has a default; "server": {"version": "9.0"} would add those of 9.0.`, ...notes]);
}

function checked(content: Readonly<Record<string, unknown>>, notes: readonly string[]): Export | { readonly isNot: string } {
	const result = checkWorkspace(content);
	if ('workspace' in result) {
		return { kind: 'own-form', workspace: result.workspace, notes };
	}
	const [problem = '', ...others] = result.problems;
	// A key may be anything that somebody typed or pasted.
	const isPlain = /^[\w."'`:;,()$' -]{1,300}$/.test(problem);
	return { isNot: `cannot be used as a workspace in this project's own form: ${isPlain ? problem : 'a key or value is not one of its own'}${others.length === 0 ? '' : ` (and ${others.length} more)`}` };
}
