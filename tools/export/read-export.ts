import type { Workspace } from '../host/types';
import { Mistake } from '../workbench/mistake';

/** What a file is in which somebody holds the settings of a workspace. */
export type ExportKind = 'settings-answer' | 'mongoexport' | 'settings-list' | 'env' | 'compose' | 'config-map' | 'docker-inspect' | 'flat' | 'own-form';

/** The settings of a workspace as somebody exported them. */
export interface Export {
	readonly kind: ExportKind;
	/** What can be judged of it: what it does not hold is not readable there, and never has a default. */
	readonly workspace: Workspace;
	/** One line each: what was recognised, how much of it, what is kept aside, what such an export cannot hold. No value is in any of them. */
	readonly notes: readonly string[];
}

/**
 * Reads an export of any kind.
 *
 * @param text the content, decoded; a byte order mark may be in front
 * @param name what the file is called in notes and sentences
 * @throws Mistake with one sentence when it is no export: what it is, what is expected, an example
 */
export function readExport(text: string, name: string): Export {
	throw new Mistake(`${name} (${text.length} characters) cannot be read yet.`);
}
