import type { Policy } from '../catalogue/agreement';
import type { FlowState } from '../catalogue/vocabulary';
import type { AcceptedFlow, FlowFinding, PolicyFinding } from './posture';

/** That an admin accepted a flow, as it was kept. */
export interface Acceptance extends Omit<AcceptedFlow, 'isExpired'> {
	readonly flow: string;
}

/** What the organisation agreed to, as it was read. */
export interface Agreed {
	/** One of each flow at most; null where it could not be read. */
	readonly accepted: readonly Acceptance[] | null;
	/** How many are kept and cannot be used. */
	readonly unusable: number;
	/** Null where none is stated. */
	readonly policy: Policy | null;
}

export const NOTHING_AGREED: Agreed = { accepted: [], unusable: 0, policy: null };

/** A last day counts to its end, in universal time. */
function isExpired(until: string | null, now: Date): boolean {
	return until !== null && until < now.toISOString().slice(0, 10);
}

/** What of the agreements is about a flow: what holds counts before what is over, and what an admin accepted before the policy. */
export function acceptedOf(id: FlowFinding['id'], { accepted, policy }: Agreed, now: Date): AcceptedFlow | null {
	const rule = policy?.[id];
	const found = [
		...(accepted ?? []).filter(({ flow }) => flow === id),
		...(typeof rule === 'object' ? [{ reason: rule.accepted, until: rule.until, by: null, at: null }] : []),
	].map(({ reason, until, by, at }) => ({ reason, until, by, at, isExpired: isExpired(until, now) }));
	return found.find((each) => !each.isExpired) ?? found[0] ?? null;
}

/** Whether somebody agreed to a flow, and that still holds. */
export function isAccepted({ accepted }: Pick<FlowFinding, 'accepted'>): boolean {
	return accepted?.isExpired === false;
}

/** Whether somebody may be asked to agree to a flow: it is on, or may be, and nobody did. */
export function isAcceptable(flow: Pick<FlowFinding, 'accepted' | 'state'>): boolean {
	return !isAccepted(flow) && (flow.state === 'on' || flow.state === 'unknown');
}

/** Whether an admin agreed to a flow: what the policy says is changed where it is stated. */
export function isAcceptedByAdmin({ accepted }: Pick<FlowFinding, 'accepted'>): boolean {
	return typeof accepted?.by === 'string';
}

/** What is held against a policy: a posture's flows with what admins accepted, or a report. */
export interface Compared {
	readonly flows: readonly { readonly id: string; readonly state: FlowState }[];
	/** Null where it could not be read; what has no admin was accepted by another policy, and does not count. */
	readonly accepted: readonly Pick<Acceptance, 'flow' | 'until' | 'by'>[] | null;
}

/** What a policy says of each flow that it is about. What could not be found out is unknown, whatever else is so: it never conforms. */
export function againstPolicy({ flows, accepted }: Compared, policy: Policy, now: Date): PolicyFinding[] {
	const rules = new Map<string, Policy['*']>(Object.entries(policy));
	const ids = new Set([...flows.map(({ id }) => id), ...rules.keys()]);
	return [...ids].flatMap((flow): PolicyFinding[] => {
		const rule = rules.get(flow) ?? rules.get('*');
		if (rule === undefined || flow === '*') {
			return [];
		}
		const state = flows.find(({ id }) => id === flow)?.state;
		const exceptions = [...(accepted ?? []).filter((each) => each.flow === flow && each.by !== null), ...(rule === 'off' ? [] : [rule])];
		const holding = exceptions.find(({ until }) => !isExpired(until, now));
		if (state === 'off' || state === 'not-applicable') {
			return [{ flow, standing: 'conforms', until: null }];
		}
		if (state !== undefined && holding !== undefined) {
			return [{ flow, standing: 'accepted', until: holding.until }];
		}
		// Where it could not be read what was accepted, this may be.
		return [{ flow, standing: state === 'on' && accepted !== null ? 'deviates' : 'unknown', until: null }];
	});
}
