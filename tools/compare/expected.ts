import type { Policy } from '../../src/catalogue/agreement';
import { FLOWS } from '../../src/catalogue/flows';
import type { PolicyStanding } from '../../src/catalogue/vocabulary';
import { formatsOf } from '../../src/language/formats';
import { againstPolicy } from '../../src/posture/accepted';
import type { PolicyFinding } from '../../src/posture/posture';
import { NOT_IN_REPORT, readingsOf, workspacesOf } from './comparison';
import type { Comparison, Problem, Source } from './comparison';
import { FLOW_NAMES, nameOf, stateOf } from './facts';
import type { Found, FoundFlow } from './facts';
import { nameable } from './names';

/** As they are told: what is not as the policy asks comes first. */
export const STANDINGS = ['deviates', 'unknown', 'accepted', 'conforms'] as const satisfies readonly PolicyStanding[];

/** One flow of one workspace, held against the policy. */
export interface HeldFlow extends PolicyFinding {
	readonly name: string;
	/** How it is there, or why that is not known. */
	readonly how: string;
}

/** One workspace, held against the policy. */
export interface Held {
	readonly name: string;
	/** What becomes of its flows as a whole: the first of the standings that one of them has. */
	readonly standing: PolicyStanding;
	readonly counts: Readonly<Record<PolicyStanding, number>>;
	/** All but those that conform, in the order of the standings. */
	readonly flows: readonly HeldFlow[];
	/** How many are on, and not named in the policy. */
	readonly unnamed: number;
	/** Whether an admin may have accepted something that is on here, which could not be found out. */
	readonly mayBeAccepted: boolean;
}

/** Workspaces, held against a policy. */
export interface Holding extends Pick<Comparison, 'workspaces' | 'read' | 'exports' | 'problems'> {
	/** The name of the policy. */
	readonly policy: string;
	readonly held: readonly Held[];
}

/**
 * Holds every workspace against a policy.
 *
 * @param name what the policy is called
 * @param now up to when days count that were agreed on
 */
export function holdAgainst(policy: Policy, name: string, sources: readonly Source[], problems: readonly Problem[], now: Date): Holding {
	const workspaces = workspacesOf(sources);
	return { policy: name, workspaces, ...readingsOf(sources, workspaces), held: sources.map(({ found }, at) => heldOf(found, policy, workspaces[at] ?? '', now)), problems };
}

function heldOf(found: Found, policy: Policy, name: string, now: Date): Held {
	const findings = againstPolicy(found, ofEveryFlow(policy), now);
	const counts = Object.fromEntries(STANDINGS.map((wanted) => [wanted, findings.filter(({ standing }) => standing === wanted).length])) as Held['counts'];
	const byId = new Map(found.flows.map((flow) => [flow.id, flow]));
	const isNamed = new Set(findings.map(({ flow }) => flow));
	return {
		name,
		standing: STANDINGS.find((standing) => counts[standing] > 0) ?? 'conforms',
		counts,
		flows: STANDINGS.filter((standing) => standing !== 'conforms').flatMap((wanted) =>
			findings.filter(({ standing }) => standing === wanted).map((finding) => {
				const flow = byId.get(finding.flow);
				return { ...finding, name: flow === undefined ? (FLOW_NAMES.get(finding.flow) ?? '') : nameOf(flow), how: howItIs(finding, flow, found, policy) };
			}),
		),
		unnamed: found.flows.filter(({ id, state }) => state === 'on' && !isNamed.has(id)).length,
		mayBeAccepted: findings.some(({ flow, standing }) => standing === 'unknown' && byId.get(flow)?.state === 'on'),
	};
}

/** `*` is about every flow that is not named, so also about those that a report does not have since the app that made it did not know them. */
function ofEveryFlow(policy: Policy): Policy {
	const { '*': rest } = policy;
	return rest === undefined ? policy : { ...Object.fromEntries(FLOWS.map(({ id }) => [id, rest])), ...policy };
}

function howItIs({ flow: id, standing }: PolicyFinding, flow: FoundFlow | undefined, { accepted }: Found, policy: Policy): string {
	if (flow === undefined) {
		return NOT_IN_REPORT;
	}
	if (flow.state === 'unknown') {
		return flow.unreadable.length === 0 ? 'no setting shows it, check by hand' : `could not read ${flow.unreadable.map(nameable).join(', ')}`;
	}
	const { value } = stateOf(flow);
	if (standing === 'unknown') {
		return `${value}, and perhaps accepted by an admin`;
	}
	const passed = standing === 'deviates' ? lastDay(id, accepted, policy) : undefined;
	return passed === undefined ? value : `${value}; accepted until ${formatsOf('en').day(passed)}, which has passed`;
}

/** The last day of what was accepted. */
function lastDay(id: string, accepted: Found['accepted'], policy: Policy): string | undefined {
	const rule = new Map(Object.entries(policy)).get(id);
	return [...(accepted ?? []).filter(({ flow, by }) => flow === id && by !== null), ...(typeof rule === 'object' ? [rule] : [])].flatMap(({ until }) => until ?? []).sort().at(-1);
}
