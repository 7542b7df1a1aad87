import { parseWorkspace } from '../host/workspace-file';
import type { Workspace } from '../host/types';

/**
 * The workspace that a text describes which is no report.
 *
 * @param name what the text is called in what is said of it
 * @throws Error whose message is one sentence, when it is nothing that can be judged
 */
export function workspaceOf(text: string, name: string): Workspace {
	if (!/^\s*\{/.test(text) || !isJson(text)) {
		// What a parser says of a text repeats a piece of it, and exports hold secrets.
		throw new Error(`${name} is no JSON document, or is cut off.`);
	}
	return parseWorkspace(text, name);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
