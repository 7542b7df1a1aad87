import { parseDocument } from 'yaml';

import type { Policy } from '../../src/catalogue/agreement';
import { translator } from '../../src/language/translate';
import { parsePolicy } from '../../src/settings/policy';
import { closest } from '../workbench/cli/closest';
import { FLOW_NAMES } from './facts';
import { fileAt } from './inputs';
import { nameable } from './names';
import { Unreadable } from './read';

const english = translator('en');

/** A policy, or a sentence for each thing that is wrong with it: of a policy that is wrong in parts none is used, since what is left of it would pass too much. */
export type PolicyFile = { readonly name: string; readonly policy: Policy } | { readonly problems: readonly string[] };

/** Reads a policy as the app setting *Your policy* takes it. */
export function readPolicy(path: string): PolicyFile {
	const name = nameable(path);
	try {
		const text = fileAt(path).text();
		const whole = parsePolicy(text);
		if ('objection' in whole) {
			return { problems: [`${name} is not a policy. ${english(whole.objection)}`] };
		}
		const parts = Object.entries(JSON.parse(text) as object);
		const problems = [...repeatedIn(text).map((part) => `${part} in ${name}: It is there twice.`), ...parts.flatMap(([part, rule]) => problemsOf(part, rule, name))];
		if (parts.length === 0) {
			problems.push(`${name} is an empty policy: it asks for nothing.`);
		}
		return problems.length === 0 ? { name, policy: whole.value } : { problems };
	} catch (error) {
		if (error instanceof Unreadable) {
			return { problems: [error.message] };
		}
		if (error instanceof RangeError) {
			return { problems: [`${name} is not a policy: it is nested too deep.`] };
		}
		throw error;
	}
}

/** What is wrong with one part. By itself, since the app names no more than a few. */
function problemsOf(part: string, rule: unknown, name: string): string[] {
	const parsed = parsePolicy(JSON.stringify({ [part]: rule }));
	const wrong = 'objection' in parsed ? [parsed.objection] : (parsed.wrong ?? []).map(({ reason }) => reason);
	return wrong.map((reason) => [`"${nameable(part)}" in ${name}: ${english(reason)}`, ...didYouMean(part)].join(' '));
}

/** The flow whose id or name is close to what no flow is called by. */
function didYouMean(part: string): string[] {
	if (part === '*' || FLOW_NAMES.has(part)) {
		return [];
	}
	const near = closest(nameable(part), [...FLOW_NAMES].flat());
	return [...FLOW_NAMES].filter((called) => near !== null && called.includes(near)).slice(0, 1).map(([id]) => `Did you mean "${id}"?`);
}

/** What a part names twice: JSON takes the last and says nothing. */
function repeatedIn(text: string): string[] {
	return parseDocument(text, { logLevel: 'silent' }).errors.filter(({ code }) => code === 'DUPLICATE_KEY').map(({ pos: [at] }) => nameable(/^"(?:[^"\\]|\\.)*"/.exec(text.slice(at))?.[0] ?? 'A part'));
}
