import { readAll } from './compare';
import type { Answer } from './compare';
import { holdAgainst } from './expected';
import type { Holding } from './expected';
import { HELD } from './expected-forms';
import type { Form } from './form-names';
import { readPolicy } from './policy-file';

/**
 * Holds what the paths name against a policy.
 *
 * @param policyPath a file as the app setting *Your policy* takes it
 * @param standardInput all of it, asked for once
 * @param now when exports are judged, and up to when days count that were agreed on
 */
export async function expectAt(paths: readonly string[], policyPath: string, form: Form, standardInput: () => Promise<Buffer>, now: Date): Promise<Answer> {
	const expected = readPolicy(policyPath);
	if ('problems' in expected) {
		return { status: 2, text: '', problems: expected.problems };
	}
	const { sources, problems } = await readAll(paths, standardInput, now);
	const sentences = problems.map(({ sentence }) => sentence);
	if (sources.length === 0) {
		return { status: 2, text: '', problems: [...sentences, 'No workspace could be read.'] };
	}
	const holding = holdAgainst(expected.policy, expected.name, sources, problems, now);
	return { status: statusOf(holding), text: HELD[form](holding), problems: sentences };
}

/** What could not be found out never passes. */
function statusOf({ held, problems }: Holding): Answer['status'] {
	return problems.length > 0 ? 2 : held.some(({ standing }) => standing === 'deviates' || standing === 'unknown') ? 1 : 0;
}
