import { FLOWS } from '../../catalogue/flows';
import type { FlowId } from '../../catalogue/flows';
import type { FlowState } from '../../catalogue/words';

/** What a person asked `/privacy-status` for. */
export type StatusRequest =
	| { readonly kind: 'status' }
	| { readonly kind: 'help' }
	| { readonly kind: 'legal' }
	| { readonly kind: 'flows'; readonly state: FlowState | null }
	| { readonly kind: 'flows-unknown'; readonly typed: string }
	| { readonly kind: 'explain'; readonly flow: FlowId }
	| { readonly kind: 'explain-unknown'; readonly typed: string | null; readonly suggestion: string | null }
	| { readonly kind: 'export'; readonly format: ExportFormat }
	| { readonly kind: 'export-unknown'; readonly typed: string | null }
	| { readonly kind: 'unknown'; readonly typed: string; readonly suggestion: string | null };

export const EXPORT_FORMATS = ['json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FIRST_WORDS = ['help', 'flows', 'explain', 'export', 'legal'] as const;

/** The states that a reader can ask for by themselves. */
const LISTED_STATES = ['on', 'off', 'unknown'] as const satisfies readonly FlowState[];

const FLOW_IDS: readonly FlowId[] = FLOWS.map(({ id }) => id);

/** Reads the words after the command. Letter case does not matter; words too many are passed over. Never throws. */
export function parseStatusRequest(words: readonly string[]): StatusRequest {
	const [typed = '', second] = words;
	switch (typed.toLowerCase()) {
		case '':
			return { kind: 'status' };
		case 'help':
			return { kind: 'help' };
		case 'legal':
			return { kind: 'legal' };
		case 'flows': {
			const state = LISTED_STATES.find((candidate) => candidate === second?.toLowerCase());
			return second !== undefined && state === undefined ? { kind: 'flows-unknown', typed: second } : { kind: 'flows', state: state ?? null };
		}
		case 'explain': {
			const flow = FLOW_IDS.find((candidate) => candidate === second?.toLowerCase());
			return flow === undefined
				? { kind: 'explain-unknown', typed: second ?? null, suggestion: second === undefined ? null : closest(second.toLowerCase(), FLOW_IDS) }
				: { kind: 'explain', flow };
		}
		case 'export': {
			const format = EXPORT_FORMATS.find((candidate) => candidate === second?.toLowerCase());
			return format === undefined ? { kind: 'export-unknown', typed: second ?? null } : { kind: 'export', format };
		}
		default:
			return { kind: 'unknown', typed, suggestion: closest(typed.toLowerCase(), FIRST_WORDS) };
	}
}

/** The candidate that differs in the fewest letters, if it is near enough to have been meant. */
export function closest(typed: string, candidates: readonly string[]): string | null {
	if (typed.length > 40) {
		return null;
	}
	const ranked = candidates
		.map((candidate) => ({ candidate, distance: editDistance(typed, candidate) }))
		.sort((a, b) => a.distance - b.distance);
	const [best] = ranked;
	return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 2)) ? best.candidate : null;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [line, letter] of [...from].entries()) {
		const next = [line + 1];
		for (const [column, other] of [...to].entries()) {
			const above = row[column + 1] ?? 0;
			const diagonal = row[column] ?? 0;
			const left = next[column] ?? 0;
			next.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1)));
		}
		row = next;
	}
	return row[to.length] ?? from.length;
}
