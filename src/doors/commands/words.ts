import { FLOWS } from '../../catalogue/flows';
import type { FlowId } from '../../catalogue/flows';
import { REPORT_FORMATS } from '../../catalogue/words';
import type { FlowState, ReportFormat } from '../../catalogue/words';
import { closest } from './closest';
import { parseTokenRequest } from './token-words';
import type { TokenRequest } from './token-words';

/** What a person asked `/privacy-status` for. */
export type StatusRequest =
	| { readonly kind: 'status' }
	| { readonly kind: 'help' }
	| { readonly kind: 'legal' }
	| { readonly kind: 'flows'; readonly state: FlowState | null }
	| { readonly kind: 'flows-unknown'; readonly typed: string }
	| { readonly kind: 'explain'; readonly flow: FlowId }
	| { readonly kind: 'explain-unknown'; readonly typed: string | null; readonly suggestion: string | null }
	| { readonly kind: 'export'; readonly format: ReportFormat }
	| { readonly kind: 'export-unknown'; readonly typed: string | null }
	| { readonly kind: 'token'; readonly wanted: TokenRequest }
	| { readonly kind: 'unknown'; readonly typed: string; readonly suggestion: string | null };

const FIRST_WORDS = ['help', 'flows', 'explain', 'export', 'legal', 'token'] as const;

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
			const format = REPORT_FORMATS.find((candidate) => candidate === second?.toLowerCase());
			return format === undefined ? { kind: 'export-unknown', typed: second ?? null } : { kind: 'export', format };
		}
		case 'token':
			return { kind: 'token', wanted: parseTokenRequest(words.slice(1, 4)) };
		default:
			return { kind: 'unknown', typed, suggestion: closest(typed.toLowerCase(), FIRST_WORDS) };
	}
}
