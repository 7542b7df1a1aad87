import { OLDEST_VERSION } from '../host/server/definitions';
import type { Workspace } from '../host/types';
import { Mistake } from '../workbench/mistake';
import { assemble } from './assemble';
import { looksLikeEnv, readEnv } from './env';
import { looksLikeJson, readJson } from './json';
import type { JsonRead } from './json';
import { readOwnForm } from './own-form';
import { recognise } from './recognise';
import type { Recognised } from './recognise';
import { OldVersion } from './shape';
import { isBinary, withoutMark } from './text';
import { fromServers, PREFIX } from './variables';
import { LONGEST_YAML, readYaml } from './yaml';

/** What a file is in which somebody holds the settings of a workspace. */
export type ExportKind = 'settings-answer' | 'mongoexport' | 'settings-list' | 'env' | 'compose' | 'kubernetes' | 'docker-inspect' | 'flat' | 'own-form';

/** The settings of a workspace as somebody exported them. */
export interface Export {
	readonly kind: ExportKind;
	/** What can be judged of it: what it does not hold is not readable there, and never has a default. */
	readonly workspace: Workspace;
	/** One line each: what was recognised, how much of it, what is kept aside, what such an export cannot hold. No value is in any of them. */
	readonly notes: readonly string[];
}

/** What is expected in place of what came: the end of every sentence. */
const EXPECTED = 'expected are the settings of a workspace, for example {"Site_Url": "https://chat.example.org"} or one of the exports of docs/exports.md';

const BROKEN_JSON: Record<Extract<JsonRead, { why: unknown }>['why'], (line: number) => string> = {
	'no end': (line) => `is JSON that breaks off: what begins in line ${line} has no end`,
	'no JSON': (line) => `is not JSON in what begins in line ${line}`,
	'too many': (line) => `holds far more than the settings of a server, already up to line ${line}`,
};

/**
 * Reads an export of any kind.
 *
 * @param text the content, decoded; a byte order mark may be in front
 * @param name what the file is called in notes and sentences
 * @param expected what is expected in place of what came: the end of the sentence
 * @throws Mistake with one sentence when it is no export: what it is, what is expected, an example. Nothing of the content is in it
 */
export function readExport(text: string, name: string, expected = EXPECTED): Export {
	const found = reading(withoutMark(text), name);
	if ('isNot' in found) {
		throw new Mistake(`${name} ${found.isNot}; ${expected}.`);
	}
	return found;
}

function reading(text: string, name: string): Export | { readonly isNot: string } {
	try {
		const recognised = recogniseText(text);
		if ('isNot' in recognised) {
			return recognised;
		}
		return 'own' in recognised ? readOwnForm(recognised.own, name) : assemble(recognised, name);
	} catch (error) {
		// What else may go wrong with a text from anywhere is no fault to look for: it is too long or too deep for a reader.
		return { isNot: error instanceof OldVersion ? `is of Rocket.Chat ${error.message}, older than ${OLDEST_VERSION}, the oldest that is known here` : 'is built in a way that no export is' };
	}
}

function recogniseText(text: string): Recognised {
	if (text.trim() === '') {
		return { isNot: 'is empty' };
	}
	if (isBinary(text)) {
		return { isNot: 'is no text, but for example an archive or a database' };
	}
	if (looksLikeJson(text)) {
		const json = readJson(text);
		return 'values' in json ? recognise(json.values) : { isNot: BROKEN_JSON[json.why](json.brokenLine) };
	}
	if (text.length > LONGEST_YAML) {
		return { isNot: 'is neither JSON nor short enough for variables or YAML' };
	}
	if (looksLikeEnv(text)) {
		return fromServers('env', [{ variables: readEnv(text) }]) ?? { isNot: `is a file of variables, and none begins with ${PREFIX}` };
	}
	const yaml = readYaml(text);
	if ('brokenLine' in yaml) {
		return { isNot: `is neither JSON nor variables nor YAML${yaml.brokenLine === 0 ? '' : ` (line ${yaml.brokenLine})`}` };
	}
	return recognise(yaml.values);
}
