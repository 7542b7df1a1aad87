import { compare } from './comparison';
import type { Comparison, Problem, Source } from './comparison';
import type { Form } from './form-names';
import { RENDERED } from './forms';
import { inputsOf } from './inputs';
import type { Input } from './inputs';
import { nameable } from './names';
import { readFound, Unreadable } from './read';

/** What the command answers, and its exit status: 0, all is as it should be; 1, something is not, or may not be; 2, something could not be read. */
export interface Answer {
	readonly status: 0 | 1 | 2;
	readonly text: string;
	/** A sentence for each thing that could not be read. */
	readonly problems: readonly string[];
}

/**
 * Compares what the paths name.
 *
 * @param standardInput all of it, asked for once
 * @param now when exports are judged
 */
export async function compareAt(paths: readonly string[], form: Form, standardInput: () => Promise<Buffer>, now: Date): Promise<Answer> {
	const { sources, problems } = await readAll(paths, standardInput, now);
	const sentences = problems.map(({ sentence }) => sentence);
	if (sources.length < 2) {
		const found = sources.length === 1 ? 'only one' : 'none';
		return { status: 2, text: '', problems: [...sentences, `Comparing takes at least two workspaces, and ${found} could be read.`] };
	}
	const comparison = compare(sources, problems);
	return { status: statusOf(comparison), text: RENDERED[form](comparison), problems: sentences };
}

/** Every workspace that the paths name, and what could not be read. */
export async function readAll(paths: readonly string[], standardInput: () => Promise<Buffer>, now: Date): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
	const sources: Source[] = [];
	const problems: Problem[] = [];
	for await (const input of inputsOf(paths, standardInput)) {
		const read = await readOne(input, now);
		if ('sentence' in read) {
			problems.push(read);
		} else {
			sources.push(read);
		}
	}
	return { sources, problems };
}

async function readOne({ source, text }: Input, now: Date): Promise<Source | Problem> {
	try {
		return { source, found: await readFound(text(), source, now) };
	} catch (error) {
		if (error instanceof Unreadable) {
			return { source: nameable(source), sentence: error.message };
		}
		throw error;
	}
}

function statusOf({ rows, problems }: Comparison): Answer['status'] {
	return problems.length > 0 ? 2 : rows.length > 0 ? 1 : 0;
}
