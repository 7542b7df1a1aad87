import type { FlowId } from './flows';

/** What a policy asks of a flow: that it is off, or that it may be on, with the reason and, where there is one, the last day. */
export type PolicyRule = 'off' | { readonly accepted: string; readonly until: string | null };

/** By flow; `*` has the rule of every flow that is not named. */
export type Policy = Readonly<Partial<Record<FlowId | '*', PolicyRule>>>;

/** Characters of a reason that are kept. */
export const REASON_LIMIT = 500;

/** A reason as it is kept: one line, without characters that show nothing, and cut where it is too long. */
export function plainReason(typed: string): { readonly reason: string; readonly isCut: boolean } {
	// Ten times as much is looked at: what shows nothing is left out before the rest is counted.
	const seen = [...typed.slice(0, REASON_LIMIT * 10).replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu, '').replace(/ {2,}/g, ' ').trim()];
	return { reason: seen.slice(0, REASON_LIMIT).join('').trim(), isCut: seen.length > REASON_LIMIT || typed.length > REASON_LIMIT * 10 };
}
